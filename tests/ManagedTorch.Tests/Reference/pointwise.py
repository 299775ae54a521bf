"""Writes pointwise.json: values of PyTorch 1.13 for element-wise operations and reductions, for all types, edges and layouts.

Run: /usr/bin/python3 pointwise.py
"""
import json
import math
import os

import numpy
import torch
import torch.nn.functional as F

INF, NAN = math.inf, math.nan
EDGE = [-INF, -100.0, -3.7, -2.5, -1.0, -0.5, -0.25, -0.0, 0.0, 1e-6, 0.3, 0.5, 1.0, 1.5, 2.5, 3.7, 30.0, INF, NAN]
OTHER = [1.0, 2.0, -3.0, 0.5, NAN, -0.5, 2.0, 1.0, -1.0, 3.0, 0.3, -2.0, 1.0, 0.0, -2.5, INF, -INF, 2.0, 1.0]
TENSORS = {
    "edge32": torch.tensor(EDGE), "edge64": torch.tensor(EDGE, dtype=torch.float64), "other32": torch.tensor(OTHER),
    "long": torch.tensor([-3, -2, -1, 0, 1, 2, 7]), "long2": torch.tensor([2, 3, -2, 1, -1, 5, 3]),
    "int": torch.tensor([-3, -2, -1, 0, 1, 2, 7], dtype=torch.int32), "byte": torch.tensor([0, 1, 2, 3, 7, 200, 255], dtype=torch.uint8),
    "bool": torch.tensor([True, False, True, True, False, False, True]),
    "matrix": torch.tensor([[0.5, -1.25, 2.0, 0.1], [3.0, 0.0, -0.5, 1.0], [-2.0, 3.0, 0.25, 0.75]]),
    "row": torch.tensor([1.5, -2.0, 0.5, 3.0]), "column": torch.tensor([[0.5], [2.0], [-1.0]]),
    "cube": torch.tensor([[[((7 * i + 5 * j + 3 * k) % 11) / 4 - 1 for k in range(4)] for j in range(3)] for i in range(2)],
                         dtype=torch.float64),
    "scalar": torch.tensor(2.5), "scalar64": torch.tensor(-1.5, dtype=torch.float64), "empty": torch.empty(0, 3),
    "longs": torch.tensor([[3, -1, 4], [1, 5, -9]]), "flags": torch.tensor([[True, False], [True, True]]),
    "holes": torch.tensor([[1.0, NAN, 2.0], [NAN, 5.0, -1.0]]),
}
LAYOUTS = {"": lambda x: x, "T": lambda x: x.transpose(0, -1), "E": lambda x: x.expand(2, *x.shape), "S": lambda x: x[..., ::2]}

UNARY = {n: getattr(torch, n) for n in (
    "abs neg exp exp2 expm1 log log1p log2 log10 sqrt rsqrt square reciprocal sin cos tan asin acos atan sinh cosh tanh asinh acosh "
    "atanh sigmoid erf erfc erfinv floor ceil round trunc frac sign signbit relu isnan isfinite isinf isposinf isneginf logical_not "
    "nan_to_num bitwise_not sinc deg2rad logit").split()}
UNARY |= {
    "round2": lambda x: torch.round(x, decimals=2), "round-1": lambda x: torch.round(x, decimals=-1),
    "nan_to_num3": lambda x: torch.nan_to_num(x, 1, 2, 3), "logit_eps": lambda x: torch.logit(x, 0.1),
    "pow2": lambda x: x ** 2, "pow3": lambda x: x ** 3, "pow0.5": lambda x: x ** 0.5, "pow-1": lambda x: x ** -1.0,
    "pow1.7": lambda x: x ** 1.7, "pow0": lambda x: x ** 0, "2pow": lambda x: 2 ** x, "clamp": lambda x: torch.clamp(x, -1, 2),
    "clamp_float": lambda x: torch.clamp(x, min=0.5), "clamp_max": lambda x: torch.clamp(x, max=1), "add1.5": lambda x: x + 1.5,
    "eq1": lambda x: x == 1, "ge0.5": lambda x: x >= 0.5, "lt2": lambda x: 2 > x, "div_floor2": lambda x: torch.div(x, 2, rounding_mode="floor"),
    "div_trunc": lambda x: torch.div(x, -2, rounding_mode="trunc"), "remainder3": lambda x: x % 3, "fmod3": lambda x: torch.fmod(x, 3),
    "masked_fill": lambda x: x.masked_fill(x > 1, 5), "relu6": F.relu6, "leaky_relu": lambda x: F.leaky_relu(x, 0.1), "elu": lambda x: F.elu(x, 1.5),
    "selu": F.selu, "celu": lambda x: F.celu(x, 2.0), "gelu": F.gelu, "gelu_tanh": lambda x: F.gelu(x, approximate="tanh"), "silu": F.silu,
    "mish": F.mish, "softplus": lambda x: F.softplus(x, 2.0, 5.0), "hardtanh": F.hardtanh, "hardsigmoid": F.hardsigmoid, "hardswish": F.hardswish,
    "softsign": F.softsign, "tanhshrink": F.tanhshrink, "logsigmoid": F.logsigmoid, "threshold": lambda x: F.threshold(x, 0.5, -7),
    "softshrink": lambda x: F.softshrink(x, 0.4), "hardshrink": lambda x: F.hardshrink(x, 0.4),
}
BINARY = {n: getattr(torch, n) for n in (
    "add sub mul div pow maximum minimum fmax fmin atan2 fmod remainder eq ne lt le gt ge logical_and logical_or logical_xor bitwise_and bitwise_or "
    "bitwise_xor hypot xlogy logaddexp copysign isclose").split()}
BINARY |= {
    "floor_divide": lambda a, b: torch.div(a, b, rounding_mode="floor"), "trunc_divide": lambda a, b: torch.div(a, b, rounding_mode="trunc"),
    "where": lambda a, b: torch.where(a > b, a, b), "clamp_tensor": lambda a, b: torch.clamp(a, b, b + 1), "addcmul": lambda a, b: torch.addcmul(a, a, b, value=0.5),
    "addcdiv": lambda a, b: torch.addcdiv(a, a, b, value=0.5), "lerp": lambda a, b: torch.lerp(a, b, a), "add_alpha": lambda a, b: torch.add(a, b, alpha=2),
    "prelu": lambda a, b: F.prelu(a, b),
}
PAIRS = [("edge32", "other32"), ("matrix", "row"), ("matrix", "column"), ("matrix:T", "column:T"), ("long", "long2"), ("int", "long2"), ("long", "edge32"),
         ("bool", "long2"), ("byte", "int"), ("byte", "byte"), ("bool", "bool"), ("row", "scalar64"), ("scalar", "long2"), ("cube", "row"), ("empty", "scalar"),
         ("matrix:S", "scalar")]
REDUCE = {
    "sum": lambda x: x.sum(), "sum0": lambda x: x.sum(0), "sum-1k": lambda x: x.sum(-1, keepdim=True), "sum02": lambda x: x.sum((0, -1)),
    "sum_double": lambda x: x.sum(dtype=torch.float64), "mean": lambda x: x.mean(), "mean0": lambda x: x.mean(0), "mean1": lambda x: x.mean((-1,), keepdim=True),
    "var": lambda x: x.var(), "var0": lambda x: x.var(0), "var-1": lambda x: x.var(-1, unbiased=False), "std": lambda x: x.std(), "std0k": lambda x: x.std(0, keepdim=True),
    "prod": lambda x: x.prod(), "prod0": lambda x: x.prod(0), "prod-1": lambda x: x.prod(-1), "max": lambda x: x.max(), "min": lambda x: x.min(),
    "max0v": lambda x: x.max(0)[0], "max0i": lambda x: x.max(0)[1], "max-1v": lambda x: x.max(-1, keepdim=True)[0], "max-1i": lambda x: x.max(-1)[1],
    "min0v": lambda x: x.min(0)[0], "min-1i": lambda x: x.min(-1)[1], "amax0": lambda x: x.amax(0), "amin": lambda x: x.amin((0, -1)), "argmax": lambda x: x.argmax(),
    "argmax0": lambda x: x.argmax(0), "argmin-1": lambda x: x.argmin(-1, keepdim=True), "norm": lambda x: x.norm(), "norm1": lambda x: x.norm(1), "norm3": lambda x: x.norm(3),
    "norminf0": lambda x: x.norm(INF, 0), "norm2-1": lambda x: x.norm(2, -1, keepdim=True), "norm0": lambda x: x.norm(0), "median": lambda x: x.median(),
    "logsumexp0": lambda x: x.logsumexp(0), "logsumexp-1": lambda x: x.logsumexp(-1, keepdim=True), "cumsum0": lambda x: x.cumsum(0), "cumsum-1": lambda x: x.cumsum(-1),
    "cumprod0": lambda x: x.cumprod(0), "cumprod-1": lambda x: x.cumprod(-1), "all": lambda x: x.all(), "any": lambda x: x.any(), "all0": lambda x: x.all(0),
    "any-1": lambda x: x.any(-1, keepdim=True), "count_nonzero": lambda x: x.count_nonzero(), "count_nonzero0": lambda x: x.count_nonzero((0,)),
    "nansum": lambda x: x.nansum(), "nanmean": lambda x: x.nanmean(), "nanmean0": lambda x: x.nanmean(0), "softmax0": lambda x: x.softmax(0), "softmax-1": lambda x: x.softmax(-1),
    "log_softmax0": lambda x: x.log_softmax(0), "log_softmax-1": lambda x: x.log_softmax(-1),
}
REDUCED = ["matrix", "matrix:T", "matrix:E", "matrix:S", "cube", "cube:T", "cube:S", "longs", "longs:T", "flags", "holes", "scalar", "empty", "empty:T", "edge32"]


def get(name):
    base, _, layout = name.partition(":")
    return LAYOUTS[layout](TENSORS[base])


def number(value, kind):
    if isinstance(value, (bool, int)):
        return int(value)
    if math.isnan(value) or math.isinf(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return float(str(numpy.float32(value))) if kind == torch.float32 else value


def pack(x):
    return {"type": str(x.dtype)[6:], "shape": list(x.shape), "values": [number(v, x.dtype) for v in x.contiguous().view(-1).tolist()]}


def case(op, function, names):
    try:
        return {"op": op, "in": names, "out": pack(function(*map(get, names)))}
    except (RuntimeError, IndexError, TypeError):
        return {"op": op, "in": names, "out": None}


cases = [case(op, f, [x]) for op, f in UNARY.items() for x in ("edge32", "edge64", "long", "int", "byte", "bool", "matrix:T", "matrix:S", "empty")]
cases += [case(op, f, list(p)) for op, f in BINARY.items() for p in PAIRS]
cases += [case(op, f, [x]) for op, f in REDUCE.items() for x in REDUCED]
tensors = {name: pack(x) for name, x in TENSORS.items()}
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pointwise.json")
with open(path, "w") as file:
    file.write('{"tensors": ' + json.dumps(tensors) + ',\n"cases": [\n' + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]}\n")
print(len(cases), "cases,", sum(c["out"] is None for c in cases), "refused,", os.path.getsize(path), "bytes")
