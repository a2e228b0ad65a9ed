"""Copies of a project, made while people vote."""

import sqlite3

import pytest

from program import ROOT, Project, digest, refused, run, succeed
from test_session import evening  # noqa: F401 (a fixture)
from test_session_safety import Server
from test_two_programs import Voters, kept


def test_every_copy_under_load_holds_all_that_was_acknowledged_before_it(evening, tmp_path):  # noqa: F811
    project, code, key = evening
    server = Server(project)
    copies = []
    try:
        voters = Voters(server, code, key)
        for number in range(6):
            before = list(voters.acknowledged)
            succeed("backup", project, "--into", tmp_path / f"kopie-{number}.mengpaneel")
            copies.append((tmp_path / f"kopie-{number}.mengpaneel", before))
        voters.stop()
    finally:
        assert server.stop() == 0
    whole = kept(project)
    assert len(copies[-1][1]) > len(copies[0][1]), "people voted meanwhile"
    for copy, before in copies:
        found = kept(copy)
        assert set(before) <= set(found)
        assert found == whole[: len(found)], "a copy is the beginning of what is there"
        with sqlite3.connect(copy) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert sorted(path.name for path in tmp_path.glob("*mengpaneel*")) == [copy.name for copy, _ in copies] + ["stad.mengpaneel"]
    # To go back is to open it: the evening goes on from the copy.
    last = copies[-1][0]
    again = Server(last)
    assert again.ask("GET", f"/s/{code}", cookie=voters.seats[0], quiet=False)[0] == 200
    assert again.ask("POST", f"/s/{code}", {"doe": "stem", "stelling": 1, "stem": 1, "id": "na"}, voters.seats[0])[0] == 204
    assert again.stop() == 0
    assert kept(last)[-1] == "na"


def test_a_copy_is_not_made_over_something_else_unasked(project, tmp_path):
    copy = tmp_path / "kopie.mengpaneel"
    outcome = succeed("backup", project, "--into", copy)
    assert "read back" in outcome.err and outcome.out == ""
    assert "nagelezen" in succeed("backup", project, "--into", copy, "--replace", "--language", "nl").err
    before = digest(copy)
    refused(run("backup", project, "--into", copy), "is there already; give another name, or --replace")
    refused(run("backup", project, "--into", copy, "--language", "nl"), "is er al")
    (tmp_path / "link.mengpaneel").symlink_to(project)
    refused(run("backup", project, "--into", tmp_path / "link.mengpaneel", "--replace"), "is the project itself")
    refused(run("backup", project, "--into", tmp_path / "weg" / "kopie.mengpaneel"), "make it first")
    refused(run("backup", tmp_path / "niets.mengpaneel", "--into", copy, "--replace"), "there is no such project file")
    assert digest(copy) == before


def test_a_damaged_project_does_not_replace_a_good_copy(project, tmp_path):
    copy = tmp_path / "kopie.mengpaneel"
    succeed("backup", project, "--into", copy)
    before = digest(copy)
    content = bytearray(project.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 9_000] = b"\xa5" * 9_000
    project.write_bytes(content)
    refused(run("backup", project, "--into", copy, "--replace"))
    assert digest(copy) == before and sorted(path.name for path in tmp_path.iterdir()) == ["kopie.mengpaneel", "stad.mengpaneel"]


def test_an_older_form_is_copied_as_it_is(project, tmp_path):
    with sqlite3.connect(project) as database:
        database.executescript("DROP TABLE sessionEntry; DROP TABLE session; DELETE FROM grdb_migrations WHERE identifier LIKE '4 %'")
    succeed("backup", project, "--into", tmp_path / "kopie.mengpaneel")
    assert Project(tmp_path / "kopie.mengpaneel").rows("SELECT COUNT(*) FROM grdb_migrations") == [(3,)]


def test_the_timer_makes_copies_that_this_program_can_make():
    unit = (ROOT / "deploy" / "mengpaneel-backup.service").read_text(encoding="utf-8")
    timer = (ROOT / "deploy" / "mengpaneel-backup.timer").read_text(encoding="utf-8")
    assert "mengpaneel backup /var/lib/mengpaneel/project.mengpaneel --into" in unit and "OnCalendar=" in timer
    assert "--into" in succeed("backup", "--help").out


@pytest.mark.parametrize("unit", ["mengpaneel-backup.service", "mengpaneel-backup.timer"])
def test_systemd_finds_the_units_of_the_copy_sound(unit, tmp_path):
    import shutil
    import subprocess

    if not shutil.which("systemd-analyze"):
        pytest.skip("there is no systemd on this machine")
    for name in ("mengpaneel-backup.service", "mengpaneel-backup.timer"):
        text = (ROOT / "deploy" / name).read_text(encoding="utf-8").replace("/usr/bin/mengpaneel ", "/bin/true ")
        (tmp_path / name).write_text("\n".join(line for line in text.splitlines() if not line.startswith("Documentation=")) + "\n")
    verified = subprocess.run(["systemd-analyze", "verify", str(tmp_path / unit)], capture_output=True, text=True, timeout=60, check=False)
    assert verified.returncode == 0 and verified.stderr == "", verified.stderr
