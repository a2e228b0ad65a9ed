"""Every function gives what the command line gives, from tables of Python as from files."""

import csv
import filecmp
import shutil

import pytest

import mengpaneel as mp

COUNTS = {"id": list("ABCD"), "low": [80, 50, 20, 30], "high": [20, 50, 80, 40]}
LATER = {"id": list("ABCD"), "low": [70, 50, 30, 30], "high": [30, 50, 70, 40]}
PLACES = {"id": list("ABCD"), "x": [0, 1000, 2000, 3000], "y": [0, 0, 500, 0], **{k: COUNTS[k] for k in ("low", "high")}}
EFFECTS = {"study": list("abcd"), "yi": [0.1, 0.3, 0.2, 0.4], "vi": [0.02, 0.03, 0.05, 0.04], "year": [2001, 2002, 2003, 2004]}
NUMBERS = {"study": ["a", "b"], "ai": [4, 6], "bi": [119, 300], "ci": [11, 29], "di": [128, 274]}
BALLOTS = [
    {"count": 42, "ballot": "M > N > C > K"}, {"count": 26, "ballot": "N > C > K > M"},
    {"count": 15, "ballot": "C > K > N > M"}, {"count": 17, "ballot": "K > C > N > M"},
]
APPROVALS = {"school": [1, 1, 0], "park": [0, 1, 1], "homes": [1, 0, 0]}
COSTS = {"project": ["school", "park", "homes"], "cost": [30, 20, 45]}
GRADES = {"x": [5, 4, 1], "y": [3, 4, 4]}
CRITERIA = {"alternative": ["nothing", "build"], "mix": [0, 5], "cost": [0, 40]}
CHOICES = {"a": [1, 0, 1, 0, 1, 1], "b": [0, 1, 1, 1, 0, 0], "c": [1, 1, 0, 0, 0, 1]}
PROJECTS = {"project": list("abc"), "cost": [10, 15, 20], "homes": [5, 9, 4]}
PLAN = {
    "package": "Plan", "horizon": 2025,
    "measures": [{"lever": "demolishRebuild", "areas": ["BU99980101"], "from": 2025, "dwellings": 20,
                  "rebuilt": {"socialRent": 5, "ownerOccupied": 15}}],
}  # fmt: skip
OTHER = {"package": "Other", "horizon": 2025, "measures": [{"lever": "permits", "from": 2025}]}


def votes(flipped=()):
    """Two camps of eight people on eight statements, of which the last is shared."""
    rows = []
    for person in range(16):
        for statement in range(1, 9):
            noisy = (person * 5 + statement * 3) % 11 == 0
            agrees = statement == 8 or ((statement % 2 == 0) == (person < 8)) != noisy
            sign = -1 if (person, statement) in flipped else 1
            rows.append({"participant": person, "statement": statement, "vote": sign * (1 if agrees else -1)})
    return rows


SORTS = [
    {"statement": f"s{row}", "a": row - 4, "b": row - 4 if row % 4 else 4 - row, "c": 4 - row, "d": (row * 2) % 9 - 4}
    for row in range(9)
]


@pytest.fixture
def file(tmp_path):
    """Writes a table the way a person would have it."""

    def write(name, table):
        rows = table if isinstance(table, list) else [dict(zip(table, cells)) for cells in zip(*table.values())]
        path = tmp_path / f"{name}.csv"
        with path.open("w", newline="") as opened:
            writer = csv.DictWriter(opened, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        return path

    return write


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text(
        "package: Plan\nhorizon: 2025\nmeasures:\n  - lever: demolishRebuild\n    areas: [BU99980101]\n    from: 2025\n"
        "    dwellings: 20\n    rebuilt: {socialRent: 5, ownerOccupied: 15}\n"
    )
    return path


def test_measures(typed, file):
    found = mp.measure(COUNTS, index=["H", "D-vs-rest"], draws=50)
    told = typed.json("measure", file("counts", COUNTS), "--index", "H", "D-vs-rest", "--draws", 50)
    assert found.about == {key: value for key, value in told.items() if key != "measures"}
    rows = [(index, row) for index, rows in told["measures"].items() for row in rows]
    assert [row["index"] for row in found] == [index for index, _ in rows]
    assert [row["groups"] for row in found] == [" | ".join(row.get("groups", [])) for _, row in rows]
    for mine, (_, row) in zip(found, rows, strict=True):
        assert {key: mine[key] for key in row if key not in ("groups", "params")} == {
            key: value for key, value in row.items() if key not in ("groups", "params")
        }
    assert found.estimates()[1].lower == rows[1][1]["lower"] and found.estimates()[1].level == 0.95
    assert found.estimates("corrected")[1].upper == rows[1][1]["corrected_upper"]


def test_a_difference_calls_its_tables_earlier_and_later(typed, file):
    found = mp.difference(COUNTS, LATER, index="D-vs-rest", draws=50, permutations=99)
    told = typed.csv("measure", file("one", COUNTS), file("two", LATER), "--index", "D-vs-rest", "--draws", 50,
                     "--permutations", 99)  # fmt: skip
    assert found.columns == [{"one.csv": "earlier", "two.csv": "later"}.get(name, name) for name in told[0]]
    assert [str(found[0][name]) for name in ("earlier", "later", "difference", "lower", "upper", "p")] == [
        told[0][name] for name in ("one.csv", "two.csv", "difference", "lower", "upper", "p")
    ]


CASES = {
    "profile": (lambda: mp.profile(PLACES, sizes=[50, 100]), lambda f: ["profile", f("c", PLACES), "--sizes", "50,100"]),
    "decompose": (
        lambda: mp.decompose(COUNTS, LATER, draws=20),
        lambda f: ["decompose", f("c", COUNTS), f("l", LATER), "--draws", 20],
    ),
    "effects": (lambda: mp.effects(NUMBERS, metric="RR"), lambda f: ["evidence", "convert", f("n", NUMBERS), "--metric", "RR"]),
    "vote_changes": (
        lambda: mp.vote_changes(votes(), later=votes({(0, 8)})),
        lambda f: ["opinions", f("v", votes()), "--later", f("w", votes({(0, 8)}))],
    ),
    "decide_ranked": (lambda: mp.decide_ranked(BALLOTS), lambda f: ["decide", "ranked", f("b", BALLOTS)]),
    "decide_grades": (lambda: mp.decide_grades(GRADES), lambda f: ["decide", "grades", f("g", GRADES)]),
    "decide_approval": (
        lambda: mp.decide_approval(APPROVALS, pick=2),
        lambda f: ["decide", "approval", f("a", APPROVALS), "--pick", 2],
    ),
    "decide_budget": (
        lambda: mp.decide_budget(APPROVALS, costs=COSTS, budget=50),
        lambda f: ["decide", "budget", f("a", APPROVALS), "--costs", f("c", COSTS), "--budget", 50],
    ),
    "decide_portfolio": (
        lambda: mp.decide_portfolio(CHOICES, projects=PROJECTS, budget=35),
        lambda f: ["decide", "portfolio", f("h", CHOICES), "--projects", f("p", PROJECTS), "--budget", 35],
    ),
    "decide_criteria": (
        lambda: mp.decide_criteria(CRITERIA, against="cost"),
        lambda f: ["decide", "criteria", f("c", CRITERIA), "--against", "cost"],
    ),
    "schelling": (lambda: mp.schelling(steps=3, wish=4), lambda f: ["schelling", "--steps", 3, "--wish", 4]),
    "indices": (lambda: mp.indices(language="nl"), lambda f: ["measure", "--list", "--language", "nl"]),
    "assumptions": (lambda: mp.assumptions(), lambda f: ["simulate", "--assumptions"]),
    "variables": (lambda: mp.variables(), lambda f: ["import", "--variables"]),
    "studies": (lambda: mp.studies(region=["NL", "US"]), lambda f: ["evidence", "list", "--region", "NL", "US"]),
    "evidence_map": (lambda: mp.evidence_map(gaps=True), lambda f: ["evidence", "map", "--gaps"]),
    "doctor": (lambda: mp.doctor(port=48211), lambda f: ["doctor", "--port", 48211]),
}


@pytest.mark.parametrize("name", CASES)
def test_rows(name, typed, file):
    function, words = CASES[name]
    found = function()
    assert found.rows == typed.json(*words(file)) and len(found) > 0


def test_pooling_and_its_parts(typed, file):
    found = mp.pool(EFFECTS, model="DL", moderator="year", leave_one_out=True, bias=["egger", "begg"])
    told = typed.json("evidence", "pool", file("effects", EFFECTS), "--model", "DL", "--moderator", "year", "--leave-one-out",
                      "--bias", "egger", "begg")  # fmt: skip
    assert dict(found) == told
    whole = found.estimate()
    assert (whole.value, whole.lower, whole.upper, whole.level) == (told["estimate"], told["ci_lb"], told["ci_ub"], 0.95)
    omitted = found.table("leave_one_out")
    assert len(omitted) == 4 and omitted.estimates()[2].value == told["leave_one_out"]["estimate"][2]
    assert found.table("models").where(name="REML").estimate().lower == told["models"]["REML"]["ci_lb"]
    assert found.table("meta_regression").columns[0] == "term"


def test_opinions_and_sorts(typed, file):
    path = file("votes", votes())
    assert dict(mp.opinions(votes(), shuffles=20, leave_out=2)) == typed.json(
        "opinions", path, "--shuffles", 20, "--leave-out", 2
    )
    shared = mp.statements(votes(), shuffles=0, language="en")
    told = typed.csv("opinions", path, "--shuffles", 0, "--language", "en")
    assert [{name: "" if cell is None else str(cell) for name, cell in row.items()} for row in shared] == told
    assert shared.estimate(statement=8).value == 1.0 and shared.estimate(statement=8).lower < 1
    assert dict(mp.qsort(SORTS, factors=2)) == typed.json("qsort", file("sorts", SORTS), "--factors", 2)


def test_claims_and_simulations(typed, town, plan):
    claims = mp.claims(town, language="en")
    assert claims.rows == typed.json("claims", town, "--language", "en")
    first = next(row for row in claims if row["lower"] is not None)
    assert claims.estimate(claim=first["claim"], figure=first["figure"], year=first["year"]).upper == first["upper"]

    found = mp.simulate(town, package=PLAN, assume={"returnShare": 0.2}, runs=2)
    assert found.rows == typed.json("simulate", town, "--package", plan, "--assume", "returnShare=0.2", "--runs", 2)
    forced = found.estimate(arm="Plan", measure="forcedMoves")
    assert forced.value > 0 and forced.lower is not None
    assert any("too few to show to others" in note for note in found.notes), "what the program remarks on is not lost"


def test_packages_side_by_side_and_what_their_effect_hangs_on(typed, town, plan, tmp_path):
    other = tmp_path / "other.yaml"
    other.write_text("package: Other\nhorizon: 2025\nmeasures:\n  - {lever: permits, from: 2025}\n")
    together = mp.compare(town, packages=[PLAN, other], runs=1)
    assert together.rows == typed.json("compare", town, "--packages", plan, other, "--runs", 1)
    assert mp.compare(town, packages=[plan, OTHER], runs=1).rows == together.rows

    found = mp.sensitivity(town, package=plan, factors=["returnShare", "wishLevel"], samples=2, replicates=1)
    assert found.rows == typed.json("sensitivity", town, "--package", plan, "--factors", "returnShare", "wishLevel",
                                    "--samples", 2, "--replicates", 1)  # fmt: skip
    assert len(found.estimates()) == 2


def test_a_table_of_ones_own_is_imported_and_years_past_are_scored(typed, town, tmp_path):
    mapping = {
        "name": "own", "municipality": {"code": "GM9998", "name": "Verzonnendam"},
        "tables": [{
            "source": {"id": "own", "title": "Own", "producer": "Made up", "licence": "CC0"}, "year": 2025,
            "level": "neighbourhood", "code": {"column": "code"},
            "columns": [{"name": "inhabitants", "variable": "population.inhabitants"}],
        }],
    }  # fmt: skip
    table = {
        "code": ["BU99980101", "BU99980102", "BU99980103", "BU99980201", "BU99980202"],
        "inhabitants": [2150, 1900, 1210, 2500, 1480],
    }
    project = shutil.copyfile(town, tmp_path / "own.mengpaneel")
    report = mp.import_data(table, mapping=mapping, into=project)
    assert report.rows[0]["variable"] == "population.inhabitants" and report.rows[0]["filled"] == 1.0
    scores = mp.backtest(project, from_=2024, to=2025, runs=2, tolerance=0)
    assert scores.rows == typed.json("backtest", project, "--from", 2024, "--to", 2025, "--runs", 2, "--tolerance", 0)
    assert scores.where(indicator="population.inhabitants")[0]["areas"] == 5
    assert len(scores.estimates()) == len(scores)


def test_files_are_written_where_they_are_asked(typed, town, tmp_path):
    mine = mp.report(town, output=tmp_path / "mine.html", language="en")
    typed.text("report", town, "--output", tmp_path / "typed.html", "--language", "en")
    assert filecmp.cmp(mine, tmp_path / "typed.html", shallow=False)
    typed.text("demo", "--output", tmp_path / "typed.mengpaneel", "--seed", 3)
    assert filecmp.cmp(mp.demo(output=tmp_path / "mine.mengpaneel", seed=3), tmp_path / "typed.mengpaneel", shallow=False)


def test_a_calibration_that_is_refused_is_the_line_of_the_command(tmp_path):
    """A whole calibration takes minutes; that its words arrive is seen from what is refused."""
    with pytest.raises(mp.MengpaneelError, match="there is no assumption 'returnShar'; did you mean 'returnShare'"):
        mp.calibrate(tmp_path / "none.mengpaneel", assume={"returnShar": 0.2})
