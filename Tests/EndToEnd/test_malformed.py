"""Whatever is wrong with a file: one clear line, a status that is not 0, and the project as it was."""

import gzip
import os
import shutil
import sqlite3
import sys

import pytest

import malformed as make
from program import digest, is_one_clear_line, run, succeed

CSV, GEO = "kwb-2023.csv", "buurten-2023.geojson"
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def half(content):
    return content[: len(content) // 2]


def repeated(rows):
    return make.table(rows=rows)


def changed(column, cell, row=1):
    return make.table({(row, column): cell})


def without(column):
    place = make.COLUMN[column]
    return "".join(
        ";".join(map(str, line[:place] + line[place + 1 :])) + "\n" for line in [make.HEADER, *make.ROWS]
    ).encode()


def year_column(years):
    header = [*make.HEADER, "Perioden"]
    return make.text(rows=[[*row, year] for row, year in zip(make.ROWS, years, strict=True)], header=header).encode()


BOW_TIE = [[[120_000, 450_000], [121_000, 451_000], [121_000, 450_000], [120_000, 451_000], [120_000, 450_000]]]
FAR_HOLE = [make.ring(120_000, 450_000, 1000), make.ring(125_000, 455_000, 100)]
LINE = [[[120_000, 450_000], [121_000, 450_000], [120_000, 450_000]]]
DEGREES = [[[5.1, 52.0], [5.2, 52.0], [5.2, 52.1], [5.1, 52.0]]]

# what is wrong: (name of the file, its bytes, options, a word that the complaint must hold)
FILES = {
    "empty file": (CSV, b"", [], ""),
    "header only": (CSV, make.table(rows=[]), [], ""),
    "spaces only": (CSV, b"   \n \n\n", [], ""),
    "binary junk": (CSV, bytes(range(256)) * 40, [], ""),
    "a picture called csv": (CSV, b"\x89PNG\r\n\x1a\n" + bytes(500), [], ""),
    "a web page saved as csv": (CSV, b"<!DOCTYPE html>\n<html><body>Onderhoud; even geduld</body></html>\n", [], ""),
    "csv that stops in a row": (CSV, make.table()[:-20], [], "row 4"),
    "csv that stops in a quotation": (CSV, make.table() + b'"BU99980103;Werf', [], ""),
    "gz that stops halfway": (CSV + ".gz", half(gzip.compress(make.table() * 50, mtime=0)), [], ""),
    "gz with damage": (CSV + ".gz", gzip.compress(make.table(), mtime=0)[:-12] + b"\xff" * 12, [], ""),
    "zip that stops halfway": ("kwb-2023.zip", half(make.archive({CSV: make.table()})), [], ""),
    "zip with nothing in it": ("kwb-2023.zip", make.archive({}), [], ""),
    "zip with two tables": ("kwb-2023.zip", make.archive({"a.csv": make.table(), "b.csv": make.table()}), [], "a.csv"),
    "zip bomb": ("kwb-2023.zip", make.zip_bomb, [], ""),
    "gzip bomb": (CSV + ".gz", make.gzip_bomb, [], ""),
    "workbook that stops halfway": ("kwb-2023.xlsx", half(make.workbook()), [], ""),
    "workbook without rows": ("kwb-2023.xlsx", make.workbook(rows=[]), [], ""),
    "UTF-16": (CSV, make.text().encode("utf-16"), [], ""),
    "no key column": (CSV, without("gwb_code_10"), [], "Regiocode"),
    "no known column": (CSV, b"gwb_code_10;kleur\nBU99980101;rood\n", [], "kleur"),
    "a column twice": (CSV, make.table(header=[*make.HEADER[:4], "a_inw", *make.HEADER[5:]]), [], "a_inw"),
    "a code twice": (CSV, repeated([*make.ROWS, make.ROWS[1]]), [], "BU99980101"),
    "a row without code": (CSV, changed("gwb_code_10", ""), [], "row 3"),
    "a code that is none": (CSV, changed("gwb_code_10", "Kade"), [], "Kade"),
    "a negative count": (CSV, changed("a_inw", -5), [], "-5"),
    "NaN": (CSV, changed("a_inw", "NaN"), [], "NaN"),
    "infinite": (CSV, changed("a_hh", "1e999"), [], "1e999"),
    "a word for a number": (CSV, changed("a_inw", "veel"), [], "veel"),
    "a formula for a number": (CSV, changed("a_inw", "=1+1"), [], "=1+1"),
    "a share above 100": (CSV, changed("p_hh_li", "140"), [], "140"),
    "a negative share": (CSV, changed("p_koopw", "-1"), [], "-1"),
    "tenure far above 100 %": (CSV, make.table({(1, "p_koopw"): 90}), [], "%"),
    "a row with too many cells": (CSV, make.table() + b"BU99980103;Werf;Buurt;1;2;3;4;5;6;7;8;9;10\n", [], "row 5"),
    "one line of 10 MB": (CSV, b"x" * (10 << 20), [], "8 MB"),
    "a cell of 10 MB": (CSV, make.table() + b"BU99980103;" + b"x" * (10 << 20) + b";Buurt\n", [], "8 MB"),
    "no year anywhere": ("kwb.csv", make.table(), [], "--year"),
    "another year than asked for": (CSV, make.table(), ["--year", "2021"], "2021"),
    "years of which none is asked for": ("kwb.csv", year_column([2021, 2022, 2022]), ["--year", "2024"], "2024"),
    "a month for a year": ("kwb.csv", year_column(["2023MM01"] * 3), [], "2023MM01"),
    "another municipality": (CSV, make.table(), ["--municipality", "GM9997"], "GM9997"),
    "an old export": ("wonen.csv", "Onderwerpen;Wonen;;\nRegio's;Aantal;;\nKadé;12;;\n".encode("cp1252"), ["--year", "2014"], "StatLine"),
    "names for codes": (CSV, b"Wijken en buurten;a_inw\nKade;500\n", [], "Regiocode"),
    "geojson that stops halfway": (GEO, half(make.geojson()), [], ""),
    "geojson without features": (GEO, b'{"type":"FeatureCollection","features":[]}', [], ""),
    "json of something else": ("kwb-2023.json", b'{"fout":"geen toegang"}', [], ""),
    "an error page of the service": ("85984NED.json", b'{"odata.error":{"code":"","message":{"value":"x"}}}', [], ""),
    "a boundary that crosses itself": (GEO, make.geojson({"BU99980101": BOW_TIE}), [], "row 2"),
    "a hole outside its boundary": (GEO, make.geojson({"BU99980101": FAR_HOLE}), [], "row 2"),
    "a boundary without surface": (GEO, make.geojson({"BU99980101": LINE}), [], "row 2"),
    "degrees labelled as RD": (GEO, make.geojson({"BU99980101": DEGREES}), [], "28992"),
    "RD labelled as degrees": (GEO, make.geojson(crs="OGC:1.3:CRS84"), [], ""),
    "a map of elsewhere": (GEO, make.geojson({"BU99980101": [make.ring(900_000, 450_000, 1000)]}), [], "28992"),
    "a map without shapes": (GEO, make.geojson({code: None for code in make.SQUARES}), [], ""),
    "a geopackage of junk": ("buurten-2023.gpkg", b"SQLite format 3\x00" + bytes(3000), [], ""),
    "a layer that is not there": (GEO, make.geojson(), ["--layer", "straten"], "straten"),
}  # fmt: skip

# what is wrong: (the mapping, a word that the complaint must hold)
MAPPINGS = {
    "mapping that is no YAML": ("name: [eigen\n  tables: }{", "eigen.yaml"),
    "mapping that is empty": ("", "eigen.yaml"),
    "mapping without tables": ("name: eigen\n", "tables"),
    "mapping with an unknown variable": (make.MAPPING.replace("population.inhabitants", "population.inhabitant"), "population.inhabitant"),
    "mapping with an unknown column": (make.MAPPING.replace("name: a_inw", "name: bewoners"), "bewoners"),
    "mapping with an unknown key column": (make.MAPPING.replace("gwb_code_10", "buurtsleutel"), "buurtsleutel"),
    "mapping with origin under a wrong id": (make.MAPPING.replace("population.inhabitants", "origin.nonWestern"), "origin.nonWestern"),
    "mapping with a word for a year": (make.MAPPING.replace("2023", "vorig jaar"), "eigen.yaml"),
    "mapping with a scale that is no number": (make.MAPPING.replace("inhabitants}", "inhabitants, scale: veel}"), "eigen.yaml"),
    "mapping with an unknown level": (make.MAPPING.replace("code:", "level: straat\n    code:"), "eigen.yaml"),
    "mapping of junk": ("\x00\x01\x02", "eigen.yaml"),
}  # fmt: skip


@pytest.fixture
def unchanged(project):
    """The path of a project that must come out of the test as it went in, with nothing beside it."""
    before = digest(project)
    yield project
    assert digest(project) == before, "the project changed"
    stray = [name for name in os.listdir(project.parent) if name.startswith(project.name) and name != project.name]
    assert stray == [], "something stayed behind"


def refused(outcome, word=""):
    assert is_one_clear_line(outcome), outcome
    assert word in outcome.err, f"the complaint does not say {word!r}: {outcome}"
    assert outcome.out == "", outcome


@pytest.mark.parametrize("wrong", FILES)
def test_a_file_that_is_wrong_is_one_line(wrong, unchanged, tmp_path):
    name, content, options, word = FILES[wrong]
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_bytes(content() if callable(content) else content)
    outcome = run("import", folder / name, "--into", unchanged, *options)
    refused(outcome, word)
    assert name in outcome.err, "the complaint names the file"
    assert os.listdir(folder) == [name], "nothing is left beside the file"


@pytest.mark.parametrize("wrong", MAPPINGS)
def test_a_mapping_that_is_wrong_is_one_line(wrong, unchanged, tmp_path):
    mapping, word = MAPPINGS[wrong]
    (tmp_path / "eigen.csv").write_bytes(make.table())
    (tmp_path / "eigen.yaml").write_text(mapping)
    refused(run("import", tmp_path / "eigen.csv", "--mapping", tmp_path / "eigen.yaml", "--into", unchanged), word)


@pytest.mark.parametrize("name", ["kwb-2023.csv", "kwb-2023.csv.gz", "kwb-2023.zip", "kwb-2023.xlsx", GEO, "buurten-2023.gpkg", "mapping", "called.csv.gz", "called.xlsx"])
def test_the_same_file_without_the_mistake_is_taken(name, project, tmp_path):
    """Without this the tests above would pass on a program that refuses everything."""
    before = digest(project)
    path, options = tmp_path / name, []
    match name:
        case "kwb-2023.csv" | "called.csv.gz" | "called.xlsx":
            # What is in it counts, not what it is called.
            path.write_bytes(make.table())
            options = ["--year", "2023"]
        case "kwb-2023.csv.gz":
            path.write_bytes(gzip.compress(make.table(), mtime=0))
        case "kwb-2023.zip":
            path.write_bytes(make.archive({CSV: make.table()}))
        case "kwb-2023.xlsx":
            path.write_bytes(make.workbook())
        case "buurten-2023.gpkg":
            make.geopackage(path)
        case "mapping":
            path = tmp_path / "eigen.csv"
            path.write_bytes(make.table())
            (tmp_path / "eigen.yaml").write_text(make.MAPPING)
            options = ["--mapping", tmp_path / "eigen.yaml"]
        case _:
            path.write_bytes(make.geojson())
    succeed("import", path, "--into", project, *options)
    assert digest(project) != before


def test_windows_letters_are_read_and_said(project, tmp_path):
    path = tmp_path / CSV
    path.write_bytes(make.text().replace("Kade", "Kadé").encode("cp1252"))
    outcome = succeed("import", path, "--into", project)
    assert "Windows-1252" in outcome.err
    with sqlite3.connect(project) as database:
        assert ("Kadé",) in database.execute("SELECT name FROM area WHERE code = 'BU99980101'").fetchall()


def test_a_column_of_ones_own_mapping_that_is_not_there_is_said(project, tmp_path):
    (tmp_path / "eigen.csv").write_bytes(make.table())
    (tmp_path / "eigen.yaml").write_text(make.MAPPING + "      - {name: gezinnen, variable: population.households}\n")
    outcome = succeed("import", tmp_path / "eigen.csv", "--mapping", tmp_path / "eigen.yaml", "--into", project)
    assert "gezinnen" in outcome.err, outcome


def test_a_geopackage_that_stops_halfway_is_one_line(unchanged, tmp_path):
    whole = make.geopackage(tmp_path / "whole.gpkg").read_bytes()
    (tmp_path / "buurten-2023.gpkg").write_bytes(half(whole))
    refused(run("import", tmp_path / "buurten-2023.gpkg", "--into", unchanged))


def test_a_geopackage_with_a_crossing_is_one_line(unchanged, tmp_path):
    path = make.geopackage(tmp_path / "buurten-2023.gpkg", {"BU99980101": BOW_TIE})
    refused(run("import", path, "--into", unchanged))


def test_a_file_that_is_not_there_is_one_line(unchanged, tmp_path):
    refused(run("import", tmp_path / "niets.csv", "--into", unchanged), "niets.csv")


def test_a_mapping_that_is_not_there_is_one_line(unchanged, tmp_path):
    (tmp_path / "eigen.csv").write_bytes(make.table())
    refused(run("import", tmp_path / "eigen.csv", "--mapping", tmp_path / "niets.yaml", "--into", unchanged), "niets.yaml")


def test_a_folder_with_nothing_known_is_one_line(unchanged, tmp_path):
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "brief.txt").write_text("Geachte heer, mevrouw")
    refused(run("import", tmp_path / "map", "--into", unchanged), "map")


def test_a_preset_without_its_files_is_one_line(unchanged, tmp_path):
    refused(run("import", "rotterdam", tmp_path, "--into", unchanged))


def test_a_link_that_goes_round_is_one_line(unchanged, tmp_path):
    (tmp_path / CSV).symlink_to(tmp_path / CSV)
    refused(run("import", tmp_path / CSV, "--into", unchanged), CSV)


@pytest.mark.skipif(IS_ROOT, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_one_line(unchanged, tmp_path):
    (tmp_path / CSV).write_bytes(make.table())
    (tmp_path / CSV).chmod(0)
    refused(run("import", tmp_path / CSV, "--into", unchanged), CSV)


@pytest.mark.skipif(IS_ROOT, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_is_one_line(tmp_path):
    (tmp_path / CSV).write_bytes(make.table())
    shut = tmp_path / "dicht"
    shut.mkdir()
    shut.chmod(0o500)
    outcome = run("import", tmp_path / CSV, "--into", shut / "stad.mengpaneel")
    assert is_one_clear_line(outcome), outcome
    assert os.listdir(shut) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a folder in which nobody may write is in /proc")
def test_a_folder_in_which_nobody_may_write_is_one_line(tmp_path):
    (tmp_path / CSV).write_bytes(make.table())
    outcome = run("import", tmp_path / CSV, "--into", "/proc/stad.mengpaneel")
    # The superuser learns it only when the file is made, after the remarks on the reading.
    assert outcome.status == 1 and outcome.complaints[-1].startswith("Error: /proc/stad.mengpaneel:"), outcome


def test_a_project_in_a_folder_that_is_not_there_is_one_line(tmp_path):
    (tmp_path / CSV).write_bytes(make.table())
    outcome = run("import", tmp_path / CSV, "--into", tmp_path / "weg" / "stad.mengpaneel")
    assert is_one_clear_line(outcome), outcome
    assert not (tmp_path / "weg").exists()


def test_one_wrong_file_among_several_leaves_all_out(unchanged, tmp_path):
    (tmp_path / CSV).write_bytes(make.table())
    (tmp_path / "kwb-2022.csv").write_bytes(changed("a_inw", -5))
    refused(run("import", tmp_path / CSV, tmp_path / "kwb-2022.csv", "--into", unchanged), "kwb-2022.csv")


def test_a_refused_file_makes_no_project(tmp_path):
    (tmp_path / CSV).write_bytes(b"")
    outcome = run("import", tmp_path / CSV, "--into", tmp_path / "nieuw.mengpaneel")
    assert is_one_clear_line(outcome), outcome
    assert os.listdir(tmp_path) == [CSV]


def other_program(path):
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE foto (naam TEXT)")
    database.execute("INSERT INTO foto VALUES ('vakantie')")
    database.commit()
    database.close()


def test_an_empty_file_as_project_is_a_new_project(tmp_path):
    """A machine that stopped while the project was made leaves one."""
    (tmp_path / CSV).write_bytes(make.table())
    (tmp_path / "stad.mengpaneel").touch()
    succeed("import", tmp_path / CSV, "--into", tmp_path / "stad.mengpaneel")


def test_more_residents_of_an_origin_than_residents_is_one_line(unchanged, tmp_path):
    """It would be found out only when the project is opened, and close the project for good."""
    header = [*make.HEADER, "a_neu_al"]
    (tmp_path / CSV).write_text(make.text(rows=[[*row, 700] for row in make.ROWS], header=header))
    refused(run("import", tmp_path / CSV, "--into", unchanged), "BU99980101")


def of_a_newer_version(path):
    database = sqlite3.connect(path)
    database.execute("INSERT INTO grdb_migrations VALUES ('9999 from the future')")
    database.commit()
    database.close()


# what is wrong with the project: what is done to a good one
PROJECTS = {
    "no SQLite": lambda path: path.write_bytes(b"dit is een brief\n" * 100),
    "of another program": lambda path: (path.unlink(), other_program(path)),
    "of a newer version": of_a_newer_version,
    "half": lambda path: path.write_bytes(half(path.read_bytes())),
    "overwritten in the middle": lambda path: path.write_bytes(path.read_bytes()[:100] + b"\xa5" * 8000 + path.read_bytes()[8100:]),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}  # fmt: skip


@pytest.mark.parametrize("command", ["import", "claims", "report", "serve", "doctor"])
@pytest.mark.parametrize("wrong", PROJECTS)
def test_a_project_that_is_wrong_is_one_line(wrong, command, project, tmp_path):
    (tmp_path / CSV).write_bytes(make.table())
    PROJECTS[wrong](project)
    before = None if project.is_dir() else digest(project)
    if command == "doctor":
        # What doctor finds is its outcome, in its table.
        outcome = run("doctor", project)
        assert outcome.status == 1 and "broken" in outcome.out and outcome.err == "", outcome
    else:
        places = {
            "import": [tmp_path / CSV, "--into", project],
            "claims": [project],
            "report": [project, "--output", tmp_path / "r.html"],
            "serve": [project, "--port", "0"],
        }
        outcome = run(command, *places[command], timeout=20)
        refused(outcome)
    assert not (tmp_path / "r.html").exists()
    assert (None if project.is_dir() else digest(project)) == before
    shutil.rmtree(project, ignore_errors=True)


def test_enough_is_tried():
    assert len(FILES) + len(MAPPINGS) + len(PROJECTS) >= 70
