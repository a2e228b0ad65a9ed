"""What studies say and what effects come to: the register and the arithmetic of pooling, as a user meets them."""

import json
import math
import time

import pytest

from program import SHARED, digest, is_one_clear_line, run, succeed


@pytest.fixture
def effects(tmp_path):
    path = tmp_path / "effects.csv"
    rows = [("a", -0.89, 0.33), ("b", -1.59, 0.19), ("c", -1.35, 0.42), ("d", -1.44, 0.02), ("e", -0.22, 0.05)]
    path.write_text("study,yi,vi\n" + "".join(f"{name},{yi},{vi}\n" for name, yi, vi in rows))
    return path


def test_equal_effects_are_the_weighted_mean(effects):
    tree = json.loads(succeed("evidence", "pool", effects, "--model", "EE", "--test", "z", "--format", "json").out)
    rows = [line.split(",") for line in effects.read_text().splitlines()[1:]]
    weights = [1 / float(row[2]) for row in rows]
    mean = sum(w * float(row[1]) for w, row in zip(weights, rows)) / sum(weights)
    assert tree["estimate"] == pytest.approx(mean, rel=1e-12)
    assert tree["se"] == pytest.approx(1 / math.sqrt(sum(weights)), rel=1e-12)
    assert tree["pi_lb"] is None and tree["prediction"]["undefined"]


def test_pooling_matches_the_reference_files(tmp_path):
    folder = SHARED / "reference" / "evidence"
    if not folder.is_dir():
        pytest.skip("there are no reference values in ../shared/reference")
    reference = json.loads((folder / "bcg.json").read_text())
    inputs = reference["inputs"]
    path = tmp_path / "bcg.csv"
    columns = ["study", "year", "tpos", "tneg", "cpos", "cneg"]
    rows = zip(*(inputs[name] for name in columns))
    path.write_text("study,year,ai,bi,ci,di\n" + "".join(",".join(map(str, row)) + "\n" for row in rows))
    for model, expected in reference["log_rr"]["models"].items():
        for test in ["z", "knha"]:
            if test == "knha" and "knha" not in expected:
                continue
            arguments = ["--metric", "RR", "--model", model, "--test", test, "--format", "json"]
            tree = json.loads(succeed("evidence", "pool", path, *arguments).out)
            found = expected["knha"] if test == "knha" else expected["coef"][0]
            assert tree["se"] == pytest.approx(found["se"], rel=1e-5), (model, test)
            assert tree["tau2"] == pytest.approx(expected["tau2"], rel=1e-5, abs=1e-9), model
            assert tree["k"] == expected["k"] and tree["QE"] == pytest.approx(expected["QE"], rel=1e-9)


def test_all_reference_values_are_reproduced():
    folder = SHARED / "reference" / "evidence"
    if not folder.is_dir():
        pytest.skip("there are no reference values in ../shared/reference")
    rows = json.loads(succeed("verify", "evidence", folder, "--format", "json", timeout=600).out)
    total = rows[-1]
    assert total["file"] == "total" and total["missed"] == 0 and total["not covered"] == 0
    assert total["numbers"] > 12_000


def test_ten_thousand_studies(tmp_path):
    path = tmp_path / "many.csv"
    rows = [f"s{i},{math.sin(i) / 3 + 0.1:.6f},{0.01 + (i % 97) / 900:.6f}" for i in range(10_000)]
    path.write_text("study,yi,vi\n" + "\n".join(rows) + "\n")
    started = time.monotonic()
    tree = json.loads(succeed("evidence", "pool", path, "--format", "json").out)
    assert tree["k"] == 10_000 and len(tree["studies"]["yi"]) == 10_000
    assert tree["ci_lb"] < 0.1 < tree["ci_ub"]
    assert time.monotonic() - started < 20, "even an unoptimised build is done in this time"
    short = succeed("evidence", "pool", path).out
    assert len(short.splitlines()) < 60, "a terminal is not flooded"


def test_unchanged_by_order_and_by_unit(effects, tmp_path):
    lines = effects.read_text().splitlines()
    turned = tmp_path / "turned.csv"
    turned.write_text("\n".join([lines[0], *reversed(lines[1:])]) + "\n")
    scaled = tmp_path / "scaled.csv"
    cells = [line.split(",") for line in lines[1:]]
    scaled.write_text("study,yi,vi\n" + "".join(f"{n},{float(y) * 10!r},{float(v) * 100!r}\n" for n, y, v in cells))
    plain, other, larger = (
        json.loads(succeed("evidence", "pool", path, "--format", "json").out) for path in [effects, turned, scaled]
    )
    assert other["estimate"] == pytest.approx(plain["estimate"], rel=1e-9)
    assert larger["estimate"] == pytest.approx(10 * plain["estimate"], rel=1e-6)
    assert larger["tau2"] == pytest.approx(100 * plain["tau2"], rel=1e-5)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\n", b"study,yi,vi\n", b"study,yi,vi\na,1,1\n", b"study,yi,vi\na,1,0\nb,2,1\n",
        b"study,yi,vi\na,1e300,1\nb,2,1\n", b"study,yi,vi\na,inf,1\nb,2,1\n", b"study,yi,vi\na,nan,1\nb,2,1\n",
        b"study,yi,vi\na,1\nb,2,1\n", b"study,yi,vi\n\"a,1,1\nb,2,1\n", b"\x00\x01\x02", b"yi,yi\n1,1\n2,2\n",
        b"study,outcome,yi,vi\na,x,1,1\nb,y,2,1\n", b"study,metric,yi,vi\na,RR,1,1\nb,QQ,2,1\n",
    ],
)
def test_bad_effects_are_one_clear_line(content, tmp_path):
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    for command in ["pool", "convert"]:
        outcome = run("evidence", command, path)
        if command == "pool":
            assert outcome.status != 0, outcome
        if outcome.status != 0:
            assert is_one_clear_line(outcome), outcome


def test_collinear_and_constant_moderators(tmp_path):
    path = tmp_path / "moderators.csv"
    path.write_text("study,yi,vi,a,b,c\n" + "".join(f"s{i},{i % 3},1,{i},{2 * i},5\n" for i in range(8)))
    for names in [["a", "b"], ["c"]]:
        outcome = run("evidence", "pool", path, "--moderator", *names)
        assert outcome.status != 0 and is_one_clear_line(outcome) and "leave it out" in outcome.err
    alike = tmp_path / "alike.csv"
    alike.write_text("study,yi,vi\n" + "a,0.5,0.1\n" * 6)
    tree = json.loads(succeed("evidence", "pool", alike, "--format", "json").out)
    assert tree["tau2"] == 0 and tree["estimate"] == pytest.approx(0.5)


@pytest.mark.parametrize(
    "arguments",
    [["evidence"], ["evidence", "lst"], ["evidence", "list", "--region", "ZZ"], ["evidence", "list", "--years", "x"],
     ["evidence", "check", "none.ris"], ["evidence", "history", "--project", "none.mengpaneel"],
     ["evidence", "add", "x.ris", "--project", "none.mengpaneel"], ["verify", "evidence", "none"]],
)
def test_mistakes_are_met_plainly(arguments, tmp_path):
    outcome = run(*arguments, cwd=tmp_path)
    if arguments == ["evidence"]:
        assert "SUBCOMMANDS" in outcome.out + outcome.err
        return
    assert outcome.status != 0 and is_one_clear_line(outcome), outcome
    assert not list(tmp_path.glob("*.mengpaneel")), "a mistyped name makes no project"


def test_the_map_and_the_list_agree():
    studies = json.loads(succeed("evidence", "list", "--format", "json").out)
    cells = json.loads(succeed("evidence", "map", "--format", "json").out)
    assert len(cells) == 108
    for cell in cells:
        papers = [
            study for study in studies
            if cell["domain"] in study["outcome_domains"].split(";") and cell["lever"] in study["levers"].split(";")
        ]
        assert len(papers) == cell["papers"], cell
        assert cell["studies"] <= cell["papers"]
        assert cell["statement"].startswith("0 onderzoeken") == (cell["papers"] == 0)


def test_changes_live_in_the_project_and_nowhere_else(project):
    before = json.loads(succeed("evidence", "list", "--format", "json").out)
    succeed("evidence", "change", "NL-10", "design", "panel", "--project", project, "--by", "groep 1")
    after = json.loads(succeed("evidence", "list", "--project", project, "--format", "json").out)
    changed = [(a, b) for a, b in zip(before, after) if a != b]
    assert [(a["id"], b["design"]) for a, b in changed] == [("NL-10", "panel")]
    assert json.loads(succeed("evidence", "list", "--format", "json").out) == before
    kept = digest(project)
    refused = run("evidence", "change", "NL-10", "design", "guess", "--project", project)
    assert refused.status != 0 and is_one_clear_line(refused)
    assert digest(project) == kept
    succeed("evidence", "undo", "1", "--project", project)
    assert json.loads(succeed("evidence", "list", "--project", project, "--format", "json").out) == before
    lines = json.loads(succeed("evidence", "history", "--project", project, "--format", "json").out)
    assert [line["undone"] for line in lines] == ["yes", "no"] and lines[0]["who"] == "groep 1"


def test_references_go_round(tmp_path):
    listed = succeed("evidence", "list", "--format", "json").out
    first = json.loads(listed)[0]
    bib = tmp_path / "a.bib"
    bib.write_text("@article{k1, author = {Muster{\\\"u}d, S.}, title = {A {T}itle}, year = {2003}, journal = {J}}\n")
    ris = tmp_path / "a.ris"
    ris.write_text(succeed("evidence", "convert", bib, "--to", "ris").out)
    assert "TI  - A Title" in ris.read_text() and "Musterüd" in ris.read_text()
    again = succeed("evidence", "convert", ris, "--to", "bibtex").out
    assert "2003" in again and first["id"] not in again
