"""The evening: a session is made, people join and vote, nothing that was acknowledged is lost."""

import concurrent.futures
import gzip
import http.client
import os
import pathlib
import random
import re
import signal
import subprocess
import threading
import time
import urllib.parse

import pytest
from program import BINARY, refused, run, succeed


class Server:
    """The workbench on a project, on a port of its own."""

    def __init__(self, project, *options):
        self.process = subprocess.Popen([BINARY, "serve", str(project), "--port", "0", *options], stderr=subprocess.PIPE, text=True)
        self.port = None
        for line in self.process.stderr:
            found = re.search(r"http://127\.0\.0\.1:(\d+)/ ", line)
            if found:
                self.port = int(found.group(1))
                break
        assert self.port, "the server ended before it listened"
        threading.Thread(target=self.process.stderr.read, daemon=True).start()

    def ask(self, method, path, fields=None, cookie="", quiet=True):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        if quiet:
            headers["Accept"] = "application/json"
        try:
            connection.request(method, path, urllib.parse.urlencode(fields or {}), headers)
            answer = connection.getresponse()
            return answer.status, answer.getheader("Set-Cookie"), answer.read().decode(), answer.getheader("Location")
        finally:
            connection.close()

    def stop(self, with_signal=signal.SIGTERM):
        self.process.send_signal(with_signal)
        return self.process.wait(timeout=30)


@pytest.fixture
def evening(tmp_path):
    """A project with a session of ten statements: the path, its code and the key of the chair."""
    project = tmp_path / "stad.mengpaneel"
    succeed("demo", "--output", project)
    statements = tmp_path / "stellingen.txt"
    statements.write_text("".join(f"Stelling nummer {number}\n" for number in range(1, 11)))
    out = succeed("session", "new", project, "--title", "Werkgroep 2", "--statements", statements).out
    code = re.search(r"^Session (\w+):", out).group(1)
    return project, code, re.search(r"sleutel=(\w+)", out).group(1)


def chair_cookie(code, key):
    return f"voorzitter-{code}={key}"


def join(server, code):
    status, cookie, _, _ = server.ask("POST", f"/s/{code}", {"doe": "meedoen", "soort": "beleid"})
    assert status == 204
    return cookie.split(";")[0]


def test_people_join_and_vote_and_the_file_keeps_it(evening, tmp_path):
    project, code, key = evening
    server = Server(project)
    try:
        seats = [join(server, code) for _ in range(5)]
        vote = {"doe": "stem", "stelling": 1, "stem": 1, "id": "a1"}
        status, _, text, _ = server.ask("POST", f"/s/{code}", vote, seats[0])
        assert status == 422 and "niet gestemd" in text
        # The chair's page is closed without the key, and the key does not stay in the address.
        assert server.ask("GET", f"/s/{code}/voorzitter")[0] == 403
        assert server.ask("POST", f"/s/{code}/voorzitter", {"doe": "stemmen"}, seats[0])[0] == 403
        status, cookie, _, location = server.ask("GET", f"/s/{code}/voorzitter?sleutel={key}", quiet=False)
        assert status == 303 and location == f"/s/{code}/voorzitter" and "HttpOnly" in cookie
        chair = chair_cookie(code, key)
        assert server.ask("POST", f"/s/{code}/voorzitter", {"doe": "stemmen", "nummer": 1}, chair)[0] == 204
        for place, seat in enumerate(seats):
            for statement in range(1, 11):
                fields = {"doe": "stem", "stelling": statement, "stem": 1 if place < 4 else -1, "id": f"{place}-{statement}"}
                assert server.ask("POST", f"/s/{code}", fields, seat)[0] == 204
                assert server.ask("POST", f"/s/{code}", fields, seat)[0] == 204
        page = server.ask("GET", f"/s/{code}/scherm", quiet=False)[2]
        assert "eens ·" not in page
        # Counts are told of a round that is closed; while it is open they would say who voted what.
        for fields in ({"doe": "toon", "nummer": 1}, {"doe": "scherm", "beeld": "uitslag"}):
            assert server.ask("POST", f"/s/{code}/voorzitter", fields, chair)[0] == 204
        assert "eens ·" not in server.ask("GET", f"/s/{code}/scherm", quiet=False)[2]
        assert server.ask("POST", f"/s/{code}/voorzitter", {"doe": "dicht"}, chair)[0] == 204
        assert "✓ 4 eens · – 0 pas · ✗ 1 oneens" in server.ask("GET", f"/s/{code}/scherm", quiet=False)[2]
        assert server.ask("POST", f"/s/{code}/voorzitter", {"doe": "stemmen", "nummer": 1}, chair)[0] == 204
        # A page without scripts gets the page again, with what went wrong.
        status, _, _, location = server.ask("POST", f"/s/{code}", {"doe": "stem", "stelling": 99, "stem": 1}, seats[0], quiet=False)
        assert status == 303 and "fout=" in location
        assert server.ask("GET", "/s/ZZZZZZ")[0] == 404
        # Nobody uses up the identity of another's vote.
        fields = {"doe": "stem", "stelling": 1, "stem": 0, "id": "0-1"}
        assert server.ask("POST", f"/s/{code}", fields, seats[1])[0] == 204
        assert server.ask("POST", f"/s/{code}/voorzitter", {"doe": "dicht"}, chair)[0] == 204
        # One ballot changed: a new count would tell which, so the last one stands.
        assert "✓ 4 eens · – 0 pas · ✗ 1 oneens" in server.ask("GET", f"/s/{code}/scherm", quiet=False)[2]
        assert server.ask("POST", f"/s/{code}/voorzitter", {"doe": "stemmen", "nummer": 1}, chair)[0] == 204
        assert server.ask("POST", f"/s/{code}", {**fields, "stem": 1, "id": "back"}, seats[1])[0] == 204
        told = succeed("session", "export", project, "--output", tmp_path / "open", "--votes").err
        assert "round 1 is still open" in told
        assert server.ask("POST", f"/s/{code}/voorzitter", {"doe": "dicht"}, chair)[0] == 204
    finally:
        # A server that stops waits for nobody who only listens.
        listener = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        listener.request("GET", f"/s/{code}/nieuws")
        listener.getresponse().readline()
        assert server.stop() == 0
    assert "votes in round 1" in succeed("session", "replay", project).out
    succeed("session", "export", project, "--output", tmp_path / "map", "--votes")
    votes = (tmp_path / "map" / "votes-1.csv").read_text()
    assert len(votes.splitlines()) == 51 and "een groep is te klein" in succeed("opinions", tmp_path / "map" / "votes-1.csv", "--language", "nl").out
    assert "1,1,Stelling nummer 1,4,1,0" in (tmp_path / "map" / "statements.csv").read_text()


def test_what_was_acknowledged_survives_a_kill(evening):
    project, code, key = evening
    server = Server(project)
    chair = chair_cookie(code, key)
    assert server.ask("POST", f"/s/{code}/voorzitter", {"doe": "stemmen", "nummer": 1}, chair)[0] == 204
    total, slowest = 0, 0.0
    # Three by default; fifty with MENGPANEEL_KILLS=50.
    for turn in range(int(os.environ.get("MENGPANEEL_KILLS", "3"))):
        seats = [join(server, code) for _ in range(8)]
        acknowledged = {}
        stop = threading.Event()

        def phone(place):
            number = 0
            while not stop.is_set():
                statement, vote = number % 10 + 1, (number + place + turn) % 3 - 1
                fields = {"doe": "stem", "stelling": statement, "stem": vote, "id": f"{turn}-{place}-{number}"}
                try:
                    if server.ask("POST", f"/s/{code}", fields, seats[place])[0] != 204:
                        return
                except (OSError, http.client.HTTPException):
                    # Whether this one arrived is not known.
                    acknowledged.pop((place, statement), None)
                    return
                acknowledged[place, statement] = vote
                number += 1

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            phones = [pool.submit(phone, place) for place in range(8)]
            time.sleep(random.Random(turn).uniform(0.3, 1.3))
            server.stop(signal.SIGKILL)
            stop.set()
            for one in phones:
                one.result()
        fallen = time.monotonic()
        server = Server(project)
        for place, seat in enumerate(seats):
            page = server.ask("GET", f"/s/{code}", cookie=seat, quiet=False)[2]
            for (owner, statement), vote in acknowledged.items():
                if owner == place:
                    form = page.split(f'data-stelling="{statement}"')[1].split("</form>")[0]
                    assert re.search(rf'value="{vote}"[^>]*aria-pressed="true"', form), (turn, place, statement, vote)
        slowest = max(slowest, time.monotonic() - fallen)
        total += len(acknowledged)
        assert len(acknowledged) > 20, (turn, len(acknowledged))
    print(f"{total} acknowledged votes looked up, all phones back within {slowest:.2f} s")
    assert slowest < 5
    assert server.stop() == 0


def test_mistakes_are_refused_in_one_line(evening, tmp_path):
    project, code, _ = evening
    refused(run("session", "new", tmp_path / "none.mengpaneel", "--title", "x"), "there is no such project file")
    refused(run("session", "new", project, "--title", " "), "--title: The text is empty")
    long = tmp_path / "long.txt"
    long.write_text("kort\n" + "a" * 141 + "\n")
    refused(run("session", "new", project, "--title", "x", "--statements", long), "line 2: The text has 141 characters")
    assert len(re.findall("entries", succeed("session", "replay", project).out)) == 1
    refused(run("session", "replay", project, "--code", code[:-1] + "?"), f"did you mean '{code}'?")
    other = tmp_path / "leeg.mengpaneel"
    succeed("demo", "--output", other)
    refused(run("session", "replay", other), "holds no session")
    seats = succeed("session", "new", other, "--title", "Met plaatsen", "--seats", "3").out
    assert len(re.findall(r"^Seat: ", seats, re.M)) == 3
    assert pathlib.Path(other).exists()


def test_an_evening_is_rehearsed_with_votes_of_others(tmp_path, data):
    project = tmp_path / "proef.mengpaneel"
    succeed("demo", "--output", project)
    votes, statements = (data / "polis" / f"london.youth.policing.{part}.csv.gz" for part in ("votes", "statements"))
    plain = tmp_path / "statements.csv"
    plain.write_bytes(gzip.decompress(statements.read_bytes()))
    out = succeed("session", "rehearse", project, "--votes", votes, "--statements", plain, "--voters", "12").out
    assert "12 voters" in out and re.search(r"\d+ statements, \d{3} \+ \d+ votes", out)
    code = re.search(r"^Session (\w+):", out).group(1)
    succeed("session", "export", project, "--code", code, "--output", tmp_path / "map", "--votes")
    assert "votes-1.csv" in {path.name for path in (tmp_path / "map").iterdir()}
    played = succeed("session", "replay", project, "--code", code, "--format", "csv").out
    assert "bottlenecks,8" in played and "alternatives,4" in played and "tasks,6" in played
    made_up = [succeed("session", "rehearse", project, "--voters", "8").out.split(":", 1)[1] for _ in range(2)]
    assert made_up[0] == made_up[1]
    refused(run("session", "rehearse", project, "--voters", "0"), "--voters: 0 is not between 1 and 500")
    refused(run("session", "replay", project), "holds 3 sessions; choose one with --code")


def test_a_session_begins_with_standard_statements_and_questions_on_local_data(tmp_path):
    project = tmp_path / "stad.mengpaneel"
    succeed("demo", "--output", project)
    succeed("session", "new", project, "--title", "Werkgroep 2", "--standard-statements", "--knowledge")
    assert "statements,24" in succeed("session", "replay", project, "--format", "csv").out
    empty = tmp_path / "leeg.mengpaneel"
    empty.write_bytes(b"")
    refused(run("session", "new", empty, "--title", "x", "--knowledge"), "leeg.mengpaneel")
