"""Projects of every earlier version, built from the texts that are kept of each, in the present program."""

import re
import shutil
import sqlite3

import pytest

from program import ROOT, digest, succeed
from test_session_safety import Server

TEXTS = sorted((ROOT / "Tests" / "ProjectFileTests" / "Versions").glob("*.sql"), key=lambda path: int(path.stem))
STEPS = re.findall(r'registerMigration\("(.*)"\)', (ROOT / "Sources" / "ProjectFile" / "Migrations.swift").read_text(encoding="utf-8"))


def test_every_version_has_a_text():
    assert [path.stem for path in TEXTS] == [str(number) for number in range(1, len(STEPS) + 1)], "see Tests/ProjectFileTests/Versions/README.md"


@pytest.fixture(scope="module")
def versions(tmp_path_factory):
    """A project of each version."""
    folder = tmp_path_factory.mktemp("versies")
    made = []
    for number in range(1, len(TEXTS) + 1):
        database = sqlite3.connect(folder / f"{number}.mengpaneel")
        for text in TEXTS[:number]:
            database.executescript(text.read_text(encoding="utf-8"))
        database.commit()
        database.close()
        made.append(folder / f"{number}.mengpaneel")
    return made


def test_the_claims_are_the_same_in_every_version_and_nothing_is_written(versions):
    digests = [digest(path) for path in versions]
    outcomes = {succeed("claims", path, "--format", "csv").out for path in versions}
    assert len(outcomes) == 1
    text = outcomes.pop()
    assert all(f"C{number}" in text for number in range(1, 7))
    readable = succeed("claims", versions[0], "--language", "nl").out
    assert len(re.findall(r"^    (?:STEUNT|SPREEKT TEGEN|ONBESLIST): .*95%-interval", readable, re.M)) == 6, readable
    assert [digest(path) for path in versions] == digests


def test_what_each_version_brought_is_read(versions, tmp_path):
    history = succeed("evidence", "history", "--project", versions[1], "--format", "csv").out
    assert "NL-10" in history and "NL-12" in history and len(history.splitlines()) == 4
    assert succeed("evidence", "history", "--project", versions[0], "--format", "csv").out.count("\n") == 1
    newest = shutil.copyfile(versions[-1], tmp_path / "nieuw.mengpaneel")
    played = succeed("session", "replay", newest, "--code", "PROEFA", "--format", "csv").out
    for line in ("entries,348", "seats taken,6", "statements,24", "alternatives,4", "votes in round 1,144", "votes in round 2,18"):
        assert line in played
    assert "entries,63" in succeed("session", "replay", newest, "--code", "EXTRAA", "--format", "csv").out
    succeed("session", "report", newest, "--code", "PROEFA", "--output", tmp_path / "verslag.html")
    assert "Plan" in (tmp_path / "verslag.html").read_text(encoding="utf-8")
    succeed("session", "bundle", newest, "--code", "EXTRAA", "--output", tmp_path / "archief")
    assert "agree" in succeed("session", "check", tmp_path / "archief").out


@pytest.mark.parametrize("number", range(1, len(TEXTS) + 1))
def test_an_evening_can_be_held_on_it(versions, tmp_path, number):
    project = shutil.copyfile(versions[number - 1], tmp_path / "stad.mengpaneel")
    assert f"{number} of {len(TEXTS)}" in succeed("doctor", project).out
    code = re.search(r"^Session (\w+):", succeed("session", "new", project, "--title", "Nu", "--standard-statements").out).group(1)
    assert f"{len(TEXTS)} of {len(TEXTS)}, current" in succeed("doctor", project).out
    server = Server(project)
    try:
        assert server.ask("POST", f"/s/{code}", {"doe": "meedoen", "soort": "beleid"})[0] == 204
        # The desk simulates fifty runs, too long for a program built for tests.
        for path in ("/", "/beweringen", "/bewijs", f"/s/{code}/scherm"):
            assert server.ask("GET", path, quiet=False)[0] in (200, 302), path
    finally:
        assert server.stop() == 0
