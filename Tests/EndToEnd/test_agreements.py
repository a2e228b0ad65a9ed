"""From ambition to Monday morning: the chain of an evening, one sheet for each actor, and what is kept up afterwards."""

import csv
import json
import re
import shutil
import subprocess

import pytest
from program import digest, is_one_clear_line, run, succeed
from test_session import Server, chair_cookie

RUNS = 2


@pytest.fixture(scope="module")
def evening(demo, tmp_path_factory):
    """A rehearsed evening whose packages were simulated."""
    project = shutil.copyfile(demo, tmp_path_factory.mktemp("afspraken") / "stad.mengpaneel")
    out = succeed("session", "rehearse", project, "--runs", RUNS, timeout=600).out
    assert f"{RUNS} runs of 2 packages" in out
    return project


@pytest.fixture(scope="module")
def sheets(evening, tmp_path_factory):
    folder = tmp_path_factory.mktemp("bladen")
    succeed("session", "sheets", evening, "--output", folder)
    return folder


def test_every_actor_has_a_sheet_that_is_full(sheets):
    assert {path.stem for path in sheets.glob("*.html")} == {"bewonerscommissie", "corporatie", "gemeente"}
    html = (sheets / "corporatie.html").read_text()
    for text in [
        "Sociaal plan maken met recht op terugkeer", "Bewoners kunnen in hun buurt blijven", "De bron geeft geen marge.",
        "gebouwd 1945–1969", "Verschil met niets doen in", f"({RUNS} keer gerekend", "moest weg en is niet terug", "Beslist:",
        "(norm van 20", "Stand van 30 januari 2026.", "zouden dit doen (marge", "Eerst nodig", "Ook aan deze ambitie werken",
        "Niet iedereen was het eens.", "na de zomer", "Marge:",
    ]:
        assert text in html, text
    # What the group left out is said, not hidden.
    assert "Er is nog geen doel gezet." in (sheets / "gemeente.html").read_text()
    with (sheets / "tasks.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 6 and rows[1]["waits_for"] == "1" and rows[0]["due"].endswith("-03-01")
    assert {row["status"] for row in rows} == {"agreed"} and rows[5]["due"] == "" and rows[5]["ambition"] == "3"
    calendar = (sheets / "corporatie.ics").read_bytes().decode()
    assert calendar.startswith("BEGIN:VCALENDAR\r\n") and calendar.count("BEGIN:VEVENT") == 2
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))


def test_sheets_are_made_again_to_the_byte_and_the_bundle_carries_them(evening, sheets, tmp_path):
    succeed("session", "sheets", evening, "--output", tmp_path / "nog")
    for path in sheets.iterdir():
        assert digest(path) == digest(tmp_path / "nog" / path.name), path.name
    succeed("session", "bundle", evening, "--output", tmp_path / "archief")
    names = json.loads((tmp_path / "archief" / "manifest.json").read_text())["files"]
    assert {"bladen/corporatie.html", "bladen/corporatie.ics", "bladen/gemeente.html"} <= set(names)
    assert succeed("session", "check", tmp_path / "archief").out == f"{len(names)} of {len(names)} files agree\n"
    assert digest(tmp_path / "archief" / "bladen" / "corporatie.html") == digest(sheets / "corporatie.html")


def test_a_printed_sheet_is_one_page_for_up_to_two_ambitions(evening, tmp_path):
    if not (shutil.which("chromium") and shutil.which("pdfinfo")):
        pytest.skip("there is no Chromium or no pdfinfo")
    succeed("session", "sheets", evening, "--output", tmp_path, "--pdf", timeout=300)
    for path in sorted(tmp_path.glob("*.pdf")):
        told = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
        # Who works on three ambitions has a second page.
        most = 2 if path.stem == "gemeente" else 1
        assert int(re.search(r"^Pages: +(\d+)$", told, re.M).group(1)) <= most and re.search(r"^Tagged: +yes$", told, re.M), (path.name, told)


def test_agreements_are_kept_up_after_the_evening(evening, tmp_path):
    project = shutil.copyfile(evening, tmp_path / "stad.mengpaneel")
    report = tmp_path / "voor.html"
    succeed("session", "report", project, "--output", report)
    before = report.read_text()
    out = succeed("session", "link", project).out
    code, key = re.search(r"/s/(\w+)/voorzitter\?sleutel=(\w+)", out).groups()
    server = Server(project)
    try:
        chair = chair_cookie(code, key)
        path = f"/s/{code}/voorzitter/afspraken"
        assert server.ask("GET", path, quiet=False)[0] == 403
        assert server.ask("POST", path, {"doe": "taak-stand", "nummer": "1", "stand": "done"})[0] == 403
        assert server.ask("POST", path, {"doe": "taak-stand", "nummer": "1", "stand": "done"}, chair)[0] == 204
        moved = {"doe": "taak-anders", "nummer": "4", "tekst": "Een huismeester aanstellen", "wie": "corporatie", "plaats": "Eikstraat", "dag": "2031-09-01", "doel": "2"}
        assert server.ask("POST", path, moved, chair)[0] == 204
        fourth = {"doe": "taak", "tekst": "Vier", "wie": "gemeente", "doel": "a1"}
        assert "heeft al 3 taken" in server.ask("POST", path, fourth, chair)[2]
        page = server.ask("GET", path, cookie=chair, quiet=False)[2]
        assert "Eikstraat · 1 september 2031" in page
        number = re.findall(r'name="nummer" value="(\d+)"/?>(?:(?!</form>).)*Draai terug', page, re.S)[-1]
        assert server.ask("POST", path, {"doe": "terug", "nummer": number}, chair)[0] == 204
        reading = server.ask("GET", "/afspraken", quiet=False)[2]
        assert "Eikstraat · 1 september 2031" in reading and "Draai terug" not in reading
        sheet = server.ask("GET", f"{path}/corporatie.html", cookie=chair, quiet=False)
        assert sheet[0] == 200 and "Eikstraat" in sheet[2]
        assert server.ask("GET", f"{path}/niemand.html", cookie=chair, quiet=False)[0] == 404
        assert "DTSTART;VALUE=DATE:20310901" in server.ask("GET", f"{path}/corporatie.ics", cookie=chair, quiet=False)[2]
        # A page of another site cannot do it, and what came before the end of the evening stands.
        assert server.ask("POST", path, {"doe": "terug", "nummer": "3"}, chair)[0] == 422
    finally:
        assert server.stop() == 0
    succeed("session", "report", project, "--output", report)
    after = report.read_text()
    # Every part of the report is as it was; one annex came behind.
    parts = re.findall(r'<section class="mp-deel" id="[\w-]+">.*?</section>', before, re.S)
    assert len(parts) > 15 and all(part in after for part in parts)
    assert "Bijlage D Sinds het sluiten" in after and "(teruggedraaid)" in after and "Sinds het sluiten" not in before
    succeed("session", "bundle", project, "--output", tmp_path / "archief")
    succeed("session", "check", tmp_path / "archief")


def test_without_tasks_there_is_one_clear_line(demo, tmp_path):
    project = shutil.copyfile(demo, tmp_path / "stad.mengpaneel")
    succeed("session", "new", project, "--title", "Leeg")
    outcome = run("session", "sheets", project, "--output", tmp_path / "map")
    assert is_one_clear_line(outcome) and "no task was agreed" in outcome.err and not (tmp_path / "map").exists()


def test_the_public_address_is_shown_everywhere_or_refused_in_one_line(demo, tmp_path):
    for wrong in ["mengstede.example", "https://mengstede.example/pad", "ftp://mengstede.example"]:
        outcome = run("serve", demo, "--port", "0", "--public-address", wrong)
        assert is_one_clear_line(outcome) and "--public-address" in outcome.err and wrong in outcome.err, outcome
    project = shutil.copyfile(demo, tmp_path / "stad.mengpaneel")
    out = succeed("session", "new", project, "--title", "Werkgroep 2").out
    code, key = re.search(r"^Session (\w+):", out).group(1), re.search(r"sleutel=(\w+)", out).group(1)
    server = Server(project, "--public-address", "https://meng.mengstede.example")
    try:
        chair = chair_cookie(code, key)
        assert server.ask("POST", f"/s/{code}/voorzitter", {"doe": "scherm", "beeld": "code"}, chair)[0] == 204
        for path, cookie in [(f"/s/{code}/scherm", ""), (f"/s/{code}/voorzitter", chair)]:
            page = server.ask("GET", path, cookie=cookie, quiet=False)[2]
            assert f"meng.mengstede.example/s/{code}" in page and "127.0.0.1" not in page
        report = server.ask("GET", f"/s/{code}/voorzitter/verslag", cookie=chair, quiet=False)
        assert report[0] == 200
    finally:
        assert server.stop() == 0
