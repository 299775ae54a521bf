"""Writes logistic.json: what scikit-learn's logistic regression finds on made-up rows. Run it again with
    python3 logistic.py > logistic.json
The numbers in the repository come from scikit-learn 1.2.1 (Debian 12, python3-sklearn)."""
import json
import numpy as np
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(11)
n, d = 160, 5
mixed = rng.normal(size=(n, d)) @ rng.normal(size=(d, d))     # correlated columns
mixed[:, 3] = 20 + 5 * mixed[:, 3]                            # one far from zero and wide
x = np.round(mixed * 64) / 64                                 # exact as 32-bit numbers
z = x[:, 0] - 0.7 * x[:, 1] + 0.1 * (x[:, 3] - 20) - 1
y = (rng.random(n) < 1 / (1 + np.exp(-z))).astype(int)
fits = []
for c in [0.001, 0.1, 1.0, 100.0, 1e6]:
    model = LogisticRegression(C=c, solver="lbfgs", tol=1e-12, max_iter=100000).fit(x, y)
    # scikit-learn's Newton-Cholesky agrees with its L-BFGS to about 1e-6; the tighter of the two is kept.
    newton = LogisticRegression(C=c, solver="newton-cholesky", tol=1e-12, max_iter=1000).fit(x, y)
    assert np.allclose(model.coef_, newton.coef_, atol=1e-4), c
    fits.append({"c": c, "coefficients": newton.coef_[0].tolist(), "intercept": float(newton.intercept_[0]),
                 "score": newton.predict_proba(x[:10])[:, 1].tolist()})
print(json.dumps({"x": x.ravel().tolist(), "y": y.tolist(), "fits": fits}, separators=(",", ":")).replace("},{", "},\n{"))
