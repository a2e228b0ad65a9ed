"""Times other software on the tables of the benchmarks, side by side with ours. Called by script/peers.

Every task of every package runs in a process of its own, with limits on time and memory; only the inner seconds count, without the
start of the language and the reading of data. Heavy simulations run a few draws and are scaled to 1,000, which the table
says. What is not installed is said, never skipped in silence.
"""

import argparse
import json
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
LIMIT_SECONDS = 900
LIMIT_BYTES = 16 << 30

# The tables of Benchmarks/Promises/Tables.swift, number for number.
TABLES = r"""
import numpy as np

def sequence(seed, count):
    state, out = seed, np.empty(count, dtype=np.uint64)
    for i in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        out[i] = state
    return out

def counts(units, groups):
    if units * groups > 10**6:
        return np.random.default_rng(42).integers(0, 512, (units, groups)).astype(float)
    return (sequence(42, units * groups) >> np.uint64(55)).astype(float).reshape(units, groups)

def places(units=14000, side=1e5):
    numbers = (sequence(7, 2 * units) >> np.uint64(11)).astype(float) * 2.0**-53 * side
    return numbers[:units], numbers[units:]
"""

PYSAL = TABLES + r"""
import json, sys, time, warnings
warnings.filterwarnings("ignore")
import pandas as pd

def frame(units, groups):
    table = pd.DataFrame(counts(units, groups), columns=[f"g{i + 1}" for i in range(groups)])
    table["total"] = table.sum(axis=1)
    return table

def spatial():
    import geopandas
    table = frame(14000, 2)
    x, y = places()
    return geopandas.GeoDataFrame(table, geometry=geopandas.points_from_xy(x, y).buffer(100), crs=28992)

def run(task):
    from segregation import multigroup, singlegroup
    names = lambda k: [f"g{i + 1}" for i in range(k)]
    if task == "mh-million":
        table = frame(1_000_000, 20)
        return timed(lambda: (multigroup.MultiInfoTheory(table, names(20)).statistic,
                              multigroup.MultiDivergence(table, names(20)).statistic))
    if task == "d":
        table = frame(14000, 2)
        return timed(lambda: singlegroup.Dissim(table, "g1", "total").statistic)
    if task == "permutation":
        from segregation.inference import SingleValueTest
        table = frame(14000, 2)
        index = singlegroup.Dissim(table, "g1", "total")
        return timed(lambda: SingleValueTest(index, iterations_under_null=2, null_approach="person_permutation",
                                             n_jobs=1).p_value, scale=500)
    if task == "sp":
        table = spatial()
        return timed(lambda: singlegroup.SpatialProximity(table, "g1", "total").statistic)
    if task == "profiles":
        from segregation.dynamics import compute_divergence_profiles
        table = spatial()
        return timed(lambda: len(compute_divergence_profiles(table, names(2))))
    raise SystemExit(f"no task {task}")

def timed(work, scale=1):
    start = time.perf_counter()
    value = work()
    return {"seconds": (time.perf_counter() - start) * scale, "value": str(value), "scale": scale}

print(json.dumps(run(sys.argv[1])))
"""

R = r"""
task <- commandArgs(trailingOnly = TRUE)[1]
folder <- commandArgs(trailingOnly = TRUE)[2]
need <- c(bootstrap = "segregation", expected = "segregation", `mh-million` = "segregation", sp = "OasisR", ro = "seg")
if (!requireNamespace(need[[task]], quietly = TRUE)) stop(paste("package", need[[task]], "is not installed"))
long <- function(units, groups) {
  wide <- as.matrix(read.csv(file.path(folder, sprintf("counts-%d-%d.csv", units, groups))))
  data.frame(u = rep(seq_len(units), groups), g = rep(seq_len(groups), each = units), n = as.vector(wide))
}
scale <- 1
if (task == "mh-million") {
  set.seed(42); d <- data.frame(u = rep(1:1e6, 20), g = rep(1:20, each = 1e6), n = sample(0:511, 2e7, TRUE))
  work <- function() segregation::mutual_total(d, "g", "u", weight = "n")$est
} else if (task == "bootstrap") {
  d <- long(14000, 5); scale <- 50
  work <- function() segregation::mutual_total(d, "g", "u", weight = "n", se = TRUE, n_bootstrap = 20)$est
} else if (task == "expected") {
  d <- long(14000, 5); scale <- 50
  work <- function() segregation::mutual_expected(d, "g", "u", weight = "n", n_bootstrap = 20)$est
} else {
  x <- as.matrix(read.csv(file.path(folder, "counts-14000-2.csv")))
  p <- as.matrix(read.csv(file.path(folder, "places-14000.csv")))
  work <- if (task == "sp") function() OasisR::SP(x, d = as.matrix(dist(p)) / 1000) else
    function() seg::spatseg(seg::localenv(p, data = x, power = 0.002, maxdist = 2000))@h
}
start <- proc.time()[["elapsed"]]
value <- work()
cat(sprintf('{"seconds": %f, "value": "%s", "scale": %d}\n', (proc.time()[["elapsed"]] - start) * scale,
            paste(signif(value, 8), collapse = " "), scale))
"""

# Our benchmark, and the peers' task for it.
TASKS = [
    ("M and H of 1,000,000 units x 20 groups", {"PySAL": "mh-million", "R segregation": "mh-million"}),
    ("person bootstrap of M and H, 1,000 draws, 14,000 x 5", {"R segregation": "bootstrap"}),
    ("permutation of persons for D, 1,000 draws, 14,000 x 2", {"PySAL": "permutation"}),
    ("exact expected M and D of 14,000 units x 5 groups", {"R segregation": "expected"}),
    ("spatial proximity of 14,000 units", {"PySAL": "sp", "R OasisR": "sp"}),
    ("H between surroundings within 2 km, 14,000 units", {"R seg": "ro"}),
    ("divergence profiles of 14,000 units", {"PySAL": "profiles"}),
]


def ours():
    """Median milliseconds by benchmark of the last run of script/bench."""
    sys.path.insert(0, str(HERE))
    import bench
    return bench.in_process()


def peer(package, task, folder):
    """Seconds and a remark, or no seconds and why."""
    if package == "PySAL":
        command = [sys.executable, "-c", PYSAL, task]
    elif shutil.which("Rscript"):
        script = folder / "peer.R"
        script.write_text(R)
        command = ["Rscript", str(script), task, str(folder)]
    else:
        return None, "R is not installed"
    try:
        run = subprocess.run(
            command, capture_output=True, text=True, timeout=LIMIT_SECONDS,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (LIMIT_BYTES, LIMIT_BYTES)))
    except subprocess.TimeoutExpired:
        return None, f"stopped after {LIMIT_SECONDS} s"
    if run.returncode < 0:
        return None, f"stopped by signal {-run.returncode} (out of memory?)"
    if run.returncode:
        return None, (run.stderr.strip().splitlines() or ["failed"])[-1][:90]
    outcome = json.loads(run.stdout.strip().splitlines()[-1])
    return outcome["seconds"], "" if outcome["scale"] == 1 else f"scaled up {outcome['scale']} times"


def write_tables(folder):
    space = {}
    exec(TABLES, space)
    for groups in (2, 5):
        rows = space["counts"](14000, groups).astype(int)
        header = ",".join(f"g{i + 1}" for i in range(groups))
        text = "\n".join(",".join(map(str, row)) for row in rows)
        (folder / f"counts-14000-{groups}.csv").write_text(header + "\n" + text + "\n")
    x, y = space["places"]()
    (folder / "places-14000.csv").write_text("x,y\n" + "\n".join(f"{a},{b}" for a, b in zip(x, y)) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", help="only tasks whose name holds this text")
    options = parser.parse_args()
    measured = ours()
    print(f"{'task':58} {'package':14} {'peer':>10} {'ours':>10} {'ratio':>8}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        write_tables(folder)
        for name, peers in TASKS:
            if options.only and options.only not in name:
                continue
            own = measured[name] / 1000
            for package, task in peers.items():
                seconds, remark = peer(package, task, folder)
                if seconds is None:
                    print(f"{name:58} {package:14} {'–':>10} {own:8.3f} s {'':>8} {remark}")
                else:
                    print(f"{name:58} {package:14} {seconds:8.2f} s {own:8.3f} s {seconds / own:7.0f}x {remark}")


if __name__ == "__main__":
    main()
