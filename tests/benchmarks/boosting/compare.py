#!/usr/bin/env python3
"""Writes the rows, fits ours and the peers in turn, prints the table and writes the JSON. Called by run, which builds."""
import argparse
import json
import os
import platform
import shlex
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PEERS = ("xgboost", "scikit-learn")
TEST_ROWS, TREES, LEAVES = 100_000, 100, 31


def arguments():
    parser = argparse.ArgumentParser(prog="run", description="Boosted trees against XGBoost and scikit-learn.")
    parser.add_argument("--artifacts", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results here too")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="how often each is measured (3)")
    parser.add_argument("--quick", action="store_true", help="a tenth of the rows, once: for a look, not for a claim")
    parser.add_argument("--wrap", type=shlex.split, default=[], metavar="COMMAND",
                        help="a command to start every measurement with, such as 'taskset -c 0,1'")
    return parser.parse_args()


class Bench:
    """Starts one measurement at a time, each in a process of its own."""

    def __init__(self, options, folder):
        self.wrap, self.folder = options.wrap, folder
        self.rows = 50_000 if options.quick else 500_000
        self.program = ["dotnet", str(options.artifacts / "bin/Boosting/release/HackLab.Boosting.Benchmarks.dll")]
        self.peer = [sys.executable, str(HERE / "peer.py")]

    def line(self, command, threads=2):
        environment = {**os.environ, "OMP_NUM_THREADS": str(threads)}
        done = subprocess.run(self.wrap + command, capture_output=True, text=True, check=False, env=environment)
        if done.returncode != 0:
            sys.exit(f"{shlex.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        lines = done.stdout.strip().splitlines()
        return json.loads(lines[-1]) if lines else None

    def fit(self, who, threads):
        end = [str(self.folder), str(self.rows), str(threads), str(TREES), str(LEAVES)]
        return self.line(self.program + ["time"] + end if who == "ours" else self.peer + ["time", who] + end, threads)

    def empty(self, who):
        return self.line((self.program if who == "ours" else self.peer) + ["empty", str(self.folder), str(self.rows)])


def main():
    options = arguments()
    rounds = 1 if options.quick else options.rounds
    with tempfile.TemporaryDirectory(prefix="hacklab-bench-") as folder:
        bench = Bench(options, Path(folder))
        versions = bench.line(bench.peer + ["versions"])
        print(", ".join(f"{name} {version}" for name, version in versions.items()) + f"; {platform.machine()}", flush=True)
        bench.line(bench.program + ["write", folder, str(bench.rows + TEST_ROWS)])
        settings = [("ours", 2), *((peer, threads) for peer in PEERS for threads in (1, 2))]
        runs = {setting: [] for setting in settings}
        for _ in range(rounds):
            for setting in settings:
                runs[setting].append(bench.fit(*setting))
        loaded = {who: bench.empty(who)["peak"] for who in ("ours", "xgboost")}

    def median(setting, field):
        return statistics.median(run[field] for run in runs[setting])
    rows = []
    for who in ("ours", *PEERS):
        mine = [setting for setting in settings if setting[0] == who]
        fit, predict = (min(mine, key=lambda s, f=field: median(s, f)) for field in ("fit", "predict"))
        peak = median(fit, "peak") - loaded["ours" if who == "ours" else "xgboost"]
        rows.append({"name": who, "fit_s": round(median(fit, "fit"), 3), "threads": fit[1], "predict_s": round(median(predict, "predict"), 4),
                     "cpu_s": round(median(fit, "cpu"), 1), "auc": round(median(fit, "auc"), 5), "memory_mb": round(peak / 2**20),
                     "runs": [round(run["fit"], 3) for run in runs[fit]]})
    ours = rows[0]
    for row in rows:
        row["ratio"] = round(row["fit_s"] / ours["fit_s"], 2)
    print(f"\n{bench.rows:,} rows, {TREES} trees of {LEAVES} leaves; medians of {rounds}")
    columns = ["fit_s", "ratio", "threads", "predict_s", "cpu_s", "auc", "memory_mb"]
    print(f"{'':<14}" + "".join(f"{column:>11}" for column in columns))
    for row in rows:
        print(f"{row['name']:<14}" + "".join(f"{row[column]:>11}" for column in columns))
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


main()
