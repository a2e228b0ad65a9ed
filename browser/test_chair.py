"""The chair's console and the projector in a real browser: by keyboard, in both languages, on three widths, and from the
back of the room."""

import re
import time
import urllib.parse
import urllib.request

import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from conftest import OUTPUT
from PIL import Image
from test_session import evening, join, page_of, press  # noqa: F401 (the fixture is used by name)

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
TABS = ["programma", "stellingen", "uitkomst", "knelpunten", "alternatieven", "plannen", "normen", "registers", "slot"]
LONG = "Wie nu in de buurt woont moet er kunnen blijven wonen, ook als de huizen worden vervangen en de huur daarna hoger is dan eerst was"


def accessible(page, state):
    found = Axe().run(page, options=WCAG).response["violations"]
    assert not found, (state, [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found])
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{state} scrolls sideways"


def picture(page, name):
    OUTPUT.mkdir(exist_ok=True)
    page.screenshot(path=OUTPUT / f"{name}.png", full_page=True)


class Sender:
    """Sends forms as a browser without scripts does: for the chair, or for a seat that it takes first."""

    def __init__(self, server, path, key=None):
        self.address = server + path + ("/voorzitter" if key else "")
        code = path.rsplit("/", 1)[1]
        self.cookie = f"voorzitter-{code}={key}" if key else ""
        if not key:
            answer = self.send(doe="meedoen")
            self.cookie = answer.headers["Set-Cookie"].split(";")[0]

    def send(self, **fields):
        class Stay(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, *_):
                return None

        request = urllib.request.Request(
            self.address, data=urllib.parse.urlencode(fields, doseq=True).encode(), headers={"Cookie": self.cookie})
        try:
            return urllib.request.build_opener(Stay).open(request)
        except urllib.error.HTTPError as answer:
            assert answer.code == 303, (fields, answer.code, re.findall(r'role="alert"[^>]*>([^<]*)', answer.read().decode()))
            return answer


@pytest.fixture(scope="module")
def room(evening):  # noqa: F811
    """The evening halfway: a full programme, eight people, one round closed and one statement that waits."""
    server, path, key = evening
    chair = Sender(server, path, key)
    for number in range(5):
        chair.send(doe="stelling", tekst=f"{LONG} {number}"[:140], bron="1", bevestigd="1", C1="1", C6="1")
    chair.send(doe="inleiding", nummer="1", naam="A. Bewoner", werk="Bewonersraad", titel="Onze straat", akkoord="1")
    chair.send(doe="voorzitter", naam="V. Zitter", werk="Gemeente; Hogeschool", belang="geen", akkoord="1")
    chair.send(doe="afwezig", tekst="Jongeren")
    for number in range(7):
        chair.send(doe="knelpunt", tekst=f"Te weinig {number + 1} woningen komen vrij", soort="capacity", wie="corporatie", knop="L6")
    chair.send(doe="budget", miljoen="12,5")
    for name, price in [("Straat voor straat", "4,5"), ("Hele wijk", "12"), ("Voorzieningen eerst", "3")]:
        chair.send(doe="alternatief", naam=name, prijs=price)
    chair.send(doe="ambitie", tekst="Iedereen kan in elke wijk wonen")
    chair.send(doe="doel", nummer="1", tekst="30% sociale huur in Noord", jaar="2032")
    chair.send(doe="knop", nummer="1", knop="L6", plaats="Noord")
    chair.send(doe="taak", tekst="Maak een lijst van lege plekken", wie="gemeente", plaats="Noord", datum="1 maart", doel="1")
    chair.send(doe="kennisvraag", tekst="Welk deel van de huizen is sociale huur?", eenheid="%", waarheid="31,5", bron="CBS 2023")
    chair.send(doe="vraag", tekst="Voor wie is mengen goed?", thema="6")
    chair.send(doe="register", soort="dissent", tekst="Ik zie het anders", C2="1")
    chair.send(doe="stap", nummer="1")
    people = [Sender(server, path) for _ in range(8)]
    chair.send(doe="stemmen", nummer="1")
    for place, one in enumerate(people):
        for statement in range(1, 9):
            vote = 1 if statement < 4 else [1, -1][(place + statement) % 2] if statement < 7 else [0, 1, -1][place % 3]
            one.send(doe="stem", stelling=str(statement), stem=str(vote))
    chair.send(doe="dicht")
    people[0].send(doe="schrijf", tekst="Een stelling uit de zaal")
    return server, path, key, chair, people


def console(browser, room, width=1440, height=900, tab="stellingen", **options):
    server, path, key = room[:3]
    page = page_of(browser, f"{server}{path}/voorzitter?sleutel={key}", width, height, **options)
    page.goto(f"{server}{path}/voorzitter?vak={tab}")
    return page


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_every_tab_is_accessible_and_fits(browser, room, width):
    page = console(browser, room, width)
    for tab in TABS:
        page.goto(page.url.split("?")[0] + f"?vak={tab}")
        accessible(page, f"{tab} at {width}")
        if width != 768:
            picture(page, f"voorzitter-{tab}-{width}")
        small = page.evaluate("""() => [...document.querySelectorAll('main a, main button, main summary, main input:not([type=hidden]), main select')]
            .map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 80)])
            .filter(([box]) => box.width > 0 && (box.width < 24 || box.height < 24)).map(([, html]) => html)""")
        assert not small, (tab, width, small)
    page.context.close()


def test_counts_come_when_the_round_is_closed(browser, room):
    server, path, key, chair, people = room
    page = console(browser, room, tab="uitkomst")
    assert "Het meest gedeeld" in page.inner_text("main")
    assert "✓ 8 eens" in page.inner_text("main")
    chair.send(doe="stemmen", nummer="2")
    for tab in TABS:
        page.goto(f"{server}{path}/voorzitter?vak={tab}")
        if tab == "uitkomst":
            assert "als de ronde dicht is" in page.inner_text("main")
    for one in people[:5]:
        for statement in range(1, 9):
            one.send(doe="stem", stelling=str(statement), stem="-1")
    page.goto(f"{server}{path}/voorzitter?vak=stellingen")
    assert "Ronde 2: 5 van 8 stemden, 5 klaar" in page.inner_text("main")
    assert "oneens ·" not in page.inner_text("main") and "✗" not in page.inner_text("main")
    chair.send(doe="dicht")
    page.goto(f"{server}{path}/voorzitter?vak=uitkomst")
    assert "Wat veranderde tussen de rondes?" in page.inner_text("main")
    assert "0 naar eens, 5 naar oneens, van 5" in page.inner_text("main")
    page.context.close()


def focus(page, name):
    """Goes to a control with the Tab key alone, as somebody without a mouse does."""
    for _ in range(400):
        page.keyboard.press("Tab")
        text = page.evaluate("""() => { const one = document.activeElement; const label = one.labels && one.labels[0];
            return ((label && label.textContent) || one.textContent || '').trim(); }""")
        if text.startswith(name):
            return
    raise AssertionError(f"no control {name!r} can be reached by Tab")


def test_the_chair_works_by_keyboard_alone(browser, room):
    page = console(browser, room, tab="stellingen")
    focus(page, "Toelaten")
    page.keyboard.press("Enter")
    page.wait_for_selector("#wachtend", state="detached")
    assert "stelling 9 toegelaten" in page.inner_text("header")
    focus(page, "Alternatieven")
    page.keyboard.press("Enter")
    page.wait_for_url("**vak=alternatieven*")
    focus(page, "Naam")
    page.keyboard.type("Zomaar iets")
    focus(page, "Pakket van maatregelen")
    page.keyboard.type("package: A\nhorizon: 2040\nmeasures:\n  - lever: newBiuld\n    from: 2027")
    focus(page, "Voeg toe")
    page.keyboard.press("Enter")
    page.wait_for_selector("#bezwaar")
    told = page.inner_text("#bezwaar")
    assert told.startswith("Het pakket klopt niet") and "newBuild" in told and "\n" not in told
    assert page.input_value("#alternatief-naam") == "Zomaar iets", "what was typed is kept"
    accessible(page, "a refused form")
    focus(page, "Logboek en slot")
    page.keyboard.press("Enter")
    page.wait_for_url("**vak=slot*")
    assert "toegelaten" in page.inner_text("#moderatie")
    focus(page, "Maak ongedaan stelling 9 toegelaten")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.goto(page.url.split("?")[0] + "?vak=stellingen")
    assert "Wacht op goedkeuring (1)" in page.inner_text("main")
    page.context.close()


def test_news_leaves_what_is_being_typed(browser, room):
    server, path, key, chair, people = room
    page = console(browser, room, tab="registers")
    page.locator("#register-tekst").fill("Half getypt")
    before = page.inner_text("#vragen")
    people[1].send(doe="vraag", tekst="Komt dit vanzelf in beeld?")
    page.wait_for_selector("text=Komt dit vanzelf in beeld?", timeout=10_000)
    assert page.input_value("#register-tekst") == "Half getypt" and before != page.inner_text("#vragen")
    # Parts that were not there come in their place, and parts that are done go away.
    page.goto(f"{server}{path}/voorzitter?vak=stellingen")
    focus(page, "Op het scherm stelling 2")
    people[2].send(doe="schrijf", tekst="Nog een stelling uit de zaal")
    page.wait_for_selector("#wachtend >> text=Nog een stelling uit de zaal", timeout=10_000)
    number = page.locator("#wachtend .mp-stelling", has_text="Nog een").inner_text().split(".")[0]
    chair.send(doe="afwijzen", nummer=number, tekst="Staat er al")
    page.wait_for_selector("#eruit >> text=Afgewezen: Staat er al", timeout=10_000)
    order = page.evaluate("[...document.querySelectorAll('.mp-zaal-midden > section')].map((one) => one.id)")
    assert order == [one for one in ["stemmen", "wachtend", "lijst", "nieuwe-stelling", "eruit"] if one in order]
    assert "stelling 2" in page.evaluate("document.activeElement.textContent"), "the focus stays where it was"
    page.context.close()


def seconds_of(page):
    """What the clock of a step shows, in seconds."""
    sign, minutes, seconds = re.fullmatch(r"(−?)(\d+):(\d\d)", page.inner_text(".mp-klok")).groups()
    return (-1 if sign else 1) * (int(minutes) * 60 + int(seconds))


def test_the_clock_warns_in_words(browser, room):
    server, path, key, chair, people = room
    chair.send(doe="stap", nummer="10")
    page = console(browser, room)
    page.clock.install()
    page.reload()
    page.clock.fast_forward(90_000)
    page.wait_for_selector(".mp-klok-woord >> text=Nog één minuut", timeout=10_000)
    assert page.inner_text("#melding") == "Nog één minuut"
    page.clock.fast_forward(60_000)
    page.wait_for_selector(".mp-klok-woord >> text=De tijd is om", timeout=10_000)
    accessible(page, "after time")
    page.context.close()


def test_a_clock_on_the_projector_does_not_follow_the_time_of_its_machine(browser, room):
    server, path, key, chair, people = room
    chair.send(doe="stap", nummer="10")
    chair.send(doe="tijd", minuten="5")
    chair.send(doe="scherm", beeld="stap")
    page = console(browser, room)
    # Three days ahead when the page is opened, and two hours back while it is open.
    page.clock.install(time=time.time() + 3 * 86_400)
    page.goto(server + path + "/scherm")
    page.wait_for_function("document.querySelector('.mp-klok').textContent.includes(':')")
    begun = seconds_of(page)
    assert 300 < begun <= 420
    page.clock.set_system_time(time.time() - 7_200)
    page.clock.run_for(3_000)
    page.wait_for_function("document.querySelector('.mp-klok').textContent.includes(':')")
    assert begun - 60 < seconds_of(page) <= begun
    # The chair's page takes over what is left without making its part anew.
    page.goto(server + path + "/voorzitter")
    assert begun - 60 < seconds_of(page) <= begun
    chair.send(doe="tijd", minuten="5")
    page.wait_for_function("parseInt(document.querySelector('.mp-klok').textContent) > 8", timeout=10_000)
    page.context.close()


SCREENS = [
    ("wacht", {}), ("code", {}), ("stap", {}), ("stelling", {"nummer": "4"}), ("uitslag", {}), ("perspectief", {}),
    ("knelpunten", {}), ("knelpunten-telling", {}), ("alternatieven", {}), ("alternatieven-telling", {}), ("normen", {}),
    ("kennisvraag", {"nummer": "1", "antwoorden": "0"}), ("kennisvraag", {"nummer": "1", "antwoorden": "1"}), ("taken", {}),
    ("zwart", {}),
]


def test_the_projector_can_be_read_from_the_back(browser, room):
    server, path, key, chair, people = room
    chair.send(doe="toon", nummer="1")
    # Answers to knowledge items are told from the closing step on.
    chair.send(doe="stap", nummer="10")
    page = page_of(browser, server + path + "/scherm", 1920, 1080)
    for name, more in SCREENS:
        chair.send(doe="scherm", beeld=name, **more)
        for turn in range(1, 9):
            page.goto(server + path + "/scherm")
            state = f"scherm-{name}{more.get('antwoorden', '')}-{turn}"
            small = page.evaluate("""() => [...document.querySelectorAll('body *')]
                .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())
                    && one.checkVisibility() && !one.closest('svg, .mp-hidden'))
                .map((one) => [parseFloat(getComputedStyle(one).fontSize), one.textContent.slice(0, 40)])
                .filter(([size]) => size < 28)""")
            assert not small, (state, small)
            lines = page.locator(".mp-zaal-regels > li, .mp-zaal-uitslag > li").count()
            assert lines <= 6, (state, lines)
            assert page.evaluate("document.documentElement.scrollHeight <= window.innerHeight"), f"{state} is too high"
            accessible(page, state)
            picture(page, state)
            pages = re.search(r"Bladzijde (\d+) van (\d+)", page.inner_text("main"))
            if not pages or pages.group(1) == pages.group(2):
                break
            chair.send(doe="bladzijde", nummer=str(turn + 1))
    chair.send(doe="beeld-terug")
    page.goto(server + path + "/scherm")
    assert "Wie doet wat?" in page.inner_text("main") or "Waar willen we naartoe?" in page.inner_text("main")
    page.keyboard.press("z")
    assert page.evaluate("getComputedStyle(document.querySelector('main')).visibility") == "hidden"
    page.keyboard.press("z")
    assert page.evaluate("getComputedStyle(document.querySelector('main')).visibility") == "visible"
    page.context.close()


def test_the_square_can_be_scanned(browser, room):
    server, path, key, chair, people = room
    chair.send(doe="scherm", beeld="code")
    page = page_of(browser, server + path + "/scherm", 1920, 1080)
    OUTPUT.mkdir(exist_ok=True)
    shot = OUTPUT / "qr.png"
    page.screenshot(path=shot)
    found = zxingcpp.read_barcodes(Image.open(shot))
    assert [one.text for one in found] == [server + path]
    assert found[0].format == zxingcpp.BarcodeFormat.QRCode
    # Also small and slanted, as a phone at the back sees it.
    far = Image.open(shot).convert("L").resize((640, 360)).rotate(7, expand=True, fillcolor=255)
    assert [one.text for one in zxingcpp.read_barcodes(far)] == [server + path]
    page.context.close()


def test_english_is_kept_by_the_viewer(browser, room):
    server, path, key, chair, people = room
    page = console(browser, room)
    page.get_by_role("link", name="English").click()
    page.wait_for_load_state("load")
    for tab in TABS:
        page.goto(f"{server}{path}/voorzitter?vak={tab}")
        assert page.get_attribute("html", "lang") == "en"
        for word in [" het ", " een ", " niet ", " wordt ", "Bewaar", "Voeg"]:
            text = page.inner_text("main")
            for own in ["Wie nu in de buurt", "Een stelling", "Ik zie het anders", "Voor wie", "Nog een", "Maak een lijst", "Iedereen kan", "Te weinig", "Komt dit"]:
                text = re.sub(own + r".*", "", text)
            assert word not in text, (tab, word)
        accessible(page, f"{tab} in English")
    page.goto(f"{server}{path}/scherm")
    assert "Join on your telephone" in page.inner_text("main")
    page.context.close()


def test_closing_asks_twice_and_leads_to_the_report(browser, room):
    server, path, key, chair, people = room
    page = console(browser, room, tab="slot", java_script_enabled=False)
    page.get_by_label("Ja, de bijeenkomst is klaar").check()
    press(page, "Sluit de bijeenkomst")
    assert page.url.endswith("#verslag")
    for name in ["verslag", "samenvatting", "verslag.pdf", "verslag.odt", "verslag.docx"]:
        assert page.locator(f"#verslag a[href='{path}/voorzitter/{name}']").count() == 1
    assert "De bijeenkomst is gesloten." in page.inner_text("main")
    page.context.close()
