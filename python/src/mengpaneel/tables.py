"""Tables as researchers hold them, written aside as the CSV that the program reads."""

from __future__ import annotations

import csv
import json
import math
import os
import pathlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias, TypeGuard, cast

from .program import MengpaneelError

PathLike: TypeAlias = "str | os.PathLike[str]"
"""The name of a file."""

TableLike: TypeAlias = "PathLike | Mapping[str, Any] | Iterable[Mapping[str, Any]] | Any"
"""A file, columns by name, rows as mappings, an outcome of this package, or a frame of pandas or pyarrow."""

PlanLike: TypeAlias = "PathLike | Mapping[str, Any]"
"""A file in YAML, or what would stand in it."""


def is_path(value: object) -> TypeGuard[PathLike]:
    """Whether a value names a file."""
    return isinstance(value, (str, os.PathLike))


def write_table(table: TableLike, path: pathlib.Path) -> None:
    """Writes a table as CSV in UTF-8; what is not there (None, NaN, NA) becomes an empty cell."""
    names, rows = _columns_and_rows(table, path.stem)
    if not names:
        raise MengpaneelError(f"{path.stem}: the table has no columns; a name and values for each are expected.")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([[_cell(value) for value in row] for row in rows])


def write_plan(plan: Mapping[str, Any], path: pathlib.Path) -> None:
    """Writes a package or mapping file; JSON is YAML."""
    path.write_text(json.dumps(plan, ensure_ascii=False, indent=2, default=_plain), encoding="utf-8")


def _columns_and_rows(table: TableLike, name: str) -> tuple[list[str], list[Sequence[Any]]]:
    if hasattr(table, "to_csv") and hasattr(table, "itertuples"):
        return _frame(table)
    if hasattr(table, "to_pydict"):
        return _columns(cast("Mapping[str, Sequence[Any]]", table.to_pydict()), name)
    if isinstance(table, Mapping):
        return _columns(table, name)
    if isinstance(table, Iterable):
        rows = list(table)
        if not all(isinstance(row, Mapping) for row in rows):
            raise MengpaneelError(f"{name}: rows are expected as mappings from the name of a column to its value.")
        names = list(dict.fromkeys(str(key) for row in rows for key in row))
        return names, [[row.get(key) for key in names] for row in rows]
    raise MengpaneelError(
        f"{name}: found {type(table).__name__}; expected the name of a file, a mapping of columns, "
        "rows as mappings, or a frame of pandas or pyarrow."
    )


def _columns(columns: Mapping[str, Sequence[Any]], name: str) -> tuple[list[str], list[Sequence[Any]]]:
    values = {str(key): list(column) for key, column in columns.items()}
    lengths = {key: len(column) for key, column in values.items()}
    if len(set(lengths.values())) > 1:
        told = ", ".join(f"'{key}' {length}" for key, length in lengths.items())
        raise MengpaneelError(f"{name}: columns differ in length ({told}); give each a value for every row.")
    return list(values), list(zip(*values.values(), strict=True))


def _frame(frame: Any) -> tuple[list[str], list[Sequence[Any]]]:
    """A frame of pandas; its index is a column where it has a name or is more than a count of rows."""
    counts = type(frame.index).__name__ == "RangeIndex" and frame.index.name is None
    if not counts:
        labels = [label if label is not None else f"id{place or ''}" for place, label in enumerate(frame.index.names)]
        frame = frame.rename_axis(labels).reset_index()
    return [str(name) for name in frame.columns], list(frame.itertuples(index=False, name=None))


def _cell(value: Any) -> str:
    value = _plain(value)
    if value is None or (isinstance(value, float) and math.isnan(value)) or str(value) in ("<NA>", "NaT"):
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))  # a count with a gap in its column became a float on the way
    return str(value)


def _plain(value: Any) -> Any:
    """A number of numpy as one of Python."""
    return value.item() if hasattr(value, "item") and not isinstance(value, (str, bytes)) else value
