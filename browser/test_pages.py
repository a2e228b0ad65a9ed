"""The promises of the pages, checked in a real browser."""

import os
import re
import time
import urllib.request
import zlib

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import OUTPUT

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
AREA = "BU99990303"
PATHS = [
    "/kaart",
    f"/kaart?ind=income.lowest40&sel={AREA}",
    "/kaart?ind=satisfaction.neighbourhood&met=2018",
    "/kaart?ind=tenure.socialRent&met=gemeente",
    "/kaart?schaal=wijk",
    "/kaart?jaar=abc",
    "/buurt",
    f"/buurt/{AREA}",
    "/beweringen",
    *[f"/beweringen/C{number}" for number in range(1, 7)],
    "/bewijs",
    "/bewijs?maatregel=demolishRebuild&uitkomst=safety",
    "/bewijs?land=IN&uitkomst=health",
    "/bewijs/studie/NL-10",
    "/bewijs/studie/US-03",
    "/bewijs/vragen",
    "/bewijs/samenvatten",
    "/mengtafel?eind=2023&schaal=wijk",
    "/mengtafel/terugblik?schaal=wijk",
    "/vragen",
    "/vragen?grens.concentratie=45&door.concentratie=werkgroep%202",
    "/verdeling",
    "/vragen/Q1",
    "/vragen/Q7",
    "/schema",
    "/schema/E1",
    "/schema/E10",
    "/schema/E15",
    "/tegenspraak",
    "/werkgroepen",
    "/verdeling?schaal=wijk",
    "/verdeling?van=2018&tot=2022",
    "/verdeling?van=2022&tot=2018",
    "/waargenomen-herkomst",
    "/bronnen",
    "/over",
    "/rapport",
]
WIDTHS = [320, 360, 390, 768, 1024, 1440, 1920]


def with_language(path, language):
    return path if language == "nl" else path + ("&" if "?" in path else "?") + "taal=en"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_no_accessibility_violations(page, path, language):
    page.goto(with_language(path, language))
    assert page.locator("html").get_attribute("lang") == language
    found = Axe().run(page, options=WCAG).response["violations"]
    assert not found, [(rule["id"], [node["html"][:200] for node in rule["nodes"]][:3]) for rule in found]


@pytest.mark.parametrize("path", ["/niets", "/buurt/BU00000000"])
def test_error_pages_are_accessible_too(browser, server, path):
    with browser.new_context(base_url=server) as context:
        page = context.new_page()
        assert page.goto(path).status == 404
        assert not Axe().run(page, options=WCAG).response["violations"]


@pytest.mark.parametrize("path", PATHS)
def test_nothing_scrolls_sideways(page, path):
    page.goto(path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        extra = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert extra <= 0, f"{extra} px too wide at {width} px"


@pytest.mark.parametrize("width", [320, 360])
def test_text_stays_large_enough_on_a_phone(page, width):
    """No letter in a page or picture is drawn smaller than 11 px on the smallest phones."""
    page.set_viewport_size({"width": width, "height": 800})
    for path in ["/kaart", f"/buurt/{AREA}", "/beweringen", "/verdeling", "/bewijs", "/bewijs/samenvatten"]:
        page.goto(path)
        smallest = page.evaluate(
            """() => Math.min(...[...document.querySelectorAll("main svg text")]
                .filter((text) => text.getBoundingClientRect().height > 0)
                .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""
        )
        assert smallest >= 11, f"{path}: {smallest:.1f} px at {width} px"


def test_touch_targets_are_large_enough(page):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/kaart")
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, select, .mp-button, .mp-menu a")]
            .filter((part) => part.offsetParent && part.getBoundingClientRect().height < 44)
            .map((part) => part.outerHTML.slice(0, 80))"""
    )
    assert not small, small


def test_the_map_works_by_keyboard(page):
    page.goto("/kaart?ind=income.lowest40")
    page.keyboard.press("Tab")
    assert "mp-skip" in page.evaluate("document.activeElement.className")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.id || ''"):
            break
    first = page.evaluate("document.activeElement.dataset.id")
    assert first, "the map cannot be reached with Tab"
    seen = {first}
    for key in ["ArrowRight", "ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"]:
        before = page.evaluate("document.activeElement.dataset.id")
        near = page.evaluate("document.activeElement.dataset.neighbours").split()
        page.keyboard.press(key)
        now = page.evaluate("document.activeElement.dataset.id")
        assert now == before or now in near, "an arrow key leads to an area that is not next door"
        seen.add(now)
    assert len(seen) >= 3, "the arrow keys do not move"
    name = page.evaluate("document.activeElement.dataset.name")
    assert page.locator("[data-readout]").inner_text().startswith(name), "the area is not read out"
    assert page.locator("svg.mp-map a[tabindex='0']").count() == 1, "more than one stop for Tab in the map"
    code = page.evaluate("document.activeElement.dataset.id")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/buurt/{code}*")


def test_a_choice_shows_at_once_and_keeps_the_focus(page):
    page.goto("/kaart")
    assert not page.locator("main form[data-auto] [data-submit]").first.is_visible()
    page.locator("#keuze-ind").focus()
    page.locator("#keuze-ind").select_option("tenure.socialRent")
    page.wait_for_url("**ind=tenure.socialRent*")
    page.locator("h2.mp-finding", has_text="Sociale huur").wait_for()
    assert page.evaluate("document.activeElement.id") == "keuze-ind"
    page.go_back()
    page.wait_for_url(re.compile(r"/kaart$"))
    page.locator("h2.mp-finding", has_not_text="Sociale huur").wait_for()


def test_zooming_changes_only_the_view(page):
    page.goto("/kaart")
    svg = page.locator("svg.mp-map")
    home = svg.get_attribute("viewBox")
    page.locator("[data-zoom=in]").click()
    assert svg.get_attribute("viewBox") != home
    page.locator("[data-zoom=home]").click()
    assert [float(n) for n in svg.get_attribute("viewBox").split()] == [float(n) for n in home.split()]


def test_a_threshold_of_the_group_needs_an_author(page):
    page.goto("/vragen")
    page.locator("#schuif-concentratie").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("output[for=schuif-concentratie]").inner_text() == "51%"
    button = page.get_by_role("button", name=re.compile("Stel deze grens.*Te hoge concentratie"))
    button.click()
    assert "grens." not in page.url, "a threshold without an author was taken"
    page.locator("#wie-concentratie").fill("werkgroep 2")
    button.click()
    page.wait_for_url("**grens.concentratie=51*")
    page.get_by_text("Met deze grens is de concentratie te hoog in").wait_for()
    page.goto(page.url.replace("/vragen", "/beweringen"))
    assert page.get_by_text("werkgroep 2").first.is_visible()


def test_the_definition_changes_every_card_at_once(page):
    page.goto("/beweringen")
    options = page.locator("#keuze-laag option").evaluate_all("all => all.map((one) => one.value)")
    assert len(options) >= 2, "the demo has one definition only"
    before = page.locator("#C6").inner_text()
    page.locator("#keuze-laag").select_option(options[1])
    page.wait_for_url(f"**laag={options[1]}*")
    page.wait_for_timeout(300)
    assert page.locator("article.mp-claim").count() == 6
    assert page.locator("#C6").inner_text() != before


def test_everything_works_without_scripts(browser, server):
    with browser.new_context(java_script_enabled=False, base_url=server) as context:
        page = context.new_page()
        page.goto("/kaart")
        page.locator("#keuze-ind").select_option("tenure.socialRent")
        page.locator(".mp-choice [data-submit]").click()
        assert "ind=tenure.socialRent" in page.url
        assert "Sociale huur" in page.locator("h2.mp-finding").inner_text()
        href = page.locator("svg.mp-map a[data-id]").first.get_attribute("href")
        assert page.goto(href).status == 200
        page.get_by_role("link", name="English").click()
        assert page.locator("html").get_attribute("lang") == "en"


def test_from_a_claim_to_the_source_in_two_clicks(browser, server):
    """By keyboard and without scripts: the card, the study, and there the way to its source."""
    with browser.new_context(java_script_enabled=False, base_url=server) as context:
        page = context.new_page()
        page.goto("/beweringen")
        link = page.locator(".mp-side a[href^='/bewijs/studie/']").first
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/bewijs/studie/**")
        source = page.locator("a[href^='https://doi.org/']").or_(page.get_by_text("Er is geen vast webadres"))
        assert source.first.is_visible()


def test_a_cell_of_the_map_leads_to_its_studies(browser, server):
    with browser.new_context(java_script_enabled=False, base_url=server) as context:
        page = context.new_page()
        page.goto("/bewijs")
        cell = page.locator("svg a[href*='maatregel=facilities']").locator("visible=true").first
        cell.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**maatregel=facilities**")
        assert page.locator("#lijst a[href^='/bewijs/studie/']").count() >= 1


def test_every_page_and_export_says_that_the_town_is_made_up(page, server):
    for path in PATHS:
        page.goto(path)
        assert page.locator(".mp-badge").is_visible(), path
    links = set()
    for path in ["/kaart", f"/buurt/{AREA}", "/beweringen", "/verdeling", "/waargenomen-herkomst"]:
        page.goto(path)
        links |= set(page.locator("a[href^='/csv/']").evaluate_all("all => all.map((one) => one.href)"))
    assert len(links) > 8
    for link in links:
        rows = fetch(link)[1].decode().split("\r\n")
        assert len(rows) > 2, link
        assert all("verzonnen gemeente" in row for row in rows[1:] if row), link
    assert "Verzonnen gemeente" in fetch(server + "/rapport.html")[1].decode()


def test_printing_opens_the_tables_and_hides_the_controls(page):
    page.goto("/rapport")
    page.emulate_media(media="print")
    assert not page.locator(".mp-header nav").is_visible()
    assert not page.locator(".mp-actions").is_visible()
    assert page.locator(".mp-badge").first.is_visible()


def test_the_report_is_a_tagged_pdf(server, tmp_path):
    started = time.monotonic()
    headers, body = fetch(server + "/rapport.pdf")
    assert headers["Content-Type"] == "application/pdf"
    assert body.startswith(b"%PDF") and b"StructTreeRoot" in body
    assert time.monotonic() - started < 60
    (OUTPUT / "rapport.pdf").write_bytes(body) if OUTPUT.exists() else None


def test_the_report_file_stands_alone(browser, server, tmp_path):
    file = tmp_path / "rapport.html"
    file.write_bytes(fetch(server + "/rapport.html")[1])
    with browser.new_context(viewport={"width": 800, "height": 900}) as context:
        page = context.new_page()
        requests = []
        page.on("request", lambda request: requests.append(request.url))
        page.goto(file.as_uri())
        assert requests == [file.as_uri()]
        assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Open Sans"')
        assert not Axe().run(page, options=WCAG).response["violations"]


def test_the_map_page_is_small(server):
    # How quick it is stands in Benchmarks.
    headers, body = fetch(server + f"/kaart?ind=income.lowest40&sel={AREA}", {"Accept-Encoding": "gzip"}, unpack=False)
    assert headers["Content-Encoding"] == "gzip"
    total = len(body)
    for asset in set(re.findall(r'(?:href|src)="(/assets/[^"]+)"', zlib.decompress(body, 31).decode())):
        total += len(fetch(server + asset, {"Accept-Encoding": "gzip"}, unpack=False)[1])
    assert total < 300_000


@pytest.mark.skipif(os.environ.get("MENGPANEEL_PICTURES") != "1", reason="MENGPANEEL_PICTURES=1 takes them")
def test_pictures_for_people_to_look_at(browser, server):
    OUTPUT.mkdir(exist_ok=True)
    for width in [360, 768, 1440]:
        with browser.new_context(viewport={"width": width, "height": 900}, base_url=server, locale="nl-NL") as context:
            page = context.new_page()
            for path in PATHS:
                page.goto(path)
                name = re.sub(r"[^A-Za-z0-9.]+", "-", path.strip("/"))
                page.screenshot(path=OUTPUT / f"{name}-{width}.png", full_page=True)


def fetch(address, headers=None, unpack=True):
    request = urllib.request.Request(address, headers=headers or {})
    with urllib.request.urlopen(request, timeout=90) as answer:
        body = answer.read()
        if unpack and answer.headers.get("Content-Encoding") == "gzip":
            body = zlib.decompress(body, 31)
        return answer.headers, body
