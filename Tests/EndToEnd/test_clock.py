"""The clock of the machine is set while people vote, by days, forward and back."""

import glob
import json
import os
import re

import pytest

from program import Project
from test_session import chair_cookie, evening, join  # noqa: F401 (a fixture)
from test_session_safety import Server

FAKE = next(iter(glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")), None)


@pytest.mark.skipif(FAKE is None, reason="there is no libfaketime on this machine (apt install libfaketime)")
def test_a_clock_that_is_set_changes_no_timer_no_order_and_no_seat(evening, tmp_path):  # noqa: F811
    project, code, key = evening
    clock = tmp_path / "klok"
    clock.write_text("+0\n")
    server = Server(
        project,
        env=os.environ
        | {"LD_PRELOAD": FAKE, "FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"},
    )
    chair = chair_cookie(code, key)

    def left():
        """Seconds that the step has left, as the projector gets it."""
        page = server.ask("GET", f"/s/{code}/scherm", quiet=False)[2]
        return int(re.search(r'data-rest="(-?\d+)"', page).group(1)) / 1000

    try:
        for fields in ({"doe": "stap", "nummer": 1}, {"doe": "scherm", "beeld": "stap"}, {"doe": "stemmen", "nummer": 1}):
            assert server.ask("POST", f"/s/{code}/voorzitter", fields, chair)[0] == 204
        seat = join(server, code)
        begun, number = left(), 0
        for jump in ("+5h", "-5h", "+9d", "-9d", "+0"):
            clock.write_text(jump + "\n")
            assert begun - 120 < left() <= begun, jump
            for _ in range(10):
                fields = {"doe": "stem", "stelling": number % 10 + 1, "stem": 1, "id": f"v{number}"}
                assert server.ask("POST", f"/s/{code}", fields, seat)[0] == 204, "the seat and its allowance go on"
                number += 1
            assert server.ask("GET", f"/s/{code}/voorzitter", cookie=chair, quiet=False)[0] == 200
    finally:
        assert server.stop() == 0
    rows = [(one.split(":")[-1], entry) for one, entry in Project(project).rows("SELECT id, entry FROM sessionEntry ORDER BY number")]
    times = [json.loads(entry)["time"] for _, entry in rows]
    assert times == sorted(times) and times[-1] - times[0] < 600_000, "nothing lasted days"
    assert [name for name, _ in rows if re.fullmatch(r"v\d+", name)] == [f"v{place}" for place in range(number)]
