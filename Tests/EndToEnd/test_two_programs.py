"""Two programs on one project: what goes together, what is refused in one line, and that nothing acknowledged is lost."""

import concurrent.futures
import http.client
import os
import re
import shutil
import signal
import subprocess
import threading
import time

import pytest

import malformed as make
from program import BINARY, Project, digest, is_one_clear_line, refused, run, succeed
from test_full_disk import PLAN
from test_session import chair_cookie, evening, join  # noqa: F401 (a fixture)
from test_session_safety import Server


class Voters:
    """Phones that vote without end, and what of it was acknowledged."""

    def __init__(self, server, code, key, count=6):
        self.server, self.code = server, code
        self.seats = [join(server, code) for _ in range(count)]
        self.acknowledged = []
        self.refusals = []
        self.stopped = threading.Event()
        assert server.ask("POST", f"/s/{code}/voorzitter", {"doe": "stemmen", "nummer": 1}, chair_cookie(code, key))[0] == 204
        self.threads = [threading.Thread(target=self.vote, args=(place,)) for place in range(count)]
        for one in self.threads:
            one.start()

    def vote(self, place):
        number = 0
        while not self.stopped.is_set():
            identity = f"{place}-{number}"
            fields = {"doe": "stem", "stelling": number % 10 + 1, "stem": number % 3 - 1, "id": identity}
            status = self.server.ask("POST", f"/s/{self.code}", fields, self.seats[place])[0]
            if status == 204:
                self.acknowledged.append(identity)
            else:
                self.refusals.append(status)
            number += 1
            # A thumb, and the limit of a seat.
            time.sleep(0.1)

    def stop(self):
        self.stopped.set()
        for one in self.threads:
            one.join()
        assert not self.refusals, self.refusals


def kept(project):
    """The identities of the entries in a project, in order; the program puts the seat before what a phone sends."""
    return [one.split(":")[-1] for (one,) in Project(project).rows("SELECT id FROM sessionEntry ORDER BY session, number")]


def test_one_server_runs_the_sessions_of_a_project(evening, tmp_path):  # noqa: F811
    project, code, key = evening
    link = tmp_path / "zelfde.mengpaneel"
    link.symlink_to(project)
    first = Server(project)
    try:
        for name in (project, link):
            outcome = run("serve", name, "--port", "0", timeout=30)
            refused(outcome, f"another mengpaneel (process {first.process.pid}) runs its sessions")
        before = digest(project)
        refused(run("session", "delete", project, "--code", code, "--yes"), "runs its sessions")
        refused(run("demo", "--output", project, "--replace"), "runs its sessions")
        assert digest(project) == before
        assert join(first, code), "the first goes on"
    finally:
        assert first.stop() == 0
    assert [path.name for path in tmp_path.glob("stad.mengpaneel*")] == ["stad.mengpaneel"]
    # A server that was killed leaves the lock to the next.
    second = Server(project)
    second.stop(signal.SIGKILL)
    third = Server(link)
    assert join(third, code)
    assert third.stop() == 0
    succeed("session", "delete", project, "--code", code, "--yes")


def test_a_project_without_sessions_may_be_served_twice(project):
    servers = [Server(project) for _ in range(2)]
    assert [server.ask("GET", "/gezond", quiet=False)[0] for server in servers] == [200, 200]
    assert [server.stop() for server in servers] == [0, 0]


def test_while_people_vote_others_read_and_write_the_project(evening, tmp_path):  # noqa: F811
    project, code, key = evening
    (tmp_path / "kwb-2023.csv").write_bytes(make.table())
    (tmp_path / "plan.yaml").write_text(PLAN)
    server = Server(project)
    try:
        voters = Voters(server, code, key)
        succeed("import", tmp_path / "kwb-2023.csv", "--into", project)
        succeed("simulate", project, "--package", tmp_path / "plan.yaml", "--runs", "2", "--keep", "--municipality", "GM9999")
        other = re.search(r"^Session (\w+):", succeed("session", "new", project, "--title", "Later").out).group(1)
        succeed("session", "export", project, "--code", code, "--output", tmp_path / "map", "--votes")
        succeed("session", "bundle", project, "--code", code, "--output", tmp_path / "archief")
        succeed("session", "report", project, "--code", code, "--output", tmp_path / "verslag.html")
        voters.stop()
        assert server.ask("GET", f"/s/{other}")[0] == 404, "a session is served from the next start on"
    finally:
        assert server.stop() == 0
    assert len(voters.acknowledged) > 20 and set(voters.acknowledged) <= set(kept(project))
    facts = Project(project)
    assert facts.rows("SELECT COUNT(*) FROM import") == [(2,)] and facts.rows("SELECT COUNT(*) FROM simulation") == [(1,)]
    assert "agree" in succeed("session", "check", tmp_path / "archief").out
    assert "session," not in succeed("doctor", project).out


def test_imports_at_once_are_all_there_or_said_not_to_be(tmp_path):
    """Into a project that is not there yet: one of them makes it."""
    project = tmp_path / "stad.mengpaneel"
    for year in range(2019, 2024):
        (tmp_path / f"kwb-{year}.csv").write_bytes(make.table())
    with concurrent.futures.ThreadPoolExecutor(5) as pool:
        outcomes = list(pool.map(lambda year: run("import", tmp_path / f"kwb-{year}.csv", "--into", project), range(2019, 2024)))
    added = [year for year, outcome in zip(range(2019, 2024), outcomes, strict=True) if outcome.status == 0]
    assert added
    for outcome in outcomes:
        errors = [line for line in outcome.err.splitlines() if line.startswith("Error:")]
        assert len(errors) == (outcome.status != 0), outcome
    assert {one for (one,) in Project(project).rows("SELECT name FROM import")} == {f"kwb-{year}.csv" for year in added}
    assert sorted(path.name for path in tmp_path.glob("stad*")) == ["stad.mengpaneel"]
    for year in range(2019, 2024):
        succeed("import", tmp_path / f"kwb-{year}.csv", "--into", project)
    assert Project(project).rows("SELECT COUNT(*) FROM import") == [(5,)]


@pytest.mark.parametrize("what", ["removed", "replaced", "its folder is gone"])
def test_a_vote_is_not_taken_for_a_file_that_is_no_longer_there(evening, tmp_path, what, demo):  # noqa: F811
    project, code, key = evening
    (tmp_path / "map").mkdir()
    moved = shutil.move(project, tmp_path / "map" / "stad.mengpaneel")
    server = Server(moved)
    try:
        seat = join(server, code)
        assert server.ask("POST", f"/s/{code}/voorzitter", {"doe": "stemmen", "nummer": 1}, chair_cookie(code, key))[0] == 204
        if what == "its folder is gone":
            shutil.rmtree(tmp_path / "map")
        elif what == "removed":
            os.unlink(moved)
        else:
            shutil.copyfile(demo, tmp_path / "ander.mengpaneel")
            os.replace(tmp_path / "ander.mengpaneel", moved)
        fields = {"doe": "stem", "stelling": 1, "stem": 1, "id": "a"}
        assert server.ask("POST", f"/s/{code}", fields, seat)[0] == 503
        assert server.ask("GET", f"/s/{code}", cookie=seat, quiet=False)[0] == 200, "what was said so far can still be read"
    finally:
        assert server.stop() == 0
    told = [line for line in server.said if line.startswith("Votes are not kept")]
    assert len(told) == 1 and str(moved) in told[0], server.said
