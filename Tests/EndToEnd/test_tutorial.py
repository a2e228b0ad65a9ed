"""The tutorial from a download to a report: every command in it is run, in its order, on a made-up municipality."""

import os
import re
import shutil
import subprocess

import mirror
import pytest
from program import BINARY, ROOT, run

CATALOG = ROOT / "Documentation" / "Mengpaneel.docc"
TUTORIAL = (CATALOG / "FromDownloadToReport.tutorial").read_text("utf-8")
# name that the reader sees, file with what stands there at that step
STEPS = re.findall(r'@Code\(name: "([^"]+)", file: "([^"]+)"\)', TUTORIAL)
# The real municipality becomes one that does not exist; fewer runs of fewer years, so that it takes seconds.
INSTEAD = [
    ("GM0153", mirror.MUNICIPALITY), ("--runs 50", "--runs 2"), ("horizon: 2034", "horizon: 2026"),
    ("--factors returnShare wishLevel", "--factors returnShare wishLevel --samples 2"),
]  # fmt: skip


def text(file):
    return (CATALOG / "Resources" / file).read_text("utf-8")


def sections():
    """What stands there at the last step of each section, in order."""
    return list({name: file for name, file in STEPS}.items())


def test_a_step_adds_to_the_one_before():
    previous = {}
    for name, file in STEPS:
        before = previous.get(name, "").replace("measures: []\n", "measures:\n")
        assert text(file).startswith(before) and text(file) != before, file
        previous[name] = text(file)
    assert {file for _, file in STEPS} == {path.name for path in (CATALOG / "Resources").iterdir()}, "no file stands unused"


def test_every_replacement_still_replaces_something():
    whole = "".join(text(file) for _, file in STEPS)
    assert [old for old, _ in INSTEAD if old not in whole] == []


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    """The folder of a reader who did all of it, with what each command said."""
    folder = tmp_path_factory.mktemp("tutorial")
    said = []
    with mirror.running() as (address, _):
        for name, file in sections():
            lines = text(file)
            for old, new in INSTEAD:
                lines = lines.replace(old, new)
            if name.endswith(".yaml"):
                (folder / name).write_text(lines)
                continue
            for line in lines.splitlines():
                assert line.startswith("mengpaneel ")
                # The reader's network is a server on this machine.
                typed = line.replace("mengpaneel fetch", f"mengpaneel fetch --mirror {address}")
                ended = subprocess.run(
                    ["bash", "-c", f'mengpaneel() {{ "$BINARY" "$@"; }}; {typed}'], cwd=folder, capture_output=True, text=True,
                    timeout=300, check=False, env={**os.environ, "BINARY": BINARY, "LC_ALL": "C.UTF-8", "NO_PROXY": "127.0.0.1"})
                assert ended.returncode == 0, f"{line}\n{ended.stderr}"
                said.append((line, ended.stdout, ended.stderr))
    return folder, said


def test_the_reader_has_what_the_tutorial_promises(done):
    folder, said = done
    assert (folder / "enschede.mengpaneel").stat().st_size > 0
    assert (folder / "claims.csv").read_text().startswith("claim,role,figure")
    for page in ("rapport.html", "verslag.html"):
        assert (folder / page).read_text().lower().startswith("<!doctype html>")
    assert any((folder / "tabellen").glob("*.csv")) and any((folder / "archief").iterdir())
    assert "nothing" in next(err for line, _, err in said if line.endswith("--offline")), "again from the cache: no change"
    told = {line.split()[1]: out for line, out, _ in reversed(said)}
    assert re.findall(r"^(C[1-6])  ", told["claims"], re.MULTILINE) == ["C1", "C2", "C3", "C4", "C5", "C6"]
    assert "WHAT HAPPENS TO WHO LIVES THERE NOW" in told["simulate"]
    assert "returnShare" in told["sensitivity"]


def test_the_report_speaks_of_the_simulation_that_was_kept(done):
    folder, _ = done
    assert "Mix slowly" in (folder / "verslag.html").read_text()


def test_every_step_of_the_package_is_one(done, tmp_path):
    """A reader who tries the package at each step is not refused."""
    folder, _ = done
    project = shutil.copyfile(folder / "enschede.mengpaneel", tmp_path / "stad.mengpaneel")
    for _, file in [step for step in STEPS if step[0].endswith(".yaml")][:-1]:
        (tmp_path / file).write_text(text(file).replace("horizon: 2034", "horizon: 2026"))
        outcome = run("simulate", project, "--package", tmp_path / file, "--runs", "1")
        assert outcome.status == 0, outcome


def test_every_picture_is_there():
    for source in re.findall(r'@Image\(source: "([^"]+)"', TUTORIAL + (CATALOG / "Tutorials.tutorial").read_text("utf-8")):
        assert list((ROOT / "Documentation" / "images").rglob(source)), source
