#!/usr/bin/env python3
"""Measures one metric with the peer and prints one line of JSON.  usage: peer.py versions | KIND FOLDER REPETITIONS"""
import gc
import json
import sys
import time

import numpy as np
import skimage
import sklearn
from skimage.metrics import structural_similarity
from sklearn import metrics


def measure(kind, load):
    if kind in ("ssim", "ssim-gaussian"):
        # As doubles, as ours computes: on floats scikit-image stays with floats and gives another value in the fourth digit.
        image, other = load("image").astype(float), load("other").astype(float)
        options = {} if kind == "ssim" else {"gaussian_weights": True, "sigma": 1.5}
        return lambda: structural_similarity(image, other, data_range=1, **options)
    if kind == "silhouette":
        x, clusters = load("x").astype(float), load("clusters")
        return lambda: metrics.silhouette_score(x, clusters)
    if kind == "bootstrap":
        few, scores = load("few"), load("fewScores")
        random = np.random.default_rng(1)

        def bootstrap():
            drawn = (random.integers(0, len(few), len(few)) for _ in range(200))
            np.percentile([metrics.roc_auc_score(few[rows], scores[rows]) for rows in drawn], [2.5, 97.5])
            return metrics.roc_auc_score(few, scores)
        return bootstrap
    y, score = load("y"), load({"auc-ties": "ties", "auc-double": "double"}.get(kind, "score"))
    if kind == "auc-weighted":
        weights = load("weights")
        return lambda: metrics.roc_auc_score(y, score, sample_weight=weights)
    if kind == "roc":
        def roc():
            fpr, tpr, _ = metrics.roc_curve(y, score)
            return metrics.auc(fpr, tpr)
        return roc
    if kind == "log-loss":
        # scikit-learn computes this one with floats where it is given floats; doubles give the same value as ours.
        wide, step = score.astype(float), np.finfo(np.float32).eps
        return lambda: metrics.log_loss(y, wide, eps=step)
    if kind == "average-precision":
        return lambda: metrics.average_precision_score(y, score)
    return lambda: metrics.roc_auc_score(y, score)


def main():
    if sys.argv[1] == "versions":
        print(json.dumps({"scikit-learn": sklearn.__version__, "scikit-image": skimage.__version__, "numpy": np.__version__}))
        return
    run, times = measure(sys.argv[1], lambda name: np.load(f"{sys.argv[2]}/{name}.npy")), []
    for _ in range(int(sys.argv[3])):
        gc.collect()
        start = time.perf_counter()
        value = run()
        times.append((time.perf_counter() - start) * 1000)
    print(json.dumps({"ms": times, "value": float(value)}))


main()
