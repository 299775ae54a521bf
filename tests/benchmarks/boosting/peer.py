#!/usr/bin/env python3
"""Fits boosted trees with one peer and prints one line of JSON.
usage: peer.py versions | time KIND FOLDER TRAIN THREADS ROUNDS LEAVES | empty FOLDER TRAIN"""
import json
import resource
import sys
import time
from pathlib import Path


def xgboost_fit(x, y, threads, rounds, leaves):
    import xgboost
    options = {"objective": "binary:logistic", "tree_method": "hist", "grow_policy": "lossguide", "max_leaves": leaves, "max_depth": 0,
               "max_bin": 256, "eta": 0.1, "nthread": threads}
    model = xgboost.train(options, xgboost.DMatrix(x, y, nthread=threads), rounds)
    return lambda test: model.predict(xgboost.DMatrix(test, nthread=threads))


def sklearn_fit(x, y, threads, rounds, leaves):
    from sklearn.ensemble import HistGradientBoostingClassifier
    model = HistGradientBoostingClassifier(max_iter=rounds, max_leaf_nodes=leaves, max_bins=255, learning_rate=0.1, early_stopping=False)
    model.fit(x, y)
    return lambda test: model.predict_proba(test)[:, 1]


def main():
    if sys.argv[1] == "versions":
        import sklearn
        import xgboost
        print(json.dumps({"xgboost": xgboost.__version__, "scikit-learn": sklearn.__version__}))
        return
    import numpy as np
    # OpenMP's number of threads is set by the caller through OMP_NUM_THREADS, before any library is loaded.
    folder = Path(sys.argv[3] if sys.argv[1] == "time" else sys.argv[2])
    train = int(sys.argv[4] if sys.argv[1] == "time" else sys.argv[3])
    x, y = np.load(folder / "x.npy"), np.load(folder / "y.npy")
    result = {"fit": 0, "cpu": 0, "predict": 0, "auc": 0}
    if sys.argv[1] == "time":
        from sklearn.metrics import roc_auc_score
        fit = {"xgboost": xgboost_fit, "scikit-learn": sklearn_fit}[sys.argv[2]]
        threads, rounds, leaves = (int(value) for value in sys.argv[5:8])
        few = min(train, 20_000)
        fit(x[:few], y[:few], threads, 40, leaves)(x[train:])
        start, before = time.perf_counter(), time.process_time()
        predict = fit(x[:train], y[:train], threads, rounds, leaves)
        result["fit"], result["cpu"] = time.perf_counter() - start, time.process_time() - before
        start = time.perf_counter()
        score = predict(x[train:])
        result["predict"] = time.perf_counter() - start
        result["auc"] = roc_auc_score(y[train:], score)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({**result, "peak": usage.ru_maxrss * 1024}))


main()
