"""The Python door beside the command line that it opens."""

import csv
import io
import json
import os
import pathlib
import subprocess
import sys

import pytest

BINARY = os.environ.get("MENGPANEEL_BINARY", "")
ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


def pytest_collection_modifyitems(items):
    if not BINARY:
        for item in items:
            item.add_marker(pytest.mark.skip(reason="set MENGPANEEL_BINARY to the built program"))


class CommandLine:
    """The program as typed, with nothing of the package."""

    def text(self, *words):
        ended = subprocess.run([BINARY, *map(str, words)], capture_output=True, encoding="utf-8", check=False, timeout=120)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def json(self, *words):
        return json.loads(self.text(*words, "--format", "json"))

    def csv(self, *words):
        return list(csv.DictReader(io.StringIO(self.text(*words, "--format", "csv"))))


@pytest.fixture(scope="session")
def typed():
    return CommandLine()


@pytest.fixture(scope="session")
def town(tmp_path_factory):
    """A project of a made-up town of 4,400 households, fetched from a server on this machine."""
    import mengpaneel

    sys.path.append(str(ROOT / "Tests" / "EndToEnd"))
    import mirror

    folder = tmp_path_factory.mktemp("town")
    with pytest.MonkeyPatch.context() as patch, mirror.running() as (address, _):
        patch.setenv("NO_PROXY", "127.0.0.1")
        return mengpaneel.fetch(
            mirror.MUNICIPALITY, year=2024, mirror=address, cache=folder / "cache", into=folder / "town.mengpaneel"
        )


@pytest.fixture(scope="session")
def reference():
    """The published values beside the repository."""
    folder = SHARED / "reference"
    if not folder.is_dir():
        pytest.skip("there are no reference values in ../shared/reference")

    def read(name):
        return json.loads((folder / name).read_text("utf-8"))

    return read
