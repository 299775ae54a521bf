"""Writes trees.json: what scikit-learn's trees find on made-up rows. Run it again with
    python3 trees.py > trees.json
The numbers in the repository come from scikit-learn 1.2.1 (Debian 12, python3-sklearn)."""
import json
import numpy as np
from sklearn.datasets import make_classification
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor, IsolationForest
from sklearn.ensemble._iforest import _average_path_length
from sklearn.metrics import log_loss, mean_absolute_error, mean_squared_error
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

rng = np.random.default_rng(5)


def tree_nodes(model):
    """Nodes in the order: root, then left before right, depth first."""
    t = model.tree_
    nodes = []

    def walk(i):
        leaf = t.children_left[i] < 0
        value = t.value[i][0]
        nodes.append({"feature": -1 if leaf else int(t.feature[i]), "threshold": 0.0 if leaf else float(t.threshold[i]),
                      "weight": float(t.weighted_n_node_samples[i]),
                      "value": (value / (value.sum() if len(value) > 1 else 1)).tolist()})
        if not leaf:
            walk(t.children_left[i])
            walk(t.children_right[i])
    walk(0)
    return nodes


# Values of their own in each column: hardly any two cuts are equally good (checked below by other seeds finding the same).
n, d = 120, 4
x = (np.stack([rng.permutation(n) for _ in range(d)], axis=1) / 8).astype(np.float32)
score = x[:, 0] - 0.6 * x[:, 1] + 3 * np.sin(x[:, 2]) + rng.normal(size=n)
y = np.digitize(score, np.quantile(score, [0.35, 0.7]))
target = np.round(score * 16) / 16
weights = rng.integers(1, 4, n).astype(float)

trees = []
settings = [
    dict(kind="classifier", criterion="gini", max_depth=3), dict(kind="classifier", criterion="entropy", max_depth=3),
    dict(kind="classifier", criterion="gini", min_samples_leaf=9, weights=True),
    dict(kind="classifier", criterion="entropy", max_leaf_nodes=7),
    dict(kind="regressor", criterion="squared_error", max_depth=4, min_samples_leaf=4),
    dict(kind="regressor", criterion="squared_error", max_leaf_nodes=9, weights=True)]
for s in settings:
    options = {k: v for k, v in s.items() if k not in ("kind", "weights")}
    found = []
    for seed in range(8):
        make = DecisionTreeClassifier if s["kind"] == "classifier" else DecisionTreeRegressor
        m = make(random_state=seed, **options).fit(x, y if s["kind"] == "classifier" else target, weights if s.get("weights") else None)
        found.append(m)
    first = tree_nodes(found[0])
    assert all(tree_nodes(m) == first for m in found), s
    trees.append({**s, "nodes": first, "importances": found[0].feature_importances_.tolist()})

# Few values per column: bins are exact. Losses after each round.
bn = 400
bx = np.stack([rng.permutation(bn) % k for k in (50, 40, 97, 60)], axis=1).astype(np.float32)
bscore = bx[:, 0] / 20 - bx[:, 1] / 25 + np.sin(bx[:, 2] / 15) + rng.normal(size=bn) * 0.5
by = (bscore > 0.2).astype(int)
bclass = np.digitize(bscore, np.quantile(bscore, [0.3, 0.7]))
bt = np.round(bscore * 1024) / 1024
bmissing = bx.copy()
bmissing[rng.random(bx.shape) < 0.15] = np.nan
bw = rng.integers(1, 4, bn).astype(float)
common = dict(max_iter=12, learning_rate=0.2, max_leaf_nodes=7, early_stopping=False, max_bins=255)
boosted = []
for name, model, features, labels, w, loss in [
        ("binary", HistGradientBoostingClassifier(l2_regularization=0.5, min_samples_leaf=10, **common), bx, by, None, "log"),
        ("missing", HistGradientBoostingClassifier(l2_regularization=0.5, min_samples_leaf=10, **common), bmissing, by, None, "log"),
        ("weights", HistGradientBoostingClassifier(l2_regularization=0.5, min_samples_leaf=10, **common), bx, by, bw, "log"),
        ("classes", HistGradientBoostingClassifier(l2_regularization=0.5, min_samples_leaf=10, **common), bx, bclass, None, "log"),
        ("squared", HistGradientBoostingRegressor(l2_regularization=0.5, min_samples_leaf=10, **common), bx, bt, None, "mse"),
        ("absolute", HistGradientBoostingRegressor(loss="absolute_error", min_samples_leaf=10, **common), bx, bt, None, "mae")]:
    model.fit(features, labels, sample_weight=w)
    if loss == "log":
        losses = [log_loss(labels, p, sample_weight=w) for p in model.staged_predict_proba(features)]
        last = model.predict_proba(features[:20]).ravel()
    else:
        measure = mean_squared_error if loss == "mse" else mean_absolute_error
        losses = [measure(labels, p) for p in model.staged_predict(features)]
        last = model.predict(features[:20])
    boosted.append({"name": name, "losses": losses, "last": last.tolist()})

cn = [1, 2, 3, 10, 100, 256, 1000]
data = {"x": x.ravel().tolist(), "y": y.tolist(), "target": target.tolist(), "weights": weights.tolist(), "trees": trees,
        "boosting": {"x": bx.ravel().tolist(), "missing": [None if np.isnan(v) else float(v) for v in bmissing.ravel()], "y": by.tolist(),
                     "class": bclass.tolist(), "target": bt.tolist(), "weights": bw.tolist(), "fits": boosted},
        "averagePathLength": {"n": cn, "c": _average_path_length(np.array(cn)).tolist()}}
print(json.dumps(data, separators=(",", ":")).replace("},{", "},\n{"))
