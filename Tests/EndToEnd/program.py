"""Running the program as a user does, and looking into a project file from outside."""

import contextlib
import hashlib
import os
import pathlib
import sqlite3
import struct
import subprocess

BINARY = os.environ.get("MENGPANEEL_BINARY", "")
ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"

# What a program that fell over writes; a complaint to a user never holds it.
CRASH_WORDS = ["Fatal error", "Crash:", "Thread 0", "Backtrace", "Traceback", "unexpectedly found nil", "Swift/", "DecodingError"]


class Outcome:
    """What a run left behind."""

    def __init__(self, finished):
        self.status = finished.returncode
        self.out = (finished.stdout or b"").decode("utf-8", "strict")
        self.err = finished.stderr.decode("utf-8", "strict")

    @property
    def complaints(self):
        """Lines on standard error, without the hints on usage that follow a mistyped command."""
        return [line for line in self.err.splitlines() if line.strip() and not line.startswith(("Usage:", "  See "))]

    def __repr__(self):
        return f"status {self.status}\n--- out\n{self.out[-2000:]}\n--- err\n{self.err[-4000:]}"


def run(*arguments, cwd=None, timeout=120, environment=None, **options):
    """Runs the program in English, without a proxy, and waits for it; `options` are those of subprocess."""
    surroundings = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
    surroundings |= {"LC_ALL": "C.UTF-8", "NO_PROXY": "127.0.0.1"} | (environment or {})
    finished = subprocess.run(
        [BINARY, *map(str, arguments)], cwd=cwd, timeout=timeout, env=surroundings, check=False,
        **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options)
    )
    return Outcome(finished)


def succeed(*arguments, **options):
    """Runs the program and expects that it ends well."""
    outcome = run(*arguments, **options)
    assert outcome.status == 0, outcome
    return outcome


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def is_one_clear_line(outcome):
    """Whether the program refused in one line that a person can read."""
    lines = outcome.complaints
    return (
        outcome.status not in (0, None)
        and outcome.status > 0
        and outcome.status < 126
        and len(lines) == 1
        and 20 < len(lines[0]) < 1000
        and not any(word in outcome.err for word in CRASH_WORDS)
    )


def refused(result, *texts):
    """One clear line, nothing on standard output, status not 0."""
    assert result.status != 0
    assert result.out == ""
    for text in texts:
        assert text in result.err, result
    errors = [line for line in result.err.splitlines() if line.startswith("Error:")]
    assert len(errors) == 1, result


class Project:
    """The figures in a project file, read with nothing of the program."""

    def __init__(self, path):
        self.path = str(path)

    @contextlib.contextmanager
    def database(self):
        connection = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        try:
            yield connection
        finally:
            connection.close()

    def rows(self, query, *values):
        with self.database() as database:
            return database.execute(query, values).fetchall()

    def areas(self, level):
        """Names by code; a later table wins."""
        return dict(
            self.rows(
                "SELECT code, name FROM area JOIN areaTable ON number = areaTable WHERE level = ? ORDER BY number, position",
                level,
            )
        )

    def series(self, level):
        """{(variable, year): {code: number, or None where it is missing}}"""
        result = {}
        tables = self.rows("SELECT number FROM areaTable WHERE level = ? ORDER BY number", level)
        for (table,) in tables:
            codes = [code for (code,) in self.rows("SELECT code FROM area WHERE areaTable = ? ORDER BY position", table)]
            found = self.rows(
                "SELECT variable, year, numbers, reasons FROM series WHERE areaTable = ? ORDER BY position", table
            )
            for variable, year, numbers, reasons in found:
                values = struct.unpack(f"<{len(codes)}d", numbers)
                column = result.setdefault((variable, year), {})
                for code, value, reason in zip(codes, values, reasons, strict=True):
                    if reason == 0:
                        column[code] = value
                    else:
                        column.setdefault(code, None)
        return result
