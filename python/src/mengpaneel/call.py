"""One call of the program, built up from the arguments of a function."""

from __future__ import annotations

import csv
import io
import json
import os
import pathlib
import tempfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from . import program
from .results import Document, Pairs, Row, Table
from .tables import PathLike, PlanLike, TableLike, is_path, write_plan, write_table

Scalar: TypeAlias = "str | int | float"
"""One word or number."""

Several: TypeAlias = "Scalar | Sequence[Scalar]"
"""One word or number, or a list of them."""

Settings: TypeAlias = "Mapping[str, Scalar] | Several"
"""Values by name, or texts such as ``returnShare=0.2``."""

Sources: TypeAlias = "Sequence[PathLike] | TableLike"
"""Files, or one table."""

_Place: TypeAlias = "Callable[[pathlib.Path], str]"
_Part: TypeAlias = "str | _Place"


class Call:
    """The words of one command; tables that are no file yet are written when it runs, and taken away after."""

    def __init__(self, *words: str) -> None:
        self._words: list[str] = list(words)
        self._options: list[_Part] = []
        self._positionals: list[_Part] = []

    # Arguments

    def path(self, value: PathLike | None) -> None:
        """A file by its place."""
        if value is not None:
            self._positionals.append(os.fspath(value))

    def sources(self, value: Sources) -> None:
        """Files by their place, or one table."""
        if isinstance(value, (list, tuple)) and all(is_path(one) for one in value):
            self._positionals += [os.fspath(one) for one in value]
        else:
            self._positionals.append(self._aside("table", value))

    def word(self, value: Scalar) -> None:
        """A word by its place."""
        self._positionals.append(str(value))

    def table(self, name: str, value: TableLike | None) -> None:
        """A table by its place."""
        if value is not None:
            self._positionals.append(self._aside(name, value))

    def option(self, name: str, value: Scalar | PathLike | None, default: Scalar | None = None) -> None:
        """An option with one value; left out where it is what the program takes by itself."""
        if value is not None and value != default:
            self._options.append(f"--{name}={_text(value)}")

    def joined(self, name: str, value: Several | None, default: str | None = None) -> None:
        """An option with values between commas."""
        self.option(name, ",".join(_text(one) for one in _several(value)) if value is not None else None, default)

    def repeated(self, name: str, value: Settings | None) -> None:
        """An option that may come several times."""
        if value is not None:
            self._options += [f"--{name}={_text(one)}" for one in _several(value)]

    def flag(self, name: str, value: bool) -> None:
        """An option that is there or not."""
        if value:
            self._options.append(f"--{name}")

    def table_option(self, name: str, value: TableLike | None) -> None:
        """An option whose value is a table."""
        if value is not None:
            place = self._aside(name, value)
            self._options.append(lambda folder: f"--{name}={place(folder)}")

    def plan_option(self, name: str, value: PlanLike | None) -> None:
        """An option whose value is a file in YAML."""
        if value is not None:
            self.plans_option(name, [value])

    def plans_option(self, name: str, values: Sequence[PlanLike]) -> None:
        """An option whose values are files in YAML."""
        for place, value in enumerate(values):
            if isinstance(value, Mapping):
                plan, file = value, f"{name}-{place + 1}.yaml" if len(values) > 1 else f"{name}.yaml"

                def aside(folder: pathlib.Path, plan: Mapping[str, Any] = plan, file: str = file) -> str:
                    write_plan(plan, folder / file)
                    return f"--{name}={folder / file}"

                self._options.append(aside)
            else:
                self._options.append(f"--{name}={os.fspath(value)}")

    # Outcomes

    def rows(self, pairs: Pairs) -> Table:
        """An outcome of rows."""
        said = self._run("--format=json")
        return Table(json.loads(said.out), said.notes, pairs)

    def measures(self, pairs: Pairs) -> Table:
        """Measures by their ids, as rows under each other."""
        said = self._run("--format=json")
        parts = json.loads(said.out)
        rows = [_measure(index, row) for index, rows in parts.pop("measures").items() for row in rows]
        return Table(rows, said.notes, pairs, parts)

    def difference(self, pairs: Pairs) -> Table:
        """Rows in which the two tables are called after their files; here ``earlier`` and ``later``."""
        said = self._run("--format=json")
        rows: list[Row] = []
        # As pairs: two files of one name in two folders would be one key.
        for cells in json.loads(said.out, object_pairs_hook=list):
            names = [name for name, _ in cells]
            if "difference" in names:
                names[names.index("difference") - 2 : names.index("difference")] = ["earlier", "later"]
            rows.append(dict(zip(names, (value for _, value in cells), strict=True)))
        return Table(rows, said.notes, pairs)

    def lines(self, pairs: Pairs) -> Table:
        """An outcome that only the program's CSV holds in this form."""
        said = self._run("--format=csv")
        rows = [{name: _number(cell) for name, cell in row.items()} for row in csv.DictReader(io.StringIO(said.out))]
        return Table(rows, said.notes, pairs)

    def document(self, pairs: Pairs) -> Document:
        """An outcome with parts."""
        said = self._run("--format=json")
        return Document(json.loads(said.out), said.notes, pairs)

    def text(self) -> str:
        """An outcome for reading."""
        return self._run().out

    def file(self, written: PathLike) -> pathlib.Path:
        """A file that the program wrote."""
        self._run()
        return pathlib.Path(written)

    # Running

    def _aside(self, name: str, value: TableLike) -> _Place:
        def place(folder: pathlib.Path) -> str:
            if is_path(value):
                return os.fspath(value)
            write_table(value, folder / f"{name}.csv")
            return str(folder / f"{name}.csv")

        return place

    def _run(self, *more: str) -> program.Said:
        with tempfile.TemporaryDirectory(prefix="mengpaneel-") as name:
            folder = pathlib.Path(name)

            def place(part: _Part) -> str:
                return part if isinstance(part, str) else part(folder)

            options = [place(part) for part in self._options]
            positionals = [place(part) for part in self._positionals]
            try:
                # Behind "--" a file may begin with a dash.
                return program.run([*self._words, *options, *more, *(["--", *positionals] if positionals else [])])
            except program.MengpaneelError as error:
                # The folder is gone when the reader sees it; the name of the table is what tells.
                line = error.line.replace(f"{folder}{os.sep}", "")
                raise program.MengpaneelError(line, error.command, error.status) from None


def _several(value: Settings) -> list[Scalar]:
    if isinstance(value, Mapping):
        return [f"{name}={_text(one)}" for name, one in value.items()]
    return [value] if isinstance(value, (str, int, float)) else list(value)


def _text(value: Scalar | PathLike) -> str:
    return os.fspath(value) if isinstance(value, os.PathLike) else str(value)


def _measure(index: str, row: Mapping[str, Any]) -> Row:
    """A value of a measure as one flat row; groups and parameters written as in the program's CSV."""
    flat = {"index": index, "groups": "", **row}
    flat["groups"] = " | ".join(row.get("groups", []))
    if "params" in row:
        flat["params"] = "; ".join(f"{name}={value}" for name, value in row["params"].items())
    return flat


def _number(cell: str | None) -> Scalar | None:
    if not cell:
        return None
    for kind in (int, float):
        try:
            return kind(cell)
        except ValueError:
            continue
    return cell
