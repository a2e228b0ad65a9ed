"""User stories of the days before: U1, a researcher imports one's own municipality; U2, the chair prepares the evening."""

import re
import shutil

import pytest
import zxingcpp
from conftest import OUTPUT
from PIL import Image
from program import Project, digest, succeed
from session_file import served_session
from story import DATA, IS_REAL, Person, serving, table
from test_session import join, page_of, press

real = pytest.mark.skipif(not IS_REAL, reason="there are no real files in ../shared/data")


# U1, a researcher, before: import one municipality's real open data, so that all figures are ours and dated.


@real
def test_u1_one_command_gives_figures_of_three_years_with_facilities_safety_and_boundaries(municipality):
    # U1: one command (the fixture), with >= 3 years of figures, facilities, safety and boundaries. By code over the network
    # it is `mengpaneel fetch GM0153`, which Tests/EndToEnd/test_fetch.py follows on a copy of the servers; whole it takes
    # less than five minutes (the limit of the run in the fixture; the promise in seconds stands in Benchmarks).
    report = municipality.report
    assert {row["year"] for row in report} >= {2014, 2015, 2016}
    series = Project(municipality.path).series("neighbourhood")
    kinds = {variable.split(".")[0] for variable, _ in series}
    assert {"income", "tenure", "facility", "facilityScore", "safety", "satisfaction"} <= kinds
    assert Project(municipality.path).rows("SELECT COUNT(*) FROM shape")[0][0] >= 69
    # Every column in the report: file, source, year and how complete.
    assert all({"file", "source", "column", "variable", "year", "areas", "filled", "suppressed"} <= set(row) for row in report)


def test_u1_every_column_tells_its_source_and_what_is_missing(browser, municipality):
    # U1: every column lists source table, year, vintage, licence, % missing.
    with serving(municipality.path) as server, browser.new_context(base_url=server, locale="nl-NL") as context:
        page = context.new_page()
        page.goto("/bronnen")
        columns, rows = table(page, "De cijfers per jaar")
        place = {name: columns.index(name) for name in ["Kenmerk", "Jaar", "Bron", "Licentie", "Gevuld", "Ontbreekt"]}
        assert len(rows) > 20
        for row in rows:
            assert all(row[one] for one in place.values()), row
            assert re.fullmatch(r"(19|20)\d\d", row[place["Jaar"]])
            shares = [float(row[place[name]].rstrip("%").replace(",", ".")) for name in ("Gevuld", "Ontbreekt")]
            assert sum(shares) == pytest.approx(100, abs=1), row
        # The vintage of a source that knows several stands beside it, and the file it came from is named.
        version = columns.index("Versie")
        assert any(row[version] for row in rows)
        if IS_REAL:
            assert any("context_2015.csv" in row[place["Bron"]] for row in rows)
        assert page.locator("svg.mp-map").count() == 0
        page.goto("/kaart")
        # U1: boundaries; areas without a figure are drawn too, and are no zero.
        assert page.locator("svg.mp-map a[data-id]").count() >= 30


def test_u1_suppressed_stays_missing(browser, tmp_path):
    # U1: suppressed stays missing: on disk, on the page and in the table.
    figures = tmp_path / "kwb-2024.csv"
    figures.write_text(
        "gwb_code_10,regio,recs,a_inw,a_hh,p_hh_li,p_hh_hi\n"
        "GM0153,Enschede,Gemeente,160000,80000,45,15\n"
        "BU01530001,Binnenstad,Buurt,4000,2500,50,12\nBU01530002,Zo klein,Buurt,40,20,.,.\n"
        "BU01530003,Leeg,Buurt,3000,1500,0,20\n")
    project = tmp_path / "enschede.mengpaneel"
    succeed("import", figures, "--into", project, "--municipality", "GM0153")
    low = Project(project).series("neighbourhood")["income.lowest40", 2024]
    assert low == {"BU01530001": pytest.approx(0.5), "BU01530002": None, "BU01530003": pytest.approx(0)}
    with serving(project) as server, browser.new_context(base_url=server, locale="nl-NL") as context:
        page = context.new_page()
        page.goto("/bronnen")
        columns, rows = table(page, "De cijfers per jaar")
        row = next(row for row in rows if "laag" in row[0].lower() or "laagste 40" in row[0].lower())
        assert row[columns.index("Geheim")] == "1" and row[columns.index("Ontbreekt")].startswith("33")
        page.goto("/buurt/BU01530002")
        text = page.inner_text("main").lower()
        assert "0%" not in text.replace("100%", "") and ("geheim" in text or "niet gepubliceerd" in text or "afgeschermd" in text), text


def test_u1_a_boundary_change_is_found_and_never_bridged_in_silence(tmp_path):
    # U1: a boundary change between years is detected and refused: code 29 was another place a year earlier.
    for year, row in [(2021, "WK036329;Dapperbuurt;9000"), (2022, "WK036329;Zeeburgereiland;7000")]:
        (tmp_path / f"reeks-{year}.csv").write_text(
            f"Perioden;Regiocode;Wijken en buurten;a_inw\n{year};{row}\n{year};WK036330;Oostelijk havengebied;500\n")
    older, newer = tmp_path / "reeks-2021.csv", tmp_path / "reeks-2022.csv"
    together = tmp_path / "samen.mengpaneel"
    told = succeed("import", older, newer, "--into", together, "--municipality", "GM0363")
    assert "WK036329" in told.err and "boundaries changed" in told.err
    series = Project(together).series("district")
    assert series["population.inhabitants", 2021] == {"WK036329": None, "WK036330": 500}
    assert series["population.inhabitants", 2022] == {"WK036329": 7000, "WK036330": 500}
    # The other way round what the project holds already stands, and what comes in is refused for that place.
    later = tmp_path / "later.mengpaneel"
    succeed("import", older, "--into", later, "--municipality", "GM0363")
    assert "boundaries changed" in succeed("import", newer, "--into", later, "--municipality", "GM0363").err
    series = Project(later).series("district")
    assert series["population.inhabitants", 2021]["WK036329"] == 9000
    assert series["population.inhabitants", 2022] == {"WK036329": None, "WK036330": 500}


@real
def test_u1_importing_again_gives_the_same_bytes(municipality, tmp_path):
    # U1: re-import gives a byte-identical store.
    again = shutil.copyfile(municipality.path, tmp_path / "stad.mengpaneel")
    assert "nothing was changed" in succeed("import", "rotterdam", DATA, "--into", again, "--language", "en", timeout=300).err
    assert digest(again) == digest(municipality.path)


# U2, the chair, before: prepare the evening in 20 minutes, so that nothing depends on a technician.


@pytest.fixture(scope="module")
def prepared(municipality):
    """A session as the guide has the chair make it: one line."""
    with served_session(town=municipality.path, more=["--standard-statements", "--knowledge"]) as session:
        yield session


def test_u2_the_template_is_there_and_balanced(browser, prepared):
    server, path, key, _ = prepared
    chair = page_of(browser, f"{server}{path}/voorzitter?sleutel={key}", 1440, 900)
    chair.goto(f"{server}{path}/voorzitter?vak=programma")
    # U2: eight phases (and a welcome and a closing), together ninety minutes.
    assert chair.locator("#stappen > ol > li").count() >= 8
    assert "Samen 90 minuten." in chair.inner_text("#draaiboek")
    # U2: two introduction slots, both still free.
    assert chair.inner_text("#inleiders").count("Nog niet gepland.") == 2
    chair.goto(f"{server}{path}/voorzitter?vak=stellingen")
    # U2: at least 12 seed statements, balanced for and against each claim, each with its provenance.
    tags = chair.locator("#lijst .mp-stellingen > li > .mp-note").all_inner_texts()
    leanings = [re.search(r"uit het programma, (voor|tegen) (C\d)", one).groups() for one in tags]
    assert len(leanings) >= 12
    for claim in {claim for _, claim in leanings}:
        assert leanings.count(("voor", claim)) == leanings.count(("tegen", claim)) >= 1
    assert {claim for _, claim in leanings} == {f"C{number}" for number in range(1, 7)}
    # U2: the seven questions stand ready: on the phone a question can be put under each, and the workbench has a page for each.
    phone = page_of(browser, server + path)
    join(phone)
    phone.locator("#meer > summary").click()
    assert phone.locator("#thema option").count() == 1 + 7
    phone.goto(server + "/vragen")
    assert phone.locator(".mp-questions > li").count() == 7
    for page in (chair, phone):
        page.context.close()


def test_u2_the_evening_is_rehearsed_with_twelve_voters(municipality, tmp_path):
    # U2: a rehearsal mode with 12 simulated voters, in a copy, as the guide says.
    project = shutil.copyfile(municipality.path, tmp_path / "oefenen.mengpaneel")
    told = succeed("session", "rehearse", project).out
    assert "12 voters" in told and re.search(r"\d+ statements, \d+ \+ \d+ votes", told)


def test_u2_people_join_by_code_or_square_on_screen_phone_and_paper(browser, prepared):
    server, path, key, _ = prepared
    chair = page_of(browser, f"{server}{path}/voorzitter?sleutel={key}", 1440, 900)
    press(chair, "Meedoen")
    # U2: the screen shows a short code and a square that leads to the same place.
    screen = page_of(browser, server + path + "/scherm", 1920, 1080)
    code = path.rsplit("/", 1)[1]
    assert screen.inner_text(".mp-zaal-code") == code and len(code) == 6
    OUTPUT.mkdir(exist_ok=True)
    screen.screenshot(path=OUTPUT / "verhaal-u2-scherm.png")
    assert [one.text for one in zxingcpp.read_barcodes(Image.open(OUTPUT / "verhaal-u2-scherm.png"))] == [server + path]
    # U2: no account: nothing that names a person is asked.
    phone = page_of(browser, server + path)
    assert phone.locator("input[type=password], input[type=email], input[name=naam]").count() == 0
    join(phone)
    assert "Bijeenkomst " + code in phone.inner_text("main")
    # U2: paper for who has no phone: the chair enters a numbered ballot while the round is open.
    chair.goto(f"{server}{path}/voorzitter?vak=stellingen")
    press(chair, "Open ronde 1")
    chair.locator("summary", has_text="Stem van papier").click()
    chair.get_by_label("Nummer van het biljet").fill("7")
    press(chair, "Voer in")
    assert "Ronde 1: 1 van" in chair.inner_text("#stemmen")
    Person(server, path, key=key).send(doe="dicht")
    for page in (chair, screen, phone):
        page.context.close()
