"""A server on this machine that answers as CBS, the police and PDOK document, about a municipality that is MADE UP.

GM9998 "Verzonnendam" and its neighbour GM9997 do not exist; CBS uses neither code. Every figure is invented here.
The server answers in small pages, names a version with each (ETag) and can be in trouble once.
"""

import contextlib
import gzip
import hashlib
import http.server
import json
import re
import threading
import urllib.parse
import xml.etree.ElementTree as ElementTree

MUNICIPALITY = "GM9998"

# name in v3, number it carries there in 2024, code in v4 (None: not published in both), key
KEY_FIGURES = [
    ("AantalInwoners", 5, "T001036", "inhabitants"),
    ("HuishoudensTotaal", 29, "1050010_2", "households"),
    ("Woningvoorraad", 35, "M000297", "dwellings"),
    ("GemiddeldeWOZWaardeVanWoningen", 39, "M001642", "value"),
    ("Koopwoningen", 47, "1014800", "owner"),
    ("HuurwoningenTotaal", 48, "1014850_2", "rent"),
    ("InBezitWoningcorporatie", 49, "A047047", "social"),
    ("InBezitOverigeVerhuurders", 50, "A047048", "private"),
    ("GemiddeldInkomenPerInwoner", 83, "M000224", "income"),
    ("k_40HuishoudensMetLaagsteInkomen", 86, "D000186", "low"),
    ("k_20HuishoudensMetHoogsteInkomen", 87, "D000184", "high"),
    ("HuishOnderOfRondSociaalMinimum", 90, None, "minimum"),
    ("BuitenEuropa", 19, "H008859_1", "outside"),
]
KEYS = [key for *_, key in KEY_FIGURES]

# None is what CBS hides. The last neighbourhood is a polder with nobody in it.
AREAS = {
    "NL00": ("Nederland", [17_900_000, 8_400_000, 8_200_000, 379, 57, 43, 28, 14, 33.4, 40.0, 20.0, 6.9, 2_800_000]),
    "GM9998": ("Verzonnendam", [9_250, 4_400, 4_330, 296, 54, 46, 33, 13, 28.9, 43.8, 15.6, 7.7, 1_450]),
    "WK999801": ("Wijk 01 Oever", [5_250, 2_600, 2_550, 243, 40, 60, 46, 14, 25.6, 51.9, 10.9, 10.2, 1_150]),
    "WK999802": ("Wijk 02 Hoogland", [4_000, 1_800, 1_780, 371, 74, 26, 14, 12, 33.2, 32.0, 22.4, 4.1, 300]),
    "BU99980101": ("Kade", [2_100, 1_000, 980, 212, 31, 69, 55, 14, 23.8, 58.4, 8.1, 12.6, 560]),
    "BU99980102": ("Brink", [1_950, 950, 940, 268, 44, 56, 41, 15, 26.4, 48.9, 12.2, 9.3, 390]),
    "BU99980103": ("Werf", [1_200, 650, 630, 254, 48, 52, 39, 13, 27.3, 46.2, 13.3, 7.8, 200]),
    "BU99980201": ("Heuvel", [2_450, 1_100, 1_080, 341, 69, 31, 18, 13, 31.6, 35.5, 19.0, 4.9, 210]),
    "BU99980202": ("Bosrand", [1_500, 680, 680, 421, 83, 17, 7, 10, 35.9, 26.3, 27.9, 2.7, 85]),
    "BU99980203": ("Schans", [50, 20, 20, 398, 80, 20, None, None, None, None, None, None, 5]),
    "BU999802PL": ("Polder", [0, 0, 0, None, None, None, None, None, None, None, None, None, 0]),
    "GM9997": ("Buurdorp", [3_000, 1_300, 1_290, 310, 60, 40, 28, 12, 30.0, 38.0, 18.0, 5.0, 150]),
    "WK999701": ("Wijk 01 Buurdorp", [3_000, 1_300, 1_290, 310, 60, 40, 28, 12, 30.0, 38.0, 18.0, 5.0, 150]),
    "BU99970101": ("Buurdorp", [3_000, 1_300, 1_290, 310, 60, 40, 28, 12, 30.0, 38.0, 18.0, 5.0, 150]),
}
NEIGHBOURHOODS = [code for code in AREAS if code.startswith("BU9998")]

# Lower-left corner (km, RD) of the square of each neighbourhood.
PLACES = {
    "BU99980101": (120, 450), "BU99980102": (121, 450), "BU99980103": (122, 450),
    "BU99980201": (120, 451), "BU99980202": (121, 451), "BU99980203": (122, 451), "BU999802PL": (123, 451),
    "BU99970101": (124, 450),
}  # fmt: skip
OFFENCES = {"0.0.0": 60, "1.1.1": 4, "2.2.1": 6, "3.1.1": 1}


def figures(code):
    return dict(zip(KEYS, AREAS[code][1], strict=True))


def of_municipality(code):
    return "GM" + code[2:6]


def padded(code):
    return code.ljust(10)


def kind(code):
    return {"NL": "Land", "GM": "Gemeente", "WK": "Wijk", "BU": "Buurt"}[code[:2]]


def municipal_name(code):
    return AREAS["NL00" if code == "NL00" else of_municipality(code)][0]


def key_figure_rows():
    for number, code in enumerate(AREAS):
        row = {
            "ID": number, "WijkenEnBuurten": padded(code), "Gemeentenaam_1": municipal_name(code).ljust(40),
            "SoortRegio_2": kind(code).ljust(10), "Codering_3": padded(code),
        }  # fmt: skip
        row |= {f"{name}_{position}": figures(code)[key] for name, position, _, key in KEY_FIGURES}
        yield row


def status_rows():
    """The socio-economic status of two years; the newest is older than the year of the key figures."""
    number = 0
    for period, shift in [("2021JJ00", 0.0), ("2022JJ00", 0.05)]:
        for code in AREAS:
            income = figures(code)["income"]
            score = None if income is None else round((income - 30) / 20 + shift, 3)
            yield {
                "ID": number, "WijkenEnBuurten": padded(code), "Perioden": period, "GemiddeldeScore_28": score,
                "SpreidingTotaalWaarde_33": None if score is None else 0.3,
            }  # fmt: skip
            number += 1


def facility_rows():
    for number, code in enumerate(AREAS):
        distance = None if code == "BU999802PL" else round(0.4 + number / 10, 1)
        yield {
            "ID": number, "WijkenEnBuurten": padded(code), "Gemeentenaam_1": municipal_name(code).ljust(40),
            "SoortRegio_2": kind(code).ljust(10), "Codering_3": padded(code),
            "AfstandTotHuisartsenpraktijk_5": distance, "AfstandTotGroteSupermarkt_24": distance,
        }  # fmt: skip


def crime_rows():
    number = 0
    for period in ["2023JJ00", "2024JJ00"]:
        for code in AREAS:
            for offence, rate in OFFENCES.items():
                inhabitants = figures(code)["inhabitants"]
                yield {
                    "ID": number, "SoortMisdrijf": offence.ljust(6), "WijkenEnBuurten": padded(code), "Perioden": period,
                    "GeregistreerdeMisdrijven_1": round(rate * inhabitants / 1000),
                }  # fmt: skip
                number += 1


def cells(rows):
    """The long form of v4: one row per cell, hidden where there is none."""
    number = 0
    for code, measures in rows:
        for measure, value in measures.items():
            yield {
                "Id": number, "Measure": measure, "ValueAttribute": "None" if value is not None else ".",
                "Value": value, "StringValue": None, "WijkenEnBuurten": code,
            }  # fmt: skip
            number += 1


def key_figure_cells():
    return cells((code, {four: figures(code)[key] for _, _, four, key in KEY_FIGURES if four}) for code in AREAS)


def facility_cells():
    return cells((row["Codering_3"].strip(), {"D000028": row["AfstandTotHuisartsenpraktijk_5"], "D000025": row["AfstandTotGroteSupermarkt_24"]}) for row in facility_rows())  # fmt: skip # noqa: E501


ROWS = {"85984NED": key_figure_rows, "85618NED": key_figure_rows, "85900NED": status_rows, "86134NED": facility_rows,
        "85231NED": facility_rows, "47018NED": crime_rows}  # fmt: skip
# Status is asked in v3 under either dialect, so it is not here.
CELLS = {"85984NED": key_figure_cells, "85618NED": key_figure_cells,
         "86134NED": facility_cells, "85231NED": facility_cells}  # fmt: skip


class Filter:
    """The part of OData's $filter that services of CBS document: startswith, substring, eq, and, or, brackets."""

    TOKEN = re.compile(r"\s*(\(|\)|or\b|and\b|eq\b|startswith\([^)]*\)|substring\([^)]*\)|'[^']*'|\w+)")

    def __init__(self, text):
        self.tokens = self.TOKEN.findall(text)
        self.test = self.either() if self.tokens else lambda row: True
        if self.tokens:
            raise ValueError(f"not understood: {self.tokens}")

    def either(self):
        tests = [self.both()]
        while self.tokens[:1] == ["or"]:
            self.tokens.pop(0)
            tests.append(self.both())
        return lambda row: any(test(row) for test in tests)

    def both(self):
        tests = [self.term()]
        while self.tokens[:1] == ["and"]:
            self.tokens.pop(0)
            tests.append(self.term())
        return lambda row: all(test(row) for test in tests)

    def term(self):
        token = self.tokens.pop(0)
        if token == "(":
            inner = self.either()
            self.tokens.pop(0)
            return inner
        if token.startswith("startswith("):
            field, start = token[len("startswith(") : -1].split(",")
            return lambda row: row[field].startswith(start.strip().strip("'"))
        if self.tokens.pop(0) != "eq":
            raise ValueError("eq is expected")
        wanted = self.tokens.pop(0).strip("'")
        if token.startswith("substring("):
            field, first, length = token[len("substring(") : -1].split(",")
            return lambda row: row[field][int(first) : int(first) + int(length)] == wanted
        return lambda row: row[token] == wanted


# Outlines of districts and municipality: corners in km, RD.
OUTLINES = {
    "WK999801": [(120, 450), (123, 450), (123, 451), (120, 451)],
    "WK999802": [(120, 451), (124, 451), (124, 452), (120, 452)],
    "GM9998": [(120, 450), (123, 450), (123, 451), (124, 451), (124, 452), (120, 452)],
}


def outline(code):
    """The boundary of an area in RD metres."""
    if code in PLACES:
        east, north = PLACES[code]
        corners = [(east, north), (east + 1, north), (east + 1, north + 1), (east, north + 1)]
    else:
        corners = OUTLINES.get(code, [(124, 450), (125, 450), (125, 451), (124, 451)])
    return [[x * 1000, y * 1000] for x, y in corners + corners[:1]]


def feature(layer, code, ring):
    stem = {"gemeenten": "gemeente", "wijken": "wijk", "buurten": "buurt"}[layer]
    own = figures(code)

    def known(key):
        return -99997 if own[key] is None else own[key]

    properties = {
        f"{stem}code": code, f"{stem}naam": AREAS[code][0], "gemeentecode": of_municipality(code),
        "gemeentenaam": municipal_name(code), "water": "NEE", "aantalInwoners": known("inhabitants"),
        "aantalHuishoudens": known("households"), "percentageKoopwoningen": known("owner"),
    }  # fmt: skip
    if layer == "buurten":
        properties["wijkcode"] = "WK" + code[2:8]
    return {
        "type": "Feature", "id": f"{layer}.{code}", "properties": properties,
        "geometry": {"type": "MultiPolygon", "coordinates": [[ring]]},
    }  # fmt: skip


def features(layer):
    level = {"gemeenten": "GM", "wijken": "WK", "buurten": "BU"}[layer]
    for code in AREAS:
        if code.startswith(level):
            yield feature(layer, code, outline(code))
    if layer == "buurten":
        x, y = 120_000, 452_000
        river = feature(layer, "BU999802PL", [[x, y], [x + 4000, y], [x + 4000, y + 200], [x, y + 200], [x, y]])
        river["id"] = "buurten.river"
        river["properties"] |= {"buurtcode": "BU99989997", "buurtnaam": "Water", "water": "JA", "aantalInwoners": -99997}
        yield river


class Mirror:
    """What the server knows, what it was asked and what goes wrong once."""

    def __init__(self):
        self.asked = []
        self.answers = []
        self.busy_once = set()
        self.broken_once = set()
        self.changes = {}
        self.features_per_page = 1000
        self.lock = threading.Lock()

    def forget(self):
        with self.lock:
            self.asked.clear()
            self.answers.clear()

    def statuses(self):
        with self.lock:
            return list(self.answers)

    def trouble(self, path):
        """'busy' or 'broken' the first time a path with one of the marked words is asked for."""
        with self.lock:
            for words, name in [(self.busy_once, "busy"), (self.broken_once, "broken")]:
                for word in sorted(words):
                    if word in path:
                        words.discard(word)
                        return name
        return None

    def page(self, base, path, query):
        """The answer to a request as an object, or None where there is no such thing."""
        parts = path.strip("/").split("/")
        if parts[:2] == ["ODataFeed", "odata"] and len(parts) == 4:
            return self.third(base, path, parts[2], parts[3], query)
        if parts[:3] == ["odata", "v1", "CBS"] and len(parts) == 5:
            return self.fourth(base, path, parts[3], parts[4], query)
        if parts[:2] == ["cbs", "wijkenbuurten"] and parts[3:] == ["wfs", "v1_0"]:
            return self.map(query)
        return None

    def third(self, base, path, table, part, query):
        if table not in ROWS or query.get("$format") != "json":
            return None
        if part == "TypedDataSet":
            rows = [row for row in ROWS[table]() if Filter(query.get("$filter", "")).test(row)]
        elif part == "DataProperties":
            first = next(iter(ROWS[table]()))
            rows = [{"odata.type": "Cbs.Topic", "ID": i, "Key": key, "Title": key, "Unit": ""} for i, key in enumerate(first)]
        elif part == "TableInfos":
            rows = [{"ID": 0, "Title": "Verzonnen cijfers", "Identifier": table, "Period": "2024"}]
        elif part == "SoortMisdrijf":
            rows = [{"Key": key.ljust(6), "Title": f"Misdrijf {key}"} for key in OFFENCES]
        elif part == "WijkenEnBuurten":
            rows = [{"Key": padded(code), "Title": name, "Municipality": municipal_name(code)} for code, (name, _) in AREAS.items()]
            rows = [row for row in rows if Filter(query.get("$filter", "")).test(row)]
        else:
            return None
        return self.paged(rows, "odata.metadata", "odata.nextLink", base + path, query, "$skip", 5)

    def fourth(self, base, path, table, part, query):
        if table not in CELLS:
            return None
        if part == "Properties":
            return {"Identifier": table, "Title": "Verzonnen cijfers", "Language": "nl"}
        if part == "Observations":
            rows = [row for row in CELLS[table]() if Filter(query.get("$filter", "")).test(row)]
        elif part == "MeasureCodes":
            rows = [{"Identifier": four, "Title": name, "Unit": ""} for name, _, four, _ in KEY_FIGURES if four]
        elif part == "WijkenEnBuurtenCodes":
            rows = []
            for code, (name, _) in AREAS.items():
                group = of_municipality(code) if code[:2] in ("WK", "BU") else None
                rows.append({"Identifier": code, "Title": name, "DimensionGroupId": group})
            rows = [row for row in rows if Filter(query.get("$filter", "")).test(row)]
        else:
            return None
        return self.paged(rows, "@odata.context", "@odata.nextLink", base + path, query, "$skiptoken", 40)

    def paged(self, rows, mark, link, address, query, counter, size):
        start = int(query.get(counter, 0))
        page = {mark: address + "#Verzonnen", "value": rows[start : start + size]}
        if start + size < len(rows):
            page[link] = address + "?" + urllib.parse.urlencode(query | {counter: start + size})
        return page

    def map(self, query):
        layer = query.get("typeNames", "").split(":")[-1]
        if query.get("srsName") != "EPSG:28992" or layer not in ("gemeenten", "wijken", "buurten"):
            return None
        tree = ElementTree.fromstring(query["filter"])
        space = "{http://www.opengis.net/fes/2.0}"
        field = tree.find(f".//{space}ValueReference").text
        wanted = tree.find(f".//{space}Literal").text
        found = [one for one in features(layer) if one["properties"][field] == wanted]
        start, size = int(query["startIndex"]), min(int(query["count"]), self.features_per_page)
        part = found[start : start + size]
        return {
            "type": "FeatureCollection", "name": layer, "numberMatched": len(found), "numberReturned": len(part),
            "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}, "features": part,
        }  # fmt: skip


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body leave in one piece: waiting for an answer to the first would cost 40 ms a page.
    disable_nagle_algorithm = True
    wbufsize = 1 << 16

    def log_message(self, *_):
        pass

    def do_GET(self):
        mirror = self.server.mirror
        path, _, rest = self.path.partition("?")
        query = dict(urllib.parse.parse_qsl(rest, keep_blank_values=True))
        with mirror.lock:
            mirror.asked.append(urllib.parse.unquote_plus(self.path))
        page = mirror.page(f"http://127.0.0.1:{self.server.server_port}", path, query)
        if page is None:
            return self.answer(404, b"")
        body = json.dumps(page, ensure_ascii=False).encode()
        for old, new in mirror.changes.items():
            body = body.replace(old, new)
        tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
        match mirror.trouble(self.path):
            case "busy":
                return self.answer(503, b"", {"Retry-After": "1"})
            case "broken":
                return self.break_off(body)
        if self.headers.get("If-None-Match") == tag:
            return self.answer(304, b"", {"ETag": tag})
        headers = {"ETag": tag, "Content-Type": "application/json; charset=utf-8"}
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, mtime=0)
            headers["Content-Encoding"] = "gzip"
        return self.answer(200, body, headers)

    def answer(self, status, body, headers=None):
        with self.server.mirror.lock:
            self.server.mirror.answers.append(status)
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def break_off(self, body):
        """Announces the whole page and hangs up halfway."""
        with self.server.mirror.lock:
            self.server.mirror.answers.append(0)
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2])
        self.wfile.flush()
        self.close_connection = True


@contextlib.contextmanager
def running():
    """A running mirror: its address and what it knows."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.mirror = Mirror()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", server.mirror
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
