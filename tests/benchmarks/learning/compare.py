#!/usr/bin/env python3
"""Writes the rows, fits them with ours and the peer in turn, prints a table and writes the JSON. Called by run, which builds."""
import argparse
import json
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
# name: runs a round, how far the two values may differ (None: they start from different random numbers)
ROWS = {
    "least-squares": (5, 1e-3), "lasso": (5, 1e-2), "logistic": (3, 1e-4), "softmax": (3, 1e-4), "naive-bayes": (5, 1e-3),
    "neighbours": (3, 1e-9), "k-means": (3, 1e-4), "k-means++": (3, 1e-9), "mixture": (3, 1e-4), "pca": (5, 1e-3),
    "pca-transform": (5, 1e-3), "svm": (3, None), "t-sne": (1, None),
}
# scikit-learn's best setting on two cores differs from fit to fit: each is timed with one thread and with all.
THREADS = [{"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}, {}]


def write_rows(folder, n):
    """Rows of 28 correlated features; a number, two classes and five groups that follow from them with noise."""
    random = np.random.default_rng(2014)
    five = random.integers(0, 5, n).astype(np.int32)
    x = (random.normal(size=(n, 28)) @ random.normal(size=(28, 28)) / 5 + random.normal(size=(5, 28))[five] / 4).astype(np.float32)
    target = (x @ random.normal(size=28) + random.normal(size=n)).astype(np.float32)
    for name, values in (("x", x), ("target", target), ("two", (target + random.normal(size=n) > 0).astype(np.int32)), ("five", five)):
        values.tofile(folder / f"{name}.bin")


def line(command, environment=None):
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **(environment or {})})
    if done.returncode != 0:
        sys.exit(f"{shlex.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def main():
    parser = argparse.ArgumentParser(prog="run", description="Classical models against scikit-learn.")
    parser.add_argument("--artifacts", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results here too")
    parser.add_argument("--only", action="append", metavar="NAME", help="a row; may be repeated")
    parser.add_argument("--quick", action="store_true", help="a tenth of the rows, one round: for a look, not for a claim")
    parser.add_argument("--wrap", type=shlex.split, default=[], metavar="COMMAND",
                        help="a command to start every measurement with, such as 'taskset -c 0,1'")
    options = parser.parse_args()
    wanted = options.only or [*ROWS]
    for name in wanted:
        if name not in ROWS:
            sys.exit(f"There is no '{name}'. There are: {', '.join(ROWS)}.")
    results = []
    print(f"{'':<16}{'ours_ms':>10}{'peer_ms':>10}{'ratio':>8}", flush=True)
    with tempfile.TemporaryDirectory(prefix="hacklab-bench-") as folder:
        write_rows(Path(folder), 10_000 if options.quick else 100_000)
        program = options.wrap + ["dotnet", str(options.artifacts / "bin/Learners/release/HackLab.Learning.Benchmarks.dll")]
        for name in wanted:
            runs, tolerance = ROWS[name]
            ours, peers = [], [[] for _ in THREADS]
            for _ in range(1 if options.quick else 2):
                mine = line([*program, name, folder, str(runs)])
                ours += mine["ms"]
                for threads, times in zip(THREADS, peers):
                    theirs = line(options.wrap + [sys.executable, str(HERE / "peer.py"), name, folder, str(runs)], threads)
                    times += theirs["ms"]
                    if tolerance is not None and abs(mine["value"] - theirs["value"]) > tolerance * max(1, abs(theirs["value"])):
                        sys.exit(f"{name}: ours came to {mine['value']}, the peer to {theirs['value']}")
            ms, peer = statistics.median(ours), min(statistics.median(times) for times in peers)
            results.append({"name": name, "ours_ms": round(ms, 1), "peer_ms": round(peer, 1), "ratio": round(peer / ms, 2)})
            print(f"{name:<16}{ms:>10.1f}{peer:>10.1f}{peer / ms:>8.2f}", flush=True)
    if options.json:
        options.json.write_text(json.dumps({"results": results}, indent=1) + "\n")


main()
