"""Files that are wrong in one way each, made from files that are right. Every figure and code is made up."""

import gzip
import io
import json
import sqlite3
import struct
import zipfile

HEADER = ["gwb_code_10", "regio", "recs", "a_inw", "a_hh", "a_woning", "p_koopw", "p_huurw", "p_wcorpw", "p_ov_hw", "p_hh_li"]
ROWS = [
    ["GM9998", "Verzonnendam", "Gemeente", 900, 420, 400, 50, 50, 35, 15, "44,0"],
    ["BU99980101", "Kade", "Buurt", 500, 240, 230, 31, 69, 55, 14, "58,4"],
    ["BU99980102", "Brink", "Buurt", 400, 180, 170, 76, 24, 9, 15, "26,3"],
]
COLUMN = {name: place for place, name in enumerate(HEADER)}


def text(rows=None, header=None, *, changes=None):
    """A table of key figures as text; `changes` is {(row, column): cell}."""
    rows = [list(row) for row in (ROWS if rows is None else rows)]
    for (row, column), cell in (changes or {}).items():
        rows[row][COLUMN[column]] = cell
    return "".join(";".join(map(str, line)) + "\n" for line in [header or HEADER, *rows])


def table(changes=None, **options):
    return text(changes=changes, **options).encode()


def archive(members, compression=zipfile.ZIP_DEFLATED):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as box:
        for name, content in members.items():
            box.writestr(name, content)
    return packed.getvalue()


def workbook(rows=None):
    """A spreadsheet with text in its cells."""

    def cell(value):
        kind = "" if isinstance(value, int | float) else ' t="inlineStr"'
        inner = f"<v>{value}</v>" if not kind else f"<is><t>{value}</t></is>"
        return f"<c{kind}>{inner}</c>"

    lines = "".join(f"<row>{''.join(map(cell, line))}</row>" for line in [HEADER, *(ROWS if rows is None else rows)])
    spaces = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packages = "http://schemas.openxmlformats.org/package/2006"
    return archive(
        {
            "[Content_Types].xml": f'<Types xmlns="{packages}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{packages}/relationships">'
            f'<Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook {spaces} xmlns:r="{relations}">'
            '<sheets><sheet name="KWB" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{packages}/relationships">'
            f'<Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f"<worksheet {spaces}><sheetData>{lines}</sheetData></worksheet>",
        }
    )


def ring(x, y, size):
    return [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]


SQUARES = {"BU99980101": [ring(120_000, 450_000, 1000)], "BU99980102": [ring(121_000, 450_000, 1000)]}


def geojson(shapes=None, crs="EPSG::28992"):
    """A map; `shapes` is {code: rings} and takes the place of the good ones."""
    document = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"buurtcode": code, "buurtnaam": code, "gemeentecode": "GM9998", "water": "NEE", "jaar": "2023"},
                "geometry": {"type": "Polygon", "coordinates": rings} if rings is not None else None,
            }
            for code, rings in (SQUARES | (shapes or {})).items()
        ],
    }
    if crs:
        document["crs"] = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:{crs}"}}
    return json.dumps(document).encode()


def polygon_blob(rings):
    """A polygon as a GeoPackage keeps it."""
    body = struct.pack("<BII", 1, 3, len(rings))
    for corners in rings:
        body += struct.pack("<I", len(corners)) + b"".join(struct.pack("<dd", *corner) for corner in corners)
    return b"GP\x00\x01" + struct.pack("<i", 28992) + body


def geopackage(path, shapes=None):
    """Writes a GeoPackage with the neighbourhoods."""
    database = sqlite3.connect(path)
    database.executescript(
        """
        PRAGMA application_id = 1196444487;
        PRAGMA user_version = 10300;
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
            organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
        INSERT INTO gpkg_spatial_ref_sys VALUES ('Amersfoort / RD New', 28992, 'EPSG', 28992, 'undefined', NULL);
        CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT, description TEXT,
            last_change DATETIME DEFAULT '2024-01-01T00:00:00.000Z', min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
            srs_id INTEGER);
        INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('buurten', 'features', 'buurten', 28992);
        CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER,
            z TINYINT, m TINYINT);
        INSERT INTO gpkg_geometry_columns VALUES ('buurten', 'geom', 'POLYGON', 28992, 0, 0);
        CREATE TABLE buurten (fid INTEGER PRIMARY KEY, geom BLOB, buurtcode TEXT, buurtnaam TEXT, gemeentecode TEXT, water TEXT,
            jaar INTEGER, aantalInwoners INTEGER);
        """
    )
    for code, rings in (SQUARES | (shapes or {})).items():
        database.execute(
            "INSERT INTO buurten (geom, buurtcode, buurtnaam, gemeentecode, water, jaar, aantalInwoners)"
            " VALUES (?, ?, ?, 'GM9998', 'NEE', 2023, 500)",
            (polygon_blob(rings), code, code),
        )
    database.commit()
    database.close()
    return path


def swollen(megabytes, pack):
    """A valid table at the start of a great many spaces."""
    return pack(table() + b" " * (megabytes << 20))


def gzip_bomb():
    return swollen(72, lambda content: gzip.compress(content, 6, mtime=0))


def zip_bomb():
    return swollen(72, lambda content: archive({"kwb-2023.csv": content}))


MAPPING = """
name: eigen
tables:
  - year: 2023
    code: {column: gwb_code_10}
    columns:
      - {name: a_inw, variable: population.inhabitants}
"""
