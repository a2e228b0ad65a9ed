"""What is handed over beside the program: its manual and completions, and what it is made of."""

import json
import re
import shutil
import subprocess

import pytest
from program import BINARY, ROOT, succeed


@pytest.fixture(scope="module")
def manual(tmp_path_factory):
    folder = tmp_path_factory.mktemp("manual")
    subprocess.run([ROOT / "script" / "manual", BINARY, folder], check=True, capture_output=True, timeout=120)
    return folder


def commands(tree, words=("mengpaneel",)):
    for one in tree.get("subcommands", []):
        if one["commandName"] != "help":
            yield " ".join([*words, one["commandName"]]), one
            yield from commands(one, (*words, one["commandName"]))


def test_every_command_and_option_stands_in_the_manual(manual):
    text = (manual / "mengpaneel.1").read_text(encoding="utf-8").replace("\\-", "-")
    tree = json.loads(succeed("--experimental-dump-help").out)["command"]
    found = list(commands(tree))
    assert len(found) > 30
    for name, command in found:
        assert f'.SS "{name}"\n' in text, name
        part = text.split(f'.SS "{name}"\n')[1].split(".SS ")[0]
        for argument in command.get("arguments", []):
            for one in argument.get("names", []):
                if one["name"] not in ("help", "h", "version"):
                    assert one["name"] in part, (name, one)
    assert f'"Mengpaneel {succeed("--version").out.strip()}"' in text


@pytest.mark.skipif(not shutil.which("man"), reason="there is no man on this machine")
def test_man_shows_it_without_a_warning(manual):
    shown = subprocess.run(["man", "--warnings", "-l", manual / "mengpaneel.1"], capture_output=True, text=True, timeout=60, check=False)
    assert shown.returncode == 0 and shown.stderr == "", shown.stderr
    assert "mengpaneel doctor" in shown.stdout and "EXIT STATUS" in shown.stdout


@pytest.mark.skipif(not shutil.which("mandoc"), reason="there is no mandoc on this machine")
def test_mandoc_finds_no_fault(manual):
    found = subprocess.run(["mandoc", "-Tlint", "-Wwarning", manual / "mengpaneel.1"], capture_output=True, text=True, timeout=60, check=False)
    assert found.stdout == "", found.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_take_their_completions(manual, shell):
    script = (manual / f"mengpaneel.{shell}").read_text(encoding="utf-8")
    assert all(name in script for name in ("doctor", "serve", "rehearse", "--keep-days" if shell != "fish" else "keep-days"))
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell} on this machine")
    subprocess.run([shell, "-n", manual / f"mengpaneel.{shell}"], check=True, timeout=60)


@pytest.mark.skipif(not shutil.which("swift"), reason="there is no Swift on this machine")
def test_every_package_stands_in_the_bill_of_materials(tmp_path):
    files = [tmp_path / "first.json", tmp_path / "second.json"]
    for file in files:
        subprocess.run([ROOT / "script" / "sbom", file], check=True, capture_output=True, timeout=300)
    assert files[0].read_bytes() == files[1].read_bytes(), "the same packages give the same bytes"
    bill = json.loads(files[0].read_text(encoding="utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    assert bill["metadata"]["component"]["version"] == succeed("--version").out.strip()
    # What only the benchmarks need is no part of the program.
    manifest = (ROOT / "Package.swift").read_text(encoding="utf-8").partition("\nif Context.environment")[0]
    named = re.findall(r'\.package\(url: "https://([^"]+)"', manifest)
    assert len(named) > 10
    purls = {one["purl"].split("@")[0]: one for one in bill["components"] if "purl" in one}
    for place in named:
        assert re.fullmatch(r"\d+\.\d+\.\d+.*", purls[f"pkg:swift/{place}"]["version"]), place
    assert not any("ordo-one" in place for place in purls)
    assert {"gdal", "sqlite3", "zlib"} <= {one["name"] for one in bill["components"]}
    refs = {one["bom-ref"] for one in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    assert {one["ref"] for one in bill["dependencies"]} <= refs
    assert all(other in refs for one in bill["dependencies"] for other in one["dependsOn"])
    assert "/" + "tmp" + "/" not in files[0].read_text(encoding="utf-8"), "no path of the machine that wrote it"
    assert subprocess.run(["git", "check-ignore", "-q", ".build/sbom/mengpaneel.cdx.json"], cwd=ROOT, check=False).returncode in (0, 128)
