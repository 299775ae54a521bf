"""Writes metrics.json: what scikit-learn says about a few sets of labels and scores. Run it again with
    python3 metrics.py > metrics.json
The numbers in the repository come from scikit-learn 1.2.1 (Debian 12, python3-sklearn)."""
import json
import numpy as np
from sklearn import metrics


def case(name, y, score, weights):
    y, score, weights = np.asarray(y), np.asarray(score, float), np.asarray(weights, float)
    predicted = (score >= 0.5).astype(int)
    fpr, tpr, thresholds = metrics.roc_curve(y, score)
    wfpr, wtpr, _ = metrics.roc_curve(y, score, sample_weight=weights)
    return {
        "name": name, "y": y.tolist(), "score": score.tolist(), "weights": weights.tolist(),
        # The first threshold is left out: scikit-learn changed it from max + 1 to infinity in 1.3.
        "fpr": fpr.tolist(), "tpr": tpr.tolist(), "thresholds": thresholds[1:].tolist(),
        "auc": metrics.roc_auc_score(y, score),
        "weightedAuc": metrics.roc_auc_score(y, score, sample_weight=weights),
        "weightedFpr": wfpr.tolist(), "weightedTpr": wtpr.tolist(),
        "logLoss": metrics.log_loss(y, score, eps=np.finfo(float).eps),
        "weightedLogLoss": metrics.log_loss(y, score, sample_weight=weights, eps=np.finfo(float).eps),
        "accuracy": metrics.accuracy_score(y, predicted),
        "weightedAccuracy": metrics.accuracy_score(y, predicted, sample_weight=weights),
        "confusion": metrics.confusion_matrix(y, predicted, labels=[0, 1]).tolist(),
        "precision": metrics.precision_score(y, predicted, zero_division=0),
        "recall": metrics.recall_score(y, predicted),
    }


rng = np.random.default_rng(5)
cases = []
y = rng.integers(0, 2, 200)
cases.append(case("spread", y, 1 / (1 + np.exp(-(rng.normal(size=200) + y))), rng.exponential(size=200)))
y = (rng.random(150) < 0.1).astype(int)
cases.append(case("many ties, few positives", y, np.clip(np.round(0.3 * y + rng.random(150) * 0.7, 1), 0.05, 0.95), rng.integers(0, 4, 150)))
cases.append(case("all equal", [0, 1, 0, 1, 1], [0.5] * 5, [1, 2, 3, 4, 5]))
cases.append(case("perfect", [0, 0, 1, 1], [0.1, 0.2, 0.8, 0.9], [1, 1, 1, 1]))
cases.append(case("upside down", [1, 1, 0, 0], [0.1, 0.2, 0.8, 0.9], [1, 2, 1, 2]))
cases.append(case("certain and wrong once", [0, 1, 1, 0], [0.0, 1.0, 0.0, 0.3], [1, 1, 0.5, 2]))
cases.append(case("two rows", [0, 1], [0.4, 0.6], [3, 0.25]))
print(json.dumps(cases, indent=None, separators=(",", ":")).replace("},{", "},\n{"))
