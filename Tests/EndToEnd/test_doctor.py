"""What `mengpaneel doctor` finds, on a machine and in a project, and when that counts as a failure."""

import json
import os
import shutil
import socket
import sqlite3
import stat
import subprocess

import pytest
from program import BINARY, digest, run, succeed

STATES = {"good", "absent", "attention", "broken"}


def checks_of(outcome):
    rows = json.loads(outcome.out)
    assert all(set(row) == {"check", "state", "detail"} and row["state"] in STATES and row["detail"] for row in rows)
    assert all("\n" not in row["detail"] for row in rows), "one line each"
    return {row["check"]: row for row in rows}


def doctor(*arguments, status=0, **options):
    outcome = run("doctor", *arguments, "--format", "json", **options)
    assert outcome.status == status and outcome.err == "", outcome
    return checks_of(outcome)


def test_all_is_looked_at_and_nothing_is_changed(project):
    before = digest(project)
    found = doctor(project)
    machine = ["program", "mengpaneel-read", "Chromium", "pandoc", "rsvg-convert", "memory", "port"]
    own = ["project", "integrity", "form", "imports", "municipalities", "writing", "disk"]
    assert list(found) == machine + own
    assert all(found[name]["state"] == "good" for name in ["program", "mengpaneel-read", *own]), found
    assert "GDAL" in found["mengpaneel-read"]["detail"] and "MB free" in found["disk"]["detail"]
    assert digest(project) == before


def test_what_is_missing_costs_a_feature_and_no_failure(project, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    for arguments in ([], [project]):
        found = doctor(*arguments, environment={"PATH": str(empty), "MENGPANEEL_READ": str(empty / "none")})
        for name, words in {"mengpaneel-read": ["import"], "Chromium": ["PDF", "chromium"], "pandoc": ["DOCX", "pandoc"],
                            "rsvg-convert": ["pictures", "librsvg"]}.items():
            assert found[name]["state"] == "absent" and all(word in found[name]["detail"] for word in words), found[name]


def test_a_reader_that_does_not_work_is_told(tmp_path):
    reader = tmp_path / "mengpaneel-read"
    reader.write_text("#!/bin/sh\nexit 127\n")
    reader.chmod(reader.stat().st_mode | stat.S_IXUSR)
    found = doctor(environment={"MENGPANEEL_READ": str(reader)})["mengpaneel-read"]
    assert found["state"] == "broken" and "does not work" in found["detail"] and "gdal" in found["detail"]


def test_a_port_that_is_taken_is_told():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        found = doctor("--port", port)["port"]
        assert found["state"] == "attention" and str(port) in found["detail"]
    assert doctor("--port", port)["port"]["state"] == "good"
    assert run("doctor", "--port", "0").status == 64


def test_a_session_past_its_date_is_told(project):
    succeed("session", "rehearse", project, "--voters", "5")
    succeed("session", "new", project, "--title", "Werkgroep 2")
    with sqlite3.connect(project) as database:
        (first,), (second,) = database.execute("SELECT code FROM session ORDER BY number")
        # As if the rehearsal was a year ago.
        database.execute("DROP TRIGGER sessionEntryStays")
        rows = database.execute("SELECT number, entry FROM sessionEntry WHERE session = 1").fetchall()
        for number, entry in rows:
            entry = json.loads(entry)
            entry["time"] -= 365 * 86_400_000
            database.execute("UPDATE sessionEntry SET entry = ? WHERE session = 1 AND number = ?", (json.dumps(entry), number))
    found = doctor(project)
    old, new = found[f"session {first}"], found[f"session {second}"]
    assert old["state"] == "attention" and f"session delete {project} --code {first} --yes" in old["detail"]
    assert new["state"] == "good" and new["detail"].startswith("not closed, to be deleted on ")


def test_an_older_file_is_good_and_a_damaged_one_is_not(project):
    with sqlite3.connect(project) as database:
        database.execute("DELETE FROM grdb_migrations WHERE identifier LIKE '4 %'")
    assert "older version" in doctor(project)["form"]["detail"]
    with sqlite3.connect(project) as database:
        (size,) = database.execute("PRAGMA page_size").fetchone()
        (page,) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'area'").fetchone()
    with open(project, "r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    found = doctor(project, status=1)
    assert "broken" in {found.get("integrity", {}).get("state"), found["project"]["state"]}
    assert "municipalities" not in found, "what a damaged file holds is not told"


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("setpriv"), reason="needs another user to be refused as")
def test_a_file_that_cannot_be_written_fails_only_where_an_evening_needs_it(project, tmp_path):
    """As another user, because the superuser may write everywhere."""
    def as_nobody(status):
        program = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", BINARY, "doctor", str(project), "--format", "json"]
        finished = subprocess.run(program, capture_output=True, text=True, timeout=60, check=False, env=os.environ | {"HOME": "/"})
        assert finished.returncode == status, finished.stdout + finished.stderr
        return {row["check"]: row for row in json.loads(finished.stdout)}

    for folder in [tmp_path, *tmp_path.parents][:3]:
        folder.chmod(0o755)
    project.chmod(0o644)
    if subprocess.run(["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "test", "-r", str(project)], check=False).returncode:
        pytest.skip("another user cannot reach the folder of the tests")
    assert as_nobody(0)["writing"]["state"] == "attention"
    succeed("session", "new", project, "--title", "Werkgroep 2")
    assert as_nobody(1)["writing"]["state"] == "broken"
