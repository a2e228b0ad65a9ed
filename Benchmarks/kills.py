"""Kills the server of a live session at random moments under load: is any acknowledged vote lost, and how soon are all
phones back?

    python3 Benchmarks/kills.py .build/release/mengpaneel --kills 50 --phones 40

Every phone listens for news and votes; after a kill -9 the server is started again on the same port, and phones come back
as a browser does: two seconds after the line broke, again and again. Ends with status 1 when an acknowledged vote is missing
or a phone takes longer than five seconds.
"""

import argparse
import asyncio
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import time

from load import Phone, hall, make

RETRY = 2.0


def arguments():
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("program")
    reader.add_argument("--kills", type=int, default=50)
    reader.add_argument("--phones", type=int, default=40)
    reader.add_argument("--seed", type=int, default=1)
    return reader.parse_args()


def serve(options, project, port):
    server = subprocess.Popen([options.program, "serve", project, "--port", str(port)], stderr=subprocess.PIPE, text=True)
    return server, int(re.search(r":(\d+)/ ", server.stderr.readline()).group(1))


class Listener:
    """Hears news, and comes back like a browser when the line breaks."""

    def __init__(self, port, code):
        self.port, self.code, self.since = port, code, None

    async def run(self):
        while True:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
                writer.write(f"GET /s/{self.code}/nieuws HTTP/1.1\r\nHost: zaal\r\n\r\n".encode())
                await reader.readuntil(b"\r\n\r\n")
                while line := await reader.readline():
                    if line.startswith(b"data:"):
                        self.since = time.monotonic()
            except (OSError, asyncio.IncompleteReadError):
                pass
            self.since = None
            await asyncio.sleep(RETRY)


async def votes(phone, path, place, turn, acknowledged, stop):
    """Votes until the line breaks; what was acknowledged is known for certain, the vote under way is not."""
    try:
        await phone.open()
        number = 0
        while not stop.is_set() and number < 120:
            statement, vote = number % 10 + 1, (number + place + turn) % 3 - 1
            fields = {"doe": "stem", "stelling": statement, "stem": vote, "id": f"{turn}-{place}-{number}"}
            acknowledged.pop((place, statement), None)
            if await phone.ask(path, fields) == 204:
                acknowledged[place, statement] = vote
            number += 1
            await asyncio.sleep(0.02)
    except (OSError, asyncio.IncompleteReadError):
        pass


async def held(options, port, code, phones, acknowledged):
    """How many of the acknowledged votes the page of each phone shows."""
    found = 0
    for place, phone in enumerate(phones):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(
            f"GET /s/{code}?weergave=lijst HTTP/1.1\r\nHost: zaal\r\nConnection: close\r\nCookie: {phone.cookie}\r\n\r\n".encode()
        )
        page = (await reader.read()).decode()
        writer.close()
        for (owner, statement), vote in acknowledged.items():
            if owner == place:
                form = page.split(f'data-stelling="{statement}"')[1].split("</form>")[0]
                found += re.search(rf'value="{vote}"[^>]*aria-pressed="true"', form) is not None
    return found


async def trial(options, project, code, key):
    chance = random.Random(options.seed)
    server, port = serve(options, project, 0)
    path = f"/s/{code}"
    chair = await Phone(port, f"voorzitter-{code}={key}").open()
    assert await chair.ask(path + "/voorzitter", {"doe": "stemmen", "nummer": 1}) == 204
    total, missing, slowest = 0, 0, 0.0
    for turn in range(options.kills):
        phones = [await Phone(port).open() for _ in range(options.phones)]
        for one in phones:
            assert await one.ask(path, {"doe": "meedoen"}) == 204
        listeners = [Listener(port, code) for _ in phones]
        hearing = [asyncio.create_task(one.run()) for one in listeners]
        acknowledged, stop = {}, asyncio.Event()
        voting = [
            asyncio.create_task(votes(phone, path, place, turn, acknowledged, stop)) for place, phone in enumerate(phones)
        ]
        await asyncio.sleep(chance.uniform(0.3, 1.5))
        server.send_signal(signal.SIGKILL)
        server.wait()
        fallen = time.monotonic()
        stop.set()
        await asyncio.gather(*voting)
        server, _ = serve(options, project, port)
        while any(one.since is None or one.since < fallen for one in listeners):
            await asyncio.sleep(0.02)
            assert time.monotonic() - fallen < 30, "phones did not come back"
        slowest = max(slowest, time.monotonic() - fallen)
        found = await held(options, port, code, phones, acknowledged)
        total += len(acknowledged)
        missing += len(acknowledged) - found
        for one in hearing:
            one.cancel()
    server.terminate()
    server.wait()
    return total, missing, slowest


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        project, statements = hall(options, folder)
        code, key = make(options, project, statements, 1)
        total, missing, slowest = asyncio.run(trial(options, project, code, key))
    print(f"{options.kills} kills, {total} acknowledged votes looked up, {missing} missing; all phones back within {slowest:.2f} s")
    sys.exit(0 if missing == 0 and slowest < 5 else 1)


if __name__ == "__main__":
    main()
