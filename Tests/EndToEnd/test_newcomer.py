"""What the README tells a newcomer to type, on real files beside the repository."""

import csv
import io
import json
import re
import shutil
import subprocess

import pytest

from program import BINARY, ROOT, SHARED, Project, digest, is_one_clear_line, run, succeed

COMMANDS = ["demo", "serve", "import", "fetch", "measure", "claims", "report", "verify", "verify segregation",
            "verify evidence", "evidence", "evidence list", "evidence map", "evidence pool", "evidence convert",
            "evidence check", "evidence add", "evidence change", "evidence withdraw", "evidence undo",
            "evidence history", "ensemble", "ensemble plan", "ensemble shard", "ensemble missing", "ensemble merge",
            "ensemble script", "doctor"]
CHROMIUM = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])), None)


@pytest.fixture(scope="module")
def rotterdam(data, tmp_path_factory):
    project = tmp_path_factory.mktemp("rotterdam") / "rotterdam.mengpaneel"
    outcome = succeed("import", "rotterdam", data, "--into", project, "--format", "json")
    return project, json.loads(outcome.out)


def test_rotterdam_has_its_neighbourhoods_and_its_report(rotterdam):
    project, report = rotterdam
    assert len(Project(project).areas("neighbourhood")) == 71
    assert len(report) > 100
    assert all({"file", "source", "column", "variable", "year", "filled"} <= set(row) for row in report)
    assert {row["year"] for row in report} >= {2014, 2015, 2016}


def test_the_path_from_nothing_to_a_report_goes_as_the_readme_says(data, tmp_path):
    text = (ROOT / "README.md").read_text("utf-8").split("## From nothing to a report")[1].split("```")[1]
    lines = [line.split(" #")[0].split()[1:] for line in text.splitlines() if line.startswith("mengpaneel ")]
    assert [line[0] for line in lines] == ["import", "claims", "simulate", "session", "session", "serve"]
    # Two runs of two years instead of fifty of ten, so that it takes seconds.
    (tmp_path / "plan.yaml").write_text((ROOT / "Documentation/examples/rotterdam.yaml").read_text("utf-8").replace("2026", "2018"))
    instead = {"../shared/data": data, "Documentation/examples/rotterdam.yaml": tmp_path / "plan.yaml", "50": "2"}
    for line in lines[:-1]:
        assert succeed(*[instead.get(word, word) for word in line], cwd=tmp_path, timeout=300).out.strip() or line[1] == "report"
    report = (tmp_path / "verslag.html").read_text("utf-8")
    assert "Rotterdam" in report and "More places to go" in report and "12" in report


def test_importing_again_changes_no_byte(rotterdam, data, tmp_path):
    project, _ = rotterdam
    own = shutil.copyfile(project, tmp_path / "rotterdam.mengpaneel")
    outcome = succeed("import", "rotterdam", data, "--into", own, "--language", "en")
    assert "nothing was changed" in outcome.err
    assert digest(own) == digest(project)
    fresh = tmp_path / "elders.mengpaneel"
    succeed("import", "rotterdam", data, "--into", fresh)
    assert digest(fresh) == digest(project), "two fresh projects are the same bytes"


def test_the_claims_of_rotterdam(rotterdam):
    project, _ = rotterdam
    outcome = succeed("claims", project, "--format", "json", "--low-income", "lowest40")
    rows = json.loads(outcome.out)
    assert [claim for claim in dict.fromkeys(row["claim"] for row in rows)] == ["C1", "C2", "C3", "C4", "C5", "C6"]
    low = next(row for row in rows if row["figure"] == "D.income.lowest40" and row["year"] == 2014)
    assert low["value"] == pytest.approx(0.227, abs=0.0006) and low["lower"] < low["value"] < low["upper"]
    assert all(row["verdict"] and row["reason"] for row in rows)
    assert not any("Neighbourhoods." in str(row["unit"]) for row in rows), "units are words, not names of types"
    table = list(csv.DictReader(io.StringIO(succeed("claims", project, "--format", "csv").out, newline="")))
    assert {row["claim"] for row in table} == {"C1", "C2", "C3", "C4", "C5", "C6"}
    text = succeed("claims", project).out
    assert text.startswith("Rotterdam (GM0599)") and "C6" in text


def test_the_hague_by_district_and_year(data, tmp_path):
    project = tmp_path / "denhaag.mengpaneel"
    succeed("import", "denhaag", data, "--into", project)
    found = Project(project)
    districts = found.rows("SELECT DISTINCT code FROM area JOIN areaTable ON number = areaTable WHERE level = 'district' AND municipality = 'GM0518'")  # noqa: E501
    assert len(districts) == 44
    assert {year for _, year in found.series("district")} >= set(range(2009, 2018))
    assert succeed("claims", project, "--municipality", "GM0518", "--level", "district").out.count("\nC") == 6
    several = run("claims", project)
    assert is_one_clear_line(several) and "GM0518" in several.err, several


def test_the_whole_country_in_one_project(data, tmp_path):
    project = tmp_path / "land.mengpaneel"
    succeed("import", "leefbaarometer", data, "--into", project)
    found = Project(project)
    assert len(found.areas("neighbourhood")) > 11_000
    assert {year for _, year in found.series("neighbourhood")} >= {2002, 2008, 2012, 2014, 2016, 2018}
    succeed("claims", project, "--municipality", "GM0153")


def test_a_report_stands_on_its_own(rotterdam, tmp_path):
    project, _ = rotterdam
    succeed("report", project, "--output", tmp_path / "rapport.html")
    page = (tmp_path / "rapport.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>") or page.startswith("<!doctype html>")
    assert "Rotterdam" in page and "<svg" in page
    loaded = re.findall(r"""(?:src|srcset|data|poster|action)\s*=\s*["']?\s*(?!data:)[^"'>\s]+|url\((?!["']?(?:data:|#))[^)]*\)|@import""", page)
    assert loaded == [], "nothing is fetched when the page opens"
    assert not re.search(r"""<link\b[^>]*href\s*=\s*["']?https?:""", page)
    assert "<script" not in page.lower() and not re.search(r"\son\w+\s*=", page)
    succeed("report", project, "--output", tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == (tmp_path / "rapport.html").read_bytes()


@pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium on this machine")
@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="there is no pdfinfo (poppler) on this machine")
def test_a_pdf_is_tagged(rotterdam, tmp_path):
    project, _ = rotterdam
    succeed("report", project, "--output", tmp_path / "rapport.html", "--pdf", tmp_path / "rapport.pdf")
    told = subprocess.run(["pdfinfo", tmp_path / "rapport.pdf"], capture_output=True, text=True, check=True, timeout=60).stdout
    assert re.search(r"^Tagged:\s+yes$", told, re.MULTILINE), told
    assert re.search(r"^Title:\s+.*Rotterdam", told, re.MULTILINE), told
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rapport.html", "rapport.pdf"], "nothing else is left"


def test_measure_gives_indices_with_intervals(tmp_path):
    (tmp_path / "counts.csv").write_text("id,low,high\nA,80,20\nB,50,50\nC,20,80\n")
    outcome = succeed("measure", tmp_path / "counts.csv", "--format", "json")
    assert json.loads(outcome.out)
    rows = list(csv.DictReader(io.StringIO(succeed("measure", tmp_path / "counts.csv", "--format", "csv").out, newline="")))
    # Worked out by hand: half of (|80 - 20| + |50 - 50| + |20 - 80|) / 150.
    found = [row for row in rows if row["index"] == "D-vs-rest" and row["groups"] == "low"]
    assert len(found) == 1 and float(found[0]["value"]) == pytest.approx(0.4)
    assert float(found[0]["lower"]) < 0.4 < float(found[0]["upper"])


def test_verify_agrees_with_published_values():
    reference = SHARED / "reference" / "segregation"
    if not reference.is_dir():
        pytest.skip("there are no reference values in ../shared/reference")
    outcome = succeed("verify", "segregation", reference, "--format", "json")
    total = json.loads(outcome.out)[-1]
    assert total["file"] == "total" and total["matched"] > 1900
    assert total["missed"] == 0 and total["not covered"] == 0


def test_doctor_names_what_it_looked_at():
    checks = {row["check"]: row["state"] for row in json.loads(succeed("doctor", "--format", "json").out)}
    assert checks["program"] == "good" and checks["mengpaneel-read"] == "good" and "Chromium" in checks


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash on this machine")
def test_completions_are_a_script_that_bash_takes():
    script = succeed("--generate-completion-script", "bash").out
    assert all(name in script for name in COMMANDS if " " not in name)
    checked = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True, timeout=30, check=False)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_has_examples(command):
    told = succeed("help", *command.split()).out
    assert "EXAMPLES" in told
    examples = [line.strip() for line in told.split("EXAMPLES")[1].splitlines() if line.strip().startswith("mengpaneel ")]
    assert any(line.startswith(f"mengpaneel {command}") for line in examples)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["clams"], "claims"),
        (["improt"], "import"),
        (["claims", "x", "--formt", "json"], "--format"),
        (["claims", "x", "--format", "jsn"], "json"),
        (["import", "rotterdm"], "rotterdam"),
        (["measure", "COUNTS", "--index", "Hh"], "'H'"),
        (["claims", "x.mengpaneel", "--level", "buurt"], "neighbourhood"),
    ],
)
def test_a_typing_mistake_gets_a_suggestion(typed, meant, tmp_path):
    (tmp_path / "counts.csv").write_text("id,low,high\nA,80,20\nB,50,50\n")
    outcome = run(*[tmp_path / "counts.csv" if word == "COUNTS" else word for word in typed], cwd=tmp_path)
    assert outcome.status != 0 and meant in outcome.err, outcome
    assert outcome.out == ""


def test_what_is_piped_away_ends_quietly():
    """`mengpaneel measure --list | head -1` is no fault of the user."""
    pipe = subprocess.run(
        f"'{BINARY}' measure --list | head -1", shell=True, capture_output=True, text=True, timeout=60, check=False
    )
    assert pipe.stdout.startswith("index") and pipe.stderr == ""
