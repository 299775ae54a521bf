#!/usr/bin/env python3
"""Writes the files, reads them with ours and the peer in turn, prints the tables and writes the JSON. Called by run, which builds."""
import argparse
import gzip
import json
import platform
import shlex
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
COLUMNS = 29
# name: kind of ours, kinds of the peer (the faster one counts), file
ROWS = {
    "csv-1m": ("csv", ("csv", "csv-mapped"), "published.csv"),
    "csv-1m-short": ("csv", ("csv", "csv-mapped"), "short.csv"),
    "csv-1m-typed": ("typed", ("csv", "csv-mapped"), "published.csv"),
    "csv-1m-gz": ("csv", ("csv",), "published.csv.gz"),
    "csv-second-load": ("cached", ("csv", "csv-mapped"), "published.csv"),
    "npy": ("npy", ("npy",), "table.npy"),
}
MEMORY = {"csv-1m-peak": ("csv", "published.csv"), "csv-1m-gz-peak": ("csv", "published.csv.gz"), "npy-peak": ("npy", "table.npy")}


def arguments():
    parser = argparse.ArgumentParser(prog="run", description="Readers of files against pandas, NumPy and Astropy.")
    parser.add_argument("--artifacts", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results here too")
    parser.add_argument("--only", action="append", metavar="NAME", help="a row; may be repeated")
    parser.add_argument("--quick", action="store_true", help="a tenth of the rows: for a look, not for a claim")
    parser.add_argument("--wrap", type=shlex.split, default=[], metavar="COMMAND",
                        help="a command to start every measurement with, such as 'taskset -c 0,1'")
    return parser.parse_args()


def write_files(folder, rows):
    """A label and 28 features as in HIGGS: floats, zeros among them, in the published file's form (%.18e) and with 3 decimals."""
    random = np.random.default_rng(2014)
    table = random.normal(size=(rows, COLUMNS)).astype(np.float32)
    table[:, 0] = random.integers(0, 2, rows)
    for column in (9, 13, 17, 21):
        table[:, column] = np.where(random.random(rows) < 0.5, 0, np.float32(2.1730761528))
    for name, form in (("published.csv", "%.18e"), ("short.csv", "%.3f")):
        line = ",".join([form] * COLUMNS) + "\n"
        with open(folder / name, "w", encoding="ascii") as file:
            for start in range(0, rows, 10_000):
                part = table[start:start + 10_000]
                file.write((line * len(part)) % tuple(part.ravel().tolist()))
    with open(folder / "published.csv", "rb") as text, gzip.open(folder / "published.csv.gz", "wb", compresslevel=1) as packed:
        while piece := text.read(1 << 22):
            packed.write(piece)
    np.save(folder / "table.npy", table)


class Bench:
    """Starts one measurement at a time, each in a process of its own."""

    def __init__(self, options, folder):
        self.wrap, self.folder, self.rounds = options.wrap, folder, 1 if options.quick else 3
        self.program = ["dotnet", str(options.artifacts / "bin/Readers/release/HackLab.Data.Benchmarks.dll")]
        self.peer = [sys.executable, str(HERE / "peer.py")]

    def line(self, command):
        done = subprocess.run(self.wrap + command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"{shlex.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return json.loads(done.stdout.strip().splitlines()[-1])

    def row(self, name):
        ours_kind, peer_kinds, file = ROWS[name]
        path, fast = str(self.folder / file), name in ("npy", "csv-second-load")
        if ours_kind == "cached":
            self.line(self.program + ["time", "cached", path, "1"])
        ours, peers = [], {kind: [] for kind in peer_kinds}
        for _ in range(self.rounds):
            mine = self.line(self.program + ["time", ours_kind, path, "7" if fast else "3"])
            ours += mine["ms"]
            for kind in peer_kinds:
                theirs = self.line(self.peer + ["time", kind, path, "7" if name == "npy" else "1"])
                peers[kind] += theirs["ms"]
                if ours_kind != "typed" and (mine["values"] != theirs["values"] or abs(mine["sum"] - theirs["sum"]) > 1e-3 * mine["values"] ** 0.5):
                    sys.exit(f"{name}: {mine['values']} values with the sum {mine['sum']}, the peer {theirs['values']} with {theirs['sum']}")
        mine, peer = statistics.median(ours), min(statistics.median(times) for times in peers.values())
        return {"name": name, "ours_ms": round(mine, 1), "peer_ms": round(peer, 1), "ratio": round(peer / mine, 2), "runs": len(ours)}

    def memory(self, name):
        kind, file = MEMORY[name]
        path = str(self.folder / file)
        empty = statistics.median(self.line(self.program + ["peak", "empty", path])["peak"] for _ in range(3))
        runs = [self.line(self.program + ["peak", kind, path]) for _ in range(3)]
        arrays, peak = runs[0]["values"] * 4, statistics.median(run["peak"] for run in runs) - empty
        return {"name": name, "arrays_mb": round(arrays / 2**20, 1), "peak_mb": round(peak / 2**20, 1), "ratio": round(peak / arrays, 2)}


def table(rows, title, columns):
    print(f"{title:<20}" + "".join(f"{column:>12}" for column in columns))
    for row in rows:
        print(f"{row['name']:<20}" + "".join(f"{row[column]:>12}" for column in columns))
    print(flush=True)


def main():
    options = arguments()
    wanted = options.only or [*ROWS, *MEMORY]
    for name in wanted:
        if name not in ROWS and name not in MEMORY:
            sys.exit(f"There is no '{name}'. There are: {', '.join([*ROWS, *MEMORY])}.")
    with tempfile.TemporaryDirectory(prefix="hacklab-bench-") as folder:
        bench = Bench(options, Path(folder))
        versions = bench.line(bench.peer + ["versions"])
        print(", ".join(f"{name} {version}" for name, version in versions.items()) + f"; {platform.machine()}\n", flush=True)
        write_files(Path(folder), 100_000 if options.quick else 1_000_000)
        times = [bench.row(name) for name in ROWS if name in wanted]
        if times:
            table(times, "reading", ["ours_ms", "peer_ms", "ratio"])
        peaks = [bench.memory(name) for name in MEMORY if name in wanted]
        if peaks:
            table(peaks, "memory", ["arrays_mb", "peak_mb", "ratio"])
    if options.json:
        options.json.write_text(json.dumps(times + peaks, indent=1) + "\n", encoding="utf-8")


main()
