"""The report of an evening: every form says the same, it can be computed again, and a changed byte is found."""

import csv
import json
import re
import resource
import shutil
import sqlite3
import subprocess
import time
import zipfile

import pytest
from program import digest, is_one_clear_line, run, succeed
from test_session import Server, chair_cookie

VOTERS = 24


@pytest.fixture(scope="module")
def evening(demo, tmp_path_factory):
    """A demo project with a rehearsed evening."""
    folder = tmp_path_factory.mktemp("verslag")
    project = shutil.copyfile(demo, folder / "stad.mengpaneel")
    succeed("session", "rehearse", project, "--voters", VOTERS, "--seed", 3)
    return project


def text_of(path, member):
    """The words of a word-processor file, and its markup."""
    with zipfile.ZipFile(path) as file:
        markup = file.read(member).decode("utf-8")
    return re.sub(r"<[^>]+>", " ", markup), markup


def test_every_form_holds_the_report(evening, tmp_path):
    page = tmp_path / "verslag.html"
    succeed("session", "report", evening, "--output", page)
    html = page.read_text()
    titles = re.findall(r"<h2>(\d+ [^<]+)</h2>", html)
    assert len(titles) >= 14 and "Wat vindt deze groep?" in html and f"van {VOTERS}" in html
    if not shutil.which("pandoc"):
        pytest.skip("there is no pandoc")
    for form, member, heading in [("odt", "content.xml", "text:h "), ("docx", "word/document.xml", 'w:val="Heading1"')]:
        path = tmp_path / f"verslag.{form}"
        succeed("session", "report", evening, "--output", path)
        words, markup = text_of(path, member)
        for title in titles:
            assert title.split(" ", 1)[1] in words, title
        assert markup.count(heading) >= 14
        assert markup.count("<table:table " if form == "odt" else "<w:tbl>") >= 10
        # The same session gives the same bytes.
        again = tmp_path / f"again.{form}"
        succeed("session", "report", evening, "--output", again)
        assert digest(path) == digest(again)
        with zipfile.ZipFile(path) as file:
            assert any(name.endswith((".svg", ".png")) for name in file.namelist())


def test_without_a_converter_one_line_says_what_to_install(evening, tmp_path):
    path = tmp_path / "verslag.odt"
    outcome = run("session", "report", evening, "--output", path, environment={"PATH": str(tmp_path)})
    assert outcome.status != 0 and is_one_clear_line(outcome) and "pandoc" in outcome.err
    assert not path.exists()
    outcome = run("session", "report", evening, "--output", tmp_path / "verslag.doc")
    assert outcome.status != 0 and ".docx" in outcome.err
    assert run("session", "report", evening, "--part", "dias-bewoner", "--output", path).status != 0


@pytest.mark.skipif(not shutil.which("chromium"), reason="there is no chromium")
def test_pdf_the_sheet_and_slides(evening, tmp_path):
    def pages(path):
        return subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout

    whole = tmp_path / "verslag.pdf"
    succeed("session", "report", evening, "--output", whole)
    words = subprocess.run(["pdftotext", whole, "-"], capture_output=True, text=True, check=True).stdout
    assert "Wat vindt deze groep?" in words and "Bijlage C Literatuur" in words and re.search(r"Tagged: +yes", pages(whole))
    # Of the processor, not of the clock: other programs may be busy too.
    begun = resource.getrusage(resource.RUSAGE_CHILDREN)
    sheet = tmp_path / "blad.html"
    succeed("session", "report", evening, "--part", "samenvatting", "--output", sheet)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert spent.ru_utime + spent.ru_stime - begun.ru_utime - begun.ru_stime < 10
    succeed("session", "report", evening, "--part", "samenvatting", "--output", tmp_path / "blad.pdf")
    assert "Pages:           1\n" in pages(tmp_path / "blad.pdf") and "(A4)" in pages(tmp_path / "blad.pdf")
    for reader in ["bewoner", "bestuurder", "uitvoering", "onderzoek"]:
        slides = tmp_path / f"{reader}.html"
        succeed("session", "report", evening, "--part", f"dias-{reader}", "--output", slides)
        count = slides.read_text().count('class="mp-dia"')
        succeed("session", "report", evening, "--part", f"dias-{reader}", "--output", tmp_path / f"{reader}.pdf")
        info = pages(tmp_path / f"{reader}.pdf")
        assert f"Pages:           {count}\n" in info
        width, height = map(float, re.search(r"Page size: +([\d.]+) x ([\d.]+)", info).groups())
        assert width > height and count >= 5


def number(text):
    return float(text.replace(",", "."))


@pytest.mark.parametrize("voters", [12, 40])
def test_groups_in_the_report_are_those_of_its_own_votes(demo, tmp_path, voters):
    project = shutil.copyfile(demo, tmp_path / "stad.mengpaneel")
    succeed("session", "rehearse", project, "--voters", voters, "--seed", 5)
    succeed("session", "report", project, "--output", tmp_path / "verslag.html", "--seed", 7)
    succeed("session", "export", project, "--output", tmp_path / "map", "--votes")
    # With two rounds the last vote of everybody counts.
    votes = tmp_path / "map" / "votes-last.csv"
    html = (tmp_path / "verslag.html").read_text()
    assert digest(votes) in html
    found = json.loads(succeed("opinions", votes, "--seed", 7, "--format", "json").out)
    claims = found["claims"]
    printed = re.search(r"silhouette ([\d,]+), toeval ([\d,]+), p ([\d,]+)", html)
    assert [number(one) for one in printed.groups()] == pytest.approx(
        [claims["silhouette"][name] for name in ("value", "shuffled_95", "p")], abs=6e-4
    )
    if claims["shows_groups"]:
        sizes = found["kmeans"][str(found["chosen_k"])]["sizes"]
        told = [f"{size} mensen" if size >= 4 else "niet getoond" for size in sizes]
        assert re.findall(r"<h3>Groep [A-E]: ([^<]+)</h3>", html) == told
    else:
        assert "geen losse groepen" in html and "<h3>Groep A" not in html
    for one in found["statements"]:
        assert f"{one['agree']} van {voters}" in html


def test_tables_guard_against_formulas_and_polis_reads_back(evening, tmp_path):
    database = sqlite3.connect(evening)
    session = database.execute("SELECT number FROM session").fetchone()[0]
    last = database.execute("SELECT MAX(number) FROM sessionEntry").fetchone()[0]
    project = shutil.copyfile(evening, tmp_path / "stad.mengpaneel")
    with sqlite3.connect(project) as own:
        # An evening that is still open, with a question that a spreadsheet would run.
        own.execute("DELETE FROM sessionEntry WHERE number = ?", (last,))
        entry = {"id": "x", "time": 0, "author": {"chair": {}}, "event": {"questionRaised": {"text": "=1+1", "theme": 1}}}
        own.execute("INSERT INTO sessionEntry VALUES (?, ?, 'x', 1, ?)", (session, last, json.dumps(entry)))
    succeed("session", "export", project, "--output", tmp_path / "map", "--votes")
    names = {path.name for path in (tmp_path / "map").glob("*.csv")}
    assert {"statements.csv", "bottlenecks.csv", "alternatives.csv", "tasks.csv", "questions.csv", "norms.csv", "knowledge.csv", "claims.csv"} <= names
    with (tmp_path / "map" / "questions.csv").open(newline="") as file:
        assert any(row["text"] == "'=1+1" for row in csv.DictReader(file))
    ours = json.loads(succeed("opinions", tmp_path / "map" / "votes-last.csv", "--format", "json").out)
    polis = json.loads(
        succeed("opinions", tmp_path / "map" / "polis" / "votes.csv", "--statements", tmp_path / "map" / "polis" / "comments.csv", "--format", "json").out
    )
    assert polis["claims"] == ours["claims"] and polis["shape"] == ours["shape"]
    succeed("session", "export", project, "--output", tmp_path / "zonder")
    assert not list((tmp_path / "zonder").glob("votes*")) and not (tmp_path / "zonder" / "polis").exists()


def test_a_bundle_is_made_again_to_the_byte_and_a_changed_byte_is_named(evening, tmp_path):
    folder = tmp_path / "archief"
    succeed("session", "bundle", evening, "--output", folder)
    outcome = succeed("session", "check", folder)
    files = json.loads((folder / "manifest.json").read_text())["files"]
    assert outcome.out == f"{len(files)} of {len(files)} files agree\n" and len(files) >= 11
    # Nobody who kept a code is in it, and nobody gets in with the chair's key.
    codes = [row[0] for row in sqlite3.connect(evening).execute("SELECT entry FROM sessionEntry")]
    seats = {seat for entry in codes for seat in re.findall(r'"seat":"(\w+)"', entry)}
    copied = (folder / "project.mengpaneel").read_bytes()
    assert seats and not any(seat.encode() in copied for seat in seats)
    # The report of the copy is that of the project itself.
    succeed("session", "report", evening, "--output", tmp_path / "verslag.html")
    assert digest(tmp_path / "verslag.html") == digest(folder / "verslag.html")
    for name in sorted(files):
        path = folder / name
        content = path.read_bytes()
        place = len(content) // 2
        path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        outcome = run("session", "check", folder)
        assert outcome.status != 0 and f"/{name}: was changed" in outcome.err, outcome
        path.write_bytes(content)
    (folder / "tasks.csv").unlink()
    assert "tasks.csv: is not there" in run("session", "check", folder).err
    assert run("session", "bundle", evening, "--output", folder).status != 0
    # One session of several is taken along, and no trace of the others.
    both = shutil.copyfile(evening, tmp_path / "twee.mengpaneel")
    out = succeed("session", "new", both, "--title", "Een heel andere avond").out
    first = sqlite3.connect(both).execute("SELECT code FROM session ORDER BY number").fetchone()[0]
    succeed("session", "bundle", both, "--code", first, "--output", tmp_path / "een")
    assert b"heel andere avond" not in (tmp_path / "een" / "project.mengpaneel").read_bytes()
    assert re.search(r"^Session (\w+):", out).group(1) != first


def test_a_session_without_data_has_a_report_too(tmp_path):
    project = tmp_path / "leeg.mengpaneel"
    succeed("demo", "--output", project)
    with sqlite3.connect(project) as own:
        own.execute("PRAGMA foreign_keys = ON")
        own.execute("DELETE FROM import")
    succeed("session", "rehearse", project, "--voters", 5)
    succeed("session", "report", project, "--output", tmp_path / "verslag.html")
    assert "Zonder cijfers van een gemeente" in (tmp_path / "verslag.html").read_text()


def test_the_chair_reads_the_report_while_the_server_runs(demo, tmp_path):
    project = shutil.copyfile(demo, tmp_path / "stad.mengpaneel")
    out = succeed("session", "new", project, "--title", "Werkgroep 2").out
    code, key = re.search(r"^Session (\w+):", out).group(1), re.search(r"sleutel=(\w+)", out).group(1)
    server = Server(project)
    try:
        chair = chair_cookie(code, key)
        base = f"/s/{code}/voorzitter"
        for path in ["verslag", "samenvatting", "verslag.odt", "dias-bewoner"]:
            assert server.ask("GET", f"{base}/{path}", quiet=False)[0] == 403
        assert "Er is niet gestemd" in server.ask("GET", f"{base}/verslag", cookie=chair, quiet=False)[2]
        assert server.ask("POST", base, {"doe": "stelling", "tekst": "Later bedacht"}, chair)[0] == 204
        assert "Later bedacht" in server.ask("GET", f"{base}/verslag", cookie=chair, quiet=False)[2]
        assert server.ask("POST", base, {"doe": "sluiten", "zeker": "1"}, chair)[0] == 204
        begun = time.monotonic()
        status, _, page, _ = server.ask("GET", f"{base}/samenvatting", cookie=chair, quiet=False)
        assert status == 200 and "Samenvatting" in page and time.monotonic() - begun < 10
        assert server.ask("GET", f"{base}/dias-bestuurder", cookie=chair, quiet=False)[0] == 200
        assert server.ask("GET", "/s/ZZZZZZ/voorzitter/verslag", cookie=chair, quiet=False)[0] == 404
    finally:
        assert server.stop() == 0
