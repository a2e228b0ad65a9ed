"""The guide for the chair: an evening is played on the pages as the guide tells it. Every button that the guide names stands
on the page where it is said to be, and every picture exists. MENGPANEEL_PICTURES=1 takes the pictures anew."""

import io
import os
import pathlib
import re
import subprocess

import pytest
from conftest import CHROMIUM
from PIL import Image
from session_file import BINARY, served_session
from test_chair import TABS, Sender
from test_phone import NOTHING_WAITS, until, visible_card
from test_session import join, page_of, press

GUIDE = pathlib.Path(__file__).resolve().parents[1] / "Documentation" / "Handleiding-voorzitter.md"
PICTURES = GUIDE.parent / "images" / "handleiding"
TAKES_PICTURES = os.environ.get("MENGPANEEL_PICTURES") == "1"
WIDEST, LARGEST = 1200, 150_000
# A documentation address (RFC 5737): the pictures show what a room sees, and not the machine that took them.
ROOM = "192.0.2.20:8080"
CONTROLS = "(where) => [...document.querySelectorAll(where + ' :is(button, a, summary, label, option)')].map((one) => one.textContent.trim())"
PLACES = {"draaiboek": ".mp-zaal-links", "beamer": ".mp-zaal-rechts"}

EVENTS = [
    *[{"alternativeSketched": {"name": name, "package": "", "price": price}} for name, price in
      [("Meer beheer in de straat", 4), ("Middenhuur bijbouwen", 18), ("Sociale huur in elke wijk", 24), ("Voorzieningen eerst", 9)]],
    {"budgetSet": {"millions": 40}},
    *[{"bottleneckNamed": {"text": text, "type": kind, "remover": who}} for text, kind, who in
      [("Er komen te weinig woningen vrij", "capacity", "corporaties"), ("Bouwen duurt te lang", "time", "de gemeente"),
       ("Regels voor toewijzing verschillen per plaats", "law", "het Rijk"), ("Bewoners horen het te laat", "support", "de gemeente")]],
    *[{"absenceNoted": {"party": who}} for who in ("Jongeren", "Particuliere verhuurders")],
]


def words(guide):
    """Each word in bold with the page that the mark before it names."""
    place = None
    for mark, bold in re.findall(r"<!-- op: (\w+) -->|\*\*([^*]+)\*\*", guide.read_text(encoding="utf-8")):
        place = mark or place
        if bold:
            yield place, re.sub(r"\s+", " ", bold)


class Album:
    """Takes pictures for the guide where asked to, and keeps the controls that each page showed."""

    def __init__(self):
        self.controls = {}

    def look(self, page, *places):
        for place in places:
            found = page.evaluate(CONTROLS, PLACES.get(place, "body"))
            # Without the marks before and behind a name, such as ✓ and →.
            self.controls.setdefault(place, set()).update(re.sub(r"^[✓✗–←↓●\s]+|[→\s]+$", "", re.sub(r"\s+", " ", one)) for one in found)

    def has(self, place, name):
        pages = self.controls.values() if place == "overal" else [self.controls.get(place, set())]
        return any(one == name or one.startswith(name + " ") for page in pages for one in page)

    def shot(self, page):
        return Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")

    def picture(self, name, *things):
        """A page, or several pages and shots beside each other with some room between them."""
        if not TAKES_PICTURES:
            return
        PICTURES.mkdir(parents=True, exist_ok=True)
        shots = [one if isinstance(one, Image.Image) else self.shot(one) for one in things]
        gap = 24
        whole = Image.new("RGB", (sum(one.width for one in shots) + gap * (len(shots) - 1), max(one.height for one in shots)), "white")
        left = 0
        for one in shots:
            whole.paste(one, (left, 0))
            left += one.width + gap
        if whole.width > WIDEST:
            whole = whole.resize((WIDEST, whole.height * WIDEST // whole.width), Image.Resampling.LANCZOS)
        whole.quantize(64, dither=Image.Dither.NONE).save(PICTURES / f"{name}.png", optimize=True)


class Evening:
    """The evening in the order of the guide: the chair and phones in a browser, nine more people without one."""

    def __init__(self, browser, server, path, key, album):
        # The pages are opened at the address of a room, as phones and the projector do.
        self.room = browser.browser_type.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", f"--host-resolver-rules=MAP {ROOM} {server.removeprefix('http://')}"])
        self.at = f"http://{ROOM}{path}"
        self.album = album
        self.sender = Sender(server, path, key)
        self.chair = page_of(self.room, f"{self.at}/voorzitter?sleutel={key}", 1200, 860)
        self.screen = page_of(self.room, self.at + "/scherm", 1920, 1080)
        self.new_person = lambda: Sender(server, path)

    def phone(self):
        return page_of(self.room, self.at, has_touch=True)

    def tab(self, name):
        self.chair.goto(f"{self.at}/voorzitter?vak={name}")
        self.album.look(self.chair, name, "draaiboek", "beamer")

    def show(self, button, name):
        press(self.chair, button)
        self.album.look(self.chair, "beamer")
        self.screen.goto(self.at + "/scherm")
        self.album.picture(name, self.screen)

    def before(self):
        self.sender.send(doe="inleiding", nummer="1", naam="Een bewoner", werk="Bewonersraad", titel="Zo wonen wij nu", akkoord="1")
        for name in TABS:
            self.tab(name)
        self.tab("programma")
        self.album.picture("voorzitter-programma", self.chair)
        self.show("Meedoen", "scherm-meedoen")

    def joining(self):
        self.joins = self.phone()
        self.phones = [self.phone() for _ in range(3)]
        self.album.look(self.phones[0], "telefoon")
        for phone in self.phones:
            join(phone)
        self.people = [self.new_person() for _ in range(9)]
        press(self.chair, "Begin Welkom")
        self.album.look(self.chair, "draaiboek")
        press(self.chair, "Volgende stap", exact=False)

    def voting(self):
        first, second, offline = self.phones
        self.people[0].send(doe="schrijf", tekst="Wie nu in de straat woont, moet er kunnen blijven")
        self.tab("stellingen")
        press(self.chair, "Toelaten", exact=False)
        press(self.chair, "Begin Stemmen")
        press(self.chair, "Open ronde 1")
        first.wait_for_selector("li[data-stelling]", timeout=10_000)
        first.locator("#meer > summary").click()
        self.album.look(first, "telefoon")
        first.goto(self.at + "?kaart=2")
        self.album.look(first, "telefoon")
        self.card = self.album.shot(first)
        count = first.locator("li[data-stelling]").count()
        for place, person in enumerate(self.people):
            for number in range(1, count + 1):
                # Half of the statements are shared, the others split the room in two; some do not know.
                vote = 1 if number % 2 else (0 if (place + number) % 9 == 0 else [1, -1][place % 2])
                person.send(doe="stem", stelling=str(number), stem=str(vote))
        offline.context.set_offline(True)
        visible_card(offline).get_by_role("button", name="Eens", exact=False).first.click()
        offline.wait_for_selector("#verbinding:not([hidden])", timeout=10_000)
        assert "bewaard" in offline.inner_text("#verbinding")
        self.album.picture("telefoon-zonder-wifi", offline)
        offline.context.set_offline(False)
        until(offline, NOTHING_WAITS, 60)
        self.tab("stellingen")
        assert "10 van 12 stemden" in self.chair.inner_text("main"), "what was kept has arrived"
        self.album.picture("voorzitter-stellingen", self.chair)
        self.chair.locator("summary", has_text="Stem van papier").click()
        self.chair.get_by_label("Nummer van het biljet").fill("1")
        press(self.chair, "Voer in")
        press(self.chair, "Sluit het stemmen")
        self.tab("uitkomst")
        self.album.picture("voorzitter-uitkomst", self.chair)
        self.tab("stellingen")
        press(self.chair, "Toon uitslag van ronde 1")
        self.show("Gedeeld en verdeeld", "scherm-gedeeld")
        press(self.chair, "Zwart")
        self.album.look(self.chair, "beamer")
        press(self.chair, "Beeld terug")

    def choosing(self):
        press(self.chair, "Begin Knelpunten")
        for place, person in enumerate(self.people):
            person.send(doe="knelpunten", nummer=[number for number in range(1, 5) if (place + number) % 3])
        self.tab("knelpunten")
        press(self.chair, "Tel de keuzes nu")
        press(self.chair, "Begin Alternatieven")
        for place, person in enumerate(self.people):
            person.send(doe="pakket", nummer=[1, 2, 4] if place % 3 else [1, 3])
        budget = self.phones[1]
        budget.goto(self.at)
        budget.locator("label", has_text="Middenhuur").tap()
        budget.locator("label", has_text="Meer beheer").tap()
        budget.evaluate("window.scrollTo(0, 0)")
        self.album.picture("telefoons", self.joins, self.card, budget)
        self.tab("alternatieven")
        press(self.chair, "Tel de keuzes nu")
        self.show("Alternatieven met aantallen", "scherm-alternatieven")
        self.sender.send(doe="taak", tekst="Maak een lijst van lege plekken", wie="gemeente", plaats="", datum="1 maart")
        self.people[1].send(doe="noteer", soort="bezwaar", tekst="De bewoners zaten niet aan tafel")
        self.tab("plannen")

    def closing(self):
        self.tab("registers")
        self.tab("slot")
        self.chair.get_by_label("Ja, de bijeenkomst is klaar").check()
        press(self.chair, "Sluit de bijeenkomst")
        self.album.look(self.chair, "slot")
        assert "De bijeenkomst is gesloten." in self.chair.inner_text("main")
        # By mistake: the guide says that it can be taken back at once.
        press(self.chair, "Maak het laatste ongedaan", exact=False)
        assert "De bijeenkomst is gesloten." not in self.chair.inner_text("main")
        self.tab("slot")
        self.chair.get_by_label("Ja, de bijeenkomst is klaar").check()
        press(self.chair, "Sluit de bijeenkomst")
        summary = page_of(self.room, "about:blank", 840, 1188)
        summary.context.add_cookies(self.chair.context.cookies())
        summary.goto(f"{self.at}/voorzitter/samenvatting")
        assert summary.evaluate("document.styleSheets.length") == 1, "the policy leaves the report its style"
        self.album.picture("samenvatting", summary)
        self.room.close()


@pytest.fixture(scope="module")
def album(browser):
    album = Album()
    with served_session(
            title="Repetitie in Mengstede (verzonnen)", place="Mengstede", events=EVENTS,
            more=["--standard-statements", "--knowledge"]) as (server, path, key, _):
        evening = Evening(browser, server, path, key, album)
        for part in (evening.before, evening.joining, evening.voting, evening.choosing, evening.closing):
            part()
    return album


def test_every_button_of_the_guide_stands_where_it_says(album):
    named = list(words(GUIDE))
    assert len(named) > 50 and all(place for place, _ in named)
    missing = [one for one in named if not album.has(*one)]
    assert not missing, missing


def test_every_picture_of_the_guide_is_there_and_small(album):
    """After the evening, so that new pictures are looked at too."""
    named = re.findall(r"!\[([^\]]+)\]\((images/handleiding/[\w-]+\.png)\)", GUIDE.read_text(encoding="utf-8"))
    assert len(named) >= 8 and all(len(words_instead) > 20 for words_instead, _ in named)
    assert {path.name for path in PICTURES.glob("*")} == {pathlib.Path(path).name for _, path in named}
    for _, path in named:
        file = GUIDE.parent / path
        assert file.stat().st_size < LARGEST, path
        assert Image.open(file).width <= WIDEST, path


def test_the_commands_of_the_guide_exist():
    for line in re.findall(r"`?(mengpaneel [a-z][^`\n]*)", GUIDE.read_text(encoding="utf-8")):
        told = line.split()[1:]
        command = told[:2] if told[0] == "session" else told[:1]
        help_text = subprocess.run([BINARY, *command, "--help"], check=True, capture_output=True, text=True).stdout
        for option in re.findall(r"--[a-z-]+", line):
            assert option in help_text, line
