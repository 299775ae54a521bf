#!/usr/bin/env python3
"""Runs ours and the peer in turn, prints a table and writes the JSON. Called by run, which builds."""
import argparse
import json
import os
import shlex
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# name: runs of ours a round, runs of the peer, promise in ms, how far the two values may differ
ROWS = {
    "ring": (7, 1, 1500, 1e-9), "ring-complex": (5, 1, None, 1e-9), "ring-gradient": (3, 0, None, None),
    "autoencoder": (15, 3, 200, 1e-5), "autoencoder-projector": (30, 10, None, 1e-5),
}
# The peer's best setting differs from row to row: each is timed with one thread and with all.
THREADS = [{"OMP_NUM_THREADS": "1"}, {}]


def line(command, environment=None):
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **(environment or {})})
    if done.returncode != 0:
        sys.exit(f"{shlex.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def main():
    parser = argparse.ArgumentParser(prog="run", description="Quantum circuits against the same in PyTorch.")
    parser.add_argument("--artifacts", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results here too")
    parser.add_argument("--only", action="append", metavar="NAME", help="a row; may be repeated")
    parser.add_argument("--no-peer", action="store_true", help="ours alone")
    options = parser.parse_args()
    wanted = options.only or [*ROWS]
    for name in wanted:
        if name not in ROWS:
            sys.exit(f"There is no '{name}'. There are: {', '.join(ROWS)}.")
    program = ["dotnet", str(options.artifacts / "bin/Circuits/release/HackLab.Quantum.Benchmarks.dll")]
    results = []
    print(f"{'':<24}{'ours_ms':>10}{'ours_MB':>9}{'peer_ms':>10}{'peer_MB':>9}{'ratio':>8}{'promise':>9}", flush=True)
    for name in wanted:
        runs, peer_runs, promise, tolerance = ROWS[name]
        mine = line([*program, name, str(runs)])
        row = {"name": name, "ours_ms": statistics.median(mine["ms"]), "ours_mb": mine["memory_mb"], "promise_ms": promise}
        if peer_runs > 0 and not options.no_peer:
            theirs = min((line([sys.executable, str(HERE / "peer.py"), name, str(peer_runs)], threads) for threads in THREADS),
                         key=lambda run: statistics.median(run["ms"]))
            if abs(mine["value"] - theirs["value"]) > tolerance:
                sys.exit(f"{name}: ours comes to {mine['value']}, the peer to {theirs['value']}.")
            row |= {"peer_ms": statistics.median(theirs["ms"]), "peer_mb": theirs["memory_mb"]}
            row["ratio"] = row["peer_ms"] / row["ours_ms"]
        results.append(row)

        def text(key, form):
            return format(row[key], form) if row.get(key) is not None else "-"

        print(f"{name:<24}{text('ours_ms', '.1f'):>10}{text('ours_mb', '.0f'):>9}{text('peer_ms', '.0f'):>10}{text('peer_mb', '.0f'):>9}"
              f"{text('ratio', '.1f'):>8}{text('promise_ms', 'd'):>9}", flush=True)
    if options.json:
        options.json.write_text(json.dumps(results, indent=1) + "\n")


main()
