"""Finding the program, running it, and telling what it said."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass


class MengpaneelError(Exception):
    """What the program refused, in its own line.

    Attributes:
        line: what was found, what was expected and how to mend it.
        command: the words the program was started with.
        status: how it ended; None when it could not be started.
    """

    def __init__(self, line: str, command: Sequence[str] = (), status: int | None = None) -> None:
        super().__init__(line)
        self.line = line
        self.command = list(command)
        self.status = status


@dataclass(frozen=True)
class Said:
    """What a run that ended well left: its outcome, and what it remarked on along the way."""

    out: str
    notes: tuple[str, ...]


def binary() -> str:
    """The program: what ``MENGPANEEL_BINARY`` names, or else ``mengpaneel`` on the PATH."""
    named = os.environ.get("MENGPANEEL_BINARY")
    if named:
        if os.path.isfile(named) and os.access(named, os.X_OK):
            return named
        raise MengpaneelError(
            f"MENGPANEEL_BINARY names '{named}', which is no program that can be started; "
            "set it to the built program, such as .build/release/mengpaneel."
        )
    found = shutil.which("mengpaneel")
    if found:
        return found
    raise MengpaneelError(
        "the program mengpaneel was not found: put it on the PATH, or set MENGPANEEL_BINARY to it "
        "(script/server builds it as .build/release/mengpaneel)."
    )


def run(arguments: Sequence[str]) -> Said:
    """Runs the program and waits for it.

    Raises:
        MengpaneelError: with the program's line, when it refuses.
    """
    command = [binary(), *arguments]
    try:
        ended = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", errors="replace", check=False
        )
    except OSError as error:
        raise MengpaneelError(f"'{command[0]}' could not be started: {error.strerror}.", command) from error
    if ended.returncode == 0:
        return Said(ended.stdout, tuple(line for line in ended.stderr.splitlines() if line.strip()))
    raise MengpaneelError(_complaint(ended.stderr, ended.returncode), command, ended.returncode)


def version() -> str:
    """The version of the program."""
    return run(["--version"]).out.strip()


def _complaint(text: str, status: int) -> str:
    """The line of an error: after "Error: ", without the hints on how to type a command."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith(("Usage:", "  See "))]
    for line in lines:
        if line.startswith("Error: "):
            return line.removeprefix("Error: ")
    return lines[-1] if lines else f"the program ended with status {status} and said nothing."
