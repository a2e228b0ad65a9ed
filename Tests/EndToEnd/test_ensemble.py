"""An ensemble cut into shards: whoever computes them, put together they are what one machine gives, to the byte."""

import json
import os
import shutil
import signal
import subprocess
import time

import pytest

from program import BINARY, ROOT, digest, refused, run, succeed

PLAN = """package: Plan
horizon: 2024
measures:
  - lever: demolishRebuild
    areas: [BU99990203]
    from: 2023
    dwellings: 20
    rebuilt: {socialRent: 5, ownerOccupied: 15}
"""
SETTINGS = ["--runs", "5", "--uncertainty", "estimate", "--seed", "7", "--with", "feedback", "--assume", "returnShare=0.3"]


@pytest.fixture
def package(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN)
    return path


@pytest.fixture
def folder(project, package, tmp_path):
    """A plan of five runs in three shards."""
    path = tmp_path / "map"
    succeed("ensemble", "plan", project, "--package", package, *SETTINGS, "--runs-per-shard", "2", "--into", path)
    return path


def shard(folder, project, index, **options):
    return run("ensemble", "shard", folder, "--project", project, "--index", index, **options)


def one_line(outcome, status, *texts):
    """Refused with this status, in one line that holds these texts."""
    assert outcome.status == status and outcome.out == "", outcome
    assert len(outcome.complaints) == 1, outcome
    for text in texts:
        assert text in outcome.err, outcome


def test_shards_in_any_order_and_twice_are_the_bytes_of_one_machine(project, package, folder, tmp_path):
    other = shutil.copyfile(project, tmp_path / "other.mengpaneel")
    alone = succeed("simulate", other, "--package", package, *SETTINGS, "--keep", "--csv", tmp_path / "alone.csv")
    for index in ["2", "0", "1", "0", "2"]:
        assert shard(folder, project, index, environment={"OMP_NUM_THREADS": "1"}).status == 0
    assert sorted(os.listdir(folder)) == ["plan.json", "shard-0000.bin", "shard-0001.bin", "shard-0002.bin"]
    merged = succeed("ensemble", "merge", folder, "--project", project, "--keep", "--csv", tmp_path / "merged.csv")
    assert (tmp_path / "merged.csv").read_bytes() == (tmp_path / "alone.csv").read_bytes()
    assert merged.out == alone.out
    # The same name in the project, and the same file of it.
    assert merged.err.split(" as ")[-1] == alone.err.split(" as ")[-1]
    assert digest(project) == digest(other)


def test_a_valid_shard_is_done_at_once_and_left_as_it_is(project, folder):
    assert shard(folder, project, 0).status == 0
    before = (folder / "shard-0000.bin").stat()
    # Not even the project is opened.
    assert shard(folder, "gone.mengpaneel", 0).status == 0
    assert (folder / "shard-0000.bin").stat().st_ino == before.st_ino


def test_the_same_plan_again_changes_nothing_and_another_is_refused(project, package, folder):
    before = digest(folder / "plan.json")
    plan = ["ensemble", "plan", project, "--package", package, "--runs-per-shard", "2", "--into", folder]
    succeed(*plan, *SETTINGS)
    assert digest(folder / "plan.json") == before
    refused(run(*plan, "--runs", "6"), "another plan lies here already")
    assert digest(folder / "plan.json") == before
    described = json.loads((folder / "plan.json").read_text())
    assert described["shards"] == 3 and described["plan"]["arms"][0] == "do nothing" and len(described["name"]) == 64


@pytest.mark.parametrize("name", ["SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX"])
def test_the_number_comes_from_the_engine(project, folder, name):
    arguments = ["ensemble", "shard", folder, "--project", project]
    assert run(*arguments, environment={name: "1"}).status == 0
    assert (folder / "shard-0001.bin").exists()
    one_line(run(*arguments, environment={name: "one"}), 42, name, "'one' is not the number of a shard")
    one_line(run(*arguments, environment={name: "3"}), 42, name, "the plan has shards 0 to 2")


def test_missing_is_for_programs_to_read(project, folder):
    def missing(*options):
        outcome = run("ensemble", "missing", folder, *options)
        return outcome.status, outcome.out, outcome.err

    assert missing() == (1, "0-2\n", "")
    assert shard(folder, project, 1).status == 0
    assert missing() == (1, "0,2\n", "")
    assert missing("--format", "lines") == (1, "0\n2\n", "")
    assert missing("--format", "json") == (1, "[0, 2]\n", "")
    for index in [0, 2]:
        assert shard(folder, project, index).status == 0
    assert missing() == (0, "", "") and missing("--format", "json") == (0, "[]\n", "")
    damaged = folder / "shard-0001.bin"
    damaged.write_bytes(damaged.read_bytes()[:-1])
    status, out, err = missing()
    assert (status, out) == (1, "1\n") and "is damaged" in err
    refused(run("ensemble", "merge", folder, "--project", project), "shard-0001.bin", "is damaged")
    assert shard(folder, project, 1).status == 0 and missing() == (0, "", "")


def test_missing_and_foreign_shards_are_refused(project, package, folder, tmp_path):
    csv = tmp_path / "merged.csv"
    merge = ["ensemble", "merge", folder, "--project", project, "--csv", csv]
    assert shard(folder, project, 0).status == 0
    refused(run(*merge), "2 of 3 shards are missing (1-2)")
    other = tmp_path / "other"
    succeed("ensemble", "plan", project, "--package", package, "--runs", "4", "--runs-per-shard", "2", "--into", other)
    assert shard(other, project, 1).status == 0
    shutil.copyfile(other / "shard-0001.bin", folder / "shard-0001.bin")
    refused(run(*merge), "shard-0001.bin", "belongs to plan")
    assert "1-2\n" == run("ensemble", "missing", folder).out
    shutil.copyfile(folder / "shard-0000.bin", folder / "shard-0001.bin")
    refused(run(*merge), "another file holds too")
    assert not csv.exists()


def test_another_project_program_or_plan_is_refused_with_42(project, folder, tmp_path):
    other = tmp_path / "other.mengpaneel"
    succeed("demo", "--output", other, "--seed", "99")
    one_line(shard(folder, other, 0), 42, "other.mengpaneel", "its figures are not those of the plan")
    one_line(shard(folder, tmp_path / "none.mengpaneel", 0), 42, "none.mengpaneel")
    copy = tmp_path / "mengpaneel"
    shutil.copyfile(BINARY, copy)
    copy.chmod(0o755)
    with copy.open("ab") as program:
        program.write(b"\0")
    outcome = subprocess.run([copy, "ensemble", "shard", folder, "--project", project, "--index", "0"],
                             capture_output=True, text=True, check=False, timeout=120)
    assert outcome.returncode == 42 and "made by program" in outcome.stderr and len(outcome.stderr.splitlines()) == 1
    text = (folder / "plan.json").read_text()
    (folder / "plan.json").write_text(text.replace('"seed" : 7', '"seed" : 8'))
    one_line(shard(folder, project, 0), 42, "plan.json", "was changed after it was made")
    (folder / "plan.json").write_text(text[:100])
    one_line(shard(folder, project, 0), 42, "plan.json", "is no plan")
    (folder / "plan.json").unlink()
    one_line(shard(folder, project, 0), 42, "plan.json", "there is no such file")
    assert not list(folder.glob("*.bin"))


def test_mistyped_words_are_one_line(project, folder, tmp_path):
    refused(run("ensemble", "shrad", folder), "Did you mean 'shard'?")
    one_line(run("ensemble", "shard", folder, "--project", project), 42, "--index is missing", "--index 0 to 2")
    one_line(shard(folder, project, 3), 42, "there is no shard 3")
    one_line(shard(tmp_path / "none", project, 0), 42, "there is no such folder")
    refused(run("ensemble", "shard", folder, "--project", project, "--indx", "0"), "--indx")
    refused(run("ensemble", "missing", tmp_path / "none"), "there is no such folder")
    assert run("ensemble", "missing", tmp_path / "none").status == 2
    refused(run("ensemble", "plan", project, "--runs", "5", "--runs-per-shard", "6", "--into", tmp_path / "x"),
            "--runs-per-shard: 6 is not between 1 and 5")
    refused(run("ensemble", "plan", project, "--runs", "65537", "--into", tmp_path / "x"), "between 1 and 65,536")
    refused(run("ensemble", "script", "slrum"), "slrum")
    assert not (tmp_path / "x").exists()


def start(folder, project, index=0):
    surroundings = os.environ | {"LC_ALL": "C.UTF-8"}
    return subprocess.Popen([BINARY, "ensemble", "shard", folder, "--project", project, "--index", str(index), "--threads", "1"],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=surroundings)


def wait_for_entries(folder, process, bytes_wanted=1):
    for _ in range(600):
        if process.poll() is not None or sum(file.stat().st_size for file in folder.glob("*.runs")) >= bytes_wanted:
            return
        time.sleep(0.1)
    raise AssertionError("the shard finished nothing in a minute")


def test_a_stopped_shard_says_75_and_goes_on_where_it_was(project, package, tmp_path):
    folder = tmp_path / "long"
    succeed("ensemble", "plan", project, "--package", package, "--until", "2027", "--runs", "12", "--runs-per-shard", "12", "--into", folder)
    stopped = []
    for sign in [signal.SIGTERM, signal.SIGKILL, signal.SIGTERM]:
        process = start(folder, project)
        had = sum(file.stat().st_size for file in folder.glob("*.runs"))
        wait_for_entries(folder, process, had + 1)
        process.send_signal(sign)
        out, err = process.communicate(timeout=60)
        assert out == "" and not (folder / "shard-0000.bin").exists(), err
        stopped.append((process.returncode, err))
    assert stopped[0][0] == 75 and "start it again to go on" in stopped[0][1] and len(stopped[0][1].splitlines()) == 1
    assert stopped[1][0] == -signal.SIGKILL
    # Each of the three finished a run at least, and none of them began anew.
    first, third = (int(stopped[place][1].split("stopped with ")[1].split()[0]) for place in [0, 2])
    assert third >= first + 2
    # What a kill cut off is computed again.
    for file in folder.glob("*.runs"):
        file.write_bytes(file.read_bytes()[:-3])
    assert run("ensemble", "missing", folder).out == "0\n"
    assert shard(folder, project, 0).status == 0
    assert sorted(os.listdir(folder)) == ["plan.json", "shard-0000.bin"]
    whole = tmp_path / "whole"
    succeed("ensemble", "plan", project, "--package", package, "--until", "2027", "--runs", "12", "--runs-per-shard", "12", "--into", whole)
    assert shard(whole, project, 0).status == 0
    assert digest(whole / "shard-0000.bin") == digest(folder / "shard-0000.bin")
    assert digest(whole / "plan.json") == digest(folder / "plan.json")


def test_two_processes_at_the_same_shard_do_not_harm_each_other(project, folder):
    processes = [start(folder, project) for _ in range(2)]
    for process in processes:
        _, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
    assert not list(folder.glob("*.part")) and run("ensemble", "missing", folder).out == "1-2\n"


@pytest.mark.parametrize("engine, name", [
    ("slurm", "slurm.sh"), ("kubernetes", "kubernetes-job.yaml"), ("parallel", "parallel.sh")])
def test_the_files_in_deploy_are_those_of_the_program(engine, name):
    path = ROOT / "deploy" / name
    text = succeed("ensemble", "script", engine).out
    assert path.read_text() == text, f"mengpaneel ensemble script {engine} > deploy/{name}"
    if name.endswith(".sh"):
        assert subprocess.run(["bash", "-n", path], check=False).returncode == 0
        assert os.access(path, os.X_OK)


@pytest.mark.skipif(shutil.which("parallel") is None, reason="GNU parallel is not installed")
def test_gnu_parallel_computes_what_is_missing(project, package, folder, tmp_path):
    script = tmp_path / "parallel.sh"
    script.write_text(succeed("ensemble", "script", "parallel", folder, "--project", project).out)
    assert shard(folder, project, 1).status == 0
    surroundings = os.environ | {"MENGPANEEL": BINARY, "JOBS": "2", "LC_ALL": "C.UTF-8"}
    for _ in range(2):
        done = subprocess.run(["bash", script], capture_output=True, text=True, env=surroundings, check=False, timeout=200)
        assert done.returncode == 0, done
    assert run("ensemble", "missing", folder).status == 0
