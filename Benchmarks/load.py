"""A room full of phones on a live session: are votes lost, and how soon does everybody hear of news?

    python3 Benchmarks/load.py .build/release/mengpaneel --phones 200 --rounds 10
    python3 Benchmarks/load.py .build/release/mengpaneel --sessions 20 --phones 40

Each phone joins, listens, and votes in every round within a second, and sends every vote twice; then the chair changes the
step five times. Meanwhile one listener never reads, and with --browsers some real browsers vote too (that needs Playwright
and Chromium). Ends with status 1 when a vote is lost or counted twice, or a limit is broken.
"""

import argparse
import asyncio
import pathlib
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse


def arguments():
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("program")
    reader.add_argument("--phones", type=int, default=200)
    reader.add_argument("--sessions", type=int, default=1, help="so many sessions at once, each with its own phones")
    reader.add_argument("--rounds", type=int, default=10)
    reader.add_argument("--browsers", type=int, default=0, help="real browsers beside the phones")
    reader.add_argument("--memory-mb", type=float, default=100, help="the limit of the peak memory of the server")
    reader.add_argument("--fan-out-ms", type=float, default=500, help="the limit of the 95th percentile")
    return reader.parse_args()


class Phone:
    """One connection with the seat that belongs to it."""

    def __init__(self, port, cookie=""):
        self.port, self.cookie = port, cookie

    async def open(self):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        return self

    async def ask(self, path, fields):
        body = urllib.parse.urlencode(fields)
        self.writer.write(
            (
                f"POST {path} HTTP/1.1\r\nHost: zaal\r\nAccept: application/json\r\nCookie: {self.cookie}\r\n"
                f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}"
            ).encode()
        )
        await self.writer.drain()
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode()
        length = re.search(r"content-length: (\d+)", head, re.I)
        if length:
            await self.reader.readexactly(int(length.group(1)))
        cookie = re.search(r"set-cookie: ([^;]+)", head, re.I)
        if cookie:
            self.cookie = cookie.group(1)
        return int(head.split()[1])


class News:
    """All listeners; notes when each hears of a change of step."""

    def __init__(self, port, code):
        self.port, self.code = port, code
        self.phase, self.since, self.delays = None, None, []

    async def listen(self):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(f"GET /s/{self.code}/nieuws HTTP/1.1\r\nHost: zaal\r\n\r\n".encode())
        await writer.drain()
        await reader.readuntil(b"\r\n\r\n")
        while line := (await reader.readline()).decode():
            found = re.match(r"data: \d+ (-?\d+)", line)
            if not found:
                continue
            if self.since and found.group(1) != self.before:
                self.delays.append(time.monotonic() - self.since)
            self.phase = found.group(1)

    def mark(self):
        self.before, self.since = self.phase, time.monotonic()


async def never_read(port, code):
    """A listener that asks for news and takes none of it: a phone in a lift."""
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    line.setblocking(False)
    await asyncio.get_running_loop().sock_connect(line, ("127.0.0.1", port))
    await asyncio.get_running_loop().sock_sendall(line, f"GET /s/{code}/nieuws HTTP/1.1\r\nHost: zaal\r\n\r\n".encode())
    return line


class Browsers:
    """Real browsers that join and vote on every card, as fast as a thumb."""

    def __init__(self, port, code, count):
        self.address, self.count, self.votes, self.seen = f"http://127.0.0.1:{port}/s/{code}", count, 0, 0

    async def open(self):
        if self.count == 0:
            return self
        from playwright.async_api import async_playwright

        self.playwright = await async_playwright().start()
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        self.browser = await self.playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        contexts = [await self.browser.new_context(viewport={"width": 360, "height": 740}) for _ in range(self.count)]
        self.pages = [await one.new_page() for one in contexts]
        for page in self.pages:
            await page.goto(self.address)
            await page.get_by_role("button", name="Doe mee").click()
            await page.wait_for_load_state("load")
        return self

    async def vote(self):
        async def one(page):
            for _ in range(10):
                await page.locator("#kaarten li:not([hidden]) .mp-stem-eens").click(timeout=60_000)
                self.votes += 1
                await asyncio.sleep(0.2)

        if self.count:
            await asyncio.gather(*[one(page) for page in self.pages])

    async def close(self, title):
        """How many of them show the step with a title."""
        if self.count == 0:
            return
        for page in self.pages:
            self.seen += title in await page.inner_text("main")
        await self.browser.close()
        await self.playwright.stop()


def percentile(values, share):
    return sorted(values)[max(0, int(len(values) * share) - 1)]


async def evening(port, code, key, options):
    path = f"/s/{code}"
    chair = await Phone(port, f"voorzitter-{code}={key}").open()
    phones = []
    for start in range(0, options.phones, 50):
        some = [await Phone(port).open() for _ in range(start, min(start + 50, options.phones))]
        assert set(await asyncio.gather(*[one.ask(path, {"doe": "meedoen"}) for one in some])) == {204}
        phones += some
    news = News(port, code)
    listeners = [asyncio.create_task(news.listen()) for _ in phones]
    slow = await never_read(port, code)
    browsers = await Browsers(port, code, options.browsers).open()
    await asyncio.sleep(2)
    assert await chair.ask(path + "/voorzitter", {"doe": "stemmen", "nummer": 1}) == 204
    times = []

    async def vote(place, turn):
        await asyncio.sleep(random.random())
        fields = {"doe": "stem", "stelling": turn % 10 + 1, "stem": (place + turn) % 3 - 1, "id": f"{place}-{turn}"}
        begun = time.monotonic()
        status = await phones[place].ask(path, fields)
        times.append(time.monotonic() - begun)
        return status == 204 and await phones[place].ask(path, fields) == 204

    clicking = asyncio.create_task(browsers.vote())
    acknowledged = 0
    for turn in range(options.rounds):
        acknowledged += sum(await asyncio.gather(*[vote(place, turn) for place in range(len(phones))]))
    await clicking
    await asyncio.sleep(1)
    # The rounds may have taken longer than a silent line is kept.
    await chair.open()
    for step in range(1, 6):
        news.mark()
        assert await chair.ask(path + "/voorzitter", {"doe": "stap", "nummer": step}) == 204
        await asyncio.sleep(1.5)
    for one in listeners:
        one.cancel()
    slow.close()
    await browsers.close("Stemmen")
    return acknowledged, times, news.delays, browsers


def make(options, project, statements, number):
    """One more session in a project: its code and the key of its chair."""
    made = subprocess.run(
        [options.program, "session", "new", project, "--title", f"Volle zaal {number}", "--statements", str(statements)],
        check=True, capture_output=True, text=True,
    ).stdout
    return re.search(r"^Session (\w+):", made).group(1), re.search(r"sleutel=(\w+)", made).group(1)


def hall(options, folder):
    """A demo project and a file of ten statements."""
    project = str(pathlib.Path(folder) / "zaal.mengpaneel")
    statements = pathlib.Path(folder) / "stellingen.txt"
    statements.write_text("".join(f"Stelling {number}\n" for number in range(1, 11)))
    subprocess.run([options.program, "demo", "--output", project], check=True, capture_output=True)
    return project, statements


async def conference(port, rooms, options):
    return await asyncio.gather(*[evening(port, code, key, options) for code, key in rooms])


def kept_votes(options, project, code):
    replay = subprocess.run(
        [options.program, "session", "replay", project, "--code", code], check=True, capture_output=True, text=True
    ).stdout
    return int(re.search(r"votes in round 1\s+(\d+)", replay).group(1))


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        project, statements = hall(options, folder)
        rooms = [make(options, project, statements, number + 1) for number in range(options.sessions)]
        server = subprocess.Popen([options.program, "serve", project, "--port", "0"], stderr=subprocess.PIPE, text=True)
        port = int(re.search(r":(\d+)/ ", server.stderr.readline()).group(1))
        outcomes = asyncio.run(conference(port, rooms, options))
        status = pathlib.Path(f"/proc/{server.pid}/status")
        memory = re.search(r"VmHWM:\s+(\d+)", status.read_text()).group(1) if status.exists() else "0"
        server.terminate()
        server.wait()
        kept = sum(kept_votes(options, project, code) for code, _ in rooms)
    acknowledged = sum(one[0] for one in outcomes)
    times, delays = ([value for one in outcomes for value in one[place]] for place in (1, 2))
    browsers = [one[3] for one in outcomes]
    clicked = sum(one.votes for one in browsers)
    phones = options.phones * options.sessions
    expected = phones * min(options.rounds, 10) + clicked
    fan_out = percentile(delays, 0.95) * 1000
    count = options.browsers * options.sessions
    print(f"votes acknowledged {acknowledged}, and {clicked} by {count} browsers; kept {kept}, expected {expected}")
    print(f"vote until acknowledged: middle {percentile(times, 0.5) * 1000:.0f} ms, 95% {percentile(times, 0.95) * 1000:.0f} ms")
    print(f"news heard {len(delays)} times of {5 * phones}: 95% within {fan_out:.0f} ms")
    print(f"peak memory of the server {int(memory) // 1024} MB")
    is_kept = kept == expected and acknowledged == phones * options.rounds
    is_seen = all(one.seen == one.count and one.votes == 10 * one.count for one in browsers)
    is_small = int(memory) / 1024 <= options.memory_mb
    sys.exit(0 if is_kept and is_seen and is_small and len(delays) == 5 * phones and fan_out <= options.fan_out_ms else 1)


if __name__ == "__main__":
    main()
