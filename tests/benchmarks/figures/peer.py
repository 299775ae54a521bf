#!/usr/bin/env python3
"""Draws one figure with matplotlib and prints one line of JSON.  usage: peer.py version | KIND FOLDER FORMAT REPETITIONS"""
import gc
import io
import json
import sys
import time

import matplotlib
matplotlib.use("Agg")
# Its fast settings: lines are simplified and drawn in pieces (matplotlib's "Performance" page).
matplotlib.rcParams.update({"path.simplify": True, "path.simplify_threshold": 1.0, "agg.path.chunksize": 10_000})
import matplotlib.pyplot as plt
import numpy as np


def draw(axes, kind, x, y, image, rasterized):
    if kind == "line":
        axes.plot(x, y)
    elif kind == "scatter":
        axes.plot(x, y, ",", rasterized=rasterized)     # pixels: its fastest marker
    elif kind == "histogram":
        axes.hist(y, bins=40, density=True, histtype="step")
    elif kind == "box":
        axes.boxplot(y)
    elif kind == "violin":
        axes.violinplot(y)
    elif kind == "residuals":
        axes.hist2d(x, y, bins=100, rasterized=rasterized)
    elif kind == "image":
        axes.imshow(image, interpolation="nearest")
    elif kind == "heatmap":
        axes.pcolormesh(image, rasterized=rasterized)
    elif kind == "contour":
        axes.contour(image, levels=8)
    else:
        axes.specgram(y, Fs=4096, rasterized=rasterized)


def main():
    if sys.argv[1] == "version":
        print(json.dumps(matplotlib.__version__))
        return
    kind, folder, form, repetitions = sys.argv[1:5]
    x, y = (np.fromfile(f"{folder}/{name}.f64") for name in "xy")
    image = np.fromfile(f"{folder}/image.f64").reshape(1000, 1000)
    times, size = [], 0
    for _ in range(int(repetitions)):
        gc.collect()
        start = time.perf_counter()
        figure, axes = plt.subplots(figsize=(7.2, 3.4), dpi=100)
        # In an SVG many marks are best drawn as one picture, as ours does.
        draw(axes, kind, x, y, image, rasterized=form == "svg")
        out = io.BytesIO()
        figure.savefig(out, format=form)
        times.append((time.perf_counter() - start) * 1000)
        size = out.tell()
        plt.close(figure)
    print(json.dumps({"ms": times, "bytes": size}))


main()
