"""The Debian package: what is in it, and that what it holds runs. It is made from the programs at hand; with
MENGPANEEL_PACKAGE a package that `script/package` built for release is looked at instead."""

import os
import pathlib
import shutil
import subprocess

import pytest
from program import BINARY, ROOT, succeed

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ["dpkg-deb", "dpkg-query", "readelf", "strip", "man"])), reason="packages are made on Debian only")


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    if os.environ.get("MENGPANEEL_PACKAGE"):
        return pathlib.Path(os.environ["MENGPANEEL_PACKAGE"])
    folder = tmp_path_factory.mktemp("package")
    made = subprocess.run(
        [ROOT / "script" / "package", "--from", pathlib.Path(BINARY).parent, "--into", folder], capture_output=True, text=True,
        timeout=600, check=False, env=os.environ | {"MENGPANEEL_QUICK": "1"})
    assert made.returncode == 0, made.stderr
    return next(folder.glob("*.deb"))


def told(*arguments):
    return subprocess.run(arguments, capture_output=True, text=True, timeout=120, check=True).stdout


def test_all_is_in_it_and_belongs_to_root(package):
    lines = told("dpkg-deb", "--contents", package).splitlines()
    names = {line.split()[5].removeprefix("./") for line in lines}
    assert all(line.split()[1] == "root/root" for line in lines)
    for name in ["usr/bin/mengpaneel", "usr/bin/mengpaneel-read", "usr/share/man/man1/mengpaneel.1.gz",
                 "usr/share/bash-completion/completions/mengpaneel", "usr/share/zsh/vendor-completions/_mengpaneel",
                 "usr/share/fish/vendor_completions.d/mengpaneel.fish", "usr/lib/systemd/system/mengpaneel.service",
                 "usr/lib/sysusers.d/mengpaneel.conf", "usr/share/doc/mengpaneel/copyright",
                 "usr/share/doc/mengpaneel/Handleiding-voorzitter.md", "usr/share/doc/mengpaneel/examples/nginx.conf"]:
        assert name in names, name
    assert not [name for name in names if name.startswith(("etc", "home", "var", "work", "tmp"))]
    assert any(name.startswith("usr/share/doc/mengpaneel/images/handleiding/") and name.endswith(".png") for name in names)


def test_it_says_what_it_needs(package):
    fields = dict(line.split(": ", 1) for line in told("dpkg-deb", "--field", package).splitlines() if not line.startswith(" "))
    assert fields["Package"] == "mengpaneel" and fields["Version"] == succeed("--version").out.strip()
    needed = [one.split()[0] for one in fields["Depends"].split(", ")]
    assert {"libc6", "libsqlite3-0", "zlib1g"} <= set(needed) and any(one.startswith("libgdal") for one in needed), needed
    assert {"chromium", "pandoc", "librsvg2-bin"} <= set(fields["Recommends"].split(", "))


def test_what_it_holds_runs(package, tmp_path):
    subprocess.run(["dpkg-deb", "--extract", package, tmp_path], check=True, timeout=120)
    program = tmp_path / "usr/bin/mengpaneel"
    assert told(program, "--version") == succeed("--version").out
    found = told(program, "doctor", "--format", "csv")
    assert f"mengpaneel-read,good,\"{program}-read" in found or f"mengpaneel-read,good,{program}-read" in found, found
    project = tmp_path / "demo.mengpaneel"
    subprocess.run([program, "demo", "--output", project], check=True, capture_output=True, timeout=120)
    assert "C6" in told(program, "claims", project)
    shown = told("man", "-l", tmp_path / "usr/share/man/man1/mengpaneel.1.gz")
    assert "mengpaneel serve" in shown


def test_its_scripts_are_scripts(package, tmp_path):
    subprocess.run(["dpkg-deb", "--control", package, tmp_path], check=True, timeout=60)
    for name in ("postinst", "prerm", "postrm"):
        assert os.access(tmp_path / name, os.X_OK)
        subprocess.run(["sh", "-n", tmp_path / name], check=True, timeout=60)
    # Taking the package away never throws votes away.
    assert "rm " not in (tmp_path / "postrm").read_text(encoding="utf-8")
