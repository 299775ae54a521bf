"""Writes scores.json: precision-recall curves, Brier scores, calibration and cuts of binary scores. Run it again with
    python3 scores.py > scores.json
The numbers in the repository come from scikit-learn 1.2.1 (Debian 12, python3-sklearn); AMS and significances are their papers'
formulas in 60 digits (mpmath)."""
import json
import numpy as np
from mpmath import log, mp, mpf, sqrt
from sklearn import metrics
from sklearn.calibration import calibration_curve

mp.dps = 60


def calibration(y, score, strategy, bins):
    observed, said = calibration_curve(y, score, n_bins=bins, strategy=strategy)
    return {"strategy": strategy, "bins": bins, "observed": observed.tolist(), "said": said.tolist()}


def case(name, y, score, weights):
    y, score, weights = np.asarray(y), np.asarray(score, float), np.asarray(weights, float)
    out = {"name": name, "y": y.tolist(), "score": score.tolist(), "weights": weights.tolist()}
    for kind, w in (("plain", None), ("weighted", weights)):
        kept = slice(None) if w is None else w > 0
        precision, recall, thresholds = metrics.precision_recall_curve(y[kept], score[kept], sample_weight=None if w is None else w[kept])
        out[kind] = {
            "precision": precision.tolist(), "recall": recall.tolist(), "thresholds": thresholds.tolist(),
            "averagePrecision": metrics.average_precision_score(y, score, sample_weight=w),
            "brier": metrics.brier_score_loss(y, score, sample_weight=w),
        }
    out["calibration"] = [calibration(y, score, s, b) for s in ("uniform", "quantile") for b in (1, 5, 10)]
    return out


def ams(s, b, reg):
    s, b = mpf(s), mpf(b) + mpf(reg)
    return float(sqrt(2 * ((s + b) * log(1 + s / b) - s)))


def asimov(s, b, error):
    s, b, v = mpf(s), mpf(b), mpf(error) ** 2
    first = (s + b) * log((s + b) * (b + v) / (b * b + (s + b) * v))
    return float(sqrt(2 * (first - b * b / v * log(1 + v * s / (b * (b + v))))))


def best_cut(y, score, weights, reg):
    """Every cut by hand, the slow way."""
    cuts = sorted(set(score), reverse=True)
    values = [ams(sum(w for t, v, w in zip(y, score, weights) if v >= c and t == 1), sum(w for t, v, w in zip(y, score, weights) if v >= c and t == 0), reg)
              for c in cuts]
    best = int(np.argmax(values))
    return {"y": y.tolist(), "score": score.tolist(), "weights": weights.tolist(), "regularisation": reg,
            "thresholds": [float(c) for c in cuts], "values": values, "ams": values[best], "threshold": float(cuts[best])}


rng = np.random.default_rng(7)
cases = []
y = rng.integers(0, 2, 100)
cases.append(case("spread", y, 1 / (1 + np.exp(-(rng.normal(size=100) + y))), rng.exponential(size=100)))
y = (rng.random(90) < 0.15).astype(int)
cases.append(case("many ties, few positives", y, np.round(np.clip(0.3 * y + rng.random(90) * 0.7, 0, 1), 1), rng.integers(0, 3, 90)))
cases.append(case("all equal", [0, 1, 0, 1, 1], [0.5] * 5, [1, 2, 3, 4, 5]))
cases.append(case("upside down, certain", [1, 1, 0, 0], [0.0, 0.2, 0.8, 1.0], [1, 2, 1, 2]))
cases.append(case("only class 1", [1, 1, 1], [0.2, 0.9, 0.5], [1, 2, 1]))
y = rng.integers(0, 2, 70)
score = np.round(rng.normal(size=70) + y, 1).astype(np.float32).astype(float)
counts = [(0, 5), (10, 100), (250, 5000), (691.99, 410999.85), (1e-6, 1e4), (3, 0), (50, 2), (1e-3, 1e-3)]
errors = [(10, 100, 5), (10, 100, 50), (50, 2, 1), (0.5, 1000, 30)]
print(json.dumps({
    "cases": cases, "cuts": [best_cut(y, score, np.where(y == 1, 0.3, 20.0) * rng.exponential(size=70), reg) for reg in (1, 10)],
    "ams": [[s, b, 10, ams(s, b, 10)] for s, b in counts] + [[s, b, 0, ams(s, b, 0)] for s, b in counts if b > 0],
    "asimov": [[s, b, e, asimov(s, b, e)] for s, b, e in errors],
}, separators=(",", ":")).replace("},{", "},\n{"))
