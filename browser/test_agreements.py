"""What was agreed, after the evening: read and kept up in a real browser, also without scripts, by keyboard and at 360 px."""

import pytest
from session_file import served_session
from test_chair import accessible, picture
from test_session import page_of, press

EVENTS = [
    {"ambitionNamed": {"text": "Wie wil, kan in de buurt blijven wonen"}},
    {"targetSet": {"ambition": 1, "text": "Minder eenzijdige woningen", "year": 2032}},
    {"alternativeSketched": {"name": "Slopen en gemengd terugbouwen", "package": "", "price": 18}},
    {"leverPlaced": {"target": 1, "lever": "L1", "place": "Lindenflat", "alternative": 1}},
    {"taskPlanned": {"plan": {"text": "Vragen wie terug wil", "actor": "corporatie", "place": "Lindenflat", "due": "2031-03-01", "when": "", "target": 1}}},
    {"ambitionNamed": {"text": "Kinderen komen elkaar tegen"}},
    {"noted": {"register": "dissent", "text": "Mengen is geen doel op zich", "claims": []}},
    {"sessionClosed": {}},
]


@pytest.fixture(scope="module")
def evening():
    with served_session(title="Werkgroep 2", events=EVENTS) as (server, path, key, _):
        yield server, path, key


def chair(browser, evening, width=360, **options):
    server, path, key = evening
    page = page_of(browser, f"{server}{path}/voorzitter?sleutel={key}", width, **options)
    page.goto(f"{server}{path}/voorzitter/afspraken")
    return page


@pytest.mark.parametrize("scripts", [True, False])
def test_a_task_is_added_changed_reported_and_taken_back(browser, evening, scripts):
    page = chair(browser, evening, java_script_enabled=scripts)
    page.locator("#open-taak-nieuw-2 > summary").click()
    form = page.locator("#taak-nieuw-2")
    form.get_by_label("Wat gaat er gebeuren?").fill("Met scholen praten")
    form.get_by_label("Wie? (organisatie of rol)").fill("gemeente")
    form.get_by_label("Klaar op (dag)").fill("2031-05-01")
    form.get_by_role("button", name="Voeg taak toe").click()
    page.wait_for_load_state("load")
    assert "Gemeente · plek niet afgesproken · 1 mei 2031" in page.inner_text("main")
    number = page.locator(".mp-taken strong", has_text="Met scholen praten").last.inner_text().split(".")[0]
    page.locator(f"#open-taak-{number} > summary").click()
    change = page.locator(f"#taak-{number}")
    change.get_by_label("In welke straat of welk complex?").fill("Schoolstraat")
    change.get_by_role("button", name="Bewaar").click()
    page.wait_for_load_state("load")
    assert "Gemeente · Schoolstraat · 1 mei 2031" in page.inner_text("main")
    page.locator(f"#open-stand-{number} > summary").click()
    stand = page.locator(f"#stand-{number}")
    stand.get_by_label("Hoe staat het ervoor?").select_option("dropped")
    stand.get_by_role("button", name="Bewaar").click()
    page.wait_for_load_state("load")
    # Refused with the reason, and the form still open with what was chosen.
    assert page.get_by_role("alert").inner_text() == "Schrijf erbij waarom de taak vervalt."
    assert page.locator(f"#stand-{number} select").input_value() == "dropped"
    page.locator(f"#stand-{number}").get_by_label("Waarom?", exact=False).fill("Geen geld")
    page.locator(f"#stand-{number}").get_by_role("button", name="Bewaar").click()
    page.wait_for_load_state("load")
    assert "Vervallen: Geen geld" in page.inner_text("main")
    press(page, f"Draai terug taak {number}: vervallen", exact=False)
    assert "Vervallen: Geen geld" not in page.inner_text("main") and "(teruggedraaid)" in page.inner_text("main")
    page.context.close()


def test_by_keyboard(browser, evening):
    page = chair(browser, evening, width=1280)
    page.locator("#open-stand-1 > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "stand"
    page.keyboard.type("bezig")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".mp-stand-underWay").count() == 1
    page.context.close()


@pytest.mark.parametrize("width", [360, 1440])
def test_the_pages_are_accessible_and_fit(browser, evening, width):
    server, path, _ = evening
    page = chair(browser, evening, width)
    for one in page.locator("details").all():
        one.evaluate("(it) => it.open = true")
    accessible(page, f"keeping up at {width}")
    picture(page, f"afspraken-bijwerken-{width}")
    small = page.evaluate("""() => [...document.querySelectorAll('main a, main button, main summary, main input:not([type=hidden]), main select')]
        .map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 80)])
        .filter(([box]) => box.width > 0 && (box.width < 24 || box.height < 24)).map(([, html]) => html)""")
    assert not small, small
    page.goto(f"{server}{path}/voorzitter/afspraken?taal=en")
    accessible(page, f"in English at {width}")
    assert "Kept up since closing" in page.inner_text("main")
    page.goto(f"{server}{path}/voorzitter/afspraken/corporatie.html")
    accessible(page, f"sheet at {width}")
    picture(page, f"afspraken-blad-{width}")
    page.goto(f"{server}/afspraken")
    accessible(page, f"reading at {width}")
    picture(page, f"afspraken-{width}")
    text = page.inner_text("main")
    for missing in ["Doel 1 heeft nog geen cijfer", "is niet doorgerekend", "Er is nog geen doel gezet."]:
        assert missing in text, missing
    assert page.locator("main form").count() == 0
    # From the overview it is one step.
    page.goto(f"{server}/kaart")
    page.get_by_role("navigation").get_by_role("link", name="Afspraken").click()
    assert page.url.startswith(f"{server}/afspraken")
    page.context.close()
