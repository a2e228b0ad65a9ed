"""What the program does not say of itself: which of its commands are functions, what they take and what they give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ENDS = ("lower", "upper")
BAND = ("low", "high")


@dataclass(frozen=True)
class Function:
    """A function on a command.

    Attributes:
        name: as the field calls it.
        command: the words of the command.
        result: the method of ``Call`` that makes the outcome.
        pairs: which columns hold the interval of which.
        tables: arguments that are tables.
        plans: arguments that are files in YAML.
        files: arguments that name files.
        settings: arguments of the form name=value.
        without: options that make no sense here, such as those that write text for reading.
        only: the only options, where the rest makes no sense.
        asked: options that must be given here.
        places: names for the arguments by place, where the command takes any number.
        optional: those of them that may be left out.
        always: what is always given.
        about: the first line of its help, where the command's own would mislead.
        written: the parameter with the file that is written.
    """

    name: str
    command: str
    result: str
    pairs: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    tables: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    about: str = ""
    written: str = ""

    @property
    def options(self) -> set[str]:
        """Every argument of the command that is spoken of here."""
        return {*self.tables, *self.plans, *self.files, *self.settings, *self.without, *self.only, *self.asked}


VALUE = {"value": ENDS}
MEASURED = {"value": ENDS, "corrected": ("corrected_lower", "corrected_upper")}
SIMULATED = {"difference": ("difference_low", "difference_high"), "end": ("end_low", "end_high")}
POOLED = {"estimate": ("ci_lb", "ci_ub"), "est": ("lb", "ub")}

FUNCTIONS = [
    Function("demo", "demo", "file", files=("output",), written="output"),
    Function(
        "import_data", "import", "rows", files=("sources", "into"), plans=("mapping",), asked=("sources", "into"),
        without=("variables", "detail"),
    ),
    Function(
        "variables", "import", "rows", only=("language",), always=("--variables",),
        about="The variables that a mapping file can name.",
    ),
    Function("fetch", "fetch", "file", files=("into", "cache"), asked=("into",), written="into"),
    Function(
        "measure", "measure", "measures", MEASURED, tables=("files", "adjacency", "distances"), places=("counts",),
        without=("list", "sentences"),
    ),
    Function(
        "difference", "measure", "difference", {"difference": ENDS}, tables=("files", "adjacency", "distances"),
        places=("earlier", "later"), without=("list", "sentences", "local"),
        about="The difference between two tables of counts in each measure, with interval and test.",
    ),
    Function(
        "indices", "measure", "rows", only=("language",), always=("--list",),
        about="The measures with symbol, range and paper.",
    ),
    Function("profile", "profile", "rows", tables=("file", "adjacency", "distances"), places=("counts",)),
    Function(
        "decompose", "decompose", "rows", VALUE, tables=("files", "adjacency"), places=("counts", "later"),
        optional=("later",),
    ),
    Function("claims", "claims", "rows", MEASURED, files=("project",)),
    Function(
        "simulate", "simulate", "rows", SIMULATED, files=("file", "csv"), plans=("package",), settings=("assume",),
        places=("project",), without=("assumptions",),
    ),
    Function(
        "assumptions", "simulate", "rows", {"value": BAND}, only=("language",), always=("--assumptions",),
        about="The assumptions of the simulation with value, range and ground.",
    ),
    Function(
        "compare", "compare", "rows", SIMULATED, files=("file", "csv"), plans=("packages",), settings=("assume",),
        places=("project",), without=("assumptions",),
    ),
    Function("backtest", "backtest", "rows", {"skill": BAND}, files=("project",), without=("markdown",)),
    Function(
        "calibrate", "calibrate", "text", files=("file", "store"), settings=("assume",), places=("project",),
    ),
    Function(
        "sensitivity", "sensitivity", "rows",
        {"mean_size": BAND, "share": ("share_low", "share_high"), "total": ("total_low", "total_high")},
        files=("file", "export", "from"), plans=("package",), settings=("assume",), places=("project",),
        optional=("project",),
    ),
    Function("schelling", "schelling", "rows", without=("picture",)),
    Function("studies", "evidence list", "rows", files=("project",)),
    Function("evidence_map", "evidence map", "rows", files=("project",)),
    Function("pool", "evidence pool", "document", POOLED, tables=("file",), files=("html",), places=("effects",)),
    Function(
        "effects", "evidence convert", "rows", tables=("file",), places=("numbers",), without=("to",),
        about="Turn what papers give into effects with their variances, with the route shown.",
    ),
    Function("opinions", "opinions", "document", tables=("votes", "statements"), without=("later",)),
    Function(
        "statements", "opinions", "lines", {"agree_share": BAND}, tables=("votes", "statements"), without=("later",),
        about="What votes say of each statement: shared, disputed or unsure, with the share that agrees.",
    ),
    Function(
        "vote_changes", "opinions", "rows", {"change": BAND}, tables=("votes", "later", "statements"), asked=("later",),
        only=("votes", "later", "statements", "language"), about="What changed between two rounds of votes by the same people.",
    ),
    Function("qsort", "qsort", "document", tables=("sorts",)),
    Function("decide_ranked", "decide ranked", "rows", tables=("file",), places=("ballots",)),
    Function("decide_grades", "decide grades", "rows", tables=("file",), places=("grades",)),
    Function("decide_approval", "decide approval", "rows", tables=("file",), places=("approvals",)),
    Function("decide_budget", "decide budget", "rows", tables=("file", "costs"), places=("approvals",)),
    Function(
        "decide_portfolio", "decide portfolio", "rows", {"value": BAND}, tables=("file", "projects"), places=("choices",)
    ),
    Function("decide_criteria", "decide criteria", "rows", tables=("file",), places=("alternatives",)),
    Function("report", "report", "file", files=("project", "output", "pdf"), written="output"),
    Function("verify_segregation", "verify segregation", "rows", files=("path",)),
    Function("verify_evidence", "verify evidence", "rows", files=("path",)),
    Function("verify_deliberation", "verify deliberation", "rows", files=("path", "votes")),
    Function("doctor", "doctor", "rows", files=("project",)),
]

# What is better done at the command line, or in the browser, and why.
LEFT_OUT = {
    "serve": "runs until it is stopped",
    "backup": "belongs to whoever keeps the file",
    **dict.fromkeys(
        ["ensemble plan", "ensemble shard", "ensemble missing", "ensemble merge", "ensemble script"],
        "belongs to whatever starts programs on many machines",
    ),
    **dict.fromkeys(
        ["evidence check", "evidence add", "evidence change", "evidence withdraw", "evidence undo", "evidence history"],
        "keeps the register of a project, one considered change at a time",
    ),
    **dict.fromkeys(
        [
            "session new", "session rehearse", "session replay", "session report", "session export", "session bundle",
            "session check", "session list", "session delete", "session link", "session sheets",
        ],
        "belongs to the evening and its chair; what it exports is read as CSV",
    ),
    "help": "help() in Python",
}
