"""Writes src/mengpaneel/commands.py from what the program says of itself.

    MENGPANEEL_BINARY=../.build/debug/mengpaneel python generate.py [--check]

The program's own description of its commands (``--experimental-dump-help``) gives names, defaults and help. What it does
not tell stands in ``functions.py``: which arguments are tables, and what comes back. A command that stands nowhere there
stops the writing, so that a new one is thought of. With --check nothing is written; what is stale is said.
"""

from __future__ import annotations

import json
import keyword
import pathlib
import sys
import textwrap
from typing import Any, TypeAlias

from functions import FUNCTIONS, LEFT_OUT, Function

sys.path.insert(0, str(pathlib.Path(__file__).parent / "src"))
from mengpaneel import program  # noqa: E402

TARGET = pathlib.Path(__file__).parent / "src" / "mengpaneel" / "commands.py"
HEAD = '''"""The commands of the program as functions.

Written by generate.py from the program's own description of itself; do not change it by hand.
"""

from __future__ import annotations

import pathlib
from collections.abc import Sequence
from typing import Literal

from .call import Call, Scalar, Settings, Several, Sources
from .results import Document, Table
from .tables import PathLike, PlanLike, TableLike
'''
RESULTS = {
    "rows": "Table", "measures": "Table", "difference": "Table", "lines": "Table", "document": "Document",
    "text": "str", "file": "pathlib.Path",
}
# How the program is asked and how its outcome leaves it is the business of this package.
OF_THE_PACKAGE = {"help", "version", "format"}
Argument: TypeAlias = "dict[str, Any]"


def described() -> dict[str, Argument]:
    """Every command that does something, by its words."""
    commands: dict[str, Argument] = {}

    def walk(command: Argument, words: tuple[str, ...]) -> None:
        below = command.get("subcommands", [])
        for one in below:
            walk(one, (*words, one["commandName"]))
        if not below:
            commands[" ".join(words)] = command

    walk(json.loads(program.run(["--experimental-dump-help"]).out)["command"], ())
    return commands


class Parameter:
    """One argument of a command as a parameter of a function."""

    def __init__(self, argument: Argument, function: Function) -> None:
        self.option: str = argument.get("preferredName", {}).get("name") or argument["valueName"]
        self.kind: str = argument["kind"]
        self.name = self.option.replace("-", "_") + ("_" if keyword.iskeyword(self.option) else "")
        self.help = " ".join(argument.get("abstract", "").split())
        self.words: list[str] = argument.get("allValues") or []
        self.repeats: bool = argument["isRepeating"]
        self.default: str | None = argument.get("defaultValue")
        self.asked = not argument["isOptional"] or self.option in function.asked
        self.shape = self._shape(function)

    def _shape(self, function: Function) -> str:
        if self.kind == "flag":
            return "flag"
        if self.option in function.tables:
            return "table"
        if self.option in function.plans:
            return "plans" if self.repeats else "plan"
        if self.option in function.files:
            return "sources" if self.repeats else "path"
        if self.repeats:
            return "settings" if self.option in function.settings else "repeated"
        return "joined" if "commas between" in self.help or "comma between" in self.help else "option"

    @property
    def value(self) -> bool | int | float | str | None:
        """What the program takes by itself: a number where it is written as one."""
        if self.kind == "flag":
            return False
        for kind in (int, float):
            try:
                return kind(self.default or "")
            except ValueError:
                continue
        return self.default

    @property
    def annotation(self) -> str:
        """The type."""
        base = {
            "flag": "bool", "table": "TableLike", "plan": "PlanLike", "plans": "Sequence[PlanLike]",
            "path": "PathLike", "sources": "Sources", "settings": "Settings",
            "repeated": "Several", "joined": "Several", "option": "Scalar",
        }[self.shape]
        if self.shape == "option" and self.words:
            base = f"Literal[{', '.join(map(repr, self.words))}]"
        elif self.shape == "option" and isinstance(self.value, (int, float)):
            base = type(self.value).__name__
        return base if self.asked or self.value is not None else f"{base} | None"

    @property
    def signature(self) -> str:
        """How it stands between the brackets."""
        return f"{self.name}: {self.annotation}" + ("" if self.asked else f" = {self.value!r}")

    @property
    def line(self) -> str:
        """The line that hands it on."""
        if self.kind == "positional":
            method = {"table": "table", "path": "path", "sources": "sources"}.get(self.shape, "word")
            return f'call.table("{self.name}", {self.name})' if method == "table" else f"call.{method}({self.name})"
        method = {
            "flag": "flag", "table": "table_option", "plan": "plan_option", "plans": "plans_option",
            "settings": "repeated", "repeated": "repeated", "joined": "joined",
        }.get(self.shape, "option")
        known = self.default is not None and method in ("option", "joined")
        return f'call.{method}("{self.option}", {self.name}{f", {self.value!r}" if known else ""})'


def parameters(function: Function, command: Argument) -> list[Parameter]:
    """The parameters of a function: by place first, then by name."""
    result = []
    for argument in command.get("arguments", []):
        one = Parameter(argument, function)
        if one.option in OF_THE_PACKAGE | set(function.without) or (function.only and one.option not in function.only):
            continue
        if one.kind == "positional" and function.places:
            for name in function.places:
                single = Parameter({**argument, "isRepeating": False}, function)
                single.name, single.asked = name, name not in function.optional
                result.append(single)
        else:
            result.append(one)
    by_place = [one for one in result if one.kind == "positional"]
    by_name = [one for one in result if one.kind != "positional"]
    return by_place + sorted(by_name, key=lambda one: not one.asked)


def wrapped(text: str, indent: str, hanging: str = "") -> str:
    """A paragraph within the width of a page."""
    return textwrap.fill(text, 116, initial_indent=indent, subsequent_indent=indent + hanging, break_on_hyphens=False)


def docstring(function: Function, command: Argument, given: list[Parameter]) -> str:
    """What help() shows."""
    lines = [f'    """{function.about or command["abstract"]}', ""]
    if not function.about:
        told = command.get("discussion", "").split("EXAMPLES")[0].strip()
        lines += [wrapped(" ".join(part.split()), "    ") + "\n" for part in told.split("\n\n") if part.strip()]
    lines += [wrapped(f"The command ``mengpaneel {function.command}``.", "    ")]
    if given:
        lines += ["", "    Args:"] + [wrapped(f"{one.name}: {one.help}", "        ", "    ") for one in given]
    return "\n".join(lines).replace("\\", "\\\\") + '\n    """'


def source(function: Function, command: Argument) -> str:
    """One function."""
    given = parameters(function, command)
    by_place = [one.signature for one in given if one.kind == "positional"]
    by_name = [one.signature for one in given if one.kind != "positional"]
    signature = ",\n    ".join(by_place + (["*"] if by_name else []) + by_name)
    lines = [
        f"def {function.name}({f'{chr(10)}    {signature},{chr(10)}' if signature else ''}) -> {RESULTS[function.result]}:",
        docstring(function, command, given),
        f"    call = Call({', '.join(repr(word) for word in [*function.command.split(), *function.always])})",
    ]
    lines += [f"    {one.line}" for one in given]
    handed = {"file": function.written, "text": ""}.get(function.result, repr(dict(function.pairs)))
    lines.append(f"    return call.{function.result}({handed})")
    return "\n".join(lines)


def generated() -> str:
    """The whole module."""
    commands = described()
    known = {function.command for function in FUNCTIONS} | set(LEFT_OUT)
    if known != set(commands):
        new, gone = sorted(set(commands) - known), sorted(known - set(commands))
        raise SystemExit(f"functions.py: commands that it does not know: {new}; that are no longer there: {gone}")
    for function in FUNCTIONS:
        options = {Parameter(one, function).option for one in commands[function.command].get("arguments", [])}
        if unknown := function.options - options:
            raise SystemExit(f"functions.py, {function.name}: the command has no {', '.join(sorted(unknown))}")
    names = ",\n".join(f'    "{name}"' for name in sorted(one.name for one in FUNCTIONS))
    body = "\n\n\n".join(source(function, commands[function.command]) for function in FUNCTIONS)
    return f"{HEAD}\n__all__ = [\n{names},\n]\n\n\n{body}\n"


def main(arguments: list[str]) -> int:
    """Writes the module, or says that it is stale."""
    text = generated()
    if arguments == ["--check"]:
        if TARGET.read_text("utf-8") == text:
            return 0
        print(f"{TARGET.name} is stale: run python/generate.py and commit what it writes.", file=sys.stderr)
        return 1
    if arguments:
        print(f"generate.py: unknown option '{arguments[0]}'; there is --check", file=sys.stderr)
        return 2
    TARGET.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
