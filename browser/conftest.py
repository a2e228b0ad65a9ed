"""One server and one browser for all tests."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading

import pytest
from playwright.sync_api import sync_playwright

# Running the program and looking into its files is done as the tests of the command line do it.
sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "Tests" / "EndToEnd"))
OUTPUT = pathlib.Path(__file__).parent / "output"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_collection_modifyitems(items):
    reason = None
    if not os.environ.get("MENGPANEEL_BINARY"):
        reason = "set MENGPANEEL_BINARY to the built program"
    elif not CHROMIUM:
        reason = "there is no Chromium on this machine"
    if reason:
        for item in items:
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def server():
    """The address of a server on a demo project. It is stopped by its own process id."""
    binary = os.environ["MENGPANEEL_BINARY"]
    with tempfile.TemporaryDirectory() as folder:
        project = os.path.join(folder, "demo.mengpaneel")
        subprocess.run([binary, "demo", "--output", project], check=True, timeout=300)
        process = subprocess.Popen(
            [binary, "serve", project, "--port", "0"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
        )
        try:
            yield wait_for_address(process)
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=30) == 0, "the server does not stop in good order"


def wait_for_address(process):
    """The address that the server tells once it listens; what it says later is read away, so it never blocks."""
    said = []
    for line in process.stderr:
        said.append(line)
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        if found:
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return found.group(0)
    raise RuntimeError("the server ended before it listened: " + "".join(said))


def patient(make):
    """Contexts that wait two minutes: a page that simulates takes long in a debug build while other tests run."""

    def new_context(**options):
        context = make(**options)
        context.set_default_timeout(120_000)
        return context

    return new_context


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        running.new_context = patient(running.new_context)
        yield running
        running.close()


@pytest.fixture(scope="session")
def municipality(tmp_path_factory):
    """Rotterdam, imported once for all user stories; copy it before writing to it."""
    from story import Municipality

    return Municipality(tmp_path_factory.mktemp("stad"))


@pytest.fixture
def page(browser, server):
    """A page that fails the test on errors in the console and on requests to anywhere else."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1440, "height": 900}, base_url=server)
    page = context.new_page()
    troubles = []
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith((server, "data:")) else troubles.append("foreign: " + r.url))
    yield page
    context.close()
    assert not troubles, troubles
