"""Places that cannot be written to, folders that are gone, files that are no project: one clear line each."""

import os
import shutil

import pytest

import malformed as make
from disks import read_only
from program import digest, refused, run, succeed
from test_full_disk import PLAN, refused_at_last
from test_malformed import PROJECTS
from test_session import chair_cookie, evening, join  # noqa: F401 (a fixture)
from test_session_safety import Server


@pytest.fixture
def shut(evening, tmp_path):  # noqa: F811
    """An evening in a folder that can only be read: the project, its code, and a folder that can be written to."""
    project, code, key = evening
    (tmp_path / "dicht").mkdir()
    project = shutil.move(project, tmp_path / "dicht" / "stad.mengpaneel")
    (tmp_path / "kwb-2023.csv").write_bytes(make.table())
    (tmp_path / "plan.yaml").write_text(PLAN)
    with read_only(tmp_path / "dicht"):
        yield project, code, key, tmp_path


def test_what_writes_is_refused_and_what_reads_goes_on(shut):
    project, code, _, folder = shut
    before = digest(project)
    for words in (
        ["import", folder / "kwb-2023.csv", "--into", project],
        ["simulate", project, "--package", folder / "plan.yaml", "--runs", "1", "--keep"],
        ["session", "new", project, "--title", "Nog een"],
        ["session", "delete", project, "--code", code, "--yes"],
        ["evidence", "withdraw", "NL-10", "--why", "dubbel", "--project", project],
        ["serve", project, "--port", "0"],
        ["demo", "--output", project, "--replace"],
        ["backup", project, "--into", project.parent / "kopie.mengpaneel"],
        ["report", project, "--output", project.parent / "rapport.html"],
        ["session", "export", project, "--output", project.parent / "map"],
        ["session", "bundle", project, "--output", project.parent / "archief"],
    ):
        refused_at_last(run(*words, timeout=60))
    assert "could not keep a vote; change the permissions" in run("serve", project, "--port", "0").err
    assert digest(project) == before and os.listdir(project.parent) == ["stad.mengpaneel"]
    succeed("claims", project)
    succeed("backup", project, "--into", folder / "kopie.mengpaneel")
    succeed("session", "bundle", project, "--output", folder / "archief")
    assert "cannot be written to" in run("doctor", project).out


def test_a_folder_for_temporary_files_that_is_none_is_named(evening, tmp_path):  # noqa: F811
    project, _, _ = evening
    (tmp_path / "geen-map").write_text("")
    refused(
        run("report", project, "--output", tmp_path / "rapport.html", "--pdf", tmp_path / "rapport.pdf",
            environment={"TMPDIR": str(tmp_path / "geen-map")}),
        "geen-map/mengpaneel-", ": not a directory")
    assert not (tmp_path / "rapport.pdf").exists()


def test_an_evening_that_is_over_can_be_looked_at_where_nothing_can_be_written(evening, tmp_path):  # noqa: F811
    project, code, key = evening
    server = Server(project)
    assert server.ask("POST", f"/s/{code}/voorzitter", {"doe": "sluiten", "zeker": "ja"}, chair_cookie(code, key))[0] == 204
    server.stop()
    (tmp_path / "dicht").mkdir()
    project = shutil.move(project, tmp_path / "dicht" / "stad.mengpaneel")
    with read_only(tmp_path / "dicht"):
        server = Server(project)
        try:
            assert server.ask("GET", f"/s/{code}", quiet=False)[0] == 200
            assert server.ask("POST", f"/s/{code}", {"doe": "meedoen", "soort": "beleid"})[0] in (422, 503)
        finally:
            assert server.stop() == 0


def test_a_project_in_a_folder_that_is_gone_is_one_line(tmp_path):
    gone = tmp_path / "weg" / "stad.mengpaneel"
    (tmp_path / "plan.yaml").write_text(PLAN)
    for words in (
        ["claims", gone], ["serve", gone, "--port", "0"], ["report", gone, "--output", tmp_path / "r.html"],
        ["simulate", gone, "--package", tmp_path / "plan.yaml"], ["session", "new", gone, "--title", "x"],
        ["session", "list", gone], ["session", "delete", gone, "--code", "AAAAAA", "--yes"],
        ["session", "export", gone, "--output", tmp_path / "map"], ["session", "bundle", gone, "--output", tmp_path / "archief"],
        ["backup", gone, "--into", tmp_path / "kopie.mengpaneel"], ["evidence", "history", "--project", gone],
        ["demo", "--output", gone],
    ):  # fmt: skip
        refused(run(*words, timeout=60))
    assert sorted(os.listdir(tmp_path)) == ["plan.yaml"]


COMMANDS = {
    "session new": ["session", "new", "PROJECT", "--title", "x"],
    "session list": ["session", "list", "PROJECT"],
    "session bundle": ["session", "bundle", "PROJECT", "--output", "FOLDER/archief"],
    "backup": ["backup", "PROJECT", "--into", "FOLDER/kopie.mengpaneel"],
    "simulate": ["simulate", "PROJECT", "--package", "FOLDER/plan.yaml", "--keep"],
}  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("wrong", PROJECTS)
def test_a_project_that_is_wrong_is_one_line_for_the_rest_as_well(wrong, command, project, tmp_path):
    (tmp_path / "plan.yaml").write_text(PLAN)
    PROJECTS[wrong](project)
    before = None if project.is_dir() else digest(project)
    words = [word.replace("PROJECT", str(project)).replace("FOLDER", str(tmp_path)) for word in COMMANDS[command]]
    refused(run(*words, timeout=60))
    assert (None if project.is_dir() else digest(project)) == before
    assert sorted(os.listdir(tmp_path)) == ["plan.yaml", "stad.mengpaneel"]
