"""What a session leaves behind: no addresses, no names, and nothing at all once it is deleted."""

import json
import pathlib
import re
import sqlite3
import subprocess
import threading
import time

import pytest
from program import BINARY, refused, run, succeed
from test_session import chair_cookie, evening, join  # noqa: F401 (a fixture)
from test_session import Server as PlainServer


class Server(PlainServer):
    """Keeps what the server says."""

    def __init__(self, project, **options):
        self.said = []
        self.process = subprocess.Popen(
            [BINARY, "serve", str(project), "--port", "0"], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **options)
        self.port = None
        for line in self.process.stderr:
            found = re.search(r"http://127\.0\.0\.1:(\d+)/ ", line)
            if found:
                self.port = int(found.group(1))
                break
            self.said.append(line)
        self.threads = [threading.Thread(target=self.listen, args=(stream,)) for stream in (self.process.stderr, self.process.stdout)]
        for one in self.threads:
            one.start()

    def listen(self, stream):
        self.said.extend(line for line in stream if f"http://127.0.0.1:{self.port}/s/" not in line)

    def stop(self, *arguments):
        status = super().stop(*arguments)
        for one in self.threads:
            one.join()
        return status


def bytes_of(project):
    """All that lies beside the project, the project included."""
    return b"".join(path.read_bytes() for path in sorted(pathlib.Path(project).parent.glob(pathlib.Path(project).name + "*")))


def test_no_address_and_no_name_is_kept_or_told(evening):
    project, code, key = evening
    server = Server(project)
    seats = [join(server, code) for _ in range(3)]
    assert server.ask("POST", f"/s/{code}/voorzitter", {"doe": "stemmen", "nummer": 1}, chair_cookie(code, key))[0] == 204
    for seat in seats:
        assert server.ask("POST", f"/s/{code}", {"doe": "stem", "stelling": 1, "stem": 1}, seat)[0] == 204
    # Also what goes wrong is told without an address: wrong keys, too much text, a page that is not there.
    for number in range(25):
        server.ask("GET", f"/s/{code}/voorzitter?sleutel=GERADEN{number}")
    assert server.ask("GET", f"/s/{code}/voorzitter?sleutel=GERADEN")[0] == 429
    assert server.ask("POST", f"/s/{code}", {"doe": "schrijf", "tekst": "a" * 20_000}, seats[0])[0] == 413
    assert server.ask("POST", f"/s/{code}", {"doe": "stem", "stelling": 1, "stem": 0}, seats[0])[0] == 204, "a right key always passes"
    assert server.stop() == 0
    found = bytes_of(project)
    for text in ("127.0.0.1", "::1", "7f000001", "Mozilla", "python", "GERADEN"):
        assert text.encode() not in found, text
        assert text not in "".join(server.said), server.said
    # A seat is a random code and a kind; nothing else is known of a person.
    with sqlite3.connect(project) as database:
        entries = [json.loads(row[0]) for row in database.execute("SELECT entry FROM sessionEntry")]
    taken = [one for one in entries if "seatTaken" in one["event"]]
    assert len(taken) == 3
    for one in taken:
        assert re.fullmatch(r"[A-Z2-9]{12}", one["author"]["seat"]["code"])
        assert set(one) == {"author", "event", "id", "time"} and set(one["event"]["seatTaken"]) <= {"kind"}


def test_a_deleted_session_is_gone_from_the_bytes(evening):
    project, code, key = evening
    other = re.search(r"^Session (\w+):", succeed("session", "new", project, "--title", "Blijft staan").out).group(1)
    server = Server(project)
    seats = [join(server, code) for _ in range(20)]
    for number, seat in enumerate(seats):
        assert server.ask("POST", f"/s/{code}", {"doe": "schrijf", "tekst": f"De paarse olifant woont op nummer {number}"}, seat)[0] == 204
    assert server.stop() == 0
    codes = [seat.split("=")[1] for seat in seats]
    assert b"paarse olifant" in bytes_of(project) and codes[7].encode() in bytes_of(project)
    refused(run("session", "delete", project, "--code", code), "add --yes")
    refused(run("session", "delete", project, "--code", code[:-1] + "?", "--yes"), f"did you mean '{code}'?")
    assert b"paarse olifant" in bytes_of(project)
    out = succeed("session", "delete", project, "--code", code, "--yes").out
    assert f"Session {code} is removed" in out and "backups" in out
    found = bytes_of(project)
    for text in ["paarse olifant", "Werkgroep 2", code, *codes]:
        assert text.encode() not in found, text
    assert [path.name for path in pathlib.Path(project).parent.glob("stad.mengpaneel*")] == ["stad.mengpaneel"]
    assert succeed("session", "list", project, "--format", "csv").out.splitlines()[1].startswith(f"{other},Blijft staan,")
    refused(run("session", "delete", project, "--code", code, "--yes"), "there is no session")


def test_a_list_says_until_when_and_serve_warns(evening):
    project, code, _ = evening
    refused(run("session", "new", project, "--title", "x", "--keep-days", "0"), "--keep-days: 0 is not between 1 and 3650")
    late = re.search(r"^Session (\w+):", succeed("session", "new", project, "--title", "=OUD", "--keep-days", "3").out).group(1)
    # The first entries are as old as the file says; nothing else of the file depends on the clock.
    month = 31 * 86_400_000
    with sqlite3.connect(project) as database:
        database.execute("DROP TRIGGER sessionEntryStays")
        rows = database.execute("SELECT e.number, entry FROM sessionEntry e JOIN session s ON e.session = s.number WHERE code = ?", (late,)).fetchall()
        for number, entry in rows:
            entry = json.loads(entry)
            entry["time"] -= month
            database.execute(
                "UPDATE sessionEntry SET entry = ? WHERE number = ? AND session = (SELECT number FROM session WHERE code = ?)",
                (json.dumps(entry), number, late),
            )
    lines = succeed("session", "list", project, "--format", "csv").out.splitlines()
    assert lines[0] == "code,titel,gemaakt,gesloten,te verwijderen op"
    assert lines[2].startswith(f"{late},'=OUD,"), "a spreadsheet must not run a title"
    today = time.strftime("%Y-%m-%d")
    assert lines[2].split(",")[4] < today < lines[1].split(",")[4]
    assert "delete on" in succeed("session", "list", project, "--language", "en").out
    server = Server(project)
    server.stop()
    warnings = [line for line in server.said if "to be deleted" in line]
    assert len(warnings) == 1 and late in warnings[0] and code not in warnings[0] and "--yes" in warnings[0]


@pytest.mark.parametrize("kind, fields", [
    ("schrijf", {}), ("vraag", {}), ("noteer", {"soort": "motief"}), ("knelpunt", {"soort": "money"}),
])
def test_one_seat_brings_in_twenty(evening, kind, fields):
    project, code, _ = evening
    server = Server(project)
    try:
        seat = join(server, code)
        answers = [server.ask("POST", f"/s/{code}", {"doe": kind, "tekst": f"Bijdrage {number}", **fields}, seat) for number in range(21)]
        assert [one[0] for one in answers] == [204] * 20 + [422]
        assert answers[-1][2] == "U bracht hier al 20 bijdragen in. Dat is het meeste voor één plaats."
    finally:
        server.stop()
