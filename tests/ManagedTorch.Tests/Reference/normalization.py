"""Writes normalization.json: softmax, cross entropy and normalisation layers, forward and backward, in PyTorch's float64.

Inputs are multiples of 1/256, which floats hold exactly, so the same numbers serve as reference for float32 and float64.
"""
import json
import pathlib
import torch
import torch.nn.functional as F

torch.manual_seed(7)
torch.set_default_dtype(torch.float64)
cases = []


def draw(*shape, scale=1.0, shift=0.0):
    return ((torch.randn(*shape) * scale + shift) * 256).round() / 256


def listed(t):
    return None if t is None else [float(f"{v:.15g}") for v in t.detach().reshape(-1).tolist()]


def case(op, sizes, f, x, gamma=None, beta=None, extra=None):
    x.requires_grad_(True)
    for p in (gamma, beta):
        if p is not None:
            p.requires_grad_(True)
    y = f(x)
    dy = draw(*y.shape)
    y.backward(dy)
    cases.append({
        "op": op, "sizes": sizes, "x": listed(x), "dy": listed(dy), "gamma": listed(gamma), "beta": listed(beta), "y": listed(y),
        "dx": listed(x.grad), "dgamma": None if gamma is None else listed(gamma.grad),
        "dbeta": None if beta is None else listed(beta.grad), "extra": extra or []})


for rows, columns in [(5, 1), (4, 7), (3, 8), (5, 13), (2, 40)]:
    for name, f in [("softmax", F.softmax), ("log_softmax", F.log_softmax)]:
        case(name, [rows, columns], lambda x: f(x, 1), draw(rows, columns, scale=3, shift=20))
    case("logsumexp", [rows, columns], lambda x: torch.logsumexp(x, 1), draw(rows, columns, scale=3, shift=-50))
    target = torch.randint(0, columns, (rows,))
    case("cross_entropy", [rows, columns], lambda x: F.cross_entropy(x, target, reduction="none"), draw(rows, columns, scale=2),
         extra=target.tolist())
for outer, size, inner in [(2, 5, 11), (3, 4, 1), (1, 9, 16)]:
    for name, f in [("strided_softmax", F.softmax), ("strided_log_softmax", F.log_softmax)]:
        case(name, [outer, size, inner], lambda x: f(x, 1), draw(outer, size, inner, scale=3))
for rows, columns, affine in [(6, 19, True), (3, 64, True), (5, 7, False)]:
    g, b = (draw(columns, shift=1), draw(columns)) if affine else (None, None)
    case("layer_norm", [rows, columns], lambda x: F.layer_norm(x, (columns,), g, b, 1e-5), draw(rows, columns, shift=5), g, b)
for n, c, l, groups, affine in [(2, 6, 7, 3, True), (3, 4, 1, 2, True), (2, 3, 20, 3, True), (2, 4, 9, 1, False)]:
    g, b = (draw(c, shift=1), draw(c)) if affine else (None, None)
    case("group_norm", [n, c, l, groups], lambda x: F.group_norm(x, groups, g, b, 1e-5), draw(n, c, l, shift=3), g, b)
for n, c, l, affine in [(4, 3, 9, True), (9, 5, 1, True), (20, 17, 1, True), (2, 2, 40, False)]:
    for training in (True, False):
        g, b = (draw(c, shift=1), draw(c)) if affine else (None, None)
        mean, var = draw(c), draw(c).abs() + 0.5
        before = mean.tolist() + var.tolist()
        case("batch_norm_train" if training else "batch_norm_eval", [n, c, l],
             lambda x: F.batch_norm(x, mean.clone(), var.clone(), g, b, training, 0.1, 1e-5), draw(n, c, l, shift=-4), g, b, extra=before)

lines = ",\n".join(json.dumps(c) for c in cases)
pathlib.Path(__file__).with_suffix(".json").write_text("[\n" + lines + "\n]\n")
