"""An ensemble on a real Slurm cluster of two nodes, of which one is lost half-way: the outcome is that of one machine."""

import datetime
import os
import pathlib
import shutil
import subprocess
import time

import pytest

from program import BINARY, ROOT, digest, run, succeed
from slurm_cluster import Cluster

PLAN = """package: Plan
horizon: 2026
measures:
  - lever: demolishRebuild
    areas: [BU99990203]
    from: 2023
    dwellings: 20
    rebuilt: {socialRent: 5, ownerOccupied: 15}
"""
SHARDS = 10


def installed():
    """Whether Slurm is here; as root it is installed from the packages of Debian."""
    path = f"{os.environ['PATH']}:/usr/sbin"
    if shutil.which("slurmctld", path=path) is None and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for words in [["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "slurm-wlm", "munge"]]:
            subprocess.run(["apt-get", *words], env=quiet, check=False, stdout=subprocess.DEVNULL)
    return os.geteuid() == 0 and all(shutil.which(name, path=path) for name in ["slurmctld", "slurmd", "munged"])


@pytest.fixture
def tell():
    """Tells what happened and when; kept in the file that MENGPANEEL_SLURM_LOG names."""
    begun = time.monotonic()
    lines = []

    def say(line):
        lines.append(f"{time.monotonic() - begun:4.0f} s  {line}")
        print(lines[-1], flush=True)

    yield say
    if target := os.environ.get("MENGPANEEL_SLURM_LOG"):
        today = datetime.date.today().isoformat()
        pathlib.Path(target).write_text(f"{today}\n" + "\n".join(lines) + "\n")


@pytest.mark.slow
def test_a_lost_node_changes_no_byte(project, tmp_path, tell):
    if not installed():
        pytest.skip("slurm-wlm and munge are not installed, or this is not root")
    package = tmp_path / "plan.yaml"
    package.write_text(PLAN)
    folder = tmp_path / "map"
    settings = ["--package", package, "--runs", str(SHARDS * 2), "--uncertainty", "estimate"]
    succeed("simulate", project, *settings, "--csv", tmp_path / "alone.csv", "--format", "json")
    tell(f"one machine: {SHARDS * 2} runs of 3 arms, CSV with SHA-256 {digest(tmp_path / 'alone.csv')[:16]}")
    succeed("ensemble", "plan", project, *settings, "--runs-per-shard", "2", "--into", folder)
    with Cluster() as cluster:
        version = cluster.ask("sinfo", "--version")
        loopback, others = cluster.addresses()
        tell(f"{version} with nodes n1 and n2 is up; sockets on loopback: {len(loopback)}, elsewhere: {len(others)}")
        assert len(loopback) >= 3 and not others
        cluster.environment |= {"MENGPANEEL": BINARY, "LC_ALL": "C.UTF-8"}
        submit = ["sbatch", "--parsable", f"--chdir={tmp_path}", ROOT / "deploy" / "slurm.sh", folder, project]

        def missing():
            return run("ensemble", "missing", folder).out.strip()

        submit.insert(1, f"--array={missing()}")
        cluster.ask(*submit)
        tell(f"submitted: sbatch {submit[1]} deploy/slurm.sh")

        def finished():
            return len(list(folder.glob("shard-*.bin")))

        def is_at_work():
            """The shards of n2 that have finished runs, but not all of them."""
            return [index for index in cluster.jobs("-t", "R", "-w", "n2")
                    if any(file.stat().st_size for file in folder.glob(f"shard-{index:04}.*.runs"))]

        cluster.wait(150, lambda: finished() >= 3 and is_at_work(), "work on n2")
        (lost,) = is_at_work()
        killed = cluster.kill_node("n2")
        assert not (folder / f"shard-{lost:04}.bin").exists()
        kept = sum(file.stat().st_size for file in folder.glob(f"shard-{lost:04}.*.runs"))
        tell(f"n2 killed ({killed} processes) in the middle of shard {lost}; {finished()} of {SHARDS} shards done, {kept} bytes of it kept")
        assert not cluster.addresses()[1]
        waited = cluster.wait(90, lambda: cluster.states()["n2"] == "down", "the loss of n2 to be noticed")
        tell(f"Slurm noticed after {waited:.0f} s: n2 is down")
        cluster.wait(30, lambda: lost in cluster.jobs("-t", "PD"), "the lost shard back in the queue")
        job = cluster.jobs("-t", "PD")[lost]
        # Slurm waits two minutes before it tries again; no need to sit those out.
        cluster.ask("scontrol", "update", f"JobId={job}", "StartTime=now")
        tell(f"shard {lost} requeued by Slurm itself; its waiting time taken off")
        cluster.wait(150, lambda: not cluster.jobs(), "the end of all shards")
        history = (cluster.folder / "jobs.txt").read_text()
        failed = history.count("NODE_FAIL")
        tell(f"queue empty; shards missing: {missing() or 'none'}; NODE_FAIL in the history: {failed}")
        assert failed == 1 and missing() == ""
        processes = cluster.own()
    left = [process for process in processes if pathlib.Path(f"/proc/{process}").exists()]
    assert not left and not cluster.own()
    assert not list(folder.glob("*.runs")) and not list(folder.glob("*.part"))
    succeed("ensemble", "merge", folder, "--project", project, "--csv", tmp_path / "merged.csv", "--format", "json")
    tell(f"merged: CSV with SHA-256 {digest(tmp_path / 'merged.csv')[:16]}; all daemons stopped")
    assert (tmp_path / "merged.csv").read_bytes() == (tmp_path / "alone.csv").read_bytes()
