"""The commands of the program as functions.

Written by generate.py from the program's own description of itself; do not change it by hand.
"""

from __future__ import annotations

import pathlib
from collections.abc import Sequence
from typing import Literal

from .call import Call, Scalar, Settings, Several, Sources
from .results import Document, Table
from .tables import PathLike, PlanLike, TableLike

__all__ = [
    "assumptions",
    "backtest",
    "calibrate",
    "claims",
    "compare",
    "decide_approval",
    "decide_budget",
    "decide_criteria",
    "decide_grades",
    "decide_portfolio",
    "decide_ranked",
    "decompose",
    "demo",
    "difference",
    "doctor",
    "effects",
    "evidence_map",
    "fetch",
    "import_data",
    "indices",
    "measure",
    "opinions",
    "pool",
    "profile",
    "qsort",
    "report",
    "schelling",
    "sensitivity",
    "simulate",
    "statements",
    "studies",
    "variables",
    "verify_deliberation",
    "verify_evidence",
    "verify_segregation",
    "vote_changes",
]


def demo(
    *,
    output: PathLike = 'demo.mengpaneel',
    seed: int = 2018,
    replace: bool = False,
) -> pathlib.Path:
    """Make a project with the synthetic demo municipality.

    Everything in it is made up and labelled so; it describes no real place. The same seed gives the same bytes.

    The command ``mengpaneel demo``.

    Args:
        output: The project file to make.
        seed: The seed of the town.
        replace: Replace the file when it is there.
    """
    call = Call('demo')
    call.option("output", output, 'demo.mengpaneel')
    call.option("seed", seed, 2018)
    call.flag("replace", replace)
    return call.file(output)


def import_data(
    sources: Sources,
    *,
    into: PathLike,
    mapping: PlanLike | None = None,
    municipality: Scalar | None = None,
    year: Scalar | None = None,
    layer: Scalar | None = None,
    dry_run: bool = False,
    language: Literal['nl', 'en'] = 'en',
) -> Table:
    """Read open data, or any table through a mapping file, into a project.

    Known without a mapping: Kerncijfers wijken en buurten (workbook, StatLine CSV, OData), SES-WOA, facilities,
    recorded crime, the wijk- en buurtkaart (GeoPackage, GeoJSON, shapefile), Leefbaarometer. A folder holds the
    pages of one table. Presets: rotterdam, denhaag, leefbaarometer, breda, utrecht. A report says per column where
    it went, how complete it is and what was left out. Nothing is written when a file is refused; importing the same
    again changes nothing.

    The command ``mengpaneel import``.

    Args:
        sources: Files, or the name of a preset and the folder that holds its files.
        into: The project file; made when it is not there [default: named after the source].
        mapping: A mapping file (YAML) that says which column is which variable.
        municipality: Only this municipality, such as GM0599.
        year: The year of the figures, where the file does not tell.
        layer: The sheet or layer to read.
        dry_run: Read and report, but write nothing.
        language: The language of the report: nl or en.
    """
    call = Call('import')
    call.sources(sources)
    call.option("into", into)
    call.plan_option("mapping", mapping)
    call.option("municipality", municipality)
    call.option("year", year)
    call.option("layer", layer)
    call.flag("dry-run", dry_run)
    call.option("language", language, 'en')
    return call.rows({})


def variables(
    *,
    language: Literal['nl', 'en'] = 'en',
) -> Table:
    """The variables that a mapping file can name.

    The command ``mengpaneel import``.

    Args:
        language: The language of the report: nl or en.
    """
    call = Call('import', '--variables')
    call.option("language", language, 'en')
    return call.rows({})


def fetch(
    municipality: Scalar,
    *,
    year: Scalar,
    into: PathLike,
    cache: PathLike = 'mengpaneel-cache',
    mirror: Scalar | None = None,
    odata: Literal['v3', 'v4'] = 'v3',
    offline: bool = False,
    download: bool = False,
    language: Literal['nl', 'en'] = 'en',
) -> pathlib.Path:
    """Get the open data of one municipality over the network, into a project.

    What was fetched is kept in a cache: a second run asks only whether it changed, a broken run goes on where it
    stopped. The proxy of HTTPS_PROXY is used when it is set.

    The command ``mengpaneel fetch``.

    Args:
        municipality: The code of the municipality, such as GM0153.
        year: The year of the tables.
        into: The project file; made when it is not there [default: named after the municipality].
        cache: The folder in which fetched files are kept.
        mirror: A server that answers for CBS, police and PDOK together.
        odata: The dialect of CBS's service: v3 or v4.
        offline: Use what is in the cache and ask nothing of the network.
        download: Fetch only; do not import.
        language: The language of messages: nl or en.
    """
    call = Call('fetch')
    call.word(municipality)
    call.option("year", year)
    call.option("into", into)
    call.option("cache", cache, 'mengpaneel-cache')
    call.option("mirror", mirror)
    call.option("odata", odata, 'v3')
    call.flag("offline", offline)
    call.flag("download", download)
    call.option("language", language, 'en')
    return call.file(into)


def measure(
    counts: TableLike,
    *,
    index: Several | None = None,
    id: Scalar | None = None,
    groups: Several | None = None,
    group_column: Scalar | None = None,
    weight: Scalar | None = None,
    adjacency: TableLike | None = None,
    distance_unit: float = 1000.0,
    rounded: Scalar | None = None,
    suppressed: Scalar | None = None,
    unit_total: Scalar | None = None,
    percentages: Scalar | None = None,
    decimals: int = 0,
    rest: Scalar | None = None,
    draws: int = 500,
    spatial_draws: Scalar | None = None,
    resample: Literal['persons', 'personsWithinGroups', 'units'] = 'persons',
    interval: Literal['basic', 'percentile', 'closedForm'] = 'basic',
    level: float = 0.95,
    permutations: Scalar | None = None,
    seed: int = 1,
    decay: float = 1.0,
    centre: Several | None = None,
    neighbours: int = 8,
    steps: int = 2,
    distances: TableLike | None = None,
    ordered: bool = False,
    degree: Scalar | None = None,
    sampling_fraction: float = 0.0,
    scale: Scalar | None = None,
    year: Several | None = None,
    local: bool = False,
    language: Literal['nl', 'en'] = 'en',
) -> Table:
    """Segregation indices of a plain table of counts, with intervals.

    One row per unit (neighbourhood): an id, if you like x, y, area and perimeter (metres), and one column of counts
    per group. Each value comes with a bootstrap interval and with the value to expect by chance when nobody
    segregates. With places come the spatial measures, with two tables the differences between them. The keys are
    the ids of the measures; --list explains them.

    The command ``mengpaneel measure``.

    Args:
        counts: The table: CSV with a header row; comma, semicolon or tab. Two tables are compared.
        index: Only these measures (see --list).
        id: The column with the unit's id [default: id, unit, code, buurt, or the row number].
        groups: The columns with counts, with commas between [default: every other column]; in a long table the
            groups, in order.
        group_column: The column with the group, for a long table: one row per person, or per unit and group with
            --weight.
        weight: The column with the weight or count of a row, for a long table [default: 1 per row].
        adjacency: A file with touching units: two ids and the length of their border in metres, 0 for a corner.
        distance_unit: How many units of the coordinates make one unit of distance: 1000 for metres and kilometres.
        rounded: What counts were rounded to, such as 5; bounds are then given with every value.
        suppressed: What a withheld count (empty or '.') lies in, such as 0-4, or total where only the unit's total
            limits it; without it such units are left out.
        unit_total: The column with the published totals of the units, rounded like the counts.
        percentages: The groups are shares in per cent of the totals in this column; --rounded is then of the
            totals.
        decimals: The decimals of these shares.
        rest: The name of the group that is left when the shares do not name it.
        draws: Bootstrap draws behind the intervals; 0 for none.
        spatial_draws: Draws for measures of places, which take longer [default: as many as --draws where that takes
            some seconds at most].
        resample: What the bootstrap draws again: persons, personsWithinGroups, or whole units.
        interval: How intervals are made: basic or percentile from draws, or closedForm without a draw where one is
            known.
        level: The share of intervals that cover the truth, between 0 and 1.
        permutations: Permutations of persons for a test against chance: p is the share with a value at least as
            high; with two tables, of units for a test of no difference; 0 for none [default: 999 for two tables,
            else 0].
        seed: The seed of the draws; the same seed gives the same figures anywhere.
        decay: How fast proximity falls: b in exp(-b distance).
        centre: The unit at the centre, or several with commas between for the measures around centres [default: the
            one with most persons].
        neighbours: How many neighbours local centralisation (local-RCE-vs-rest) looks at.
        steps: How many borders away differences still count (D-adj-Morrill-K).
        distances: A file with travel distances (RO-travel): two ids and a distance.
        ordered: The groups are ordered classes, lowest first (incomes): also the ordinal and rank-order measures.
        degree: The degree of the curve behind the rank-order index [default: 4, or what the classes allow].
        sampling_fraction: The share of the population that was counted, for the correction of the rank-order index:
            0 for a small sample, 1 for everyone.
        scale: The scale of the units, such as buurt, to carry along.
        year: The year of the counts, to carry along; two with a comma between for two tables.
        local: Also the measures of every single unit.
        language: The language of names and reasons: nl or en.
    """
    call = Call('measure')
    call.table("counts", counts)
    call.repeated("index", index)
    call.option("id", id)
    call.joined("groups", groups)
    call.option("group-column", group_column)
    call.option("weight", weight)
    call.table_option("adjacency", adjacency)
    call.option("distance-unit", distance_unit, 1000.0)
    call.option("rounded", rounded)
    call.option("suppressed", suppressed)
    call.option("unit-total", unit_total)
    call.option("percentages", percentages)
    call.option("decimals", decimals, 0)
    call.option("rest", rest)
    call.option("draws", draws, 500)
    call.option("spatial-draws", spatial_draws)
    call.option("resample", resample, 'persons')
    call.option("interval", interval, 'basic')
    call.option("level", level, 0.95)
    call.option("permutations", permutations)
    call.option("seed", seed, 1)
    call.option("decay", decay, 1.0)
    call.joined("centre", centre)
    call.option("neighbours", neighbours, 8)
    call.option("steps", steps, 2)
    call.table_option("distances", distances)
    call.flag("ordered", ordered)
    call.option("degree", degree)
    call.option("sampling-fraction", sampling_fraction, 0.0)
    call.option("scale", scale)
    call.joined("year", year)
    call.flag("local", local)
    call.option("language", language, 'en')
    return call.measures({'value': ('lower', 'upper'), 'corrected': ('corrected_lower', 'corrected_upper')})


def difference(
    earlier: TableLike,
    later: TableLike,
    *,
    index: Several | None = None,
    id: Scalar | None = None,
    groups: Several | None = None,
    group_column: Scalar | None = None,
    weight: Scalar | None = None,
    adjacency: TableLike | None = None,
    distance_unit: float = 1000.0,
    rounded: Scalar | None = None,
    suppressed: Scalar | None = None,
    unit_total: Scalar | None = None,
    percentages: Scalar | None = None,
    decimals: int = 0,
    rest: Scalar | None = None,
    draws: int = 500,
    spatial_draws: Scalar | None = None,
    resample: Literal['persons', 'personsWithinGroups', 'units'] = 'persons',
    interval: Literal['basic', 'percentile', 'closedForm'] = 'basic',
    level: float = 0.95,
    permutations: Scalar | None = None,
    seed: int = 1,
    decay: float = 1.0,
    centre: Several | None = None,
    neighbours: int = 8,
    steps: int = 2,
    distances: TableLike | None = None,
    ordered: bool = False,
    degree: Scalar | None = None,
    sampling_fraction: float = 0.0,
    scale: Scalar | None = None,
    year: Several | None = None,
    language: Literal['nl', 'en'] = 'en',
) -> Table:
    """The difference between two tables of counts in each measure, with interval and test.

    The command ``mengpaneel measure``.

    Args:
        earlier: The table: CSV with a header row; comma, semicolon or tab. Two tables are compared.
        later: The table: CSV with a header row; comma, semicolon or tab. Two tables are compared.
        index: Only these measures (see --list).
        id: The column with the unit's id [default: id, unit, code, buurt, or the row number].
        groups: The columns with counts, with commas between [default: every other column]; in a long table the
            groups, in order.
        group_column: The column with the group, for a long table: one row per person, or per unit and group with
            --weight.
        weight: The column with the weight or count of a row, for a long table [default: 1 per row].
        adjacency: A file with touching units: two ids and the length of their border in metres, 0 for a corner.
        distance_unit: How many units of the coordinates make one unit of distance: 1000 for metres and kilometres.
        rounded: What counts were rounded to, such as 5; bounds are then given with every value.
        suppressed: What a withheld count (empty or '.') lies in, such as 0-4, or total where only the unit's total
            limits it; without it such units are left out.
        unit_total: The column with the published totals of the units, rounded like the counts.
        percentages: The groups are shares in per cent of the totals in this column; --rounded is then of the
            totals.
        decimals: The decimals of these shares.
        rest: The name of the group that is left when the shares do not name it.
        draws: Bootstrap draws behind the intervals; 0 for none.
        spatial_draws: Draws for measures of places, which take longer [default: as many as --draws where that takes
            some seconds at most].
        resample: What the bootstrap draws again: persons, personsWithinGroups, or whole units.
        interval: How intervals are made: basic or percentile from draws, or closedForm without a draw where one is
            known.
        level: The share of intervals that cover the truth, between 0 and 1.
        permutations: Permutations of persons for a test against chance: p is the share with a value at least as
            high; with two tables, of units for a test of no difference; 0 for none [default: 999 for two tables,
            else 0].
        seed: The seed of the draws; the same seed gives the same figures anywhere.
        decay: How fast proximity falls: b in exp(-b distance).
        centre: The unit at the centre, or several with commas between for the measures around centres [default: the
            one with most persons].
        neighbours: How many neighbours local centralisation (local-RCE-vs-rest) looks at.
        steps: How many borders away differences still count (D-adj-Morrill-K).
        distances: A file with travel distances (RO-travel): two ids and a distance.
        ordered: The groups are ordered classes, lowest first (incomes): also the ordinal and rank-order measures.
        degree: The degree of the curve behind the rank-order index [default: 4, or what the classes allow].
        sampling_fraction: The share of the population that was counted, for the correction of the rank-order index:
            0 for a small sample, 1 for everyone.
        scale: The scale of the units, such as buurt, to carry along.
        year: The year of the counts, to carry along; two with a comma between for two tables.
        language: The language of names and reasons: nl or en.
    """
    call = Call('measure')
    call.table("earlier", earlier)
    call.table("later", later)
    call.repeated("index", index)
    call.option("id", id)
    call.joined("groups", groups)
    call.option("group-column", group_column)
    call.option("weight", weight)
    call.table_option("adjacency", adjacency)
    call.option("distance-unit", distance_unit, 1000.0)
    call.option("rounded", rounded)
    call.option("suppressed", suppressed)
    call.option("unit-total", unit_total)
    call.option("percentages", percentages)
    call.option("decimals", decimals, 0)
    call.option("rest", rest)
    call.option("draws", draws, 500)
    call.option("spatial-draws", spatial_draws)
    call.option("resample", resample, 'persons')
    call.option("interval", interval, 'basic')
    call.option("level", level, 0.95)
    call.option("permutations", permutations)
    call.option("seed", seed, 1)
    call.option("decay", decay, 1.0)
    call.joined("centre", centre)
    call.option("neighbours", neighbours, 8)
    call.option("steps", steps, 2)
    call.table_option("distances", distances)
    call.flag("ordered", ordered)
    call.option("degree", degree)
    call.option("sampling-fraction", sampling_fraction, 0.0)
    call.option("scale", scale)
    call.joined("year", year)
    call.option("language", language, 'en')
    return call.difference({'difference': ('lower', 'upper')})


def indices(
    *,
    language: Literal['nl', 'en'] = 'en',
) -> Table:
    """The measures with symbol, range and paper.

    The command ``mengpaneel measure``.

    Args:
        language: The language of names and reasons: nl or en.
    """
    call = Call('measure', '--list')
    call.option("language", language, 'en')
    return call.rows({})


def profile(
    counts: TableLike,
    *,
    of: Scalar | None = None,
    sizes: Several = '200,800,3200,12800',
    reaches: Several | None = None,
    around: Scalar | None = None,
    distances: TableLike | None = None,
    id: Scalar | None = None,
    groups: Several | None = None,
    group_column: Scalar | None = None,
    weight: Scalar | None = None,
    adjacency: TableLike | None = None,
    distance_unit: float = 1000.0,
    draws: int = 500,
    spatial_draws: Scalar | None = None,
    resample: Literal['persons', 'personsWithinGroups', 'units'] = 'persons',
    interval: Literal['basic', 'percentile', 'closedForm'] = 'basic',
    level: float = 0.95,
    permutations: Scalar | None = None,
    seed: int = 1,
) -> Table:
    """How segregation changes with scale: nearest persons, distances, or growing surroundings.

    Needs columns x and y, or a list of travel distances. By default the surroundings of every person grow to the
    nearest so many persons (egohoods) and segregation is measured over these. With --reaches they grow over
    distance (Reardon and others 2008), with intervals and the ratio of the largest to the smallest. With --around
    the surroundings of one unit grow over the whole town, with how much they still differ from it.

    The command ``mengpaneel profile``.

    Args:
        counts: The table of counts, with columns x and y.
        of: The group [default: the first column of counts].
        sizes: The numbers of nearest persons, with commas between.
        reaches: Distances that surroundings reach, in units of distance (kilometres), with commas between.
        around: The unit whose surroundings grow over the town.
        distances: A file with travel distances in place of those as the crow flies: two ids and a distance.
        id: The column with the unit's id [default: id, unit, code, buurt, or the row number].
        groups: The columns with counts, with commas between [default: every other column]; in a long table the
            groups, in order.
        group_column: The column with the group, for a long table: one row per person, or per unit and group with
            --weight.
        weight: The column with the weight or count of a row, for a long table [default: 1 per row].
        adjacency: A file with touching units: two ids and the length of their border in metres, 0 for a corner.
        distance_unit: How many units of the coordinates make one unit of distance: 1000 for metres and kilometres.
        draws: Bootstrap draws behind the intervals; 0 for none.
        spatial_draws: Draws for measures of places, which take longer [default: as many as --draws where that takes
            some seconds at most].
        resample: What the bootstrap draws again: persons, personsWithinGroups, or whole units.
        interval: How intervals are made: basic or percentile from draws, or closedForm without a draw where one is
            known.
        level: The share of intervals that cover the truth, between 0 and 1.
        permutations: Permutations of persons for a test against chance: p is the share with a value at least as
            high; with two tables, of units for a test of no difference; 0 for none [default: 999 for two tables,
            else 0].
        seed: The seed of the draws; the same seed gives the same figures anywhere.
    """
    call = Call('profile')
    call.table("counts", counts)
    call.option("of", of)
    call.joined("sizes", sizes, '200,800,3200,12800')
    call.joined("reaches", reaches)
    call.option("around", around)
    call.table_option("distances", distances)
    call.option("id", id)
    call.joined("groups", groups)
    call.option("group-column", group_column)
    call.option("weight", weight)
    call.table_option("adjacency", adjacency)
    call.option("distance-unit", distance_unit, 1000.0)
    call.option("draws", draws, 500)
    call.option("spatial-draws", spatial_draws)
    call.option("resample", resample, 'persons')
    call.option("interval", interval, 'basic')
    call.option("level", level, 0.95)
    call.option("permutations", permutations)
    call.option("seed", seed, 1)
    return call.rows({})


def decompose(
    counts: TableLike,
    later: TableLike | None = None,
    *,
    levels: Several | None = None,
    of: Scalar | None = None,
    units: bool = False,
    id: Scalar | None = None,
    groups: Several | None = None,
    group_column: Scalar | None = None,
    weight: Scalar | None = None,
    adjacency: TableLike | None = None,
    distance_unit: float = 1000.0,
    draws: int = 500,
    spatial_draws: Scalar | None = None,
    resample: Literal['persons', 'personsWithinGroups', 'units'] = 'persons',
    interval: Literal['basic', 'percentile', 'closedForm'] = 'basic',
    level: float = 0.95,
    permutations: Scalar | None = None,
    seed: int = 1,
    method: Literal['shapley', 'km', 'mrc'] = 'shapley',
    language: Literal['nl', 'en'] = 'en',
) -> Table:
    """Split segregation over nested areas, or the change between two dates.

    With one table and --levels, M and H are split into the parts between and within larger areas; the parts add up.
    With --of, D of one group is split over the levels as well (Harris 2017). With two tables of the same groups,
    the change in M is split into units that came and went, sizes of groups and units, and segregation with sizes
    held; --units gives the part of every unit, in the order of the file.

    The command ``mengpaneel decompose``.

    Args:
        counts: One table of counts, or two: the earlier and the later.
        later: One table of counts, or two: the earlier and the later.
        levels: Columns with the larger areas of each unit, largest first, with commas between.
        of: The group whose D is split over the levels.
        units: The part of every unit in a change, in the order of the first table.
        id: The column with the unit's id [default: id, unit, code, buurt, or the row number].
        groups: The columns with counts, with commas between [default: every other column]; in a long table the
            groups, in order.
        group_column: The column with the group, for a long table: one row per person, or per unit and group with
            --weight.
        weight: The column with the weight or count of a row, for a long table [default: 1 per row].
        adjacency: A file with touching units: two ids and the length of their border in metres, 0 for a corner.
        distance_unit: How many units of the coordinates make one unit of distance: 1000 for metres and kilometres.
        draws: Bootstrap draws behind the intervals; 0 for none.
        spatial_draws: Draws for measures of places, which take longer [default: as many as --draws where that takes
            some seconds at most].
        resample: What the bootstrap draws again: persons, personsWithinGroups, or whole units.
        interval: How intervals are made: basic or percentile from draws, or closedForm without a draw where one is
            known.
        level: The share of intervals that cover the truth, between 0 and 1.
        permutations: Permutations of persons for a test against chance: p is the share with a value at least as
            high; with two tables, of units for a test of no difference; 0 for none [default: 999 for two tables,
            else 0].
        seed: The seed of the draws; the same seed gives the same figures anywhere.
        method: How to split a change: shapley, km (Karmel and MacLachlan) or mrc (Mora and Ruiz-Castillo).
        language: The language of names: nl or en.
    """
    call = Call('decompose')
    call.table("counts", counts)
    call.table("later", later)
    call.joined("levels", levels)
    call.option("of", of)
    call.flag("units", units)
    call.option("id", id)
    call.joined("groups", groups)
    call.option("group-column", group_column)
    call.option("weight", weight)
    call.table_option("adjacency", adjacency)
    call.option("distance-unit", distance_unit, 1000.0)
    call.option("draws", draws, 500)
    call.option("spatial-draws", spatial_draws)
    call.option("resample", resample, 'persons')
    call.option("interval", interval, 'basic')
    call.option("level", level, 0.95)
    call.option("permutations", permutations)
    call.option("seed", seed, 1)
    call.option("method", method, 'shapley')
    call.option("language", language, 'en')
    return call.rows({'value': ('lower', 'upper')})


def claims(
    project: PathLike,
    *,
    municipality: Scalar | None = None,
    low_income: Literal['lowest40', 'low', 'socialMinimum', 'socialMinimum110', 'socialMinimum120', 'quintile1', 'poverty2024', 'lowPersons'] | None = None,
    year: Scalar | None = None,
    level: Literal['nation', 'municipality', 'district', 'neighbourhood', 'estate'] = 'neighbourhood',
    language: Literal['nl', 'en'] = 'nl',
) -> Table:
    """Test the six claims of the policy theory on the data of a municipality.

    Each claim gets its figures with interval, the municipal and national level beside it, and a verdict: supports,
    contradicts, undecided, or not testable here, with the reason.

    The command ``mengpaneel claims``.

    Args:
        project: The project file.
        municipality: The code of the municipality, such as GM0599, when the project holds several.
        low_income: Who counts as having a low income: lowest40, low, socialMinimum, socialMinimum110,
            socialMinimum120, quintile1, poverty2024, lowPersons [default: the first that the data have].
        year: The year of the figures [default: the newest].
        level: The scale: neighbourhood or district.
        language: The language of texts: nl or en.
    """
    call = Call('claims')
    call.path(project)
    call.option("municipality", municipality)
    call.option("low-income", low_income)
    call.option("year", year)
    call.option("level", level, 'neighbourhood')
    call.option("language", language, 'nl')
    return call.rows({'value': ('lower', 'upper'), 'corrected': ('corrected_lower', 'corrected_upper')})


def simulate(
    project: PathLike,
    *,
    municipality: Scalar | None = None,
    level: Literal['nation', 'municipality', 'district', 'neighbourhood', 'estate'] = 'neighbourhood',
    year: Scalar | None = None,
    until: Scalar | None = None,
    runs: int = 50,
    seed: int = 1,
    threads: Scalar | None = None,
    with_: Several | None = None,
    assume: Settings | None = None,
    package: PlanLike | None = None,
    uncertainty: Literal['chance', 'estimate', 'model'] = 'chance',
    csv: PathLike | None = None,
    keep: bool = False,
    language: Literal['nl', 'en'] = 'en',
) -> Table:
    """What a package of measures changes, for areas and for the people there now.

    Households and homes of the municipality are made from its figures and followed year by year. A package is
    always run beside doing nothing, under the same luck, and beside itself without forced moves. Each figure is the
    middle of the runs with the range that holds nine of ten of them. Documentation/ODD.md describes the model,
    Documentation/Packages.md how a package is written.

    The command ``mengpaneel simulate``.

    Args:
        project: The project file.
        municipality: The code of the municipality, such as GM0599, when the project holds several.
        level: The scale of the areas: neighbourhood or district.
        year: The year of the figures from which the population is made [default: the newest].
        until: The last year that is simulated [default: the horizon of the packages, or ten years on].
        runs: How many runs of each package; 50 or more for figures that are shown to others.
        seed: The seed; the same seed gives the same bytes on any number of threads.
        threads: How many runs at the same time [default: the number of cores].
        with_: Parts of the model to switch on: feedback, tipping, lottery, frozenBaseline, noIncomeTest.
        assume: Another value for an assumption, such as returnShare=0.2; see `mengpaneel simulate --assumptions`.
        package: A package file (YAML); left out, only doing nothing is run.
        uncertainty: Which uncertainty the runs show: chance, estimate or model; they are never mixed.
        csv: Write all outcomes of all runs to this file, as one long table.
        keep: Keep the outcomes in the project file.
        language: The language of names: nl or en.
    """
    call = Call('simulate')
    call.path(project)
    call.option("municipality", municipality)
    call.option("level", level, 'neighbourhood')
    call.option("year", year)
    call.option("until", until)
    call.option("runs", runs, 50)
    call.option("seed", seed, 1)
    call.option("threads", threads)
    call.repeated("with", with_)
    call.repeated("assume", assume)
    call.plan_option("package", package)
    call.option("uncertainty", uncertainty, 'chance')
    call.option("csv", csv)
    call.flag("keep", keep)
    call.option("language", language, 'en')
    return call.rows({'difference': ('difference_low', 'difference_high'), 'end': ('end_low', 'end_high')})


def assumptions(
    *,
    language: Literal['nl', 'en'] = 'en',
) -> Table:
    """The assumptions of the simulation with value, range and ground.

    The command ``mengpaneel simulate``.

    Args:
        language: The language of names: nl or en.
    """
    call = Call('simulate', '--assumptions')
    call.option("language", language, 'en')
    return call.rows({'value': ('low', 'high')})


def compare(
    project: PathLike,
    *,
    packages: Sequence[PlanLike],
    municipality: Scalar | None = None,
    level: Literal['nation', 'municipality', 'district', 'neighbourhood', 'estate'] = 'neighbourhood',
    year: Scalar | None = None,
    until: Scalar | None = None,
    runs: int = 50,
    seed: int = 1,
    threads: Scalar | None = None,
    with_: Several | None = None,
    assume: Settings | None = None,
    uncertainty: Literal['chance', 'estimate', 'model'] = 'chance',
    csv: PathLike | None = None,
    keep: bool = False,
    language: Literal['nl', 'en'] = 'en',
) -> Table:
    """Packages side by side, under the same luck.

    All packages get the same runs: what differs is what they do. No package is put first: the table shows what each
    of them brings and costs, and to whom.

    The command ``mengpaneel compare``.

    Args:
        project: The project file.
        packages: Two or more package files (YAML).
        municipality: The code of the municipality, such as GM0599, when the project holds several.
        level: The scale of the areas: neighbourhood or district.
        year: The year of the figures from which the population is made [default: the newest].
        until: The last year that is simulated [default: the horizon of the packages, or ten years on].
        runs: How many runs of each package; 50 or more for figures that are shown to others.
        seed: The seed; the same seed gives the same bytes on any number of threads.
        threads: How many runs at the same time [default: the number of cores].
        with_: Parts of the model to switch on: feedback, tipping, lottery, frozenBaseline, noIncomeTest.
        assume: Another value for an assumption, such as returnShare=0.2; see `mengpaneel simulate --assumptions`.
        uncertainty: Which uncertainty the runs show: chance, estimate or model; they are never mixed.
        csv: Write all outcomes of all runs to this file, as one long table.
        keep: Keep the outcomes in the project file.
        language: The language of names: nl or en.
    """
    call = Call('compare')
    call.path(project)
    call.plans_option("packages", packages)
    call.option("municipality", municipality)
    call.option("level", level, 'neighbourhood')
    call.option("year", year)
    call.option("until", until)
    call.option("runs", runs, 50)
    call.option("seed", seed, 1)
    call.option("threads", threads)
    call.repeated("with", with_)
    call.repeated("assume", assume)
    call.option("uncertainty", uncertainty, 'chance')
    call.option("csv", csv)
    call.flag("keep", keep)
    call.option("language", language, 'en')
    return call.rows({'difference': ('difference_low', 'difference_high'), 'end': ('end_low', 'end_high')})


def backtest(
    project: PathLike,
    *,
    from_: Scalar,
    to: Scalar,
    municipality: Scalar | None = None,
    level: Literal['nation', 'municipality', 'district', 'neighbourhood', 'estate'] = 'neighbourhood',
    tolerance: int = 1,
    runs: int = 50,
    seed: int = 1,
    weights: Literal['equal', 'bySize'] = 'bySize',
    least: float = 0.0,
    language: Literal['nl', 'en'] = 'en',
) -> Table:
    """Start in an earlier year, predict a later one, and score it.

    Skill is 1 - MSE / MSE of a baseline that anyone could have named: nothing changes, linear drift, or a constant
    share of the municipality. Above 0 the simulation did better; the interval comes from drawing areas again. Where
    it holds 0 the levels of a run are not to be shown, only differences between packages.

    The command ``mengpaneel backtest``.

    Args:
        project: The project file.
        from_: The year of the starting population.
        to: The year that is predicted.
        municipality: The code of the municipality, such as GM0599, when the project holds several.
        level: The scale of the areas: neighbourhood or district.
        tolerance: How many years a figure may lie from the year that is asked.
        runs: How many runs; their mean is the prediction.
        seed: The seed.
        weights: Weights of areas: equal or bySize.
        least: Areas with fewer households, persons or homes are left out.
        language: The language of names: nl or en.
    """
    call = Call('backtest')
    call.path(project)
    call.option("from", from_)
    call.option("to", to)
    call.option("municipality", municipality)
    call.option("level", level, 'neighbourhood')
    call.option("tolerance", tolerance, 1)
    call.option("runs", runs, 50)
    call.option("seed", seed, 1)
    call.option("weights", weights, 'bySize')
    call.option("least", least, 0.0)
    call.option("language", language, 'en')
    return call.rows({'skill': ('low', 'high')})


def calibrate(
    project: PathLike,
    *,
    municipality: Scalar | None = None,
    level: Literal['nation', 'municipality', 'district', 'neighbourhood', 'estate'] = 'neighbourhood',
    year: Scalar | None = None,
    until: Scalar | None = None,
    runs: int = 50,
    seed: int = 1,
    threads: Scalar | None = None,
    with_: Several | None = None,
    assume: Settings | None = None,
    store: PathLike | None = None,
    language: Literal['nl', 'en'] = 'en',
) -> str:
    """Fit the simulation of a municipality to published turnover.

    History matching rules out values under which turnover by tenure and vacancy cannot be what was published; a
    posterior over what is left tells what remains likely. The age of movers and the length of chains are left out,
    so that they can be checked. Values go back into a run with --assume.

    The command ``mengpaneel calibrate``.

    Args:
        project: The project file.
        municipality: The code of the municipality, such as GM0599, when the project holds several.
        level: The scale of the areas: neighbourhood or district.
        year: The year of the figures from which the population is made [default: the newest].
        until: The last year that is simulated [default: the horizon of the packages, or ten years on].
        runs: How many runs of each package; 50 or more for figures that are shown to others.
        seed: The seed; the same seed gives the same bytes on any number of threads.
        threads: How many runs at the same time [default: the number of cores].
        with_: Parts of the model to switch on: feedback, tipping, lottery, frozenBaseline, noIncomeTest.
        assume: Another value for an assumption, such as returnShare=0.2; see `mengpaneel simulate --assumptions`.
        store: Keep the whole calibration, with all its points, in this file.
        language: The language of names: nl or en.
    """
    call = Call('calibrate')
    call.path(project)
    call.option("municipality", municipality)
    call.option("level", level, 'neighbourhood')
    call.option("year", year)
    call.option("until", until)
    call.option("runs", runs, 50)
    call.option("seed", seed, 1)
    call.option("threads", threads)
    call.repeated("with", with_)
    call.repeated("assume", assume)
    call.option("store", store)
    call.option("language", language, 'en')
    return call.text()


def sensitivity(
    project: PathLike | None = None,
    *,
    municipality: Scalar | None = None,
    level: Literal['nation', 'municipality', 'district', 'neighbourhood', 'estate'] = 'neighbourhood',
    year: Scalar | None = None,
    until: Scalar | None = None,
    runs: int = 50,
    seed: int = 1,
    threads: Scalar | None = None,
    with_: Several | None = None,
    assume: Settings | None = None,
    package: PlanLike | None = None,
    method: Literal['morris', 'sobol', 'discover'] = 'morris',
    outcome: Scalar = 'dissimilarityLow',
    factors: Several | None = None,
    samples: Scalar | None = None,
    pairs: bool = False,
    replicates: int = 2,
    above: Scalar | None = None,
    below: Scalar | None = None,
    export: PathLike | None = None,
    from_: PathLike | None = None,
) -> Table:
    """Which assumptions the effect of a package hangs on.

    The outcome is the difference between the package and doing nothing in the last year, under the same luck.
    morris screens all assumptions; sobol splits the variance over a few of them; discover looks for the assumptions
    under which the effect lies above or below a limit. With --export the design and the outcomes are written as
    SALib and the EMA workbench read them; with --from they are read back instead of run, also when those packages
    or another model wrote them.

    The command ``mengpaneel sensitivity``.

    Args:
        project: The project file.
        municipality: The code of the municipality, such as GM0599, when the project holds several.
        level: The scale of the areas: neighbourhood or district.
        year: The year of the figures from which the population is made [default: the newest].
        until: The last year that is simulated [default: the horizon of the packages, or ten years on].
        runs: How many runs of each package; 50 or more for figures that are shown to others.
        seed: The seed; the same seed gives the same bytes on any number of threads.
        threads: How many runs at the same time [default: the number of cores].
        with_: Parts of the model to switch on: feedback, tipping, lottery, frozenBaseline, noIncomeTest.
        assume: Another value for an assumption, such as returnShare=0.2; see `mengpaneel simulate --assumptions`.
        package: A package file (YAML).
        method: morris, sobol or discover.
        outcome: The measure whose difference with doing nothing is explained.
        factors: Only these assumptions [default: all that have a range].
        samples: Trajectories (morris), base samples (sobol, best a power of 2) or cases (discover) [default: 10,
            32, 200].
        pairs: sobol: also what pairs of assumptions explain together; nearly twice the runs.
        replicates: Runs with other luck at each point; their mean is the outcome, their spread the part of chance.
        above: discover: cases with an outcome above this are of interest.
        below: discover: cases with an outcome below this are of interest.
        export: Write problem.txt, param_values.txt and Y.txt (SALib) and experiments.csv, metadata.json and the
            outcome (EMA workbench) to this folder.
        from_: Read the files of SALib (or for discover of the EMA workbench, unpacked) from this folder and run
            nothing.
    """
    call = Call('sensitivity')
    call.path(project)
    call.option("municipality", municipality)
    call.option("level", level, 'neighbourhood')
    call.option("year", year)
    call.option("until", until)
    call.option("runs", runs, 50)
    call.option("seed", seed, 1)
    call.option("threads", threads)
    call.repeated("with", with_)
    call.repeated("assume", assume)
    call.plan_option("package", package)
    call.option("method", method, 'morris')
    call.option("outcome", outcome, 'dissimilarityLow')
    call.repeated("factors", factors)
    call.option("samples", samples)
    call.flag("pairs", pairs)
    call.option("replicates", replicates, 2)
    call.option("above", above)
    call.option("below", below)
    call.option("export", export)
    call.option("from", from_)
    return call.rows({'mean_size': ('low', 'high'), 'share': ('share_low', 'share_high'), 'total': ('total_low', 'total_high')})


def schelling(
    *,
    width: int = 40,
    height: int = 40,
    agents: int = 1000,
    radius: int = 1,
    wish: int = 3,
    steps: int = 20,
    seed: int = 1,
) -> Table:
    """Schelling's model, to explain: a small wish makes large separation.

    Two groups on a grid. Who has too few neighbours of their own group moves to a random empty cell. It is a
    teaching model: it says nothing of a real town.

    The command ``mengpaneel schelling``.

    Args:
        width: Columns of the grid.
        height: Rows of the grid.
        agents: How many agents, half of each group.
        radius: How far neighbours reach.
        wish: How many neighbours of its own group content an agent.
        steps: How many steps.
        seed: The seed.
    """
    call = Call('schelling')
    call.option("width", width, 40)
    call.option("height", height, 40)
    call.option("agents", agents, 1000)
    call.option("radius", radius, 1)
    call.option("wish", wish, 3)
    call.option("steps", steps, 20)
    call.option("seed", seed, 1)
    return call.rows({})


def studies(
    *,
    region: Several | None = None,
    country: Several | None = None,
    design: Several | None = None,
    verified: Several | None = None,
    domain: Several | None = None,
    lever: Several | None = None,
    question: Several | None = None,
    years: Scalar | None = None,
    words: Scalar | None = None,
    with_finding: bool = False,
    project: PathLike | None = None,
    language: Literal['nl', 'en'] = 'nl',
) -> Table:
    """List studies of the register, each with how much of it was read.

    A finding is shown only where the result was read; otherwise the list says why there is none. The order is that
    of the register and says nothing of quality.

    The command ``mengpaneel evidence list``.

    Args:
        region: Only these regions, such as NL, US or INT.
        country: Only studies of these countries, by their English name.
        design: Only these designs: rct, natural_experiment, quasi_experiment, panel, cross_section, descriptive,
            qualitative, systematic_review, meta_analysis, narrative_review, policy_analysis.
        verified: Only where this much was read: full text, abstract, introduction read, secondary, abstract
            (question only), bibliographic only, memory only.
        domain: Only these outcomes: income_work, education, health, safety, satisfaction, social_contact_cohesion,
            language_integration, displacement_moves, liveability, composition, housing_market, policy.
        lever: Only these measures: demolishRebuild, sale, selectiveAllocation, helpToMove, refugeePlacement,
            fineGrainedMix, facilities, contactProgrammes, exposureOnly.
        question: Only studies that bear on these questions: Q1 to Q7.
        years: Only these years of publication, such as 2000-2015.
        words: Only studies whose title, authors, place or exposure holds these words.
        with_finding: Only studies with a finding that may be shown.
        project: A project file, whose changes to the register then count.
        language: The language of texts: nl or en.
    """
    call = Call('evidence', 'list')
    call.repeated("region", region)
    call.repeated("country", country)
    call.repeated("design", design)
    call.repeated("verified", verified)
    call.repeated("domain", domain)
    call.repeated("lever", lever)
    call.repeated("question", question)
    call.option("years", years)
    call.option("words", words)
    call.flag("with-finding", with_finding)
    call.option("project", project)
    call.option("language", language, 'nl')
    return call.rows({})


def evidence_map(
    *,
    region: Several | None = None,
    country: Several | None = None,
    design: Several | None = None,
    verified: Several | None = None,
    domain: Several | None = None,
    lever: Several | None = None,
    question: Several | None = None,
    years: Scalar | None = None,
    words: Scalar | None = None,
    with_finding: bool = False,
    project: PathLike | None = None,
    gaps: bool = False,
    language: Literal['nl', 'en'] = 'nl',
) -> Table:
    """Count independent studies by measure and outcome; empty cells are stated.

    A trial with many papers counts once. Counts say what was studied, not what works.

    The command ``mengpaneel evidence map``.

    Args:
        region: Only these regions, such as NL, US or INT.
        country: Only studies of these countries, by their English name.
        design: Only these designs: rct, natural_experiment, quasi_experiment, panel, cross_section, descriptive,
            qualitative, systematic_review, meta_analysis, narrative_review, policy_analysis.
        verified: Only where this much was read: full text, abstract, introduction read, secondary, abstract
            (question only), bibliographic only, memory only.
        domain: Only these outcomes: income_work, education, health, safety, satisfaction, social_contact_cohesion,
            language_integration, displacement_moves, liveability, composition, housing_market, policy.
        lever: Only these measures: demolishRebuild, sale, selectiveAllocation, helpToMove, refugeePlacement,
            fineGrainedMix, facilities, contactProgrammes, exposureOnly.
        question: Only studies that bear on these questions: Q1 to Q7.
        years: Only these years of publication, such as 2000-2015.
        words: Only studies whose title, authors, place or exposure holds these words.
        with_finding: Only studies with a finding that may be shown.
        project: A project file, whose changes to the register then count.
        gaps: Only the cells without any study.
        language: The language of texts: nl or en.
    """
    call = Call('evidence', 'map')
    call.repeated("region", region)
    call.repeated("country", country)
    call.repeated("design", design)
    call.repeated("verified", verified)
    call.repeated("domain", domain)
    call.repeated("lever", lever)
    call.repeated("question", question)
    call.option("years", years)
    call.option("words", words)
    call.flag("with-finding", with_finding)
    call.option("project", project)
    call.flag("gaps", gaps)
    call.option("language", language, 'nl')
    return call.rows({})


def pool(
    effects: TableLike,
    *,
    model: Scalar = 'REML',
    test: Scalar = 'adhoc',
    prediction: Scalar = 'higgins',
    level: float = 0.95,
    metric: Scalar | None = None,
    outcome: Scalar | None = None,
    weights: Scalar | None = None,
    moderator: Several | None = None,
    permutations: int = 0,
    seed: int = 1,
    subgroup: Scalar | None = None,
    subgroup_tau2: Scalar = 'common',
    cluster: Scalar | None = None,
    three_level: Scalar | None = None,
    rho: Scalar | None = None,
    leave_one_out: bool = False,
    cumulative: Scalar | None = None,
    influence: bool = False,
    bias: Several | None = None,
    html: PathLike | None = None,
    language: Literal['nl', 'en'] | None = None,
) -> Document:
    """Pool effects of studies: mean, prediction interval, heterogeneity.

    The file has one row per effect: yi with vi, sei or ci_lb and ci_ub; or what papers give, by metafor's names (ai
    bi ci di; m1i sd1i n1i m2i sd2i n2i; ri ni; ti n1i n2i; ...), which `evidence convert` shows. Columns metric and
    outcome say what an effect estimates: different things are never pooled.

    The command ``mengpaneel evidence pool``.

    Args:
        effects: A CSV file with one row per effect.
        model: EE (equal effects), or the estimator of tau2: REML, DL, HE, HS, HSk, SJ, ML, EB, PM, PMM, GENQ.
        test: Tests and intervals: z, t, knha, or adhoc (knha that is never narrower than plain).
        prediction: The prediction interval: higgins (t with k-2), partlett-riley, or as-test.
        level: The level of intervals, between 0 and 1.
        metric: The scale of the effects, such as RR, OR, SMD, ZCOR; asked of raw numbers, told of effects.
        outcome: Only the rows with this text in the column outcome.
        weights: A column of weights of your own, for GENQ.
        moderator: Columns for a meta-regression: numbers, or words as classes.
        permutations: Permutations of the moderators for a test without a distribution; 0 for none.
        seed: The seed of the permutations; the same seed gives the same figures anywhere.
        subgroup: A column of classes to pool apart, with a test whether they differ.
        subgroup_tau2: The tau2 of subgroups: own or common.
        cluster: A column of clusters (such as a survey that studies share), for robust errors CR2.
        three_level: A column of studies that hold several effects each, for a three-level model.
        rho: The correlation of sampling errors within a study of --three-level.
        leave_one_out: Also the result without each study in turn.
        cumulative: Also the result as studies come in, in the order of this column.
        influence: Also what each study does to the result.
        bias: Looks for missing studies: egger, begg, trimfill, petpeese, selection, pcurve, or all.
        html: Also write the figures as one HTML file; --moderator, --cumulative and --subgroup fill more of them.
        language: The language of the HTML file: nl or en.
    """
    call = Call('evidence', 'pool')
    call.table("effects", effects)
    call.option("model", model, 'REML')
    call.option("test", test, 'adhoc')
    call.option("prediction", prediction, 'higgins')
    call.option("level", level, 0.95)
    call.option("metric", metric)
    call.option("outcome", outcome)
    call.option("weights", weights)
    call.repeated("moderator", moderator)
    call.option("permutations", permutations, 0)
    call.option("seed", seed, 1)
    call.option("subgroup", subgroup)
    call.option("subgroup-tau2", subgroup_tau2, 'common')
    call.option("cluster", cluster)
    call.option("three-level", three_level)
    call.option("rho", rho)
    call.flag("leave-one-out", leave_one_out)
    call.option("cumulative", cumulative)
    call.flag("influence", influence)
    call.repeated("bias", bias)
    call.option("html", html)
    call.option("language", language)
    return call.document({'estimate': ('ci_lb', 'ci_ub'), 'est': ('lb', 'ub')})


def effects(
    numbers: TableLike,
    *,
    metric: Scalar | None = None,
) -> Table:
    """Turn what papers give into effects with their variances, with the route shown.

    The command ``mengpaneel evidence convert``.

    Args:
        numbers: The file.
        metric: The scale of the effects, such as RR, OR, SMD, ZCOR [default: the usual one of the numbers].
    """
    call = Call('evidence', 'convert')
    call.table("numbers", numbers)
    call.option("metric", metric)
    return call.rows({})


def opinions(
    votes: TableLike,
    *,
    statements: TableLike | None = None,
    mode: Literal['tested', 'polis'] = 'tested',
    shuffles: int = 200,
    leave_out: int = 60,
    fewest_votes: int = 7,
    level: float = 0.95,
    seed: int = 1,
    threads: Scalar | None = None,
    language: Literal['nl', 'en'] | None = None,
) -> Document:
    """What votes on statements share, what divides them, and what may be claimed.

    The file has a line for each vote: participant, statement and vote (1 agree, 0 pass, -1 disagree), as this
    program and Polis export them. A line or groups are spoken of only where they beat shuffled votes and do not
    hang on one person; otherwise the outcome says so, with the values. --mode polis computes what Polis' library
    computes, to the digit, and tests nothing.

    The command ``mengpaneel opinions``.

    Args:
        votes: Votes: CSV, or CSV packed by gzip.
        statements: The statements: CSV with statement, text and moderated (1, 0, -1).
        mode: tested: nothing is claimed before it is tested; polis: the rules of Polis.
        shuffles: How often votes are shuffled to see what chance gives; 0 tests nothing.
        leave_out: At most so many people are left out one by one.
        fewest_votes: Who voted on fewer statements is in no group.
        level: The level of the intervals.
        seed: The seed; the same seed gives the same bytes on any number of threads.
        threads: Threads [default: the number of cores].
        language: The language of the outcome: nl or en [default: that of your settings].
    """
    call = Call('opinions')
    call.table("votes", votes)
    call.table_option("statements", statements)
    call.option("mode", mode, 'tested')
    call.option("shuffles", shuffles, 200)
    call.option("leave-out", leave_out, 60)
    call.option("fewest-votes", fewest_votes, 7)
    call.option("level", level, 0.95)
    call.option("seed", seed, 1)
    call.option("threads", threads)
    call.option("language", language)
    return call.document({})


def statements(
    votes: TableLike,
    *,
    statements: TableLike | None = None,
    mode: Literal['tested', 'polis'] = 'tested',
    shuffles: int = 200,
    leave_out: int = 60,
    fewest_votes: int = 7,
    level: float = 0.95,
    seed: int = 1,
    threads: Scalar | None = None,
    language: Literal['nl', 'en'] | None = None,
) -> Table:
    """What votes say of each statement: shared, disputed or unsure, with the share that agrees.

    The command ``mengpaneel opinions``.

    Args:
        votes: Votes: CSV, or CSV packed by gzip.
        statements: The statements: CSV with statement, text and moderated (1, 0, -1).
        mode: tested: nothing is claimed before it is tested; polis: the rules of Polis.
        shuffles: How often votes are shuffled to see what chance gives; 0 tests nothing.
        leave_out: At most so many people are left out one by one.
        fewest_votes: Who voted on fewer statements is in no group.
        level: The level of the intervals.
        seed: The seed; the same seed gives the same bytes on any number of threads.
        threads: Threads [default: the number of cores].
        language: The language of the outcome: nl or en [default: that of your settings].
    """
    call = Call('opinions')
    call.table("votes", votes)
    call.table_option("statements", statements)
    call.option("mode", mode, 'tested')
    call.option("shuffles", shuffles, 200)
    call.option("leave-out", leave_out, 60)
    call.option("fewest-votes", fewest_votes, 7)
    call.option("level", level, 0.95)
    call.option("seed", seed, 1)
    call.option("threads", threads)
    call.option("language", language)
    return call.lines({'agree_share': ('low', 'high')})


def vote_changes(
    votes: TableLike,
    *,
    later: TableLike,
    statements: TableLike | None = None,
    language: Literal['nl', 'en'] | None = None,
) -> Table:
    """What changed between two rounds of votes by the same people.

    The command ``mengpaneel opinions``.

    Args:
        votes: Votes: CSV, or CSV packed by gzip.
        later: Votes of a later round by the same people: shows what changed.
        statements: The statements: CSV with statement, text and moderated (1, 0, -1).
        language: The language of the outcome: nl or en [default: that of your settings].
    """
    call = Call('opinions')
    call.table("votes", votes)
    call.table_option("later", later)
    call.table_option("statements", statements)
    call.option("language", language)
    return call.rows({'change': ('low', 'high')})


def qsort(
    sorts: TableLike,
    *,
    factors: int = 3,
    extraction: Literal['pca', 'centroid'] = 'pca',
    rotation: Literal['varimax', 'none'] = 'varimax',
    correlation: Literal['pearson', 'spearman'] = 'pearson',
    turn: Several | None = None,
) -> Document:
    """The perspectives behind Q-sorts: factors, who stands for them, what they hold.

    The file has a row for each statement and a column for each sort; the first column names the statements. Methods
    and values are those of the R package qmethod.

    The command ``mengpaneel qsort``.

    Args:
        sorts: Sorts: a row for each statement, a column for each sort.
        factors: The number of factors.
        extraction: How factors are found: pca or centroid.
        rotation: How factors are turned: varimax or none.
        correlation: How sorts are compared: pearson or spearman.
        turn: Turn by hand after that: factor, the factor it is turned towards, and degrees, such as 1,2,15.
    """
    call = Call('qsort')
    call.table("sorts", sorts)
    call.option("factors", factors, 3)
    call.option("extraction", extraction, 'pca')
    call.option("rotation", rotation, 'varimax')
    call.option("correlation", correlation, 'pearson')
    call.repeated("turn", turn)
    return call.document({})


def decide_ranked(
    ballots: TableLike,
) -> Table:
    """Orders of preference: who stands at the top by each rule.

    A line for each ballot: alternatives from best to worst, A > B = C. With a column "count" a line stands for
    several people. Alternatives that a ballot does not name come last, together.

    The command ``mengpaneel decide ranked``.

    Args:
        ballots: CSV with a column ballot, and count where lines stand for several people.
    """
    call = Call('decide', 'ranked')
    call.table("ballots", ballots)
    return call.rows({})


def decide_grades(
    grades: TableLike,
) -> Table:
    """Grades: majority judgment, totals and STAR.

    A row for each person, a column for each alternative, whole numbers, higher is better.

    The command ``mengpaneel decide grades``.

    Args:
        grades: CSV: a row for each person, a column for each alternative.
    """
    call = Call('decide', 'grades')
    call.table("grades", grades)
    return call.rows({})


def decide_approval(
    approvals: TableLike,
    *,
    pick: int = 4,
) -> Table:
    """Approvals: which few serve all views, by each rule.

    A row for each person, a column for each candidate: 1 approved, 0 not. Rules that share seats proportionally
    (pav, equal-shares) give each view its part; av gives all to the largest.

    The command ``mengpaneel decide approval``.

    Args:
        approvals: CSV: a row for each person, a column for each candidate, 1 or 0.
        pick: How many to pick.
    """
    call = Call('decide', 'approval')
    call.table("approvals", approvals)
    call.option("pick", pick, 4)
    return call.rows({})


def decide_budget(
    approvals: TableLike,
    *,
    costs: TableLike,
    budget: Scalar,
) -> Table:
    """Projects under a budget: what each rule would fund.

    Approvals as for decide approval; costs are a table with columns project and cost, whole numbers in the unit of
    the budget.

    The command ``mengpaneel decide budget``.

    Args:
        approvals: CSV: a row for each person, a column for each project, 1 or 0.
        costs: CSV with columns project and cost.
        budget: The budget, in the unit of the costs.
    """
    call = Call('decide', 'budget')
    call.table("approvals", approvals)
    call.table_option("costs", costs)
    call.option("budget", budget)
    return call.rows({})


def decide_portfolio(
    choices: TableLike,
    *,
    projects: TableLike,
    budget: Scalar,
) -> Table:
    """Participatory value evaluation: what choices within a budget say of the projects.

    A row for each person, a column for each project, 1 or 0: the projects that the person takes within the budget.
    Projects are a table with columns project and cost; its other columns are attributes, such as homes or residents
    who must leave. Then the weights of the attributes are estimated, otherwise a constant for each project. No set
    of projects is called the best one: the shares stand beside the estimates.

    The command ``mengpaneel decide portfolio``.

    Args:
        choices: CSV: a row for each person, a column for each project, 1 or 0.
        projects: CSV with columns project and cost, and the attributes.
        budget: The budget, in the unit of the costs.
    """
    call = Call('decide', 'portfolio')
    call.table("choices", choices)
    call.table_option("projects", projects)
    call.option("budget", budget)
    return call.rows({'value': ('low', 'high')})


def decide_criteria(
    alternatives: TableLike,
    *,
    against: Several | None = None,
    seed: int = 1,
) -> Table:
    """Alternatives on several criteria: what weights and methods make of them.

    A row for each alternative with its name first, a column for each criterion. Criteria of which less is better
    are named with --against. A row named "weights" gives weights; left out, all weigh the same. "at_the_top" is the
    share of all possible weights at which an alternative comes first: no weights need to be agreed on for that.

    The command ``mengpaneel decide criteria``.

    Args:
        alternatives: CSV: a row for each alternative, a column for each criterion.
        against: The criteria of which less is better.
        seed: The seed of the weights that are drawn.
    """
    call = Call('decide', 'criteria')
    call.table("alternatives", alternatives)
    call.repeated("against", against)
    call.option("seed", seed, 1)
    return call.rows({})


def report(
    project: PathLike,
    *,
    output: PathLike = 'rapport.html',
    pdf: PathLike | None = None,
    view: Scalar | None = None,
    municipality: Scalar | None = None,
    language: Literal['nl', 'en'] | None = None,
) -> pathlib.Path:
    """Write the measure part as one self-contained HTML file, and as PDF.

    The choices are those of the page's address: copy what stands behind the question mark in the workbench.

    The command ``mengpaneel report``.

    Args:
        project: The project file.
        output: The HTML file to write.
        pdf: Also write a PDF, printed by the Chromium of this machine.
        view: The choices of a page's address, such as 'jaar=2022'.
        municipality: The code of the municipality, such as GM0599, when the project holds several.
        language: The language of the report: nl or en.
    """
    call = Call('report')
    call.path(project)
    call.option("output", output, 'rapport.html')
    call.option("pdf", pdf)
    call.option("view", view)
    call.option("municipality", municipality)
    call.option("language", language)
    return call.file(output)


def verify_segregation(
    path: PathLike,
    *,
    family: Several | None = None,
    detail: bool = False,
) -> Table:
    """Reference files of the form segref/1: counts and the indices other software computes from them.

    The exit code is 0 only when no value is missed and none is not covered.

    The command ``mengpaneel verify segregation``.

    Args:
        path: A folder with reference files, or one file.
        family: Only these kinds of measures: aspatial, spatial, ordinal, profile, change, unknown.
        detail: Also say which values were missed and which measures are not covered.
    """
    call = Call('verify', 'segregation')
    call.path(path)
    call.repeated("family", family)
    call.flag("detail", detail)
    return call.rows({})


def verify_evidence(
    path: PathLike,
    *,
    detail: bool = False,
) -> Table:
    """Reference files of meta-analysis: studies and what other software computes from them.

    The exit code is 0 only when no value is missed and none is not covered.

    The command ``mengpaneel verify evidence``.

    Args:
        path: A folder with reference files, or one file.
        detail: Also say which values were missed, remarked on or not covered.
    """
    call = Call('verify', 'evidence')
    call.path(path)
    call.flag("detail", detail)
    return call.rows({})


def verify_deliberation(
    path: PathLike,
    *,
    votes: PathLike | None = None,
    detail: bool = False,
) -> Table:
    """Reference files of opinion groups and Q methodology, and what other software computes.

    The votes of conversations lie in a second folder, as NAME.votes.csv or NAME.votes.csv.gz. The exit code is 0
    only when no value is missed and none is not covered.

    The command ``mengpaneel verify deliberation``.

    Args:
        path: A folder with reference files, or one file.
        votes: The folder with the votes of conversations.
        detail: Also say which values were missed or not covered.
    """
    call = Call('verify', 'deliberation')
    call.path(path)
    call.option("votes", votes)
    call.flag("detail", detail)
    return call.rows({})


def doctor(
    project: PathLike | None = None,
    *,
    port: int = 8080,
) -> Table:
    """Check what this machine has and what is missing for which task.

    A check is good; absent, when something cannot be done here (the line says what, and how to install it);
    attention, when somebody should look at it; or broken. The exit status is 0 unless something is broken that the
    given project needs: reading a project needs no PDF. Nothing is written to the project.

    The command ``mengpaneel doctor``.

    Args:
        project: A project file to check as well.
        port: The port that `serve` is to use.
    """
    call = Call('doctor')
    call.path(project)
    call.option("port", port, 8080)
    return call.rows({})
