#!/usr/bin/env python3
"""Runs ours and PyTorch in turn, prints the table and writes the JSON. Called by run, which builds what this needs."""
import argparse
import json
import platform
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def arguments():
    parser = argparse.ArgumentParser(prog="run", description="Training steps, products and first use against PyTorch.")
    parser.add_argument("--artifacts", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--runtime", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results here too")
    parser.add_argument("--only", action="append", metavar="NAME", help="a workload, 'products' or 'first-use'; may be repeated")
    parser.add_argument("--quick", action="store_true", help="a quarter of the steps: for a look, not for a claim")
    parser.add_argument("--wrap", type=shlex.split, default=[], metavar="COMMAND",
                        help="a command to start every measurement with, such as 'taskset -c 0,1'")
    return parser.parse_args()


class Bench:
    """Starts one measurement at a time, each in a process of its own."""

    def __init__(self, options):
        self.wrap = options.wrap
        self.rounds, self.steps, self.warm_up = (1, 6, 0.5) if options.quick else (3, 10, 1.5)
        self.program = ["dotnet", str(options.artifacts / "bin/Training/release/ManagedTorch.Benchmarks.dll")]
        published = options.artifacts / f"publish/Training/release_{options.runtime}"
        self.published = ["dotnet", str(published / "ManagedTorch.Benchmarks.dll")]
        self.peer = [sys.executable, str(HERE / "peer.py")]
        self.products = options.artifacts / "bin/Products/release/ManagedTorch.Benchmarks.Products.dll"

    def line(self, command):
        done = subprocess.run(self.wrap + command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"{shlex.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout.strip().splitlines()[-1]

    def ours(self, name, threads):
        return json.loads(self.line(self.program + ["time", name, str(threads), str(self.steps), str(self.warm_up)]))

    def theirs(self, name, threads):
        return json.loads(self.line(self.peer + ["time", name, str(threads), str(self.steps), str(self.warm_up)]))

    def workload(self, name):
        """Ours and the peer's, each with 1 and with 2 threads, taking turns; medians over all rounds."""
        runs = {("ours", 2): [], ("peer", 1): [], ("ours", 1): [], ("peer", 2): []}
        for _ in range(self.rounds):
            for who, threads in runs:
                runs[who, threads].append((self.ours if who == "ours" else self.theirs)(name, threads))
        ms = {key: statistics.median(t for run in done for t in run["ms"]) for key, done in runs.items()}
        ours, peer = ms["ours", 2], min(ms["peer", 1], ms["peer", 2])
        return {"name": name, "ours_ms": round(ours, 3), "peer_ms": round(peer, 3), "ratio": round(peer / ours, 3),
                "ours_1_thread_ms": round(ms["ours", 1], 3), "peer_1_thread_ms": round(ms["peer", 1], 3),
                "peer_2_threads_ms": round(ms["peer", 2], 3), "steps": self.rounds * self.steps,
                "ours_first_loss": runs["ours", 2][0]["first_loss"], "peer_first_loss": runs["peer", 1][0]["first_loss"]}

    def first_use(self):
        """From starting a process to its first small training step done; engine_ms is the part after the runtime's own start."""
        totals, parts = {"ours": [], "peer": []}, {"ours": [], "peer": []}
        for _ in range(4 if self.rounds == 1 else 10):
            for who, command in (("ours", self.published), ("peer", self.peer)):
                start = time.perf_counter()
                answer = json.loads(self.line(command + ["first-use"]))
                totals[who].append((time.perf_counter() - start) * 1000)
                parts[who].append(answer["ms"])
        ours, peer = statistics.median(totals["ours"]), statistics.median(totals["peer"])
        return {"name": "first-use", "ours_ms": round(ours, 1), "peer_ms": round(peer, 1), "ratio": round(peer / ours, 3),
                "ours_engine_ms": round(statistics.median(parts["ours"]), 1),
                "peer_engine_ms": round(statistics.median(parts["peer"]), 1)}

    def matrix_products(self):
        """The entries of products/, which compares ours with OpenBLAS; in pieces, so that none of them takes long."""
        if not self.products.exists():
            return []
        seconds, results = ("0.1" if self.rounds == 1 else "0.5"), []
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "products.json"
            for shapes in ("square", "small"):
                for threads in ("1", "2"):
                    options = ["--only", shapes, "--threads", threads, "--seconds", seconds, "--json", str(file)]
                    self.line(["dotnet", str(self.products)] + options)
                    results += json.loads(file.read_text(encoding="utf-8"))
        return results


def table(rows, columns):
    widths = [max(len(title), *(len(text(row)) for row in rows)) for title, text in columns]
    print("  ".join(title.ljust(w) if i == 0 else title.rjust(w) for i, ((title, _), w) in enumerate(zip(columns, widths))))
    for row in rows:
        cells = [text(row) for _, text in columns]
        print("  ".join(cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(cells, widths))))
    print(flush=True)


def number(key, digits=1):
    return lambda row: f"{row[key]:.{digits}f}"


WORKLOAD_COLUMNS = [
    ("training step, ms", lambda row: row["name"]), ("ours", number("ours_ms")), ("PyTorch", number("peer_ms")),
    ("ratio", number("ratio", 2)), ("ours, 1 thread", number("ours_1_thread_ms")), ("PyTorch, 1", number("peer_1_thread_ms")),
    ("PyTorch, 2", number("peer_2_threads_ms")),
    ("same first loss", lambda row: "yes" if abs(row["ours_first_loss"] - row["peer_first_loss"])
     <= 1e-4 * abs(row["peer_first_loss"]) else f"{row['ours_first_loss']:.5g} / {row['peer_first_loss']:.5g}")]
FIRST_COLUMNS = [
    ("first step of a fresh process, ms", lambda row: row["name"]), ("ours", number("ours_ms")), ("PyTorch", number("peer_ms")),
    ("ratio", number("ratio", 2)), ("ours after runtime start", number("ours_engine_ms")),
    ("PyTorch after Python's start", number("peer_engine_ms"))]
PRODUCT_COLUMNS = [
    ("product, GFLOP/s", lambda row: row["name"]), ("ours", number("ours_gflops")), ("peer", number("peer_gflops")),
    ("ratio", number("ratio", 2))]


def machine():
    model = platform.machine()
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if Path("/proc/cpuinfo").exists() else []:
        if line.startswith("model name"):
            return f"{line.split(':')[1].strip()}, {model}"
    return model


def main():
    options = arguments()
    bench = Bench(options)
    names = bench.line(bench.peer + ["list"]).split()
    wanted = options.only or names + ["first-use", "products"]
    for name in wanted:
        if name not in names + ["first-use", "products"]:
            sys.exit(f"There is no workload '{name}'. There are: {', '.join(names)}, first-use, products.")
    versions = json.loads(bench.line(bench.peer + ["versions"]))
    runtime = bench.line(["dotnet", "--version"])
    print(f"PyTorch {versions['torch']} with {', '.join(versions['blas'])}; .NET SDK {runtime}; {machine()}\n", flush=True)

    results = []
    rows = [bench.workload(name) for name in names if name in wanted]
    if rows:
        table(rows, WORKLOAD_COLUMNS)
        print(f"ratios: least {min(r['ratio'] for r in rows):.2f}, median {statistics.median(r['ratio'] for r in rows):.2f}")
        slower = [r["name"] for r in rows if r["ours_ms"] > 1.03 * r["ours_1_thread_ms"]]      # within 3 % is noise
        print(f"slower with 2 threads than with 1: {', '.join(slower) or 'none'}\n", flush=True)
        results += rows
    if "first-use" in wanted:
        results.append(bench.first_use())
        table(results[-1:], FIRST_COLUMNS)
    if "products" in wanted:
        products = bench.matrix_products()
        if products:
            table(products, PRODUCT_COLUMNS)
        results += products
    if options.json:
        options.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


main()
