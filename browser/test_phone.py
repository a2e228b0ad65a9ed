"""A phone of 360 px through the whole evening: by tap, by keyboard, without a network and without scripts."""

import time

import pytest
from conftest import OUTPUT
from session_file import served_session
from test_chair import Sender
from test_session import accessible, join, page_of, press

STATEMENTS = [f"Mengen helpt als voorziening nummer {number} in de buurt blijft" for number in range(1, 7)]
EVENTS = [
    {"alternativeSketched": {"name": "Meer beheer in de buurt", "package": "", "price": 12.5}},
    {"alternativeSketched": {"name": "Sloop en nieuwbouw van een hele straat met galerijflats", "package": "", "price": 40}},
    {"alternativeSketched": {"name": "Andere toewijzing", "package": ""}},
    {"budgetSet": {"millions": 50}},
    {"normAsked": {"norm": "Te hoge concentratie", "unit": "%", "low": 0, "high": 100}},
    {"pollItemAsked": {"text": "Welk deel van de huishoudens heeft een laag inkomen?", "unit": "%", "truth": 44, "source": "CBS 2022"}},
    *[{"bottleneckNamed": {"text": f"Knelpunt nummer {number}", "type": "money", "remover": "de gemeente"}} for number in range(1, 8)],
]


@pytest.fixture(scope="module")
def evening():
    with served_session(statements=STATEMENTS, events=EVENTS) as session:
        yield session


@pytest.fixture
def chair(browser, evening):
    server, path, key, _ = evening
    page = page_of(browser, f"{server}{path}/voorzitter?sleutel={key}", 1440, 900)
    yield page
    page.context.close()


def to_step(chair, number):
    """The step of the run sheet with a number, from 1."""
    status = chair.evaluate(
        """async (number) => (await fetch(location.pathname, {method: "POST", headers: {Accept: "application/json"},
        body: new URLSearchParams({doe: "stap", nummer: number})})).status""", number)
    assert status == 204


def voting(chair, round_number):
    fields = {"doe": "stemmen", "nummer": str(round_number)} if round_number else {"doe": "dicht"}
    status = chair.evaluate(
        """async (fields) => (await fetch(location.pathname, {method: "POST", headers: {Accept: "application/json"},
        body: new URLSearchParams(fields)})).status""", fields)
    assert status in (204, 422)


def phone_of(browser, evening, **options):
    server, path, _, _ = evening
    phone = page_of(browser, server + path, has_touch=True, **options)
    phone.dialogs = []
    phone.on("dialog", lambda dialog: (phone.dialogs.append(dialog.message), dialog.dismiss()))
    return phone


NOTHING_WAITS = "JSON.parse(localStorage.getItem('mengpaneel-' + document.body.dataset.code) || '[]').length === 0"


def until(page, expression, seconds=10):
    """Waits; the browser's own waiting would need `eval`, which the pages forbid."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < end, expression
        page.wait_for_timeout(50)


def plain(thing):
    """A text with its spaces that keep words together as plain ones."""
    return thing.inner_text().replace("\u00a0", " ")


def picture(page, name):
    OUTPUT.mkdir(exist_ok=True)
    page.screenshot(path=str(OUTPUT / f"telefoon-{name}.png"), full_page=True)


def visible_card(phone):
    return phone.locator("#kaarten li[data-stelling]:not([hidden])")


def test_all_cards_by_tap_and_back(browser, evening, chair):
    to_step(chair, 5)
    voting(chair, 1)
    phone = phone_of(browser, evening)
    accessible(phone)
    picture(phone, "meedoen")
    join(phone)
    accessible(phone)
    picture(phone, "kaart")
    seen = []
    for number in range(6):
        card = visible_card(phone)
        assert card.count() == 1
        seen.append(card.get_attribute("data-stelling"))
        assert phone.inner_text("#voortgang") == f"{number} van 6 beantwoord"
        box = card.get_by_role("button", name="Eens", exact=False).first.bounding_box()
        assert box["height"] >= 60 and box["width"] >= 250
        card.get_by_role("button", name=["Eens", "Oneens", "Weet niet"][number % 3], exact=False).first.tap()
    assert len(set(seen)) == 6 and phone.is_visible("#klaar")
    accessible(phone)
    picture(phone, "klaar")
    # Nothing is asked of the server to see the next card, and all of it arrived there.
    until(phone, NOTHING_WAITS)
    phone.reload()
    assert phone.inner_text("#voortgang") == "6 van 6 beantwoord" and phone.is_visible("#klaar")
    phone.click("text=Bekijk uw antwoorden")
    assert phone.locator("#kaarten li[data-stelling]:visible").count() == 6
    assert phone.locator("[aria-pressed=true]").count() == 6
    accessible(phone)
    picture(phone, "lijst")
    phone.locator(f"li[data-stelling='{seen[0]}']").get_by_role("button", name="Oneens", exact=False).tap()
    until(phone, NOTHING_WAITS)
    phone.goto(evening[0] + evening[1] + "?kaart=" + seen[2])
    visible_card(phone).locator("text=Vorige").tap()
    assert visible_card(phone).get_attribute("data-stelling") == seen[1]
    visible_card(phone).locator("text=Vorige").tap()
    pressed = visible_card(phone).locator("[aria-pressed=true]")
    assert visible_card(phone).get_attribute("data-stelling") == seen[0] and "Oneens" in pressed.inner_text()
    phone.context.close()


def test_all_cards_by_keyboard(browser, evening, chair):
    voting(chair, 1)
    phone = phone_of(browser, evening)
    join(phone)
    visible_card(phone).locator(".mp-stelling").focus()
    for number in range(6):
        # The statement has the focus, so that it is read out; the three answers follow it.
        assert phone.evaluate("document.activeElement.classList.contains('mp-stelling')")
        for _ in range(number % 3 + 1):
            phone.keyboard.press("Tab")
        assert phone.evaluate("document.activeElement.matches('.mp-stem')")
        phone.keyboard.press("Enter")
        until(phone, f"document.getElementById('voortgang').textContent.startsWith('{number + 1} van')")
    assert phone.is_visible("#klaar") and phone.evaluate("document.activeElement.id") == "klaar-tekst"
    # Skipping and going back by keyboard.
    phone.goto(phone.url + "?kaart=1")
    visible_card(phone).locator("text=Sla over").focus()
    phone.keyboard.press("Enter")
    assert visible_card(phone).get_attribute("data-stelling") != "1"
    phone.context.close()


def test_what_is_done_without_a_network_arrives_once(browser, evening, chair):
    voting(chair, 2)
    phone = phone_of(browser, evening)
    join(phone)
    phone.context.set_offline(True)
    for _ in range(6):
        visible_card(phone).get_by_role("button", name="Eens", exact=False).first.tap()
    phone.fill("#tekst", "Geschreven zonder netwerk")
    phone.locator("#f-schrijf-knop").tap()
    assert phone.input_value("#tekst") == ""
    phone.wait_for_selector("#verbinding:not([hidden])")
    assert "bewaard" in phone.inner_text("#verbinding")
    assert phone.is_visible("#klaar")
    accessible(phone)
    picture(phone, "zonder-netwerk")
    phone.context.set_offline(False)
    phone.wait_for_selector("text=Wacht op de voorzitter: “Geschreven zonder netwerk”", timeout=20_000)
    phone.reload()
    assert phone.inner_text("#voortgang") == "6 van 6 beantwoord"
    assert phone.locator("text=Geschreven zonder netwerk").count() == 1
    voting(chair, None)
    phone.context.close()


def test_cards_without_a_script(browser, evening, chair):
    voting(chair, 2)
    phone = phone_of(browser, evening, java_script_enabled=False)
    join(phone)
    seen = []

    def tap(thing):
        with phone.expect_navigation():
            thing.tap()

    for number in range(6):
        assert visible_card(phone).count() == 1
        seen.append(visible_card(phone).get_attribute("data-stelling"))
        if number == 1:
            tap(visible_card(phone).locator("text=Sla over"))
            assert visible_card(phone).get_attribute("data-stelling") != seen[1]
            tap(visible_card(phone).locator("text=Vorige"))
            assert visible_card(phone).get_attribute("data-stelling") == seen[1]
        tap(visible_card(phone).get_by_role("button", name="Eens", exact=False).first)
    assert len(set(seen)) == 6 and phone.is_visible("#klaar")
    voting(chair, None)
    phone.context.close()


def test_the_budget_bar_follows_and_refuses(browser, evening, chair):
    to_step(chair, 8)
    phone = phone_of(browser, evening)
    join(phone)
    bar = phone.locator(".mp-budget p")
    assert plain(bar) == "Gekozen: € 0 mln van € 50 mln. Over: € 50 mln."
    phone.locator("label", has_text="Meer beheer").tap()
    assert plain(bar) == "Gekozen: € 12,5 mln van € 50 mln. Over: € 37,5 mln."
    accessible(phone)
    phone.locator("label", has_text="Andere toewijzing").tap()
    phone.locator("label", has_text="Sloop").tap()
    assert plain(bar) == "Gekozen: € 52,5 mln van € 50 mln. Te veel: € 2,5 mln. Haal er iets af."
    assert "telt in de som niet mee" in phone.inner_text("#f-pakket")
    accessible(phone)
    picture(phone, "budget-over")
    phone.locator("#f-pakket-knop").tap()
    phone.wait_for_selector("text=Uw keuze kost € 52,5 mln en het budget is € 50,0 mln")
    phone.locator("label", has_text="Sloop").tap()
    phone.fill("#pakket-reden", "Beheer werkt vandaag al")
    phone.locator("#f-pakket-knop").tap()
    phone.wait_for_selector("text=Uw keuze is bewaard")
    phone.reload()
    assert phone.is_checked("#alt1") and phone.is_checked("#alt3") and not phone.is_checked("#alt2")
    assert phone.input_value("#pakket-reden") == "Beheer werkt vandaag al"
    accessible(phone)
    picture(phone, "budget")
    # Without a script the server says the same.
    scriptless = phone_of(browser, evening, java_script_enabled=False)
    join(scriptless)
    for number in (1, 2):
        scriptless.locator(f"#alt{number}").tap()
    with scriptless.expect_navigation():
        scriptless.locator("#f-pakket-knop").tap()
    assert "kost € 52,5 mln" in plain(scriptless.locator("[role=alert]"))
    for page in (phone, scriptless):
        page.context.close()


def test_bottlenecks_are_named_and_five_are_ticked(browser, evening, chair):
    to_step(chair, 7)
    phone = phone_of(browser, evening)
    join(phone)
    for number in range(1, 6):
        phone.locator(f"label[for=kp{number}]").tap()
    assert phone.is_disabled("#kp6") and "5 van 5 aangekruist" in phone.inner_text("#f-knelpunten")
    # News must not take away what is ticked and not yet saved.
    other = phone_of(browser, evening)
    join(other)
    other.fill("#knelpunt", "Van een ander")
    other.select_option("#knelpunt-soort", "law")
    other.fill("#knelpunt-wie", "het Rijk")
    other.locator("#f-knelpunt-knop").tap()
    phone.wait_for_selector("text=Van een ander", timeout=10_000)
    assert phone.is_checked("#kp5") and phone.is_disabled("#kp8")
    accessible(phone)
    picture(phone, "knelpunten")
    phone.locator("#f-knelpunten-knop").tap()
    until(phone, NOTHING_WAITS)
    phone.reload()
    assert [phone.is_checked(f"#kp{number}") for number in range(1, 9)] == [True] * 5 + [False] * 3
    for page in (phone, other):
        page.context.close()


def test_numbers_are_given_by_slider_or_by_typing(browser, evening, chair):
    to_step(chair, 6)
    phone = phone_of(browser, evening)
    join(phone)
    assert phone.input_value("#norm0") == "", "the slider proposes nothing"
    phone.fill("#norm0", "35")
    assert phone.input_value("#norm0-schuif") == "35"
    phone.locator("#norm0-schuif").focus()
    phone.keyboard.press("ArrowRight")
    assert phone.input_value("#norm0") == "36"
    accessible(phone)
    picture(phone, "norm")
    phone.locator("#f-norm0-knop").tap()
    phone.wait_for_selector("text=Uw grens nu: 36 %")
    to_step(chair, 1)
    phone.wait_for_selector("#peil1", timeout=10_000)
    phone.fill("#peil1", "30")
    phone.locator("label[for=peil1-25]").tap()
    accessible(phone)
    picture(phone, "peiling")
    phone.locator("#f-peil1-knop").tap()
    phone.wait_for_selector("text=U zei: 30 %")
    to_step(chair, 10)
    phone.wait_for_selector("text=Wat mag niet ontbreken in het verslag?", timeout=10_000)
    assert "U zei" not in phone.inner_text("main")
    phone.fill("#bezwaar", "De bewoners zaten niet aan tafel")
    phone.locator("#f-bezwaar-knop").tap()
    until(phone, "document.getElementById('bezwaar').value === ''")
    accessible(phone)
    picture(phone, "slot")
    phone.context.close()


def test_own_votes_are_seen_and_withdrawn_and_a_seat_is_left(browser, evening, chair):
    voting(chair, 1)
    phone = phone_of(browser, evening)
    join(phone)
    visible_card(phone).get_by_role("button", name="Oneens", exact=False).tap()
    until(phone, NOTHING_WAITS)
    phone.reload()
    voting(chair, None)
    until(phone, "!document.getElementById('kaarten')")
    phone.locator("#meer > summary").tap()
    assert "oneens" in phone.inner_text(".mp-eigen-stem")
    accessible(phone)
    picture(phone, "meer")
    phone.get_by_role("button", name="Trek terug").tap()
    phone.wait_for_selector("text=U hebt nog niet gestemd.")
    phone.locator("label[for=weg-stemmen]").tap()
    phone.get_by_role("button", name="Verlaat mijn plaats").tap()
    phone.wait_for_selector("text=U doet mee zonder naam")
    phone.context.close()


def test_news_between_a_page_and_its_stream_is_not_missed(browser, evening, chair):
    server, path, key, _ = evening
    to_step(chair, 5)
    voting(chair, None)
    phone = phone_of(browser, evening)
    join(phone)
    assert visible_card(phone).count() == 0

    def open_first(route):
        # The page is there and does not listen yet: now the chair opens a round.
        Sender(server, path, key).send(doe="stemmen", nummer="1")
        route.continue_()

    phone.route("**/nieuws", open_first)
    phone.reload()
    phone.wait_for_selector("#kaarten li[data-stelling]:not([hidden])", timeout=10_000)
    voting(chair, None)
    phone.context.close()


def test_no_step_scrolls_sideways_and_all_are_accessible(browser, evening, chair):
    phone = phone_of(browser, evening)
    join(phone)
    for number in range(1, 11):
        to_step(chair, number)
        phone.reload()
        phone.locator("#meer > summary").tap()
        accessible(phone)
        for width in (320, 360):
            phone.set_viewport_size({"width": width, "height": 740})
            assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (number, width)
    picture(phone, "alles")
    phone.context.close()


def test_after_closing_there_are_thanks_and_results(browser, evening, chair):
    voting(chair, 1)
    phones = [phone_of(browser, evening) for _ in range(4)]
    for phone in phones:
        join(phone)
        visible_card(phone).get_by_role("button", name="Eens", exact=False).first.tap()
    until(phones[0], "JSON.parse(localStorage.getItem('mengpaneel-' + document.body.dataset.code) || '[]').length === 0")
    for fields in ({"doe": "toon", "nummer": "1"}, {"doe": "sluiten", "zeker": "1"}):
        chair.evaluate(
            """async (fields) => (await fetch(location.pathname, {method: "POST", headers: {Accept: "application/json"},
            body: new URLSearchParams(fields)})).status""", fields)
    phones[0].wait_for_selector("text=Dank voor het meedoen", timeout=10_000)
    assert "Uitslag van ronde 1" in phones[0].inner_text("main")
    assert "Het is: 44 %" in phones[0].inner_text("main")
    accessible(phones[0])
    picture(phones[0], "gesloten")
    for phone in phones:
        assert phone.dialogs == []
        phone.context.close()
