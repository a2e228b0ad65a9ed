"""The mixing desk in a real browser: limits, cards, the package as a file, areas on the map."""

import json
import os
import re
import subprocess
import urllib.parse

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import OUTPUT
from test_pages import WCAG, fetch

# Districts and one year: the full answer stays quick, also without optimisation.
PATIENCE = 300_000
SHORT = "eind=2023&schaal=wijk"
PLAN = """package: A
horizon: 2023
limits: {rehousingPerYear: 20, buildingPerYear: 10, budget: 9000000, leastSocialRent: 0.30}
measures:
  - lever: demolishRebuild
    from: 2023
    through: 2023
    dwellings: 120
    rebuilt: {socialRent: 30, ownerOccupied: 60}
    emptyingYears: 0
    constructionYears: 0
  - lever: freeAllocation
    from: 2023
    through: 2023
    share: 0.15
"""
DESK = f"/mengtafel?{SHORT}&a=" + urllib.parse.quote(PLAN)


@pytest.fixture(scope="module")
def plain(browser, server):
    """A page without scripts."""
    with browser.new_context(java_script_enabled=False, base_url=server, locale="nl-NL") as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        yield page


def violations(page):
    found = Axe().run(page, options=WCAG).response["violations"]
    return [(rule["id"], [node["html"][:200] for node in rule["nodes"]][:3]) for rule in found]


def unfold(page):
    page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_full_desk_is_accessible_with_everything_unfolded(page, language):
    page.goto(DESK + ("&taal=en" if language == "en" else ""), timeout=PATIENCE)
    assert not violations(page)
    unfold(page)
    assert not violations(page)


def test_a_full_desk_does_not_scroll_sideways(page):
    page.goto(DESK, timeout=PATIENCE)
    unfold(page)
    OUTPUT.mkdir(exist_ok=True)
    for width in [320, 360, 768, 1024, 1440]:
        page.set_viewport_size({"width": width, "height": 900})
        extra = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert extra <= 0, f"{extra} px too wide at {width} px"
        page.screenshot(path=OUTPUT / f"mengtafel-pakket-{width}.png", full_page=True)


def test_limits_are_set_and_taken_back_without_scripts(plain):
    plain.goto(f"/mengtafel?{SHORT}")
    plain.locator("summary", has_text="Stel grenzen in").focus()
    plain.keyboard.press("Enter")
    plain.get_by_label("Budget in euro").fill("90.000.000")
    plain.get_by_label("Sociale huur in de gemeente in %, ten minste").fill("30,5")
    plain.keyboard.press("Enter")
    plain.wait_for_url(re.compile("a=package"))
    assert plain.get_by_text("Budget: € 90.000.000").is_visible()
    assert plain.get_by_text("Sociale huur in de gemeente: ten minste 30,50%").is_visible()
    assert "doe=" not in plain.url
    shared = plain.url
    plain.get_by_role("link", name="Maak de laatste wijziging ongedaan").click()
    plain.get_by_text("Dit pakket heeft geen grenzen.").wait_for()
    plain.goto(shared)
    plain.get_by_role("link", name="Pakket B").click()
    plain.get_by_text("Dit pakket heeft geen grenzen.").wait_for()
    plain.get_by_role("link", name="Pakket A").click()
    plain.get_by_text("Budget: € 90.000.000").wait_for()


def test_a_bad_limit_is_one_notice_beside_what_was_filled_in(browser, server):
    # Not the usual page: the answer 422 counts as an error in the console.
    with browser.new_context(base_url=server, locale="nl-NL") as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(f"/mengtafel?{SHORT}")
        page.locator("summary", has_text="Stel grenzen in").click()
        page.get_by_label("Woningen die per jaar worden gebouwd, hoogstens").fill("400")
        page.get_by_label("Budget in euro").fill("heel veel")
        page.get_by_role("button", name="Bewaar de grenzen").click()
        notice = page.locator(".mp-notices p")
        assert notice.count() == 1 and "“heel veel” kan niet" in notice.inner_text()
        field = page.get_by_label("Budget in euro")
        assert field.is_visible() and field.input_value() == "heel veel"
        assert field.get_attribute("aria-invalid") == "true"
        assert page.get_by_label("Woningen die per jaar worden gebouwd, hoogstens").input_value() == "400"
        assert not violations(page)


def test_bars_say_what_binds(plain):
    plain.goto(DESK)
    bars = plain.locator(".mp-full .mp-bars").first.locator("li")
    assert bars.count() == 4
    assert "hoogstens 20 huishoudens per jaar" in bars.nth(0).inner_text()
    assert "knelt" in bars.nth(0).locator(".mp-tag").inner_text()
    assert "L1" in bars.nth(0).inner_text()
    assert bars.nth(2).locator("meter").get_attribute("aria-label").startswith("Budget € 9,0 mln")


def test_each_chosen_lever_has_its_card(page):
    page.goto(DESK, timeout=PATIENCE)
    folds = page.locator(".mp-chosen-lever")
    assert folds.count() == 2
    folds.first.locator("summary").focus()
    page.keyboard.press("Enter")
    card = folds.first.inner_text()
    for part in ["Wat niet in het model zit", "Grondslag in de wet", "Stand van", "prijs van 2019", "Eerder gedaan", "Tweebosbuurt"]:
        assert part in card


def test_the_package_file_gives_the_same_figures_on_the_command_line(page, server, tmp_path):
    page.goto(DESK, timeout=PATIENCE)
    link = page.get_by_role("link", name="Bewaar als pakket")
    headers, body = fetch(server + link.get_attribute("href"))
    assert headers["Content-Type"].startswith("text/yaml")
    assert headers["Content-Disposition"] == 'attachment; filename="pakket-A.yaml"'
    (tmp_path / "pakket-A.yaml").write_bytes(body)
    binary = os.environ["MENGPANEEL_BINARY"]
    subprocess.run([binary, "demo", "--output", tmp_path / "demo.mengpaneel"], check=True, timeout=300)

    page.locator("summary", has_text="Herhaal dit zelf").click()
    words = page.locator(".mp-command").inner_text().split()
    assert words[:2] == ["mengpaneel", "simulate"]
    done = subprocess.run(
        [binary, *words[1:], "--format", "json", "--language", "nl"],
        cwd=tmp_path, check=True, capture_output=True, timeout=600,
    )
    rows = json.loads(done.stdout)
    line = next(
        row for row in rows if row["arm"] == "A" and row["measure"] == "forcedMoves" and row["subject"] == "area"
    )
    cells = page.locator(".mp-full tr", has_text="Gedwongen verhuizingen").first.locator("td, th").all_inner_texts()
    assert f"+{line['difference']:.0f}" in cells, (line, cells)


def chosen(page):
    found = re.search(r"gebieden=([^&#]*)", page.url)
    return [] if not found else urllib.parse.unquote(found.group(1)).split(",")


def test_areas_are_chosen_on_the_map_by_keyboard_and_by_mouse(page):
    page.goto("/mengtafel?eind=2023", timeout=PATIENCE)
    page.locator("#waar > summary").focus()
    page.keyboard.press("Enter")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.id || ''"):
            break
    first = page.evaluate("document.activeElement.dataset.id")
    assert first, "the map cannot be reached with Tab"
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").endswith(", kies")
    page.keyboard.press("Enter")
    page.wait_for_url("**gebieden=*", timeout=PATIENCE)
    assert chosen(page) == [first] and page.url.endswith("#waar")
    other = page.locator("#waar svg a[data-id]").nth(3)
    code = other.get_attribute("data-id")
    other.click()
    page.wait_for_url(re.compile(code), timeout=PATIENCE)
    assert chosen(page) == sorted([first, code])
    option = page.locator("#m-permits-waar option[selected]")
    assert option.get_attribute("value") == ",".join(sorted([first, code]))
    assert not violations(page)
    page.locator(f"#waar svg a[data-id={code}]").click()
    page.wait_for_url(re.compile(f"gebieden={first}#"), timeout=PATIENCE)


def test_areas_are_chosen_in_the_table_without_scripts_and_end_up_in_the_measure(plain):
    plain.goto("/mengtafel?eind=2023")
    plain.locator("#waar > summary").click()
    plain.locator("#waar .mp-numbers > summary").click()
    links = plain.locator("#waar table a")
    name = links.nth(1).inner_text().split(",")[0]
    links.nth(1).focus()
    plain.keyboard.press("Enter")
    plain.wait_for_url("**gebieden=*")
    plain.locator("summary", has_text=re.compile("^L21 ")).click()
    plain.locator("form", has=plain.locator("#m-permits-waar")).get_by_role("button", name="Voeg toe").click()
    plain.wait_for_url(re.compile("a=package"))
    assert name in plain.locator(".mp-choice ol.mp-links li").first.inner_text()


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_the_map_to_choose_on_fits(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/mengtafel?eind=2023&gebieden=BU99990101,BU99990303#waar", timeout=PATIENCE)
    extra = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert extra <= 0, f"{extra} px too wide at {width} px"
    page.screenshot(path=OUTPUT / f"mengtafel-waar-{width}.png", full_page=True)
