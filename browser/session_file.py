"""A session with anything in it, made from outside: entries of the chair are written straight into the project file."""

import contextlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile

from conftest import wait_for_address

BINARY = os.environ.get("MENGPANEEL_BINARY", "")


def add_events(project, code, events):
    """Events of the chair, as the program would write them."""
    with contextlib.closing(sqlite3.connect(project)) as database, database:
        session, count = database.execute(
            "SELECT s.number, COUNT(e.number) FROM session s LEFT JOIN sessionEntry e ON e.session = s.number WHERE code = ?", (code,)
        ).fetchone()
        time = json.loads(database.execute("SELECT entry FROM sessionEntry WHERE session = ?", (session,)).fetchone()[0])["time"]
        for number, event in enumerate(events, count + 1):
            entry = {"author": {"chair": {}}, "event": event, "id": f"test-{number}", "time": time}
            database.execute(
                "INSERT INTO sessionEntry (session, number, id, version, entry) VALUES (?, ?, ?, 1, ?)",
                (session, number, f"test-{number}", json.dumps(entry)),
            )


@contextlib.contextmanager
def served_session(title="Werkgroep 2", place="", statements=(), events=(), seats=0, more=(), town=None):
    """The address of a server, the path of the session, the key of the chair and the codes of seats; on a copy of the
    project `town`, or else on the made-up municipality."""
    with tempfile.TemporaryDirectory() as folder:
        project = os.path.join(folder, "zaal.mengpaneel")
        text = os.path.join(folder, "stellingen.txt")
        with open(text, "w", encoding="utf-8") as file:
            file.write("".join(one + "\n" for one in statements))
        if town:
            shutil.copyfile(town, project)
        else:
            subprocess.run([BINARY, "demo", "--output", project], check=True, timeout=300)
        made = subprocess.run(
            [BINARY, "session", "new", project, f"--title={title}", *([f"--place={place}"] if place else []), "--statements", text, "--seats", str(seats), *more],
            check=True, capture_output=True, text=True).stdout
        code, key = re.search(r"^Session (\w+):", made).group(1), re.search(r"sleutel=(\w+)", made).group(1)
        add_events(project, code, events)
        process = subprocess.Popen([BINARY, "serve", project, "--port", "0"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        try:
            yield wait_for_address(process), f"/s/{code}", key, re.findall(r"^Seat: +(\w+)", made, re.M)
        finally:
            process.terminate()
            process.wait(timeout=30)
