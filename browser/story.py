"""What the tests of the user stories share: a real municipality, people in a room, and words as a reader sees them."""

import contextlib
import json
import re
import subprocess
import urllib.error
import urllib.parse
import urllib.request

from conftest import wait_for_address
from program import BINARY, SHARED, succeed

DATA = SHARED / "data"
IS_REAL = (DATA / "rotterdam_wijkprofiel").is_dir()


class Municipality:
    """A project with the figures of Rotterdam from the files beside the repository; of the made-up municipality where they
    are not there."""

    def __init__(self, folder):
        self.path = folder / "stad.mengpaneel"
        if IS_REAL:
            told = succeed("import", "rotterdam", DATA, "--into", self.path, "--format", "json", timeout=300)
            self.report = json.loads(told.out)
            self.code, self.name = "GM0599", "Rotterdam"
        else:
            succeed("demo", "--output", self.path, timeout=300)
            self.report = []
            self.code, self.name = "GM9999", "Mengstede"


@contextlib.contextmanager
def serving(project):
    """The address of a server on a project."""
    process = subprocess.Popen([BINARY, "serve", str(project), "--port", "0"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    try:
        yield wait_for_address(process)
    finally:
        process.kill()
        process.wait(timeout=30)


class Person:
    """Somebody in the room, or the chair, who sends the forms of the pages without a browser."""

    def __init__(self, server, path, kind="", key=None):
        self.address = server + path + ("/voorzitter" if key else "")
        self.cookie = f"voorzitter-{path.rsplit('/', 1)[1]}={key}" if key else ""
        if not key:
            self.cookie = self.ask(doe="meedoen", soort=kind)[2]["Set-Cookie"].split(";")[0]

    def ask(self, **fields):
        """Status, answer and headers of a form."""
        request = urllib.request.Request(
            self.address, data=urllib.parse.urlencode(fields, doseq=True).encode(),
            headers={"Cookie": self.cookie, "Accept": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.read().decode(), answer.headers
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read().decode(), answer.headers

    def send(self, **fields):
        status, text, _ = self.ask(**fields)
        assert status == 204, (fields, status, text)

    def refused(self, **fields):
        """The line that says why a form is not taken."""
        status, text, _ = self.ask(**fields)
        assert status == 422, (fields, status, text)
        return text


def words(markup):
    """What a reader sees of markup, on one line."""
    text = re.sub(r"<style.*?</style>|<script.*?</script>|<svg.*?</svg>", " ", markup, flags=re.S)
    text = re.sub(r"<[^>]+>", " ", text)
    for name, sign in {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "\u00a0": " "}.items():
        text = text.replace(name, sign)
    return re.sub(r"\s+", " ", text)


def part(markup, name):
    """The words of one part of a report."""
    found = re.search(rf'<section class="mp-deel" id="{name}">(.*?)</section>', markup, re.S)
    assert found, name
    return words(found.group(1))


def table(page, heading):
    """A table below a heading of a page: its column names and its rows of texts."""
    section = page.locator("section.mp-card", has=page.locator("h2", has_text=heading)).first
    cells = section.locator("table").first.evaluate(
        "(one) => [...one.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()))")
    return cells[0], cells[1:]
