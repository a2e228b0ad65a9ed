"""What deploy/ promises: the unit is sound, its command exists, and the paths and headers that the proxies lean on are
those of the program."""

import http.client
import pathlib
import re
import shutil
import subprocess

import pytest
from program import ROOT, succeed
from test_session import Server, chair_cookie, evening  # noqa: F401 (a fixture)

DEPLOY = ROOT / "deploy"
UNIT = (DEPLOY / "mengpaneel.service").read_text(encoding="utf-8")


@pytest.fixture
def served(evening):  # noqa: F811
    project, code, key = evening
    server = Server(project)
    yield server, code, key
    server.stop()


def test_the_news_are_what_the_proxies_pass_on(served):
    server, code, _ = served
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request("GET", f"/s/{code}/nieuws", headers={"Host": "mengpaneel.mengstede.example"})
    answer = connection.getresponse()
    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith("text/event-stream")
    assert answer.headers["X-Accel-Buffering"] == "no" and answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Encoding"] is None and answer.headers["Content-Length"] is None
    assert answer.fp.readline() in (b"retry: 2000\n", b"d\r\n"), "the first line comes at once"
    connection.close()
    for name in ("nginx.conf", "Caddyfile"):
        text = (DEPLOY / name).read_text(encoding="utf-8")
        paths = re.findall(r"(?:location ~|path_regexp) (\S+)", text)
        assert len(paths) == 1 and re.match(paths[0], f"/s/{code}/nieuws"), name
        assert not re.match(paths[0], f"/s/{code}") and not re.match(paths[0], f"/s/{code}/voorzitter"), name
        assert "Strict-Transport-Security" in text and "Secure" in text.title()
        assert re.search(r"proxy_buffering off|flush_interval -1", text)
        assert "127.0.0.1:8080" in text


def test_the_projector_names_the_host_that_the_proxy_keeps(served):
    server, code, key = served
    assert server.ask("POST", f"/s/{code}/voorzitter", {"doe": "scherm", "beeld": "code"}, chair_cookie(code, key))[0] == 204
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request("GET", f"/s/{code}/scherm", headers={"Host": "mengpaneel.mengstede.example"})
    assert f"mengpaneel.mengstede.example/s/{code}" in connection.getresponse().read().decode()
    connection.close()


def test_the_unit_starts_what_exists():
    command = re.search(r"^ExecStart=(\S+) serve (\S+) (.*)$", UNIT, re.M)
    assert command.group(1) == "/usr/bin/mengpaneel"
    folder = re.search(r"^StateDirectory=(\S+)$", UNIT, re.M).group(1)
    assert command.group(2).startswith(f"/var/lib/{folder}/") and f"ConditionPathExists={command.group(2)}\n" in UNIT
    told = succeed("serve", "--help").out
    assert all(option in told for option in re.findall(r"--[a-z-]+", command.group(3)))
    user = re.search(r"^User=(\S+)$", UNIT, re.M).group(1)
    assert re.search(rf"^u {user} ", (DEPLOY / "mengpaneel.sysusers").read_text(encoding="utf-8"), re.M)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd on this machine")
def test_systemd_finds_the_unit_sound(tmp_path):
    # The program need not be installed for the unit to be looked at, nor its page of the manual.
    unit = tmp_path / "mengpaneel.service"
    unit.write_text(re.sub(r"^Documentation=.*\n", "", UNIT.replace("/usr/bin/mengpaneel ", "/bin/true "), flags=re.M), encoding="utf-8")
    verified = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, timeout=60, check=False)
    assert verified.returncode == 0 and verified.stderr == "", verified.stderr
    rated = subprocess.run(
        ["systemd-analyze", "security", "--offline=yes", "--threshold=15", str(unit)], capture_output=True, text=True, timeout=60, check=False)
    assert rated.returncode == 0, rated.stdout[-300:]
    score = re.search(r"exposure level for mengpaneel.service: ([\d.]+)", rated.stdout).group(1)
    assert f"an exposure of {score} " in pathlib.Path(DEPLOY / "README.md").read_text(encoding="utf-8")
