"""Whatever people write stays text: scripts in every field that a session has, opened on the phone, by the chair and on the
projector of a real browser."""

import re
import urllib.error
import urllib.parse
import urllib.request

import pytest
from session_file import served_session
from test_session import join, page_of

# Each would set the flag `window.geraakt`, or open a dialog, if any page took it for more than text.
HIT = "window.geraakt=1"
PAYLOADS = [
    f"<script>{HIT}</script>", f"<ScRiPt>{HIT}</sCrIpT>", f"<script >{HIT}</script >", f"<script/x>{HIT}</script>",
    f"<<script>{HIT}//<</script>", f"</script><script>{HIT}</script>", f"</p><script>{HIT}</script>",
    f"</textarea><script>{HIT}</script>", f"</title><script>{HIT}</script>", f"</style><script>{HIT}</script>",
    f"--><script>{HIT}</script>", f"]]><script>{HIT}</script>", f'"><script>{HIT}</script>', f"'><script>{HIT}</script>",
    f"<img src=x onerror={HIT}>", f'"><img src=x onerror="{HIT}">', f"'><img src=x onerror='{HIT}'>", f"<img/src=x/onerror={HIT}>",
    f"<img src=`x` onerror={HIT}>", f"<IMG SRC=x ONERROR={HIT}>", f"<svg onload={HIT}>", f"<svg/onload={HIT}>",
    f"<svg><script>{HIT}</script></svg>", f"<svg><animate onbegin={HIT} attributeName=x dur=1s>", f"<math><mtext><img src=x onerror={HIT}>",
    f"<body onload={HIT}>", f"<iframe srcdoc='<script>parent.geraakt=1</script>'>", f"<iframe src=javascript:parent.geraakt=1>",
    f"<a href=javascript:{HIT}>klik</a>", f"<a href='java\tscript:{HIT}'>klik</a>", f"<details open ontoggle={HIT}>",
    f"<video><source onerror={HIT}></video>", f"<audio src=x onerror={HIT}>", f"<input autofocus onfocus={HIT}>",
    f"<select autofocus onfocus={HIT}>", f"<marquee onstart={HIT}>", f"<object data=javascript:{HIT}>", f"<embed src=javascript:{HIT}>",
    f"<form action=javascript:{HIT}><button>x</button></form>", f"<base href=javascript:{HIT}//>", f"<meta http-equiv=refresh content='0;javascript:{HIT}'>",
    f"<link rel=stylesheet href=javascript:{HIT}>", f"<style>@import 'javascript:{HIT}'</style>", f'" onmouseover="{HIT}" x="', f"' autofocus onfocus='{HIT}' x='",
    f"javascript:{HIT}", f"${{{HIT}}}", f"{{{{constructor.constructor('{HIT}')()}}}}", f"\\u003cscript\\u003e{HIT}\\u003c/script\\u003e",
    f"&lt;script&gt;{HIT}&lt;/script&gt;", f"&#60;script&#62;{HIT}&#60;/script&#62;", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
]


def plain(text):
    """White space as a page shows it."""
    return re.sub(r"\s+", " ", text).strip()


def by_turns(number):
    return PAYLOADS[number % len(PAYLOADS)]


@pytest.fixture(scope="module")
def evening():
    events = [
        *[{"alternativeSketched": {"name": one, "package": one, "price": 1}} for one in PAYLOADS],
        {"budgetSet": {"millions": 1000}},
        {"chairNamed": {"name": by_turns(1), "affiliations": [by_turns(2)], "interests": by_turns(3)}},
        {"introductionPlanned": {"number": 1, "speaker": by_turns(4), "affiliations": [by_turns(5)], "isPractitioner": True, "title": by_turns(6)}},
        {"normAsked": {"norm": by_turns(11), "unit": by_turns(15), "low": 0, "high": 100}},
        {"pollItemAsked": {"text": by_turns(13), "unit": by_turns(21), "truth": 44, "source": by_turns(22)}},
        {"absenceNoted": {"party": by_turns(14)}},
        {"seatOpened": {"seat": by_turns(0).upper()}},
        {"stepChanged": {"step": {"number": 1, "kind": "welcome", "title": by_turns(12), "purpose": by_turns(16), "minutes": 5}}},
    ]
    with served_session(title=PAYLOADS[8], place=PAYLOADS[14], events=events) as session:
        yield session


class Sender:
    """A browser without a screen, for filling a session by the hundred."""

    def __init__(self, address, cookie=""):
        self.address, self.cookie = address, cookie

    def ask(self, **fields):
        body = urllib.parse.urlencode(fields).encode() if fields else None
        request = urllib.request.Request(self.address, body, {"Accept": "application/json", "Cookie": self.cookie})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                if answer.headers["Set-Cookie"]:
                    self.cookie = answer.headers["Set-Cookie"].split(";")[0]
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def send(self, **fields):
        status, text = self.ask(**fields)
        assert status == 204, (fields, status, text)


def watched(browser, address, **options):
    """A page that notes dialogs and what its console says of blocked scripts."""
    page = page_of(browser, "about:blank", **options)
    page.troubles = []
    page.on("dialog", lambda dialog: (page.troubles.append("dialog: " + dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    page.on("console", lambda message: page.troubles.append(message.text) if message.type == "error" else None)
    page.goto(address)
    return page


def untouched(page, texts=(), scope="body"):
    """Nothing ran, and every text stands there as it was written."""
    page.wait_for_timeout(150)
    assert page.evaluate("window.geraakt === undefined"), page.url
    assert page.troubles == [], page.troubles
    # One script: the one of the program.
    assert page.evaluate("document.querySelectorAll('script').length") == 1
    assert page.evaluate("document.querySelectorAll('iframe, object, embed, base, img, video, audio, marquee, style').length") == 0
    assert page.evaluate("[...document.querySelectorAll('*')].every((one) => [...one.attributes].every((at) => !at.name.startsWith('on')))")
    shown = plain(page.evaluate(f"document.querySelector('{scope}').textContent"))
    missing = [text for text in texts if plain(text) not in shown]
    assert missing == [], missing


def test_no_text_becomes_a_script(browser, evening):
    server, path, key, _ = evening
    assert len(PAYLOADS) >= 40 and all(len(one) <= 140 for one in PAYLOADS)
    chair = Sender(server + path + "/voorzitter", f"voorzitter-{path[3:]}={key}")
    # Every text as a statement, a question, a bottleneck with its remover, a contribution and a reason; twenty from a seat.
    for start in range(0, len(PAYLOADS), 20):
        seat = Sender(server + path)
        seat.send(doe="meedoen", soort=PAYLOADS[start])
        for one in PAYLOADS[start:start + 20]:
            seat.send(doe="schrijf", tekst=one)
            seat.send(doe="vraag", tekst=one, thema="1")
            seat.send(doe="knelpunt", tekst=one, soort="law", wie=one[:100])
            seat.send(doe="noteer", soort="motief", tekst=one)
            seat.send(doe="pakket", nummer="1", reden=one)
    for number in range(1, len(PAYLOADS) + 1):
        chair.send(doe="toelaten", nummer=number)
    status, text = Sender(server + path).ask(doe="meedoen", plaats=PAYLOADS[14])
    assert status == 422 and "<" not in text

    phone = watched(browser, server + path)
    untouched(phone, [PAYLOADS[8]])
    phone.fill("#plaats", PAYLOADS[14][:24])
    phone.get_by_role("button", name="Doe mee").click()
    phone.wait_for_selector("[role=alert]")
    untouched(phone)
    phone.fill("#plaats", "")
    join(phone)
    console = watched(browser, f"{server}{path}/voorzitter?sleutel={key}")
    screen = watched(browser, server + path + "/scherm", width=1920, height=1080)
    for step in range(1, 11):
        chair.send(doe="stap", nummer=step)
        phone.goto(server + path)
        untouched(phone, PAYLOADS if step in (7, 8) else [])
    chair.send(doe="stap", nummer=1)
    phone.goto(server + path)
    untouched(phone, [by_turns(12), by_turns(16), by_turns(13), by_turns(21), by_turns(11)])

    chair.send(doe="stemmen", nummer=1)
    phone.goto(server + path)
    untouched(phone, PAYLOADS, "#kaarten")
    phone.goto(server + path + "?weergave=lijst")
    untouched(phone, PAYLOADS, "#kaarten")
    phone.locator("#kaarten .mp-stem-eens").first.click()
    # What the script fetches again passes through innerHTML: that must be as safe as a page.
    chair.send(doe="dicht")
    phone.wait_for_selector("#kaarten", state="detached", timeout=10_000)
    untouched(phone)
    console.reload()
    untouched(console, PAYLOADS)
    for seat in (Sender(server + path) for _ in range(4)):
        seat.send(doe="meedoen")
        chair.send(doe="stemmen", nummer=1)
        for number in range(1, len(PAYLOADS) + 1):
            seat.send(doe="stem", stelling=number, stem=1)
    for fields in ({"doe": "toon", "nummer": 1}, {"doe": "dicht"}):
        chair.send(**fields)
    for fields, texts in [
        ({"beeld": "wacht"}, [PAYLOADS[8]]), ({"beeld": "code"}, []), ({"beeld": "stap"}, [by_turns(12)]), ({"beeld": "uitslag"}, []),
        *[({"beeld": "stelling", "nummer": number}, [PAYLOADS[number - 1]]) for number in (1, 15, 33, 44)], ({"beeld": "zwart"}, []),
    ]:
        chair.send(doe="scherm", **fields)
        screen.goto(server + path + "/scherm")
        untouched(screen, texts)
    # The outcome stands on the projector in pages of six.
    chair.send(doe="scherm", beeld="uitslag")
    for start in range(0, len(PAYLOADS), 6):
        chair.send(doe="bladzijde", nummer=start // 6 + 1)
        screen.goto(server + path + "/scherm")
        untouched(screen, PAYLOADS[start:start + 6])
    phone.goto(server + path)
    untouched(phone, PAYLOADS)
    chair.send(doe="sluiten", zeker=1)
    phone.goto(server + path)
    untouched(phone, [*PAYLOADS, by_turns(13), by_turns(22)])
    for page in (phone, console, screen):
        page.context.close()


def test_an_address_with_a_script_shows_nothing_of_it(browser, evening):
    server, path, _, _ = evening
    page = watched(browser, server + path)
    for one in ("van het adres " + one for one in PAYLOADS[:12]):
        for name in ("fout", "kaart", "na", "weergave", "taal"):
            page.goto(f"{server}{path}?{name}=" + urllib.parse.quote(one))
            untouched(page)
            assert plain(one) not in plain(page.inner_text("body"))
    page.context.close()
