"""User stories of the alternatives: U7, a corporation strategist builds a package; U8, a resident representative sees who must
move. What the model says is taken from Rotterdam, in one year and two runs; the page of the desk, which answers with fifty runs,
is shown on the made-up municipality, because it is small enough to answer without optimisation."""

import json
import re
import urllib.parse

import pytest
from program import Project, succeed
from session_file import served_session
from story import IS_REAL, Person, part
from test_session import page_of

START = 2015 if IS_REAL else 2022
DESK_START = 2022
PATIENCE = 300_000
LEVERS = [f"L{number}" for number in range(1, 23)]


def plan(area, start=DESK_START, measure="demolishRebuild", limits="{rehousingPerYear: 20, budget: 9000000}"):
    rebuilt = "rebuilt: {socialRent: 20, ownerOccupied: 40}\n    emptyingYears: 0\n    constructionYears: 0"
    more = rebuilt if measure == "demolishRebuild" else "share: 0.15"
    homes = "dwellings: 60\n    " if measure == "demolishRebuild" else ""
    return (
        f"package: Plan\nhorizon: {start + 1}\nlimits: {limits}\nmeasures:\n  - lever: {measure}\n    areas: [{area}]\n"
        f"    from: {start + 1}\n    through: {start + 1}\n    {homes}{more}\n")


def most_social_rent(project, level):
    """The place with the largest share of social rent: somewhere to demolish, in an example that proposes nothing."""
    series = Project(project).series(level)
    column = next(series[key] for key in sorted(series) if key[0] == "tenure.socialRent")
    return max((value, code) for code, value in column.items() if value is not None)[1]


@pytest.fixture(scope="module")
def outcome(municipality, tmp_path_factory):
    """Two runs of a package and of its twins: enough for all that does not depend on chance."""
    path = tmp_path_factory.mktemp("plan") / "plan.yaml"
    path.write_text(plan(most_social_rent(municipality.path, "neighbourhood"), START))
    told = succeed("simulate", municipality.path, "--package", path, "--runs", "2", "--format", "json", timeout=600)
    return json.loads(told.out)


@pytest.fixture(scope="module")
def area(tmp_path_factory):
    project = tmp_path_factory.mktemp("demo") / "demo.mengpaneel"
    succeed("demo", "--output", project)
    return most_social_rent(project, "district")


@pytest.fixture(scope="module")
def desk(browser, server):
    with browser.new_context(base_url=server, locale="nl-NL", viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        yield page


def opened(desk, text):
    """The desk with a package, once its full answer is there."""
    query = urllib.parse.urlencode({"schaal": "wijk", "eind": DESK_START + 1, "a": text})
    desk.goto(f"/mengtafel?{query}", timeout=PATIENCE)
    return desk.inner_text(".mp-answer.mp-full").replace("\u00a0", " ")


# U7, a corporation strategist, minutes 58 to 78: build a package on named places and see homes per year.


def test_u7_every_lever_has_its_legal_card(desk):
    desk.goto(f"/mengtafel?schaal=wijk&eind={DESK_START + 1}", timeout=PATIENCE)
    levers = desk.locator(".mp-choice > details").evaluate_all(
        """(all) => all.map((one) => [one.querySelector("summary").textContent.trim(),
            [...one.querySelectorAll("dt")].map((term) => term.textContent)])""")
    found = {name.split()[0]: terms for name, terms in levers if re.match(r"L\d+ ", name)}
    # U7: choose among L1 to L22; the last is doing nothing, which is always beside the others.
    assert list(found) == LEVERS[:21]
    for terms in found.values():
        # U7: each with a legal card: ground in law, who decides, cost, side effects, equal treatment.
        assert {"Grondslag in de wet", "Wie beslist", "Wat het kost", "Let op", "Gelijke behandeling", "Hoe snel"} <= set(terms)
    # U7: turnover is explained before anything is promised.
    assert re.search(r"Hier komen ongeveer [\d.]+ van de [\d.]+ sociale huurwoningen per jaar vrij\. Sneller gaat toewijzen niet\.",
                     desk.inner_text(".mp-choice"))
    # U7: named places can be chosen.
    assert desk.locator("#m-sale-waar option").count() > 4


def test_u7_limits_are_enforced_and_explained(desk, area):
    opened(desk, plan(area))
    limits = desk.locator(".mp-bars").first.inner_text().replace("\u00a0", " ")
    # U7: the capacity to rehouse is kept: 20 a year, while 60 homes are to go; what waits and why is said.
    assert "Verhuizen: hoogstens 20 huishoudens per jaar" in limits and "knelt" in limits and "moest iets wachten" in limits
    # U7: the budget, held against costs with their price level.
    assert re.search(r"Budget.*(gehaald|niet te zeggen)", limits, re.S)
    asked = desk.locator(".mp-bars").nth(1).inner_text()
    assert re.search(r"L1 .*60 gevraagd, \d+ gedaan", asked.replace("\u00a0", " ")), asked
    # U7: cost with its source, or that none was found, on the card of the chosen lever.
    desk.locator(".mp-chosen-lever > summary").click()
    assert re.search(r"€ [\d.]+.*\(.+\)|geen prijs met bron gevonden", desk.inner_text(".mp-chosen-lever").replace("\u00a0", " "))
    # U7: more than stands there is refused in one line.
    desk.goto("/mengtafel?" + urllib.parse.urlencode({"schaal": "wijk", "eind": DESK_START + 1, "a": plan(area).replace("60", "900000")}), timeout=PATIENCE)
    assert "homes are to be demolished, but" in desk.inner_text(".mp-notices")


def test_u7_fifty_runs_are_the_rule_and_fifteen_years(desk, area):
    # U7: 50 seeds or more is what the full answer rests on (the time of 15 years x 50 runs is measured in Benchmarks).
    assert "50 simulaties" in opened(desk, plan(area))
    command = desk.locator(".mp-command").first.text_content()
    assert "--runs 50" in command and "--seed 1" in command
    # Without a choice it runs fifteen years; only the frame of that page is waited for here.
    desk.goto("/mengtafel?schaal=wijk", wait_until="commit", timeout=PATIENCE)
    desk.wait_for_selector("#eind", state="attached", timeout=PATIENCE)
    assert desk.locator("#eind").input_value() == str(DESK_START + 15)


def test_u7_outcomes_at_three_scales_with_bands_and_what_happens_elsewhere(desk, outcome, area):
    area_rows = {(row["arm"], row["measure"]): row for row in outcome if row["subject"] == "area"}
    package = "Plan"
    # U7: mixing at three scales, city segregation, elsewhere, waiting time.
    for measure in ["mixingEstate", "mixingNeighbourhood", "mixingDistrict", "dissimilarityLow", "lowShareScope",
                    "lowShareElsewhere", "lowCountElsewhere", "waitingYearsLow", "chanceLow", "socialHomes"]:
        row = area_rows[package, measure]
        assert row["end_low"] <= row["end"] <= row["end_high"], measure
        assert row["difference_low"] <= row["difference"] <= row["difference_high"], measure
    scales = {area_rows[package, f"mixing{scale}"]["end"] for scale in ("Estate", "Neighbourhood", "District")}
    assert len(scales) == 3
    text = opened(desk, plan(area))
    for words in ["Scheiding tussen complexen (H)", "Scheiding tussen buurten (H)", "Scheiding tussen wijken (H)",
                  "Ongelijke spreiding laagste 40% (D)", "Huishoudens met laag inkomen elders", "Inschrijfduur, lage inkomens",
                  "woont in hetzelfde huis", "moest weg en is niet terug", "9 van 10"]:
        assert words in text, words


def test_u7_households_and_homes_are_conserved(outcome):
    area_rows = {(row["arm"], row["measure"]): row for row in outcome if row["subject"] == "area"}
    residents = {}
    for row in outcome:
        if row["subject"] == "initialResidents" and row["class"] == "all":
            residents.setdefault(row["arm"], []).append(row["end"])
    # U7: mass balance. Whoever lived there at the start, in the neighbourhood of the package, is somewhere in every arm, and
    # every home is lived in or empty.
    assert len(residents) == 3
    sums = [sum(values) for values in residents.values()]
    assert max(sums) - min(sums) <= 2 and min(sums) > 100, sums
    for arm in residents:
        end = {name: area_rows[arm, name]["end"] for name in ("dwellings", "vacant", "households")}
        assert end["dwellings"] == pytest.approx(end["vacant"] + end["households"], abs=1), (arm, end)


# U8, a resident representative, minutes 58 to 78: see who must move, who returns, at what rent.


def test_u8_forced_moves_return_rent_and_date_in_plain_words(desk, outcome, area):
    forced = {row["arm"]: row for row in outcome if row["measure"] == "forcedMoves"}
    returns = {row["arm"]: row for row in outcome if row["measure"] == "returns"}
    # U8: forced moves and expected return, each with its range; without displacement nobody has to go.
    assert forced["Plan"]["end"] > 0 and forced["Plan"]["end_low"] <= forced["Plan"]["end_high"]
    assert returns["Plan"]["end_low"] <= returns["Plan"]["end"] <= returns["Plan"]["end_high"]
    # U8: the variant without displacement is made by itself.
    assert forced["Plan, no displacement"]["end"] == 0 and forced["do nothing"]["end"] == 0
    text = opened(desk, plan(area))
    assert "zonder gedwongen verhuizen" in text
    assert "moest ooit weg door de plannen" in text and "moest weg en is terug" in text
    # U8: when.
    assert re.search(rf"Wanneer mensen weg moeten, volgens het plan: [^:]+: {DESK_START + 1}\.", text)
    # U8: rent before and after by income group, in all three arms.
    for group in ["Laagste 40% inkomens", "Middelste 40%", "Hoogste 20%"]:
        for change in ["lagere huur", "zelfde huur", "hogere huur"]:
            assert f"{group}: {change}" in text
    assert "Vergeleken in huurklassen" in text
    # U8: words of plain Dutch: no sentence of the notes is longer than 25 words.
    for note in desk.locator(".mp-answer .mp-note").all_inner_texts():
        for sentence in re.split(r"[.!?:;]\s", note):
            assert len(sentence.split()) <= 25, sentence


def test_u8_a_package_that_moves_nobody_says_so(desk, area):
    assert "Niemand moet verhuizen door dit pakket." in opened(desk, plan(area, measure="freeAllocation", limits="{}"))


def test_u8_from_the_alternative_to_the_desk_and_an_objection_in_the_report(browser, municipality, area):
    with served_session(town=municipality.path) as (server, path, key, _):
        chair, resident = Person(server, path, key=key), Person(server, path, "bewoner")
        chair.send(doe="alternatief", naam="Slopen in de wijk", prijs="9", pakket=plan(area))
        page = page_of(browser, f"{server}{path}/voorzitter?sleutel={key}", 1440, 900)
        page.goto(f"{server}{path}/voorzitter?vak=alternatieven")
        # U8: for each alternative one click leads to who must move.
        link = page.get_by_role("link", name="Reken dit door op de mengtafel (nieuw venster) Slopen in de wijk")
        address = urllib.parse.parse_qs(urllib.parse.urlsplit(link.get_attribute("href")).query)
        assert address["a"] == [plan(area)] and address["eind"] == [str(DESK_START + 1)]
        # U8: the right to place an objection, which stands in the report word for word.
        objection = "Wij horen pas na het besluit wanneer we weg moeten."
        resident.send(doe="noteer", soort="bezwaar", tekst=objection)
        chair.send(doe="sluiten", zeker="1")
        page.goto(f"{server}{path}/voorzitter/verslag")
        assert objection in part(page.content(), "afwijkend")
        page.context.close()
