"""Times one kind of fit with scikit-learn and prints {"ms": [...], "value": ...} in one line: peer.py NAME FOLDER RUNS"""
import json
import sys
import time
import warnings
from pathlib import Path

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.linear_model import Lasso, LinearRegression, LogisticRegression
from sklearn.manifold import TSNE
from sklearn.metrics import log_loss
from sklearn.mixture import GaussianMixture
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC

warnings.simplefilter("ignore")
name, folder, runs = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
read = lambda file, kind: np.fromfile(folder / file, dtype=kind)
x, target = read("x.bin", np.float32).reshape(-1, 28), read("target.bin", np.float32)
two, five = read("two.bin", np.int32), read("five.bin", np.int32)
few = x[:2000]


class Started(GaussianMixture):
    def _initialize_parameters(self, rows, state):
        self._initialize(rows, np.eye(5)[five])


def logistic(labels):
    # Its own tolerance: ours goes on to 1e-9, which costs it two steps more.
    model = LogisticRegression(max_iter=1000).fit(x, labels)
    return lambda: log_loss(labels, model.predict_proba(x))


def neighbours():
    model = KNeighborsClassifier(n_jobs=-1, algorithm="brute").fit(x, two)
    return lambda: model.predict_proba(x[:5000]).mean()


ready = neighbours() if name == "neighbours" else PCA(10).fit(x) if name == "pca-transform" else None
WORK = {
    "least-squares": lambda: LinearRegression(n_jobs=-1).fit(x, target).coef_[0],
    "lasso": lambda: Lasso(alpha=0.01, precompute=True).fit(x, target).coef_[0],
    "logistic": lambda: logistic(two),
    "softmax": lambda: logistic(five),
    "naive-bayes": lambda: GaussianNB().fit(x, five).predict_proba(x)[0, 0],
    "neighbours": lambda: ready(),
    "k-means": lambda: KMeans(10, init=x[:10], n_init=1, max_iter=30, tol=0).fit(x).inertia_,
    "k-means++": lambda: KMeans(10, n_init=1, max_iter=1, random_state=0).fit(x).n_iter_,
    "mixture": lambda: Started(5, max_iter=5, tol=0).fit(x).lower_bound_,
    "pca": lambda: PCA(svd_solver="full").fit(x).explained_variance_[0],
    "pca-transform": lambda: abs(ready.transform(x)[0, 0]),
    "svm": lambda: SVC().fit(few, two[:2000]).intercept_[0],
    "t-sne": lambda: TSNE(init="pca", learning_rate="auto", n_jobs=-1).fit(few).kl_divergence_,
}
if name != "t-sne":
    WORK[name]()
times, value = [], None
for _ in range(runs):
    start = time.perf_counter()
    value = WORK[name]()
    times.append(1000 * (time.perf_counter() - start))
print(json.dumps({"ms": times, "value": float(value() if callable(value) else value)}))
