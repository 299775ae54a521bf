"""Writes regression.json: metrics of predicted numbers, clusterings and paired tests. Run it again with
    python3 regression.py > regression.json
The numbers in the repository come from scikit-learn 1.2.1 and SciPy 1.10.1 (Debian 12, python3-sklearn, python3-scipy)."""
import json
import warnings
import numpy as np
from scipy import stats
from sklearn import metrics
from sklearn.preprocessing import StandardScaler

warnings.simplefilter("ignore")


def regression(y, hat, weights):
    y, hat, weights = np.asarray(y, float), np.asarray(hat, float), np.asarray(weights, float)
    out = {"y": y.tolist(), "yHat": hat.tolist(), "weights": weights.tolist()}
    for name, w in (("plain", None), ("weighted", weights)):
        out[name] = {
            "mse": metrics.mean_squared_error(y, hat, sample_weight=w), "rmse": metrics.mean_squared_error(y, hat, sample_weight=w, squared=False),
            "mae": metrics.mean_absolute_error(y, hat, sample_weight=w), "r2": metrics.r2_score(y, hat, sample_weight=w),
            "explained": metrics.explained_variance_score(y, hat, sample_weight=w),
        }
    return out


def normalised(rows, columns):
    """The NMR challenge: both standardised by the true values, then the squared error summed."""
    y = (rng.normal(size=(rows, columns)) * [5, 20, 2] + [10, 30, 8]).astype(np.float32).astype(float)
    hat = (y + rng.normal(size=(rows, columns)) * [1, 9, 0.5]).astype(np.float32).astype(float)
    scaler = StandardScaler().fit(y)
    errors = ((scaler.transform(hat) - scaler.transform(y)) ** 2).sum(axis=0)
    return {"y": y.ravel().tolist(), "yHat": hat.ravel().tolist(), "sum": float(errors.sum()), "perTarget": (errors / rows).tolist(),
            "r2": metrics.r2_score(y, hat, multioutput="raw_values").tolist()}


def clusters(x, labels, other):
    x = x.astype(np.float32).astype(float)
    return {"x": x.ravel().tolist(), "labels": labels.tolist(), "other": other.tolist(), "silhouette": metrics.silhouette_score(x, labels),
            "samples": metrics.silhouette_samples(x, labels).tolist(), "rand": metrics.adjusted_rand_score(labels, other)}


def de_long(y, a, b):
    """The structural components as DeLong et al. (1988) define them: every pair is looked at."""
    def components(score):
        pairs = (score[y == 1][:, None] > score[y == 0][None]) + 0.5 * (score[y == 1][:, None] == score[y == 0][None])
        return pairs.mean(axis=1), pairs.mean(axis=0)
    (a1, a0), (b1, b0) = components(a), components(b)
    s = np.cov(np.stack([a1, b1])) / len(a1) + np.cov(np.stack([a0, b0])) / len(a0)
    z = (a1.mean() - b1.mean()) / np.sqrt(s[0, 0] + s[1, 1] - 2 * s[0, 1])
    return {"y": y.tolist(), "a": a.tolist(), "b": b.tolist(), "aucA": a1.mean(), "aucB": b1.mean(), "p": 2 * stats.norm.sf(abs(z)),
            "low": a1.mean() - stats.norm.ppf(0.975) * np.sqrt(s[0, 0]), "high": a1.mean() + stats.norm.ppf(0.975) * np.sqrt(s[0, 0])}


def sign_flip(a, b):
    found = stats.permutation_test((a, b), lambda p, q: np.mean(p - q), permutation_type="samples", n_resamples=np.inf)
    return {"a": a.tolist(), "b": b.tolist(), "p": found.pvalue}


rng = np.random.default_rng(3)
y = rng.normal(size=60)
numbers = [regression(y, y + 0.5 * rng.normal(size=60) + 0.2, rng.exponential(size=60)), regression([1, 2, 3], [1, 2, 3], [1, 1, 2]),
           regression([2, 2, 2], [2, 2, 2], [1, 1, 2]), regression([2, 2, 2], [3, 3, 3], [1, 1, 2]), regression([2, 2, 2], [1, 2, 4], [1, 1, 2]),
           regression([1, 2], [5, -3], [0, 2])]
x = np.concatenate([rng.normal(size=(20, 3)), rng.normal(size=(15, 3)) + 2])
groups = []
groups.append(clusters(x, np.repeat([4, 9], [20, 15]), rng.integers(0, 3, 35)))
groups.append(clusters(x, np.concatenate([[7], rng.integers(0, 4, 34)]), rng.integers(0, 2, 35)))      # one alone in its cluster
groups.append(clusters(np.zeros((4, 2)), np.array([0, 0, 1, 1]), np.array([5, 5, 3, 3])))                # all at one place
groups.append(clusters(x[:4], np.array([0, 1, 0, 1]), np.array([0, 0, 0, 0])))
y = np.concatenate([[0, 0, 1, 1], rng.integers(0, 2, 50)])
a, b = (np.round(rng.normal(size=54) + 1.5 * y, 1).astype(np.float32).astype(float) for _ in range(2))
print(json.dumps({
    "regression": numbers, "normalised": normalised(40, 3), "clusters": groups, "deLong": de_long(y, a, np.round(0.5 * a + 0.5 * b, 2).astype(np.float32).astype(float)),
    "signFlip": [sign_flip(rng.normal(size=n) + shift, rng.normal(size=n)) for n, shift in ((6, 0), (10, 1), (12, 0.5))],
    "mcNemar": [[only_a, only_b, stats.binomtest(min(only_a, only_b), only_a + only_b).pvalue] for only_a, only_b in ((41, 27), (5, 0), (3, 3), (100, 150))],
}, separators=(",", ":")).replace("},{", "},\n{"))
