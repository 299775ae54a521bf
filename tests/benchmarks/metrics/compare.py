#!/usr/bin/env python3
"""Writes scores and images, measures them with ours and the peer in turn, prints the table and writes the JSON. Called by run, which builds."""
import argparse
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
# name: kind, how far the two values may differ
ROWS = {
    "auc-5m": ("auc", 1e-9),
    "auc-5m-ties": ("auc-ties", 1e-9),
    "auc-5m-double": ("auc-double", 1e-9),
    "auc-5m-weighted": ("auc-weighted", 1e-9),
    "roc-5m": ("roc", 1e-9),
    "average-precision-5m": ("average-precision", 1e-9),
    "log-loss-5m": ("log-loss", 1e-9),
    "bootstrap-auc": ("bootstrap", 1e-9),
    "ssim": ("ssim", 1e-9),
    "ssim-gaussian": ("ssim-gaussian", 1e-9),
    "silhouette": ("silhouette", 1e-9),
}


def arguments():
    parser = argparse.ArgumentParser(prog="run", description="Metrics against scikit-learn and scikit-image.")
    parser.add_argument("--artifacts", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results here too")
    parser.add_argument("--only", action="append", metavar="NAME", help="a row; may be repeated")
    parser.add_argument("--quick", action="store_true", help="a tenth of the scores and one round: for a look, not for a claim")
    parser.add_argument("--wrap", type=shlex.split, default=[], metavar="COMMAND",
                        help="a command to start every measurement with, such as 'taskset -c 0,1'")
    return parser.parse_args()


def write_files(folder, rows):
    """Scores as a classifier gives them: two classes one standard deviation apart, through the logistic function."""
    random = np.random.default_rng(2014)
    y = random.integers(0, 2, rows).astype(np.int32)
    wide = 1 / (1 + np.exp(-(random.normal(size=rows) + y)))
    side = 1024
    image = np.clip(np.add.outer(np.sin(np.arange(side) / 20), np.cos(np.arange(side) / 31)) / 4 + 0.5 + 0.02 * random.normal(size=(side, side)), 0, 1)
    clusters = random.integers(0, 5, 4000).astype(np.int32)
    few = random.integers(0, 2, 10_000).astype(np.int32)
    files = {
        "y": y, "double": wide, "score": wide.astype(np.float32), "ties": np.round(wide, 2).astype(np.float32),
        "weights": random.exponential(size=rows), "image": image.astype(np.float32),
        "other": np.clip(image + 0.05 * random.normal(size=image.shape), 0, 1).astype(np.float32),
        "clusters": clusters, "x": (random.normal(size=(4000, 10)) + clusters[:, None]).astype(np.float32),
        "few": few, "fewScores": (random.normal(size=10_000) + few).astype(np.float32),
    }
    for name, values in files.items():
        np.save(Path(folder) / f"{name}.npy", values)


class Bench:
    """Starts one measurement at a time, each in a process of its own."""

    def __init__(self, options, folder):
        self.wrap, self.folder, self.rounds = options.wrap, folder, 1 if options.quick else 3
        self.scores = 500_000 if options.quick else 5_000_000
        self.program = ["dotnet", str(options.artifacts / "bin/Scores/release/HackLab.Evaluation.Benchmarks.dll")]
        self.peer = [sys.executable, str(HERE / "peer.py")]

    def line(self, command):
        done = subprocess.run(self.wrap + command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"{shlex.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return json.loads(done.stdout.strip().splitlines()[-1])

    def row(self, name):
        kind, tolerance = ROWS[name]
        ours, peers = [], []
        for _ in range(self.rounds):
            mine, theirs = self.line(self.program + [kind, self.folder, "7"]), self.line(self.peer + [kind, self.folder, "2"])
            ours += mine["ms"]
            peers += theirs["ms"]
            if abs(mine["value"] - theirs["value"]) > tolerance:
                sys.exit(f"{name}: {mine['value']!r} here, {theirs['value']!r} with the peer")
        mine, peer = statistics.median(ours), statistics.median(peers)
        row = {"name": name, "ours_ms": round(mine, 2), "peer_ms": round(peer, 2), "ratio": round(peer / mine, 2), "runs": len(ours)}
        if "5m" in name:
            row["million_per_s"] = round(self.scores / mine / 1000, 1)
        return row


def main():
    options = arguments()
    wanted = options.only or list(ROWS)
    for name in wanted:
        if name not in ROWS:
            sys.exit(f"There is no '{name}'. There are: {', '.join(ROWS)}.")
    with tempfile.TemporaryDirectory(prefix="hacklab-bench-") as folder:
        bench = Bench(options, folder)
        versions = bench.line(bench.peer + ["versions"])
        print(", ".join(f"{name} {version}" for name, version in versions.items()) + f"; {platform.machine()}\n", flush=True)
        write_files(folder, bench.scores)
        columns = ["ours_ms", "peer_ms", "ratio", "million_per_s"]
        print(f"{'metric':<22}" + "".join(f"{column:>15}" for column in columns), flush=True)
        rows = []
        for name in wanted:
            rows.append(bench.row(name))
            print(f"{name:<22}" + "".join(f"{rows[-1].get(column, ''):>15}" for column in columns), flush=True)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


main()
