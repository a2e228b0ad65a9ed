"""`mengpaneel fetch` against a server on this machine that answers in the documented shapes."""

import json
import math
import re
import shutil

import pytest

import mirror
from program import Project, digest, is_one_clear_line, run, succeed

YEAR = 2024

DIALECTS = ["fetched", "fetched_v4"]

# variable: (key of the mirror, what its figure is multiplied by)
SHARED = {
    "population.inhabitants": ("inhabitants", 1), "population.households": ("households", 1),
    "stock.dwellings": ("dwellings", 1), "assessedValue.mean": ("value", 1000), "tenure.ownerOccupied": ("owner", 0.01),
    "tenure.rent": ("rent", 0.01), "tenure.socialRent": ("social", 0.01), "tenure.privateRent": ("private", 0.01),
    "income.meanPerInhabitant": ("income", 1000), "income.lowest40": ("low", 0.01), "income.highest20": ("high", 0.01),
}  # fmt: skip


def fetch(address, folder, *more, code=mirror.MUNICIPALITY, year=YEAR, project="town.mengpaneel"):
    return run(
        "fetch", code, "--year", year, "--mirror", address, "--cache", folder / "cache", "--into", folder / project, *more
    )


@pytest.fixture(scope="module")
def server():
    with mirror.running() as (address, knowledge):
        yield address, knowledge


@pytest.fixture(scope="module")
def fetched(server, tmp_path_factory):
    """A folder with a project that was fetched while the server had its troubles; do not write to it."""
    address, knowledge = server
    folder = tmp_path_factory.mktemp("fetched")
    knowledge.busy_once = {"85984NED/TypedDataSet"}
    knowledge.broken_once = {"86134NED/TypedDataSet"}
    outcome = fetch(address, folder)
    assert outcome.status == 0, outcome
    statuses = knowledge.statuses()
    assert statuses.count(503) == 1 and statuses.count(0) == 1, "both troubles were met, and overcome"
    return folder


@pytest.fixture
def own(fetched, tmp_path):
    """A copy of that folder to write in."""
    return shutil.copytree(fetched, tmp_path / "own")


@pytest.fixture(scope="module")
def fetched_v4(server, tmp_path_factory):
    folder = tmp_path_factory.mktemp("fetched-v4")
    outcome = fetch(server[0], folder, "--odata", "v4")
    assert outcome.status == 0, outcome
    return folder


def expected(code, key, scale):
    value = mirror.figures(code)[key]
    return None if value is None else pytest.approx(value * scale, rel=1e-12)


@pytest.mark.parametrize("level", ["nation", "municipality", "district", "neighbourhood"])
@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_figure_arrives_as_the_server_gave_it(dialect, level, request):
    series = Project(request.getfixturevalue(dialect) / "town.mengpaneel").series(level)
    prefix = {"nation": "NL", "municipality": "GM9998", "district": "WK9998", "neighbourhood": "BU9998"}[level]
    codes = [code for code in mirror.AREAS if code.startswith(prefix)]
    for variable, (key, scale) in SHARED.items():
        assert series[variable, YEAR] == {code: expected(code, key, scale) for code in codes}, variable
    rate = mirror.OFFENCES["0.0.0"]
    for code in codes:
        inhabitants = mirror.figures(code)["inhabitants"]
        found = series["crime.total", YEAR][code]
        assert found == (pytest.approx(rate, abs=0.6) if inhabitants else None), "crime per 1,000 inhabitants"


def test_both_dialects_give_the_same_figures(fetched, fetched_v4):
    three = Project(fetched / "town.mengpaneel").series("neighbourhood")
    four = Project(fetched_v4 / "town.mengpaneel").series("neighbourhood")
    both = set(three) & set(four)
    assert len(both) >= len(SHARED) + 5
    assert {slot: three[slot] for slot in both} == {slot: four[slot] for slot in both}


def test_neighbourhoods_of_elsewhere_and_water_stay_out(fetched):
    project = Project(fetched / "town.mengpaneel")
    assert sorted(project.areas("neighbourhood")) == mirror.NEIGHBOURHOODS
    assert list(project.areas("municipality")) == [mirror.MUNICIPALITY]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_neighbourhood_carries_its_own_name(dialect, request):
    project = Project(request.getfixturevalue(dialect) / "town.mengpaneel")
    assert project.areas("neighbourhood") == {code: mirror.AREAS[code][0] for code in mirror.NEIGHBOURHOODS}
    named_after_town = project.rows(
        "SELECT code, name FROM area JOIN areaTable ON number = areaTable"
        " WHERE level IN ('district', 'neighbourhood') AND name = 'Verzonnendam'"
    )
    assert named_after_town == [], "the column Gemeentenaam is not the name of a neighbourhood"


def test_hidden_is_missing_and_nobody_is_zero(fetched):
    series = Project(fetched / "town.mengpaneel").series("neighbourhood")
    assert series["income.lowest40", YEAR]["BU99980203"] is None
    assert series["population.inhabitants", YEAR]["BU999802PL"] == 0
    assert series["assessedValue.mean", YEAR]["BU999802PL"] is None


def test_every_table_keeps_its_own_year(server, tmp_path):
    """Status of 2021 and 2022 beside key figures of 2023; facilities were last counted in 2021."""
    outcome = fetch(server[0], tmp_path, year=2023)
    assert outcome.status == 0, outcome
    slots = set(Project(tmp_path / "town.mengpaneel").series("neighbourhood"))
    assert {("population.households", 2023), ("income.seswoa", 2022), ("income.seswoa", 2021)} <= slots
    assert ("facility.generalPractice.distance", 2021) in slots
    assert ("crime.total", 2023) in slots
    assert not any(year > 2023 for _, year in slots), "nothing is passed off as newer"


def test_origin_is_only_observed(fetched):
    project = Project(fetched / "town.mengpaneel")
    assert project.rows("SELECT variable FROM series WHERE variable LIKE '%origin%'") == []
    assert ("origin.cbs2022.outsideEurope", "neighbourhood") in project.rows("SELECT id, level FROM observed")


def test_a_map_in_pages_comes_whole(tmp_path):
    """PDOK gives 1,000 features at a time; no municipality has as many neighbourhoods, so a small server stands in."""
    with mirror.running() as (address, knowledge):
        knowledge.features_per_page = 3
        outcome = fetch(address, tmp_path, "--download")
        assert outcome.status == 0, outcome
    pages = sorted(tmp_path.glob("cache/**/*-map-buurten-0*.geojson"))
    features = [feature for page in pages for feature in json.loads(page.read_text())["features"]]
    assert len(pages) == 3
    assert {one["properties"]["buurtcode"] for one in features} == {*mirror.NEIGHBOURHOODS, "BU99989997"}
    assert len(features) == 8
    assert not (tmp_path / "town.mengpaneel").exists(), "--download imports nothing"


def test_the_map_is_whole_and_knows_who_touches_whom(fetched):
    project = Project(fetched / "town.mengpaneel")
    maps = project.rows("SELECT number FROM geometry WHERE level = 'neighbourhood'")
    assert len(maps) == 1, "one map of the neighbourhoods"
    shapes = project.rows("SELECT code FROM shape WHERE geometry = ? ORDER BY code", *maps[0])
    assert [code for (code,) in shapes] == mirror.NEIGHBOURHOODS
    sides = project.rows("SELECT first, second FROM adjacency WHERE geometry = ? AND sharedBoundary > 900", *maps[0])
    assert set(sides) == {
        ("BU99980101", "BU99980102"), ("BU99980102", "BU99980103"), ("BU99980101", "BU99980201"),
        ("BU99980102", "BU99980202"), ("BU99980103", "BU99980203"), ("BU99980201", "BU99980202"),
        ("BU99980202", "BU99980203"), ("BU99980203", "BU999802PL"),
    }  # fmt: skip


def test_claims_compute_on_what_was_fetched(fetched):
    """The dissimilarity of low incomes, worked out here from the figures of the mirror, in whole households."""
    outcome = succeed("claims", fetched / "town.mengpaneel", "--format", "json", "--low-income", "lowest40")
    found = [row for row in json.loads(outcome.out) if row["figure"] == "D.income.lowest40"]
    assert len(found) == 1
    rows = [mirror.figures(code) for code in mirror.NEIGHBOURHOODS if mirror.figures(code)["low"] is not None]

    def households(row, percentage):
        return math.floor(row["households"] * percentage / 100 + 0.5 + 1e-9)

    low = [households(row, row["low"]) for row in rows]
    rest = [households(row, row["high"]) + households(row, 100 - row["low"] - row["high"]) for row in rows]
    dissimilarity = sum(abs(a / sum(low) - b / sum(rest)) for a, b in zip(low, rest, strict=True)) / 2
    assert found[0]["value"] == pytest.approx(dissimilarity, abs=1e-9)
    assert found[0]["lower"] < dissimilarity < found[0]["upper"]


def test_doctor_finds_the_project_sound(fetched):
    outcome = succeed("doctor", fetched / "town.mengpaneel", "--format", "json")
    checks = {row["check"]: row for row in json.loads(outcome.out)}
    assert checks["integrity"]["state"] == "good"
    assert checks["municipalities"]["detail"] == "Verzonnendam (GM9998)"


def test_a_second_run_only_asks_whether_anything_changed(server, own):
    address, knowledge = server
    before = digest(own / "town.mengpaneel")
    knowledge.forget()
    assert fetch(address, own).status == 0
    assert set(knowledge.statuses()) == {304}
    assert digest(own / "town.mengpaneel") == before


def test_two_fetches_make_the_same_bytes(server, fetched, tmp_path):
    assert fetch(server[0], tmp_path).status == 0
    assert digest(tmp_path / "town.mengpaneel") == digest(fetched / "town.mengpaneel")


def test_the_other_dialect_in_the_same_cache_does_not_mix(server, own, fetched_v4):
    assert fetch(server[0], own, "--odata", "v4", project="four.mengpaneel").status == 0
    assert Project(own / "four.mengpaneel").series("neighbourhood") == Project(
        fetched_v4 / "town.mengpaneel"
    ).series("neighbourhood")


def test_a_figure_that_was_corrected_comes_in(server, own):
    address, knowledge = server
    knowledge.changes = {f'"{name}": 2100'.encode(): f'"{name}": 2110'.encode() for name in ["AantalInwoners_5", "aantalInwoners"]}
    try:
        outcome = fetch(address, own)
    finally:
        knowledge.changes = {}
    assert outcome.status == 0, outcome
    assert Project(own / "town.mengpaneel").series("neighbourhood")["population.inhabitants", YEAR]["BU99980101"] == 2110


def test_offline_needs_no_server(own):
    outcome = run(
        "fetch", mirror.MUNICIPALITY, "--year", YEAR, "--mirror", gone(), "--cache", own / "cache", "--offline",
        "--into", own / "again.mengpaneel",
    )  # fmt: skip
    # Another address is another plan: the cache answers only for the server that filled it.
    assert is_one_clear_line(outcome), outcome


def test_offline_gives_the_same_bytes(tmp_path):
    with mirror.running() as (address, _):
        assert fetch(address, tmp_path).status == 0
    outcome = fetch(address, tmp_path, "--offline", project="again.mengpaneel")
    assert outcome.status == 0, outcome
    assert digest(tmp_path / "again.mengpaneel") == digest(tmp_path / "town.mengpaneel")


def gone():
    """The address of a server that was there and is not any more."""
    with mirror.running() as (address, _):
        return address


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ({"year": 2016}, ["2016", "2024"]),
        ({"code": "GM9996"}, ["GM9996"]),
        ({"code": "Verzonnendam"}, ["Verzonnendam", "GM"]),
        ({"code": "BU99980101"}, ["BU99980101", "GM"]),
    ],
    ids=["unknown year", "unknown municipality", "a name", "a neighbourhood"],
)
def test_what_is_not_there_is_one_line(server, own, what, words):
    before = digest(own / "town.mengpaneel")
    outcome = fetch(server[0], own, **what)
    # What did come is counted in a line of its own before.
    outcome.err = re.sub(r"^\d+ files in .*\n", "", outcome.err)
    assert is_one_clear_line(outcome), outcome
    assert all(word in outcome.err for word in words), outcome
    assert digest(own / "town.mengpaneel") == before


def test_a_server_that_is_down_is_one_line(own):
    before = digest(own / "town.mengpaneel")
    outcome = fetch(gone(), own)
    assert is_one_clear_line(outcome), outcome
    assert "127.0.0.1" in outcome.err
    assert digest(own / "town.mengpaneel") == before


def test_offline_without_a_cache_is_one_line_and_leaves_no_project(tmp_path):
    outcome = fetch("http://127.0.0.1:9", tmp_path, "--offline")
    assert is_one_clear_line(outcome), outcome
    assert not (tmp_path / "town.mengpaneel").exists()


def test_a_mirror_without_an_address_is_one_line(tmp_path):
    outcome = fetch("not an address", tmp_path)
    assert is_one_clear_line(outcome), outcome
    assert "--mirror" in outcome.err
