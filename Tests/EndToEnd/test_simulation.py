"""Packages simulated, compared and scored by the built program, and what it says when something is wrong."""

import hashlib
import json
import signal
import subprocess
import time

import pytest

from program import BINARY, refused, run, succeed

PLAN = """package: Plan
horizon: 2024
measures:
  - lever: demolishRebuild
    areas: [BU99990203]
    from: 2023
    dwellings: 20
    rebuilt: {socialRent: 5, ownerOccupied: 15}
"""


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN)
    return path


def sha(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_package_stands_beside_doing_nothing_and_beside_itself_without_forced_moves(project, plan):
    rows = json.loads(succeed("simulate", project, "--package", plan, "--runs", "2", "--format", "json").out)
    assert {row["arm"] for row in rows} == {"do nothing", "Plan", "Plan, no displacement"}
    forced = {row["arm"]: row["end"] for row in rows if row["measure"] == "forcedMoves"}
    assert forced["do nothing"] == 0 and forced["Plan, no displacement"] == 0
    subjects = {row["subject"] for row in rows}
    assert subjects == {"area", "initialResidents", "delivery"}


def test_the_same_seed_gives_the_same_bytes_on_any_number_of_threads(project, plan, tmp_path):
    files = []
    for threads in ["1", "2"]:
        path = tmp_path / f"outcomes-{threads}.csv"
        succeed("simulate", project, "--package", plan, "--runs", "3", "--threads", threads, "--csv", path)
        files.append(sha(path))
    assert files[0] == files[1]


def test_outcomes_are_kept_in_the_project_once(project, plan):
    succeed("simulate", project, "--package", plan, "--runs", "1", "--keep")
    once = sha(project)
    succeed("simulate", project, "--package", plan, "--runs", "1", "--keep")
    assert sha(project) == once
    assert succeed("claims", project).status == 0


@pytest.mark.parametrize(
    "change, expected",
    [
        (("dwellings: 20", "dwelings: 20"), "did you mean 'dwellings'?"),
        (("lever: demolishRebuild", "lever: demolishRebuilt"), "did you mean 'demolishRebuild'?"),
        (("dwellings: 20", "dwellings: 200000"), "homes are to be demolished, but"),
        (("BU99990203", "BU99999203"), "has no area 'BU99999203'"),
        (("from: 2023", "from: 2022"), "does not lie after 2022"),
        (("from: 2023", "from: 2023\n    herkomst: 0.5"), "origin is never a ground"),
        (("horizon: 2024", "horizon: 1990"), "does not lie after 2022"),
    ],
)
def test_a_mistake_in_a_package_is_one_line_and_nothing_is_run(project, plan, change, expected):
    plan.write_text(PLAN.replace(*change))
    before = sha(project)
    refused(run("simulate", project, "--package", plan, "--runs", "1", "--keep"), "plan.yaml", expected)
    assert sha(project) == before


def test_files_and_words_that_are_no_package_are_refused(project, tmp_path):
    empty = tmp_path / "empty.yaml"
    empty.write_text("")
    refused(run("simulate", project, "--package", empty), "the file is empty")
    huge = tmp_path / "huge.yaml"
    huge.write_text("a: b\n" * 400_000)
    refused(run("simulate", project, "--package", huge), "more than the 1 MB")
    refused(run("simulate", project, "--package", tmp_path / "none.yaml"), "there is no such file")
    refused(run("simulate", "--runs", "1"), "give a project file")
    refused(run("simulate", project, "--assume", "retrunShare=0.2"), "did you mean 'returnShare'?")
    refused(run("simulate", project, "--assume", "returnShare=2"), "must lie in 0.0...1.0")
    refused(run("simulate", project, "--with", "feedbak"), "did you mean 'feedback'?")
    refused(run("backtest", project, "--from", "2020", "--to", "2019"), "does not lie after")
    refused(run("sensitivity", project, "--outcome", "dissimilaritylow"), "did you mean 'dissimilarityLow'?")


def test_packages_are_compared_and_none_is_put_first(project, plan, tmp_path):
    other = tmp_path / "other.yaml"
    other.write_text("package: Other\nhorizon: 2024\nmeasures:\n  - {lever: permits, from: 2023}\n")
    text = succeed("compare", project, "--packages", plan, other, "--runs", "2").out
    assert "WHAT STANDS AGAINST WHAT" in text and "WHAT HAPPENS TO WHO LIVES THERE NOW" in text
    refused(run("compare", project, "--packages", plan), "two or more package files")


def test_sensitivity_writes_the_files_of_the_field_and_reads_them_back(project, plan, tmp_path):
    folder = tmp_path / "design"
    first = succeed("sensitivity", project, "--package", plan, "--factors", "returnShare", "wishLevel", "--samples", "2",
                    "--replicates", "1", "--outcome", "lowShareScope", "--export", folder, "--format", "csv").out
    assert len((folder / "param_values.txt").read_text().splitlines()) == 6
    assert (folder / "experiments.csv").read_text().startswith("wishLevel,returnShare,scenario,policy,model\n")
    assert len((folder / "lowShareScope.cls").read_text().splitlines()) == 6
    again = succeed("sensitivity", "--from", folder, "--format", "csv").out
    assert again == first
    (folder / "Y.txt").write_text("1\nx\n")
    refused(run("sensitivity", "--from", folder), "Y.txt: line 2, column 1: found 'x', expected a finite outcome")
    # Without the files of SALib those of the workbench are read.
    for name in ("problem.txt", "param_values.txt", "Y.txt"):
        (folder / name).unlink()
    boxes = succeed("sensitivity", "--from", folder, "--method", "discover", "--outcome", "lowShareScope",
                    "--above", "-1", "--format", "json").out
    assert json.loads(boxes)[0]["coverage"] == 1
    refused(run("sensitivity", "--from", folder, "--method", "discover", "--outcome", "lowShareScope", "--above", "1"),
            "no case is of interest")
    refused(run("sensitivity", "--from", folder, "--method", "discover", "--outcome", "unknown", "--above", "0"),
            "there is no unknown.cls or unknown.csv")


def test_shares_of_the_variance_come_with_pairs(project, plan):
    rows = json.loads(succeed("sensitivity", project, "--package", plan, "--factors", "returnShare", "wishLevel",
                              "--method", "sobol", "--samples", "2", "--pairs", "--replicates", "1",
                              "--outcome", "lowShareScope", "--format", "json").out)
    assert [(row["assumption"], row["with"]) for row in rows] == [
        ("wishLevel", ""), ("returnShare", ""), ("wishLevel", "returnShare")]
    refused(run("sensitivity", project, "--pairs"), "only --method sobol")


def test_ctrl_c_keeps_finished_runs(project, plan):
    process = subprocess.Popen([BINARY, "simulate", project, "--package", plan, "--runs", "5000", "--threads", "1"],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    # Time to make the population and finish a run on a slow machine.
    time.sleep(15)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert "of 5000 runs were finished" in err, err
    assert "WHAT HAPPENS TO THE AREAS" in out and process.returncode == 0


def test_schelling_separates(tmp_path):
    rows = json.loads(succeed("schelling", "--steps", "20", "--format", "json").out)
    assert rows[0]["like_share"] < 0.55 < 0.65 < rows[-1]["like_share"]
    refused(run("schelling", "--agents", "1600"), "do not fit")


def test_rotterdam_and_the_hague_are_scored_against_what_was_observed(data, tmp_path):
    town = tmp_path / "rotterdam.mengpaneel"
    succeed("import", "rotterdam", data / "rotterdam_wijkprofiel", "--into", town)
    rows = json.loads(succeed("backtest", town, "--from", "2014", "--to", "2016", "--runs", "1", "--format", "json").out)
    scored = {row["indicator"]: row for row in rows if row["baseline"] == "persistence"}
    assert scored["income.lowPersons"]["areas"] == 71
    assert scored["income.lowPersons"]["low"] <= scored["income.lowPersons"]["skill"] <= scored["income.lowPersons"]["high"]
    hague = tmp_path / "denhaag.mengpaneel"
    succeed("import", "denhaag", data / "denhaag_wijk_panel", "--into", hague)
    text = succeed("backtest", hague, "--municipality", "GM0518", "--level", "district", "--from", "2013", "--to", "2017",
                   "--runs", "1", "--markdown").out
    assert "population.inhabitants" in text or "Inhabitants" in text
