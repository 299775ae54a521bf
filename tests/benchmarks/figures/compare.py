#!/usr/bin/env python3
"""Draws figures of a million numbers with ours and with matplotlib in turn, prints a table, writes JSON. Called by run."""
import argparse
import json
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
KINDS = ("line", "scatter", "histogram", "box", "violin", "residuals", "image", "heatmap", "contour", "spectrogram")


def arguments():
    parser = argparse.ArgumentParser(prog="run", description="Figures of a million numbers against matplotlib.")
    parser.add_argument("--artifacts", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results here too")
    parser.add_argument("--only", action="append", choices=KINDS, help="a kind; may be repeated")
    parser.add_argument("--rounds", type=int, default=3, help="processes per side and kind (3)")
    return parser.parse_args()


def write_numbers(folder):
    random = np.random.default_rng(5)
    count = 1_000_000
    np.linspace(0, 1, count).tofile(folder / "x.f64")
    random.normal(size=count).tofile(folder / "y.f64")
    across, down = np.meshgrid(np.linspace(-3, 3, 1000), np.linspace(-2, 2, 1000))
    (np.sin(2 * across) * np.cos(3 * down) + 0.01 * random.normal(size=(1000, 1000))).tofile(folder / "image.f64")


def measure(command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command} failed:\n{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


def main():
    wanted = arguments()
    ours = ["dotnet", wanted.artifacts / "bin/Drawing/release/HackLab.Charts.Benchmarks.dll"]
    peer = [sys.executable, HERE / "peer.py"]
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_numbers(folder)
        for kind in wanted.only or KINDS:
            runs = {"ours": [], "svg": [], "png": []}
            for _ in range(wanted.rounds):
                runs["ours"].append(measure([*ours, kind, folder, 4]))
                for form in ("svg", "png"):
                    runs[form].append(measure([*peer, kind, folder, form, 2]))
            # The first drawing of each process is left out on both sides: it compiles or imports.
            ms = {side: statistics.median(t for run in found for t in run["ms"][1:]) for side, found in runs.items()}
            best = min(("svg", "png"), key=lambda form: ms[form])
            rows.append({
                "name": f"{kind}-1m", "ours_ms": round(ms["ours"], 1), "peer_ms": round(ms[best], 1), "ratio": round(ms[best] / ms["ours"], 2),
                "peer": f"matplotlib {best}", "peer_svg_ms": round(ms["svg"], 1), "peer_png_ms": round(ms["png"], 1),
                "plotly_ms": round(statistics.median(t for run in runs["ours"] for t in run["plotly_ms"][1:]), 1),
                "ours_kb": round(runs["ours"][0]["bytes"] / 1000, 1), "plotly_kb": round(runs["ours"][0]["plotly_bytes"] / 1000, 1),
                "peer_svg_kb": round(runs["svg"][0]["bytes"] / 1000, 1), "peer_png_kb": round(runs["png"][0]["bytes"] / 1000, 1),
            })
            row = rows[-1]
            print(f"{row['name']:16} ours {row['ours_ms']:8.1f} ms {row['ours_kb']:7.1f} kB | Plotly JSON {row['plotly_ms']:7.1f} ms {row['plotly_kb']:7.1f} kB | "
                  f"matplotlib svg {row['peer_svg_ms']:8.1f} ms {row['peer_svg_kb']:8.1f} kB, png {row['peer_png_ms']:8.1f} ms {row['peer_png_kb']:6.1f} kB | "
                  f"ratio {row['ratio']:.2f}", flush=True)
    versions = {"matplotlib": measure([*peer, "version"]), "python": platform.python_version(), "machine": platform.machine(), "system": platform.platform()}
    if wanted.json:
        wanted.json.write_text(json.dumps({"versions": versions, "rows": rows}, indent=1) + "\n", encoding="utf-8")


main()
