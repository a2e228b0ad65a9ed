"""The evening in a real browser: a phone, the chair and the projector, also without scripts and without a network."""

import os
import re
import subprocess
import tempfile

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import wait_for_address


@pytest.fixture(scope="module")
def evening():
    """A server with a session of three statements: its address, the path of the session and the key of the chair."""
    binary = os.environ["MENGPANEEL_BINARY"]
    with tempfile.TemporaryDirectory() as folder:
        project = os.path.join(folder, "zaal.mengpaneel")
        statements = os.path.join(folder, "stellingen.txt")
        with open(statements, "w", encoding="utf-8") as file:
            file.write("Mengen helpt de buurt\nMengen helpt de bewoners\nVoorzieningen helpen meer\n")
        subprocess.run([binary, "demo", "--output", project], check=True, timeout=300)
        made = subprocess.run([binary, "session", "new", project, "--title", "Werkgroep 2", "--statements", statements],
                              check=True, capture_output=True, text=True).stdout
        code, key = re.search(r"^Session (\w+):", made).group(1), re.search(r"sleutel=(\w+)", made).group(1)
        process = subprocess.Popen([binary, "serve", project, "--port", "0"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        try:
            yield wait_for_address(process), f"/s/{code}", key
        finally:
            process.terminate()
            process.wait(timeout=30)


def page_of(browser, address, width=360, height=740, **options):
    context = browser.new_context(viewport={"width": width, "height": height}, **options)
    page = context.new_page()
    page.goto(address)
    return page


def join(page):
    page.get_by_role("button", name="Doe mee").click()
    page.wait_for_load_state("load")


def press(page, name, exact=True):
    page.get_by_role("button", name=name, exact=exact).first.click()
    page.wait_for_load_state("load")


def accessible(page):
    assert Axe().run(page).violations_count == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "it scrolls sideways"


def test_an_evening(browser, evening):
    server, path, key = evening
    phones = [page_of(browser, server + path) for _ in range(4)]
    accessible(phones[0])
    for phone in phones:
        join(phone)
    chair = page_of(browser, f"{server}{path}/voorzitter?sleutel={key}", 1440, 900)
    assert "sleutel" not in chair.url
    screen = page_of(browser, server + path + "/scherm", 1920, 1080)
    press(chair, "Begin Welkom")
    press(chair, "Open ronde 1")
    for phone in phones:
        phone.wait_for_selector("form[data-stem]", timeout=10_000)
    accessible(phones[0])
    accessible(chair)
    # One phone loses the network while it votes; the vote is kept and sent once.
    phones[0].context.set_offline(True)
    for phone in phones:
        for statement in range(3):
            phone.locator("form[data-stem]").nth(statement).get_by_role("button", name="Eens", exact=False).first.click()
    phones[0].wait_for_selector("#verbinding:not([hidden])", timeout=10_000)
    assert "bewaard" in phones[0].inner_text("#verbinding")
    phones[0].context.set_offline(False)
    chair.wait_for_selector("text=4 van 4 stemden, 4 klaar", timeout=20_000)
    assert phones[0].inner_text("#voortgang") == "3 van 3 beantwoord"
    # Nothing of it is seen before the chair shows it.
    press(chair, "Uitslag")
    screen.wait_for_selector("text=nog niet zichtbaar", timeout=10_000)
    press(chair, "Sluit het stemmen")
    press(chair, "Toon uitslag van ronde 1")
    screen.wait_for_selector("text=✓ 4 eens", timeout=10_000)
    accessible(screen)
    phones[1].wait_for_selector("text=Uitslag van ronde 1", timeout=10_000)
    for page in [*phones, chair, screen]:
        page.context.close()


def test_statements_from_the_room_wait_for_the_chair_and_scripts_are_not_needed(browser, evening):
    server, path, key = evening
    phone = page_of(browser, server + path, java_script_enabled=False)
    join(phone)
    phone.click("#meer > summary")
    phone.fill("#tekst", "Wie nu in de buurt woont moet kunnen blijven")
    press(phone, "Inbrengen")
    assert "Wacht op de voorzitter" in phone.inner_text("main")
    phone.click("#meer > summary")
    phone.fill("#vraag", "Voor wie is mengen goed?")
    press(phone, "Vraag stellen")
    chair = page_of(browser, f"{server}{path}/voorzitter?sleutel={key}", 1440, 900, java_script_enabled=False)
    assert "Wacht op goedkeuring (1)" in chair.inner_text("main")
    chair.goto(f"{server}{path}/voorzitter?vak=registers")
    assert "Voor wie is mengen goed?" in chair.inner_text("main")
    chair.goto(f"{server}{path}/voorzitter?vak=stellingen")
    press(chair, "Toelaten", exact=False)
    press(chair, "Open ronde 2")
    phone.goto(server + path + "?weergave=lijst")
    card = phone.locator("li", has_text="moet kunnen blijven")
    card.get_by_role("button", name="Oneens", exact=False).click()
    phone.wait_for_load_state("load")
    pressed = phone.locator("li", has_text="moet kunnen blijven").get_by_role("button", name="Oneens", exact=False)
    assert pressed.get_attribute("aria-pressed") == "true"
    # The vote rests on the round, so it cannot be taken back; the page says so in one line.
    press(chair, "Maak het laatste ongedaan", exact=False)
    assert "kan niet terug" in chair.inner_text("[role=alert]")
    for page in (phone, chair):
        page.context.close()
