"""What the program gives back: rows and documents, in which every estimate comes with its interval."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    import pandas
    import pyarrow

Pairs = Mapping[str, tuple[str, str]]
"""Which columns hold the interval of which: the first is what a row is about."""

Row = dict[str, Any]


@dataclass(frozen=True)
class Estimate:
    """A value with what holds it in.

    Attributes:
        value: the estimate; None where it cannot be computed.
        lower: the lower end of the interval; None where there is none.
        upper: the upper end.
        level: the share of such intervals that cover the truth, where the program says so.
        note: why the value or its interval is not there, in the program's words.
    """

    value: float | None
    lower: float | None
    upper: float | None
    level: float | None = None
    note: str = ""

    def __str__(self) -> str:
        if self.value is None:
            return self.note or "not computed"
        if self.lower is None or self.upper is None:
            return f"{self.value:.4g} ({self.note or 'no interval'})"
        return f"{self.value:.4g} ({self.lower:.4g} to {self.upper:.4g})"


def _estimate(row: Mapping[str, Any], pairs: Pairs, column: str | None) -> Estimate:
    offered = {name: ends for name, ends in pairs.items() if name in row and ends[0] in row}
    if not pairs or (column is not None and column not in pairs):
        told = ", ".join(offered) or "none"
        raise KeyError(f"no interval belongs to '{column or 'these rows'}'; columns with one: {told}")
    name = column if column is not None else next(iter(offered or pairs))
    low, high = pairs[name]
    note = row.get("note") or ""
    if row.get(name) is not None and row.get(low) is None and not note:
        note = "no interval: none was asked for or none can be had"
    return Estimate(row.get(name), row.get(low), row.get(high), row.get("level"), note)


@dataclass(frozen=True)
class Table(Sequence[Row]):
    """Rows as dictionaries, in the order in which the program gives them.

    Attributes:
        rows: the rows.
        notes: what the program remarked on, such as that a municipality is made up.
        pairs: which columns hold the interval of which.
        about: what is known of all rows together, such as the number of units.
    """

    rows: list[Row]
    notes: tuple[str, ...] = ()
    pairs: Pairs = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        return self.rows[place]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    @property
    def columns(self) -> list[str]:
        """The names of the columns, in order of first appearance."""
        return list(dict.fromkeys(name for row in self.rows for name in row))

    def where(self, **cells: Any) -> Table:
        """The rows whose cells are these: ``table.where(index="H")``; names with spaces go as ``**{"by chance": 0}``."""
        for name in cells:
            if self.rows and name not in self.columns:
                raise KeyError(f"there is no column '{name}'; there are {', '.join(self.columns)}")
        rows = [row for row in self.rows if all(row.get(name) == value for name, value in cells.items())]
        return Table(rows, self.notes, self.pairs, self.about)

    def estimate(self, column: str | None = None, **cells: Any) -> Estimate:
        """The one value of the one row whose cells are these, with its interval.

        Raises:
            LookupError: when no row or more than one is meant, or no interval belongs to the column.
        """
        found = self.where(**cells) if cells else self
        if len(found) != 1:
            raise LookupError(f"{len(found)} rows are meant, one is expected; name more cells of it")
        return _estimate(found[0], self.pairs, column)

    def estimates(self, column: str | None = None) -> list[Estimate]:
        """The value of every row, with its interval; of the column that the rows are about where none is named."""
        return [_estimate(row, self.pairs, column) for row in self.rows]

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a frame of pandas, which must be installed."""
        import pandas

        return pandas.DataFrame(self.rows, columns=self.columns)

    def to_arrow(self) -> pyarrow.Table:
        """The rows as a table of pyarrow, which must be installed."""
        import pyarrow

        return pyarrow.table({name: [row.get(name) for row in self.rows] for name in self.columns})

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        names = self.columns
        head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in names)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(_readable(row.get(name)))}</td>" for name in names) + "</tr>"
            for row in self.rows
        )
        notes = "".join(f"<p>{html.escape(note)}</p>" for note in self.notes)
        return f"{notes}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


@dataclass(frozen=True)
class Document(Mapping[str, Any]):
    """An outcome with parts, by the names of the program's JSON: ``document["tau2"]``.

    Attributes:
        parts: the whole document.
        notes: what the program remarked on.
        pairs: which names hold the interval of which.
    """

    parts: Mapping[str, Any]
    notes: tuple[str, ...] = ()
    pairs: Pairs = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.parts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.parts)

    def __len__(self) -> int:
        return len(self.parts)

    def estimate(self, column: str | None = None) -> Estimate:
        """The outcome of the whole, with its interval."""
        return _estimate(self.parts, self.pairs, column)

    def table(self, *names: str) -> Table:
        """A part as rows: a list of objects, columns under each other, or objects by name."""
        part: Any = self.parts
        for name in names:
            part = part[name]
        return Table(_rows(part, names), self.notes, self.pairs)


def _rows(part: Any, names: tuple[str, ...]) -> list[Row]:
    if isinstance(part, list) and all(isinstance(row, Mapping) for row in part):
        return [dict(row) for row in part]
    if isinstance(part, Mapping) and part:
        if all(isinstance(column, list) for column in part.values()):
            columns = list(part.values())
            if len({len(column) for column in columns}) == 1:
                return [dict(zip(part, cells, strict=True)) for cells in zip(*columns, strict=True)]
        if all(isinstance(row, Mapping) for row in part.values()):
            return [{"name": name, **row} for name, row in part.items()]
        if not any(isinstance(value, (Mapping, list)) for value in part.values()):
            return [dict(part)]
    raise TypeError(f"the part '{' '.join(names)}' is no table; take it as it is: document{list(names)}")


def _readable(value: Any) -> str:
    if value is None:
        return "–"
    return f"{value:.4g}" if isinstance(value, float) else str(value)
