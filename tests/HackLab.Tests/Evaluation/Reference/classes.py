"""Writes classes.json: what scikit-learn says about predicted classes and class probabilities. Run it again with
    python3 classes.py > classes.json
The numbers in the repository come from scikit-learn 1.2.1 (Debian 12, python3-sklearn)."""
import json
import warnings
import numpy as np
from sklearn import metrics
from sklearn.calibration import calibration_curve
from sklearn.preprocessing import label_binarize

warnings.simplefilter("ignore")
EPS = np.finfo(np.float32).eps


def predicted(y, hat, weights, labels):
    """What follows from the predicted classes alone."""
    y, hat, weights = np.asarray(y), np.asarray(hat), np.asarray(weights, float)
    out = {"y": y.tolist(), "yHat": hat.tolist(), "weights": weights.tolist(), "classes": len(labels)}
    for name, w in (("plain", None), ("weighted", weights)):
        scores = {
            "accuracy": metrics.accuracy_score(y, hat, sample_weight=w),
            "balanced": metrics.balanced_accuracy_score(y, hat, sample_weight=w),
            "matthews": metrics.matthews_corrcoef(y, hat, sample_weight=w),
            "confusionTrue": metrics.confusion_matrix(y, hat, labels=labels, sample_weight=w, normalize="true").ravel().tolist(),
            "confusionPred": metrics.confusion_matrix(y, hat, labels=labels, sample_weight=w, normalize="pred").ravel().tolist(),
            "confusionAll": metrics.confusion_matrix(y, hat, labels=labels, sample_weight=w, normalize="all").ravel().tolist(),
        }
        if len(np.unique(y)) > 1:
            scores["adjusted"] = metrics.balanced_accuracy_score(y, hat, sample_weight=w, adjusted=True)
        for zero in (0, 1):
            for beta in (0.5, 1, 2):
                key = f"zero{zero}beta{beta}"
                each = metrics.precision_recall_fscore_support(y, hat, labels=labels, beta=beta, sample_weight=w, zero_division=zero)
                scores[key] = [np.asarray(part, float).tolist() for part in each]
                for average in ("macro", "micro", "weighted"):
                    # No labels given: the classes are those that occur.
                    scores[key + average] = list(metrics.precision_recall_fscore_support(
                        y, hat, beta=beta, sample_weight=w, zero_division=zero, average=average)[:3])
                if set(y) | set(hat) <= {0, 1}:
                    scores[key + "binary"] = list(metrics.precision_recall_fscore_support(
                        y, hat, beta=beta, sample_weight=w, zero_division=zero, average="binary")[:3])
        out[name] = scores
    return out


def probabilities(y, p, weights):
    """What follows from the probabilities; p holds floats of 32 bits."""
    p = p.astype(np.float32).astype(float)
    k = p.shape[1]
    binary = label_binarize(y, classes=list(range(k))) if k > 2 else np.column_stack([1 - y, y])
    out = {"y": y.tolist(), "p": p.ravel().tolist(), "weights": weights.tolist(), "classes": k}
    for name, w in (("plain", None), ("weighted", weights)):
        ones = np.ones(len(y)) if w is None else w
        brier = np.average(((p - binary) ** 2).sum(axis=1), weights=ones)
        scores = {
            "logLoss": metrics.log_loss(y, p, labels=list(range(k)), sample_weight=w, eps=EPS), "brier": brier,
            "top": [metrics.top_k_accuracy_score(y, p, k=j, labels=list(range(k)), sample_weight=w) for j in range(1, k)] if k > 2 else [],
        }
        for average in ("macro", "micro", "weighted", None):
            scores[f"auc{average}"] = np.asarray(metrics.roc_auc_score(binary, p, average=average, sample_weight=w)).ravel().tolist()
            scores[f"ap{average}"] = np.asarray(metrics.average_precision_score(binary, p, average=average, sample_weight=w)).ravel().tolist()
        if k > 2:
            # The same through scikit-learn's front door for several classes.
            assert np.isclose(scores["aucmacro"][0], metrics.roc_auc_score(y, p, multi_class="ovr", average="macro", sample_weight=w), atol=1e-12)
        out[name] = scores
    called, sure = p.argmax(axis=1), p.max(axis=1)
    observed, said = calibration_curve(called == y, sure, n_bins=15)
    rows = np.histogram(np.searchsorted(np.linspace(0, 1, 16)[1:-1], sure), bins=np.arange(16))[0]
    rows = rows[rows > 0]
    out["calledError"] = float((rows / rows.sum() * np.abs(observed - said)).sum())
    return out


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


rng = np.random.default_rng(11)
classes = []
y = rng.integers(0, 4, 120)
classes.append(predicted(y, np.where(rng.random(120) < 0.6, y, rng.integers(0, 4, 120)), rng.exponential(size=120), [0, 1, 2, 3]))
y = rng.integers(0, 2, 80)
classes.append(predicted(y, np.where(rng.random(80) < 0.7, y, 1 - y), rng.integers(0, 3, 80), [0, 1]))
classes.append(predicted([0, 0, 1, 1, 2, 2], [0, 1, 1, 0, 0, 1], [1, 2, 1, 1, 3, 1], [0, 1, 2]))       # class 2 is never called
classes.append(predicted([0, 0, 1, 1], [0, 2, 1, 2], [1, 1, 2, 1], [0, 1, 2]))                         # class 2 is called, never true
classes.append(predicted([0, 1, 3, 3], [0, 1, 3, 0], [1, 1, 2, 1], [0, 1, 2, 3]))                       # class 2 does not occur
classes.append(predicted([0, 0, 0, 1], [0, 0, 0, 0], [1, 1, 1, 1], [0, 1]))                             # class 1 is never called
classes.append(predicted([0, 0, 0], [0, 0, 0], [1, 2, 1], [0, 1]))                                      # one class only
classes.append(predicted([0, 1, 0, 1], [1, 0, 1, 0], [1, 1, 1, 2], [0, 1]))                             # all wrong

tables = []
for rows, k, digits in ((150, 3, 7), (90, 5, 2), (60, 2, 3)):
    y = np.concatenate([np.arange(k), rng.integers(0, k, rows - k)])
    z = rng.normal(size=(rows, k))
    z[np.arange(rows), y] += 0.8
    p = np.round(softmax(z), digits)
    p[:, -1] = 1 - p[:, :-1].sum(axis=1)
    tables.append(probabilities(y, np.clip(p, 0, 1), rng.exponential(size=rows)))
p = np.tile([0.25, 0.5, 0.25], (6, 1))
p[0] = [1, 0, 0]                                                                                        # certain: right, then wrong
p[1] = [0, 0, 1]
tables.append(probabilities(np.array([0, 1, 2, 1, 0, 2]), p, np.ones(6)))
print(json.dumps({"predicted": classes, "probabilities": tables}, separators=(",", ":")).replace("},{", "},\n{"))
