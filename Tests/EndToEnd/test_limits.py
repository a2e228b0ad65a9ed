"""Much at once: long requests, many connections, slow ones, and files that grow when they are opened. Memory and time stay
within bounds, and whoever behaves is served."""

import contextlib
import http.client
import os
import resource
import socket
import sys
import time
import urllib.parse
import zipfile

import pytest

import malformed as make
from program import digest, refused, run, succeed
from test_full_disk import PLAN
from test_session import evening, join  # noqa: F401 (a fixture)
from test_session_safety import Server


def memory(process):
    """Megabytes of memory of a process now."""
    with open(f"/proc/{process.pid}/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) >> 10 for line in status if line.startswith("VmRSS"))


def seconds_of_processor(process):
    with open(f"/proc/{process.pid}/stat", encoding="utf-8") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.fixture
def served(evening):  # noqa: F811
    if not sys.platform.startswith("linux"):
        pytest.skip("memory of another process is read from /proc")
    project, code, _ = evening
    server = Server(project)
    yield server, code
    assert server.stop() == 0


def raw(server, timeout=20):
    return socket.create_connection(("127.0.0.1", server.port), timeout=timeout)


def pour(connection, piece, times):
    """Sends until all is sent or the other side has had enough; how many pieces went."""
    sent = 0
    with contextlib.suppress(OSError):
        for sent in range(times):
            connection.sendall(piece)
    return sent


@pytest.mark.parametrize("bytes_", [b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"hallo\r\n\r\n", b"GET / HTTP/1.1\r\n:\r\n\r\n",
                                    b"GET /gezond HTTP/1.1\r\nHost: x\r\n\r\nhallo\r\n\r\n"])
def test_what_is_no_request_is_refused_and_harms_nobody(served, bytes_):
    server, _ = served
    with raw(server) as connection:
        connection.sendall(bytes_)
        answer = b""
        with contextlib.suppress(OSError):
            while more := connection.recv(4096):
                answer += more
        assert b" 400 " in answer
    assert server.ask("GET", "/gezond", quiet=False)[0] == 200


def test_what_never_ends_is_cut_off_in_little_memory(served):
    server, code = served
    before = memory(server.process)
    seat = join(server, code)
    megabyte = b"a" * (1 << 20)
    # 200 MB each: an address, a header, and forms with and without a length.
    for head in (
        b"GET /", b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: ",
        f"POST /s/{code} HTTP/1.1\r\nHost: x\r\nCookie: {seat}\r\nContent-Length: 209715200\r\n\r\ndoe=schrijf&tekst=".encode(),
        b"POST /buurten HTTP/1.1\r\nHost: x\r\nContent-Length: 209715200\r\n\r\n",
        f"POST /s/{code} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n".encode(),
    ):  # fmt: skip
        with raw(server, timeout=3) as connection:
            connection.sendall(head)
            piece = b"100000\r\n" + megabyte + b"\r\n" if b"chunked" in head else megabyte
            pour(connection, piece, 200)
            assert memory(server.process) - before < 100, head
    # Many headers, and one text that is too long for any form.
    with raw(server) as connection:
        pour(connection, b"GET / HTTP/1.1\r\nHost: x\r\n" + b"a: b\r\n" * 20_000 + b"\r\n", 1)
        answer = b""
        with contextlib.suppress(OSError):
            answer = connection.recv(64)
        assert b" 200 " not in answer and b" 302 " not in answer
    assert server.ask("POST", f"/s/{code}", {"doe": "schrijf", "tekst": "a" * 20_000}, seat)[0] == 413
    assert server.ask("POST", f"/s/{code}", {"doe": "schrijf", "tekst": "Dit past wel"}, seat)[0] == 204


def test_a_file_of_measures_in_an_address_costs_no_more_than_its_length(served):
    """Anybody can write an address: nesting and references that repeat each other are refused before they are parsed."""
    server, _ = served
    laughs = "a0: &a0 ha\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    for yaml in ("[" * 20_000, "- " * 10_000, "{a: " * 8_000, laughs + "? *a11\n: 1\n", laughs + "*a11 : 1\n"):
        begun = time.monotonic()
        # The beginning of the answer: what follows is the simulation of doing nothing, which stops when nobody waits for it.
        with raw(server) as connection:
            connection.sendall(f"GET /mengtafel?{urllib.parse.urlencode({'a': yaml})} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            status = int(connection.recv(64).split()[1])
        assert status in (200, 302, 400, 413, 414, 422, 431) and time.monotonic() - begun < 20, yaml[:20]
    assert server.ask("GET", "/gezond", quiet=False)[0] == 200


def test_the_runs_of_a_reader_who_leaves_the_mixing_desk_stop(data, tmp_path):
    """Fifty runs of a large town take a minute: whoever tries one lever after the other does not wait for all of them."""
    if not sys.platform.startswith("linux"):
        pytest.skip("processor time of another process is read from /proc")
    succeed("import", "rotterdam", data, "--into", tmp_path / "rotterdam.mengpaneel")
    server = Server(tmp_path / "rotterdam.mengpaneel")
    try:
        with raw(server, timeout=120) as connection:
            connection.sendall(b"GET /mengtafel?eind=2045 HTTP/1.1\r\nHost: x\r\n\r\n")
            answer = b""
            while b"mp-quick" not in answer:
                more = connection.recv(1 << 16)
                assert more, "the coarse answer comes first"
                answer += more
            before, deadline = seconds_of_processor(server.process), time.monotonic() + 20
            while seconds_of_processor(server.process) - before < 1:
                assert time.monotonic() < deadline, "the full answer should be under way"
                time.sleep(0.1)
        deadline = time.monotonic() + 30
        spent = 1.0
        while spent > 0.1 and time.monotonic() < deadline:
            before = seconds_of_processor(server.process)
            time.sleep(0.5)
            spent = seconds_of_processor(server.process) - before
        assert spent <= 0.1, "what nobody waits for should have stopped"
        assert server.ask("GET", "/gezond", quiet=False)[0] == 200
    finally:
        assert server.stop() == 0


def test_more_connections_than_a_process_may_have(evening):  # noqa: F811
    project, code, _ = evening

    def few():
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))

    server = Server(project, preexec_fn=few)
    held = []
    try:
        seat = join(server, code)
        # Streams of news and connections that say nothing, far more than there is room for.
        for number in range(300):
            connection = raw(server, timeout=5)
            held.append(connection)
            if number % 2 == 0:
                connection.sendall(f"GET /s/{code}/nieuws HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        time.sleep(1)
        assert server.process.poll() is None
        for one in held:
            one.close()
        deadline = time.monotonic() + 20
        answer = None
        while answer != 204 and time.monotonic() < deadline:
            with contextlib.suppress(OSError, http.client.HTTPException):
                answer = server.ask("POST", f"/s/{code}", {"doe": "schrijf", "tekst": "Er is weer plaats"}, seat)[0]
        assert answer == 204
    finally:
        for one in held:
            one.close()
        assert server.stop() == 0
    assert not [line for line in server.said if "Votes are not kept" in line], "files for the disk are left over"


def swollen_workbook(path, megabytes):
    """A spreadsheet whose sheet grows to so many megabytes of spaces."""
    good = make.workbook()
    path.write_bytes(good)
    with zipfile.ZipFile(path) as box:
        members = {name: box.read(name) for name in box.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as box:
        for name, content in members.items():
            with box.open(name, "w") as member:
                if name.endswith("sheet1.xml"):
                    end = content.index(b"</sheetData>")
                    member.write(content[:end])
                    for _ in range(megabytes):
                        member.write(b" " * (1 << 20))
                    content = content[end:]
                member.write(content)


def nested_geojson(depth):
    return b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":' + b"[" * depth + b"]" * depth + b'},"geometry":null}]}'


def bomb(path):
    match path.name:
        case "kwb-2023.xlsx":
            swollen_workbook(path, 300)
        case "buurten-2023.geojson":
            path.write_bytes(nested_geojson(500_000))
        case "85984NED.json":
            path.write_bytes(b'{"value":' * 200_000)
        case "kwb-2023.csv":
            path.write_bytes(make.table() + b'"' + b"x" * (9 << 20) + b'";1\n')


@pytest.mark.parametrize("name", ["kwb-2023.xlsx", "buurten-2023.geojson", "85984NED.json", "kwb-2023.csv"])
def test_a_file_that_swells_or_nests_is_one_line(name, project, tmp_path):
    before = digest(project)
    folder = tmp_path / "in"
    folder.mkdir()
    bomb(folder / name)
    begun = time.monotonic()
    refused(run("import", folder / name, "--into", project), name)
    assert time.monotonic() - begun < 60 and digest(project) == before


# what is wrong: (the kind of file, its text)
TEXTS = {
    "a package of brackets": ("plan", "package: " + "[" * 100_000),
    "a package of lists": ("plan", "package: x\nmeasures:\n" + "- " * 100_000),
    "a package of references": ("plan", PLAN + "a: &a [1, 1]\nb: &b [*a, *a]\n"),
    "a mapping of brackets": ("eigen", "name: " + "[" * 100_000),
    "a mapping that repeats itself": (
        "eigen", "a0: &a0 ha\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)) + "*a11 : 1\n"),
    "counts in one line": ("counts", "unit,a,b\n" + "1," * 2_000_000),
    "a list of statements in one line": ("statements", "x" * (2 << 20)),
}  # fmt: skip


@pytest.mark.parametrize("wrong", TEXTS)
def test_a_text_without_end_is_one_line(wrong, project, tmp_path):
    kind, text = TEXTS[wrong]
    path = tmp_path / {"plan": "plan.yaml", "eigen": "eigen.yaml", "counts": "counts.csv", "statements": "regels.txt"}[kind]
    path.write_text(text)
    (tmp_path / "eigen.csv").write_bytes(make.table())
    words = {
        "plan": ["simulate", project, "--package", path],
        "eigen": ["import", tmp_path / "eigen.csv", "--mapping", path, "--into", project],
        "counts": ["measure", path],
        "statements": ["session", "new", project, "--title", "x", "--statements", path],
    }[kind]
    begun = time.monotonic()
    refused(run(*words, timeout=60), path.name)
    assert time.monotonic() - begun < 30
