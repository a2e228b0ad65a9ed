"""From a figure one click back to its source and one forward to what it bears on, without scripts too."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import OUTPUT
from test_pages import WCAG

AREA = "BU99990303"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("path", [f"/kaart?sel={AREA}", f"/buurt/{AREA}", "/verdeling", "/beweringen/C2", "/bewijs"])
def test_a_figure_leads_back_and_forward(browser, server, path, scripts):
    with browser.new_context(base_url=server, java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto(path)
        figure = page.locator("figure", has=page.locator(".mp-back a")).first
        back = figure.locator(".mp-back a").first
        anchor = (back.get_attribute("href") or "").partition("#")[2]
        back.click()
        page.wait_for_load_state()
        if anchor:
            assert page.locator(f"[id='{anchor}']").count() == 1
        page.go_back()
        forward = page.locator("figure .mp-forward a").first
        name = forward.inner_text().split()[0]
        forward.click()
        page.wait_for_load_state()
        assert page.locator("h1").inner_text().startswith(name)


def test_every_figure_of_the_desk_leads_back_and_forward(browser, server):
    with browser.new_context(base_url=server, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/mengtafel?eind=2023&schaal=wijk")
        page.locator(".mp-full").wait_for(state="attached")
        lacking = page.eval_on_selector_all(
            "figure",
            "all => all.filter(one => !one.querySelector('.mp-back a[href]') || !one.querySelector('.mp-forward a[href]'))"
            ".map(one => one.id)",
        )
        assert page.locator("figure").count() >= 3
        assert not lacking


def test_an_arrow_of_the_picture_opens_its_page_by_keyboard(browser, server):
    with browser.new_context(base_url=server) as context:
        page = context.new_page()
        page.goto("/schema")
        arrow = page.locator("svg.mp-nodes a[href='/schema/E15']")
        arrow.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/schema/E15")
        for title in ["Wat zeggen de cijfers van hier?", "Wat zegt het model?", "Wat zegt onderzoek?", "Wat vindt de groep?", "Waar dit botst"]:
            assert page.get_by_role("heading", name=title).count() == 1


def test_a_node_of_the_picture_leads_to_what_stands_for_it(browser, server):
    with browser.new_context(base_url=server, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/schema")
        page.locator("svg.mp-nodes a[href='#crimeAndNuisance']").focus()
        page.keyboard.press("Enter")
        node = page.locator("#crimeAndNuisance")
        node.locator("summary").click()
        node.locator("details a").first.click()
        page.wait_for_load_state()
        assert "/kaart" in page.url


@pytest.mark.parametrize("path", ["/schema", "/schema/E15", "/tegenspraak"])
def test_pictures_of_the_spine(browser, server, path):
    OUTPUT.mkdir(exist_ok=True)
    with browser.new_context(base_url=server) as context:
        page = context.new_page()
        page.goto(path)
        for width in [1440, 768, 360]:
            page.set_viewport_size({"width": width, "height": 900})
            extra = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert extra <= 0, f"{extra} px too wide at {width} px"
            page.screenshot(path=OUTPUT / f"spine{path.replace('/', '-')}-{width}.png", full_page=True)
        assert not Axe().run(page, options=WCAG).response["violations"]
