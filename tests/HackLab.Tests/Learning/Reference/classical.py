"""Writes classical.json: what scikit-learn's classical models find on made-up rows. Run it again with
    python3 classical.py > classical.json
The numbers in the repository come from scikit-learn 1.2.1 (Debian 12, python3-sklearn). All inputs are multiples of 1/64, so
that they are the same numbers in single and in double precision."""
import json
import warnings
import numpy as np
from scipy.stats import chi2
from sklearn.cluster import KMeans
from sklearn.covariance import EmpiricalCovariance, LedoitWolf, MinCovDet
from sklearn.decomposition import PCA
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import ElasticNet, Lasso, LinearRegression, LogisticRegression, Ridge
from sklearn.manifold import TSNE, trustworthiness
from sklearn.mixture import GaussianMixture
from sklearn.naive_bayes import BernoulliNB, GaussianNB, MultinomialNB
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.svm import SVC, OneClassSVM

warnings.simplefilter("ignore")
rng = np.random.default_rng(7)
flat = lambda a: np.asarray(a, dtype=float).ravel().tolist()
exact = lambda a: np.round(np.asarray(a) * 64) / 64
out = {}

# Three overlapping groups in four correlated features, and a number for each row.
n, d = 150, 4
y = np.arange(n) % 3
centers = np.array([[0, 0, 0, 0], [1.5, 0.5, 0, -1], [0, 2, -1, 0.5]])
x = exact(centers[y] + rng.normal(size=(n, d)) @ (np.eye(d) + 0.4 * rng.normal(size=(d, d))) + np.array([0, 3, 0, 0]))
t = exact(2 * x[:, 0] - x[:, 1] + 0.5 * x[:, 2] * x[:, 3] + rng.normal(size=n) + 5)
test = exact(centers[np.arange(30) % 3] + 1.3 * rng.normal(size=(30, d)) + np.array([0, 3, 0, 0]))
out["data"] = {"x": flat(x), "y": y.tolist(), "t": flat(t), "test": flat(test)}
two = x[y < 2]
y2 = y[y < 2]

linear = []
def line(name, model, rows=x):
    model.fit(rows, t)
    linear.append({"name": name, "coefficients": flat(model.coef_), "intercept": float(model.intercept_)})
line("least squares", LinearRegression())
line("no intercept", LinearRegression(fit_intercept=False))
line("dependent", LinearRegression(), np.hstack([x, x[:, :1] + x[:, 1:2]]))
for a in [0.5, 10]: line(f"ridge {a}", Ridge(alpha=a, solver="cholesky"))
for a in [0.05, 0.5]: line(f"lasso {a}", Lasso(alpha=a, tol=1e-14, max_iter=100000))
line("elastic 0.2 0.3", ElasticNet(alpha=0.2, l1_ratio=0.3, tol=1e-14, max_iter=100000))
out["linear"] = linear

logistic = []
for rows, labels, classes in [(x, y, 3), (two, y2, 2)]:
    for ratio in [0.0, 0.4, 1.0]:
        for c in [0.03, 1.0, 100.0 if ratio == 0 else 2.0]:
            if ratio == 0:   # its L-BFGS stops at an objective that is higher by 1e-9, its Newton does not
                m = LogisticRegression(C=c, solver="newton-cg", tol=1e-12, max_iter=100000)
            else:
                m = LogisticRegression(C=c, penalty="elasticnet", l1_ratio=ratio, solver="saga", tol=1e-13, max_iter=100000, random_state=0)
            m.fit(rows, labels)
            # Its SAGA goes on until rounding is all that moves: what it came to must be a minimum, where every slope is 0 or held.
            p = m.predict_proba(rows)[:, 1:] if classes == 2 else m.predict_proba(rows)
            slope = c * (p - np.eye(classes)[labels][:, -p.shape[1]:]).T @ rows + (1 - ratio) * m.coef_
            w = m.coef_
            assert np.abs(np.where(w != 0, slope + ratio * np.sign(w), np.maximum(0, np.abs(slope) - ratio))).max() < 1e-4
            logistic.append({"classes": classes, "c": c, "ratio": ratio, "p": flat(m.predict_proba(test[:8])), "coefficients": flat(m.coef_)})
out["logistic"] = logistic

neighbours = []
for k in [1, 5, 14]:
    for w in ["uniform", "distance"]:
        both = np.vstack([test, x[:5]])
        neighbours.append({"k": k, "weights": w, "p": flat(KNeighborsClassifier(k, weights=w, algorithm="brute").fit(x, y).predict_proba(both)),
                           "number": flat(KNeighborsRegressor(k, weights=w, algorithm="brute").fit(x, t).predict(both))})
out["neighbours"] = neighbours

counts = np.floor(np.abs(x) * 2)
g = GaussianNB().fit(x, y)
out["bayes"] = {"gaussian": flat(g.predict_proba(test)), "means": flat(g.theta_), "variances": flat(g.var_),
                "counts": flat(counts), "multinomial": flat(MultinomialNB(alpha=0.5).fit(counts, y).predict_proba(np.floor(np.abs(test) * 2))),
                "bernoulli": flat(BernoulliNB(alpha=0.5).fit(x, y).predict_proba(test))}

start = x[[0, 1, 5, 9]]
km = KMeans(4, init=start, n_init=1, tol=0, max_iter=300, algorithm="lloyd").fit(x)
out["kmeans"] = {"start": flat(start), "centers": flat(km.cluster_centers_), "inertia": float(km.inertia_), "labels": km.predict(test).tolist()}

mixtures = []
for kind in ["full", "diag"]:
    for tol, rounds in [(1e-3, 100), (0, 25)]:
        class Started(GaussianMixture):
            def _initialize_parameters(self, rows, state):
                self._initialize(rows, np.eye(3)[y])
        m = Started(3, covariance_type=kind, tol=tol, max_iter=rounds).fit(x)
        mixtures.append({"kind": kind, "tolerance": tol, "rounds": m.n_iter_, "bound": float(m.lower_bound_), "weights": flat(m.weights_),
                         "means": flat(m.means_), "covariances": flat(m.covariances_), "density": flat(m.score_samples(test))})
out["mixtures"] = mixtures

pca = PCA(svd_solver="full").fit(x)
wide = exact(rng.normal(size=(6, 10)) @ np.diag(np.arange(1, 11)))
few = PCA(4, svd_solver="full").fit(wide)
out["pca"] = {"components": flat(pca.components_), "variances": flat(pca.explained_variance_), "ratios": flat(pca.explained_variance_ratio_),
              "places": flat(pca.transform(test)), "white": flat(PCA(2, whiten=True, svd_solver="full").fit(x).transform(test)),
              "wide": flat(wide), "wideComponents": flat(few.components_), "wideVariances": flat(few.explained_variance_)}

machines = []
for rows, labels, classes in [(two, y2, 2), (x, y, 3)]:
    for c, kernel in [(1.0, "rbf"), (20.0, "rbf"), (0.5, "linear")]:
        m = SVC(C=c, kernel=kernel, gamma="scale", tol=1e-8, decision_function_shape="ovo").fit(rows, labels)
        e = {"classes": classes, "c": c, "kernel": kernel, "decisions": flat(m.decision_function(test)), "vectors": m.n_support_.tolist(), "labels": m.predict(test).tolist()}
        if classes == 2:
            a = np.zeros(len(rows)); a[m.support_] = m.dual_coef_[0]
            gamma = 1 / (d * rows.var())
            k = rows @ rows.T if kernel == "linear" else np.exp(-gamma * ((rows[:, None] - rows[None]) ** 2).sum(2))
            e["objective"] = float(a @ k @ a / 2 - np.abs(a).sum())
        machines.append(e)
out["machines"] = machines
out["oneClass"] = [{"nu": nu, "decisions": flat(OneClassSVM(nu=nu, gamma="scale", tol=1e-9).fit(x).decision_function(test))} for nu in [0.1, 0.5]]

out["kernelRidge"] = []
for kernel, gamma in [("rbf", 0.1), ("linear", None)]:
    m = KernelRidge(alpha=0.3, kernel=kernel, gamma=gamma).fit(x, t)
    out["kernelRidge"].append({"kernel": kernel, "dual": flat(m.dual_coef_), "predictions": flat(m.predict(test))})

e, l = EmpiricalCovariance().fit(x), LedoitWolf().fit(x)
dirty = x.copy(); dirty[::6] += 8
# Most seeds end in a subset of larger determinant than the best.
m = min((MinCovDet(random_state=s).fit(dirty) for s in range(10)), key=lambda m: np.linalg.slogdet(m.raw_covariance_)[1])
about = dirty - m.raw_location_
squares = (about @ np.linalg.inv(m.raw_covariance_) * about).sum(1)
out["mahalanobis"] = {"squares": flat(e.mahalanobis(test)), "shrinkage": float(l.shrinkage_), "shrunk": flat(l.covariance_),
                      "dirty": flat(dirty), "location": flat(m.raw_location_), "robust": flat(m.raw_covariance_ * np.median(squares) / chi2.ppf(0.5, d))}

blobs = exact(np.repeat(4 * rng.normal(size=(6, 8)), 50, axis=0) + rng.normal(size=(300, 8)))
s = TSNE(method="exact", init="pca", learning_rate="auto", perplexity=20, random_state=0)
points = s.fit_transform(blobs)
out["tsne"] = {"x": flat(blobs), "divergence": float(s.kl_divergence_), "trust": float(trustworthiness(blobs, points, n_neighbors=10))}
print(json.dumps(out, separators=(",", ":")).replace("},{", "},\n{"))
