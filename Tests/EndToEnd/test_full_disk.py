"""A disk that fills up: one clear line, nothing half written, and what was acknowledged is there."""

import os
import re
import shutil

import pytest

import malformed as make
from disks import Limited, small_disk
from program import CRASH_WORDS, Project, digest, run, succeed
from test_session import chair_cookie, join
from test_session_safety import Server

PLAN = "package: Plan\nhorizon: 2023\nmeasures:\n  - {lever: facilities, function: educational, strength: 1, areas: [BU99990203], from: 2023}\n"


@pytest.fixture
def disk(tmp_path):
    with small_disk(tmp_path / "schijf") as made:
        yield made


@pytest.fixture
def held(disk, demo):
    """A project on the small disk, with a session of one statement: its path, the code and the key of the chair."""
    project = disk.folder / "stad.mengpaneel"
    shutil.copyfile(demo, project)
    statements = disk.folder.parent / "stellingen.txt"
    statements.write_text("Een stelling\n")
    out = succeed("session", "new", project, "--title", "Avond", "--statements", statements).out
    return project, re.search(r"^Session (\w+):", out).group(1), re.search(r"sleutel=(\w+)", out).group(1)


def refused_at_last(outcome, *words):
    """One line that says Error, the last one; what was read or computed may have been told before it."""
    errors = [line for line in outcome.err.splitlines() if line.startswith("Error:")]
    assert outcome.status == 1 and len(errors) == 1 and outcome.complaints[-1] == errors[0], outcome
    assert not any(word in outcome.err for word in CRASH_WORDS), outcome
    for word in words:
        assert word in errors[0], outcome


def left(disk):
    return sorted(name for name in os.listdir(disk.folder) if name != "vulling")


def test_an_import_leaves_no_project_and_an_old_one_as_it_was(disk, demo, tmp_path):
    table = tmp_path / "kwb-2023.csv"
    table.write_bytes(make.table())
    shutil.copyfile(demo, disk.folder / "stad.mengpaneel")
    before = digest(disk.folder / "stad.mengpaneel")
    disk.fill()
    refused_at_last(run("import", table, "--into", disk.folder / "nieuw.mengpaneel", **disk.options), "nieuw.mengpaneel: the file")
    refused_at_last(run("import", table, "--into", disk.folder / "stad.mengpaneel", **disk.options), "stad.mengpaneel: the file")
    refused_at_last(run("demo", "--output", disk.folder / "demo.mengpaneel", **disk.options))
    assert left(disk) == ["stad.mengpaneel"] and digest(disk.folder / "stad.mengpaneel") == before
    disk.clear()
    succeed("import", table, "--into", disk.folder / "nieuw.mengpaneel")
    succeed("import", table, "--into", disk.folder / "stad.mengpaneel")
    assert left(disk) == ["nieuw.mengpaneel", "stad.mengpaneel"]


def test_a_simulation_that_cannot_be_kept_is_told(disk, demo, tmp_path):
    project = disk.folder / "stad.mengpaneel"
    shutil.copyfile(demo, project)
    (tmp_path / "plan.yaml").write_text(PLAN)
    words = ["simulate", project, "--package", tmp_path / "plan.yaml", "--runs", "2", "--format", "csv", "--keep"]
    before = digest(project)
    disk.fill()
    outcome = run(*words, **disk.options)
    refused_at_last(outcome, "stad.mengpaneel", "nothing was changed")
    assert len(outcome.out.splitlines()) > 3, "what was computed is not lost"
    assert digest(project) == before and left(disk) == ["stad.mengpaneel"]
    refused_at_last(run(*words[:-1], "--csv", disk.folder / "alles.csv", **disk.options), "alles.csv")
    assert left(disk) == ["stad.mengpaneel"]
    disk.clear()
    assert "Kept in" in succeed(*words).err and Project(project).rows("SELECT COUNT(*) FROM simulation") == [(1,)]


def test_what_is_written_from_a_session_is_whole_or_not_there(disk, held):
    project, code, _ = held
    old = disk.folder / "kopie.mengpaneel"
    succeed("backup", project, "--into", old)
    before, digests = left(disk), [digest(project), digest(old)]
    disk.fill()
    for words in (
        ["report", project, "--output", disk.folder / "rapport.html"],
        ["session", "report", project, "--output", disk.folder / "verslag.html"],
        ["session", "export", project, "--output", disk.folder / "map" / "diep", "--votes"],
        ["session", "bundle", project, "--output", disk.folder / "archief"],
        ["session", "new", project, "--title", "Nog een"],
        ["session", "rehearse", project, "--voters", "4"],
        ["session", "delete", project, "--code", code, "--yes"],
        ["backup", project, "--into", disk.folder / "nieuw.mengpaneel"],
        ["backup", project, "--into", old, "--replace"],
    ):
        refused_at_last(run(*words, **disk.options))
        assert left(disk) == before, words
        assert [digest(project), digest(old)] == digests, words
    disk.clear()
    succeed("session", "export", project, "--output", disk.folder / "map" / "diep")
    succeed("session", "bundle", project, "--output", disk.folder / "archief")
    assert "agree" in succeed("session", "check", disk.folder / "archief").out


def test_votes_stay_on_the_phones_until_there_is_room(disk, held):
    project, code, key = held
    server = Server(project, **({"preexec_fn": Limited.ignore} if isinstance(disk, Limited) else {}))
    try:
        seats = [join(server, code) for _ in range(6)]
        assert server.ask("POST", f"/s/{code}/voorzitter", {"doe": "stemmen", "nummer": 1}, chair_cookie(code, key))[0] == 204

        def vote(place, number):
            return server.ask("POST", f"/s/{code}", {"doe": "stem", "stelling": 1, "stem": 1, "id": f"{place}-{number}"}, seats[place])

        assert [vote(place, 0)[0] for place in range(3)] == [204] * 3
        kept = Project(project).rows("SELECT COUNT(*) FROM sessionEntry")[0][0]
        disk.fill(server.process)
        for place in range(3, 6):
            status, _, text, _ = vote(place, 0)
            assert status == 503 and text == "Niet bewaard: de schijf weigert. Probeer het opnieuw."
        # Whoever looks is served as before, and what was acknowledged is in the file.
        assert server.ask("GET", f"/s/{code}", cookie=seats[0], quiet=False)[0] == 200
        assert Project(project).rows("SELECT COUNT(*) FROM sessionEntry") == [(kept,)]
        disk.clear(server.process)
        # The phones send what they kept, under the same identity.
        assert [vote(place, 0)[0] for place in range(6)] == [204] * 6
    finally:
        assert server.stop() == 0
    assert Project(project).rows("SELECT COUNT(*) FROM sessionEntry") == [(kept + 3,)]
    told = [line for line in server.said if "kept" in line]
    assert len(told) == 2 and told[0].startswith("Votes are not kept and stay on the phones.") and "votes are kept again" in told[1], server.said
    assert "votes in round 1,6" in succeed("session", "replay", project, "--format", "csv").out
    assert "every page of the file was read" in succeed("doctor", project).out


def test_half_a_table_on_a_full_disk_is_an_error(demo):
    if not os.path.exists("/dev/full"):
        pytest.skip("there is no /dev/full on this machine")
    for words in (["claims", demo], ["claims", demo, "--format", "csv"], ["session", "list", demo], ["evidence", "list"]):
        with open("/dev/full", "wb") as full:
            outcome = run(*words, stdout=full)
        assert outcome.status == 1 and outcome.complaints[-1:] == ["Error: the outcome could not be written whole; is the disk full?"], outcome
