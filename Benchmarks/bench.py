"""Holds the promises on speed against what this machine does now. Called by script/bench."""

import argparse
import gzip
import json
import os
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
# As script/build has it, so that nothing is compiled twice.
RELEASE = ["-c", "release", *(["--static-swift-stdlib"] if sys.platform == "linux" else [])]
PROMISES = json.loads((HERE / "promises.json").read_text())
# Columns of the key figures that the importer knows; the rest of the 120 are columns that it leaves aside.
KNOWN = """a_inw a_hh a_woning a_1p_hh a_hh_z_k a_hh_m_k g_wozbag p_koopw p_huurw p_wcorpw p_ov_hw p_1gezw p_mgezw
p_leegsw g_ink_po g_ink_pi p_ink_li p_ink_hi p_hh_li p_hh_hi p_hh_lkk p_hh_osm p_hh_110 p_hh_120 g_hh_sti m_hh_ver
a_soz_wb g_afs_hp g_afs_gs g_afs_kv g_afs_sc g_3km_sc bev_dich ste_oad a_lan_ha a_00_14 a_65_oo a_opl_bvm a_opl_hvm
a_opl_hw a_nl_all a_eur_al a_neu_al""".split()


def in_process():
    """Median milliseconds by benchmark. The program tells the spread of each by itself, in nanoseconds; the tool that usually
    starts it would have all libraries compiled a second time, as it cannot be told how."""
    out = subprocess.run([built("Promises"), "--quiet", "true"], check=True, capture_output=True, text=True).stdout
    found = {}
    for part in out.split("Debug results for ")[1:]:
        name, _, spread = part.partition(":\n")
        rows = re.findall(r"^ *([\d.]+) +([01]\.\d+) ", spread.partition("Time (wall clock):")[2], re.MULTILINE)
        found[name] = next(float(value) for value, share in rows if float(share) >= 0.5) * 1e-6
    return found


def timed(arguments, runs, before=lambda: None):
    """Median wall milliseconds of a whole process."""
    times = []
    for _ in range(runs + 1):
        before()
        start = time.perf_counter()
        subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[1:])


def counts_file(folder):
    path = folder / "counts.csv"
    random.seed(1)
    rows = [f"u{i},{random.randint(0, 400)},{random.randint(0, 400)}" for i in range(100)]
    path.write_text("id,low,other\n" + "\n".join(rows) + "\n")
    return path


def places_file(folder):
    """Two groups in 14,000 units with a place, scattered over a square of 100 km."""
    path = folder / "places.csv"
    random.seed(3)
    rows = [f"u{i},{random.random() * 1e5:.1f},{random.random() * 1e5:.1f},{random.randint(0, 400)},"
            f"{random.randint(0, 400)}" for i in range(14_000)]
    path.write_text("id,x,y,low,other\n" + "\n".join(rows) + "\n")
    return path


def peak(arguments):
    """Largest resident memory of a process in MB."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, arguments
    return usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def memory(binary, folder):
    places = places_file(folder)
    measure = [binary, "measure", str(places), "--draws", "0", "--index"]
    return {
        "spatial proximity of 14,000 units, whole process": peak(measure + ["SP-multi"]),
        "divergence profiles of 14,000 units, whole process": peak(measure + ["distortion-global"]),
    }


def national_file(folder):
    """Made-up figures in the form of a national table of key figures: 14,000 neighbourhoods by 120 columns."""
    names = KNOWN + [f"x_{i:03d}" for i in range(120 - len(KNOWN))]
    path = folder / "kwb-2024.csv"
    random.seed(2)
    with path.open("w") as out:
        out.write(";".join(["gwb_code_10", "gwb_code_8", "regio", "gm_naam", "recs", "gwb_code", "ind_wbi"] + names) + "\n")
        for i in range(14_000):
            town, code = i // 40, f"{i // 40 + 1:04d}{i % 40:04d}"
            cells = []
            for name in names:
                if random.random() < 0.08:
                    cells.append(".")
                elif name.startswith("p_"):
                    cells.append(str(random.randint(0, 20)))
                elif name.startswith("g_"):
                    cells.append(f"{random.random() * 300:.1f}".replace(".", ","))
                else:
                    cells.append(str(random.randint(0, 4) * 5 if name != "a_inw" else random.randint(10, 800) * 5))
            out.write(";".join([f"BU{code}", code, f"Buurt {i}", f"Gemeente {town}", "Buurt", f"BU{code}", "1"] + cells) + "\n")
    return path


def whole_process(binary, folder):
    counts, national, project = counts_file(folder), national_file(folder), folder / "land.mengpaneel"
    return {
        "start (--version)": timed([binary, "--version"], 15),
        "measure, 100 units with intervals": timed([binary, "measure", str(counts)], 15),
        "import, 14,000 neighbourhoods x 120 columns": timed(
            [binary, "import", str(national), "--year", "2024", "--into", str(project)], 3,
            before=lambda: project.unlink(missing_ok=True)),
    }


def page(binary, folder):
    """95th percentile of the answer in milliseconds, and the size of the compressed view in kB."""
    project = folder / "demo.mengpaneel"
    subprocess.run([binary, "demo", "--output", str(project), "--replace"], check=True, stderr=subprocess.DEVNULL)
    server = subprocess.Popen([binary, "serve", str(project), "--port", "0"], stderr=subprocess.PIPE, text=True)
    try:
        address = next(found.group(0) for line in server.stderr if (found := re.search(r"http://\S+", line)))
        times, size = [], 0
        for _ in range(120):
            request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
            start = time.perf_counter()
            with urllib.request.urlopen(request) as answer:
                body = answer.read()
            times.append((time.perf_counter() - start) * 1000)
            size = len(body)
            assert b"<html" in gzip.decompress(body)
        view = size
        page_text = gzip.decompress(body).decode()
        for asset in set(re.findall(r'(?:href|src)="(/[^"]+\.(?:css|js|svg)[^"]*)"', page_text)):
            request = urllib.request.Request(address.rstrip("/") + asset, headers={"Accept-Encoding": "gzip"})
            with urllib.request.urlopen(request) as answer:
                view += len(answer.read())
        return sorted(times[20:])[94], view / 1000
    finally:
        server.terminate()
        server.wait(timeout=10)


def built(name):
    """A program of the benchmarks."""
    command = ["swift", "build", *RELEASE, "--quiet"]
    subprocess.run([*command, "--product", name], check=True, cwd=ROOT)
    shown = subprocess.run([*command, "--show-bin-path"], check=True, cwd=ROOT, capture_output=True, text=True)
    return pathlib.Path(shown.stdout.strip()) / name


def simulation(binary):
    """Nanoseconds per household and year, the floor in C beside it, and seconds to the answers of a town."""
    rows = {}
    # A process for each part: what the country leaves behind in memory would slow the town down.
    for part in ["100,000", "1,000,000", "8,300,000", "town", "schelling"]:
        out = subprocess.run([binary, part], check=True, capture_output=True, text=True).stdout
        rows |= {row["name"]: row["value"] for row in map(json.loads, out.splitlines())}
    return rows


def slower(yardstick):
    """How many times slower than the quiet machine this one is. Never below 1: a faster machine does not make a promise
    stricter than it was given. Never above 3: a single busy moment under the yardstick would let everything pass."""
    return min(3.0, max(1.0, yardstick / PROMISES["yardstick_ms_quiet"]))


def kept(value, limit, slowness):
    return value <= limit * slowness


def best_of(measure, limits, slowness, tries=3):
    """Figures by name. What breaks its limit is measured again: a shared machine has moments that say nothing."""
    best = measure()
    for _ in range(tries - 1):
        if all(kept(best[name], limit, slowness) for name, limit in limits.items()):
            break
        again = measure()
        best = {name: min(value, again[name]) for name, value in best.items()}
    return best


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    figures = in_process()
    slowness = slower(figures["yardstick"])
    limits = PROMISES["in_process_ms"] | PROMISES["whole_process_ms"] | PROMISES["page_ms"]
    for _ in range(2):
        if all(kept(figures[name], limit, slowness) for name, limit in PROMISES["in_process_ms"].items()):
            break
        again = in_process()
        figures = {name: min(value, again[name]) for name, value in figures.items()}
        slowness = slower(figures["yardstick"])
    size = 0.0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        figures |= best_of(
            lambda: whole_process(options.binary, folder), PROMISES["whole_process_ms"], slowness)

        def answer():
            nonlocal size
            p95, size = page(options.binary, folder)
            return {name: p95 for name in PROMISES["page_ms"]}

        figures |= best_of(answer, PROMISES["page_ms"], slowness)
        megabytes = memory(options.binary, folder)
    broken = 0
    print(f"this machine is {slowness:.2f} times the quiet machine")
    for name, limit in limits.items():
        good = kept(figures[name], limit, slowness)
        broken += not good
        print(f"{'kept  ' if good else 'BROKEN'} {figures[name]:9.1f} ms  limit {limit:6} ms  {name}")
    for name, limit in PROMISES["size_kb"].items():
        broken += size > limit
        print(f"{'kept  ' if size <= limit else 'BROKEN'} {size:9.1f} kB  limit {limit:6} kB  {name}")
    for name, limit in PROMISES["peak_mb"].items():
        good = megabytes[name] <= limit
        broken += not good
        print(f"{'kept  ' if good else 'BROKEN'} {megabytes[name]:9.1f} MB  limit {limit:6} MB  {name}")
    binary = built("Years")
    run = best_of(lambda: simulation(binary), PROMISES["simulation"], slowness)
    for name, value in run.items():
        limit = PROMISES["simulation"].get(name)
        if limit is None:
            print(f"       {value:9.2f}                  {name}")
            continue
        good = kept(value, limit, slowness)
        broken += not good
        print(f"{'kept  ' if good else 'BROKEN'} {value:9.2f}     limit {limit:6}     {name}")
    for name, limit in PROMISES["simulation_mb"].items():
        value = peak([binary, "8,300,000"])
        broken += value > limit
        print(f"{'kept  ' if value <= limit else 'BROKEN'} {value:9.1f} MB  limit {limit:6} MB  {name}")
    broken += subprocess.run([built("Allocations")], check=False).returncode != 0
    if options.check and broken:
        sys.exit(f"{broken} promise(s) on speed broken")


if __name__ == "__main__":
    main()
