"""User story of the end and after: U10, the chair closes with tasks and exports the report; and whoever was absent reads in the
report what the evening came to. A rehearsed evening on the figures of Rotterdam, with one alternative run by the model."""

import csv
import io
import json
import re
import shutil
import subprocess

import pytest
from program import Project, run, succeed
from session_file import served_session
from story import IS_REAL, Person, part, words
from test_session import page_of

START = 2015 if IS_REAL else 2022
KINDS = ["bewoner", "bestuurder", "uitvoering", "onderzoek"]
pdf = pytest.mark.skipif(not shutil.which("pdfinfo"), reason="there is no pdfinfo (poppler) on this machine")


@pytest.fixture(scope="module")
def evening(municipality, tmp_path_factory):
    """A project with a rehearsal of twelve people and a kept simulation of the alternative that is called B."""
    folder = tmp_path_factory.mktemp("avond")
    project = shutil.copyfile(municipality.path, folder / "stad.mengpaneel")
    succeed("session", "rehearse", project, "--voters", "12", "--seed", "3")
    series = Project(project).series("district")
    column = next(series[key] for key in sorted(series) if key[0] == "tenure.socialRent")
    area = max((value, code) for code, value in column.items() if value is not None)[1]
    plan = folder / "plan.yaml"
    plan.write_text(
        f"package: A. Slopen en gemengd terugbouwen\nhorizon: {START + 1}\nmeasures:\n  - lever: demolishRebuild\n    areas: [{area}]\n"
        f"    from: {START + 1}\n    dwellings: 30\n    rebuilt: {{socialRent: 10, ownerOccupied: 20}}\n")
    succeed("simulate", project, "--package", plan, "--runs", "1", "--level", "district", "--keep", timeout=600)
    return project


@pytest.fixture(scope="module")
def report(evening, tmp_path_factory):
    path = tmp_path_factory.mktemp("verslag") / "verslag.html"
    succeed("session", "report", evening, "--output", path, timeout=60)
    return path.read_text("utf-8")


# U10, the chair, minutes 78 to 90 and after: close with tasks and export the report.


def test_u10_each_ambition_gets_at_most_three_tasks_with_who_where_and_when(browser, municipality):
    with served_session(town=municipality.path) as (server, path, key, _):
        chair = Person(server, path, key=key)
        chair.send(doe="ambitie", tekst="Iedereen kan in elke wijk wonen")
        chair.send(doe="doel", nummer="1", tekst="60 woningen erbij", jaar="2032")
        page = page_of(browser, f"{server}{path}/voorzitter?sleutel={key}", 1440, 900)
        for number in range(1, 5):
            page.goto(f"{server}{path}/voorzitter?vak=plannen")
            for name, text in [("tekst", f"Taak {number}"), ("wie", "corporatie"), ("plaats", "complex aan de Dijk"), ("datum", "1 maart")]:
                page.fill(f"#taak-{name}", text)
            page.select_option("#taak-doel", "1")
            page.locator("#taak button[type=submit]").click()
            page.wait_for_load_state("load")
        # U10: the fourth task of an ambition is refused in one line; three stand there with who, where and when.
        assert "Ambitie 1 heeft al 3 taken." in page.inner_text("#bezwaar")
        tasks = page.locator("#taken > ol > li").all_inner_texts()
        assert len(tasks) == 3
        assert all("corporatie · complex aan de Dijk · 1 maart · voor doel 1" in one for one in tasks)
        page.context.close()


def test_u10_the_exit_poll_shows_the_shift_of_the_group(report):
    # U10: exit poll with the group's shift: middle before and after with n, and who came nearer to the true answer.
    knowledge = part(report, "kennis")
    assert len(re.findall(r"[\d,]+ \(n = 12\) [\d,]+ \(n = 12\) \d+ \d+", knowledge)) >= 5
    assert re.search(r"stuurt op menging van inkomens\?.*?geen of niet bekend [\d,]+ \(n = 12\) [\d,]+ \(n = 12\)", knowledge)


@pdf
def test_u10_the_report_is_an_accessible_pdf(evening, tmp_path):
    # U10: the export takes less than a minute: that is the limit of the run.
    path = tmp_path / "verslag.pdf"
    succeed("session", "report", evening, "--output", path, timeout=60)
    told = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    # U10: WCAG AA: tagged, with a title and a language.
    assert re.search(r"^Tagged: +yes", told, re.M) and re.search(r"^Title: +\S", told, re.M), told
    content = path.read_bytes()
    assert re.search(rb"/Lang\s*\(nl", content), "the PDF says in which language it is"
    assert b"/StructTreeRoot" in content and re.search(rb"/S\s*/H1", content) and re.search(rb"/S\s*/T[HD]", content)


@pdf
@pytest.mark.parametrize("kind", KINDS)
def test_u10_there_are_slides_for_each_kind_of_reader(evening, tmp_path, kind):
    # U10: slides for each kind, one page a slide.
    page, file = tmp_path / "dias.html", tmp_path / "dias.pdf"
    succeed("session", "report", evening, "--part", f"dias-{kind}", "--output", page, timeout=60)
    slides = page.read_text("utf-8").count('class="mp-dia"')
    succeed("session", "report", evening, "--part", f"dias-{kind}", "--output", file, timeout=60)
    told = subprocess.run(["pdfinfo", file], check=True, capture_output=True, text=True).stdout
    assert int(re.search(r"Pages: +(\d+)", told).group(1)) == slides >= 5
    assert re.search(r"^Tagged: +yes", told, re.M)


@pytest.fixture(scope="module")
def bundle(evening, tmp_path_factory):
    folder = tmp_path_factory.mktemp("archief") / "archief"
    succeed("session", "bundle", evening, "--output", folder, timeout=60)
    return folder


def rows(path):
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))


def test_u10_the_bundle_holds_what_is_needed_to_go_on(bundle, evening, tmp_path):
    manifest = json.loads((bundle / "manifest.json").read_text())
    # U10: seeds and versions.
    assert manifest["seed"] == 1 and manifest["program"].startswith("Mengpaneel") and len(manifest["files"]) >= 14
    # U10: sources with their vintages and licences.
    sources = rows(bundle / "sources.csv")
    assert sources and all(row["title"] and row["licence"] for row in sources)
    assert any(re.search(r"\d{4}", row["years"]) for row in sources)
    # U10: the register of open questions.
    questions = rows(bundle / "questions.csv")
    assert sum(row["status"] == "open" for row in questions) >= 3 and all(row["owner"] for row in questions)
    # U10: minority views, word for word.
    notes = rows(bundle / "notes.csv")
    assert "Menging als doel maakt van bewoners een middel. Dat staat niet in de stellingen." in [
        row["text"] for row in notes if row["register"] == "dissent"]
    # U10: absent stakeholders.
    assert [row["party"] for row in rows(bundle / "absent.csv")] == ["bewoners die al verhuisd zijn"]
    # U10: votes without names: numbers by what people voted, in the bundle's own project and as a table on request.
    succeed("session", "export", bundle / "project.mengpaneel", "--output", tmp_path / "tabellen", "--votes")
    votes = rows(tmp_path / "tabellen" / "votes-last.csv")
    assert {row["participant"] for row in votes} == {str(number) for number in range(1, 13)}
    seats = {seat for (entry,) in Project(evening).rows("SELECT entry FROM sessionEntry") for seat in re.findall(r'"seat":"(\w+)"', entry)}
    copied = (bundle / "project.mengpaneel").read_bytes()
    assert seats and not any(f'"{seat}"'.encode() in copied for seat in seats)


def test_u10_opening_the_bundle_again_gives_every_figure_again(bundle, report):
    # U10: the report and all tables are made again from the bundle, to the byte; and the report is that of the evening.
    files = json.loads((bundle / "manifest.json").read_text())["files"]
    assert succeed("session", "check", bundle, timeout=120).out == f"{len(files)} of {len(files)} files agree\n"
    assert (bundle / "verslag.html").read_text("utf-8") == report
    changed = bundle / "tasks.csv"
    content = changed.read_bytes()
    changed.write_bytes(content + b"x")
    assert "tasks.csv: was changed" in run("session", "check", bundle, timeout=120).err
    changed.write_bytes(content)


# The end of section 6: who was absent can state from the report what it came to.


def test_an_absent_reader_can_state_the_verdicts_on_the_six_claims(report):
    summary = part(report, "samenvatting")
    for number in range(1, 7):
        # The word stands beside each claim on the first page, and the reason below it in the part on claims.
        assert re.search(rf"C{number} .*? [✓✗?–] (steunt|spreekt tegen|onbeslist|niet te toetsen)", summary), number
    claims = part(report, "beweringen")
    assert len(re.findall(r"Cijfers hier: [✓✗?–] (?:steunt|spreekt tegen|onbeslist|niet te toetsen)\. \S", claims)) == 6


def test_an_absent_reader_can_state_the_main_division(report):
    summary = part(report, "samenvatting")
    divided = re.search(r"Verdeeld over: (.*?) Groepen: (.*?\.)", summary)
    assert re.search(r"\d+ van 12 eens, \d+ oneens", divided.group(1)), divided.group(1)
    assert re.search(r"groepen|lijn", divided.group(2)), divided.group(2)


def test_an_absent_reader_can_state_two_alternatives_with_who_loses_by_them(report):
    chosen = re.search(r"Het vaakst gekozen, en wie erbij verliest(.*?)Redenen, zonder namen", part(report, "alternatieven")).group(1)
    told = re.findall(r"([A-D]\. [^:]+): (\d+) van 12 zouden dit doen, (\d+) niet\.", chosen)
    assert len(told) >= 2, chosen
    takers = [int(count) for _, count, _ in told]
    assert takers == sorted(takers, reverse=True) and all(int(yes) + int(no) == 12 for _, yes, no in told)
    assert "Een telling is geen advies." in chosen and chosen.count("Wie iets anders koos, zei: ‘") >= 2
    # Who must move is told where the model ran, and said to be unknown where it did not.
    assert len(re.findall(r"Volgens het model: gedwongen verhuizingen|Wie moet verhuizen, is niet doorgerekend", chosen)) == len(told)
    effects = part(report, "alternatieven")
    assert re.search(r"A\. Slopen en gemengd terugbouwen: verschil met niets doen in \d{4}", effects)
    assert re.search(r"Gedwongen verhuizingen [+\d]", effects)


def test_an_absent_reader_can_state_three_open_questions(report):
    listed = re.search(r"Open vragen: (.*?) Niet in de zaal:", part(report, "samenvatting")).group(1)
    assert listed.count("?") >= 3, listed
    assert words(report).count("Wie gaat verder") >= 1
