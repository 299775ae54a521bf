"""Writes layers.json: results and gradients of PyTorch 1.13's layers, losses and functions in float64.

A case has inputs (and a module's parameters) made by a formula that the tests make too, the result y, and the gradients of
sum(y * w), w made by the formula as well. The tests know the same cases by their names.
"""
import json
import pathlib

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
cases = []


def values(shape, place):
    """((i * step + 11) mod 97 - 48) / 32: exact, no equal neighbours; step by place."""
    count = 1
    for n in shape:
        count *= n
    step = [37, 53, 29, 61, 43, 71][place % 6]
    return (((torch.arange(count) * step + 11 + 7 * place) % 97 - 48).double() / 32).reshape(shape)


def listed(t):
    return None if t is None else [float(f"{v:.15g}") for v in t.detach().double().reshape(-1).tolist()]


def case(name, f, *inputs, state=False):
    """inputs: shapes, or tensors as they are."""
    x = [values(i, k).requires_grad_() if isinstance(i, tuple) else i for k, i in enumerate(inputs)]
    parameters = list(f.parameters()) if isinstance(f, nn.Module) else []
    for k, p in enumerate(parameters):
        p.data = values(tuple(p.shape), k + 3)
    y = f(*x)
    w = values(tuple(y.shape), 1)
    leaves = [i for i in x if i.requires_grad] + [p for p in parameters if p.requires_grad]
    grads = torch.autograd.grad((y * w).sum(), leaves, allow_unused=True) if y.requires_grad else []
    row = {"name": name, "shape": list(y.shape), "y": listed(y), "gradients": [listed(g) for g in grads]}
    if name == "hardsigmoid":
        row["tolerance"] = 1e-7    # PyTorch multiplies by a 1/6 of single precision
    if state:
        row["state"] = {k: listed(v) for k, v in f.state_dict().items() if "running" in k or "num" in k}
    cases.append(row)


def classes(shape, count):
    n = 1
    for s in shape:
        n *= s
    return ((torch.arange(n) * 5 + 2) % count).reshape(shape)


x = (3, 8)
for name, f in {
    "relu": nn.ReLU(), "relu6": nn.ReLU6(), "leaky_relu": nn.LeakyReLU(0.2), "elu": nn.ELU(0.7), "selu": nn.SELU(), "celu": nn.CELU(2),
    "gelu": nn.GELU(), "gelu tanh": nn.GELU("tanh"), "silu": nn.SiLU(), "mish": nn.Mish(), "sigmoid": nn.Sigmoid(), "tanh": nn.Tanh(),
    "softplus": nn.Softplus(2, 1.5), "softsign": nn.Softsign(), "tanhshrink": nn.Tanhshrink(), "hardtanh": nn.Hardtanh(-0.5, 0.75),
    "hardsigmoid": nn.Hardsigmoid(), "hardswish": nn.Hardswish(), "softshrink": nn.Softshrink(0.3), "hardshrink": nn.Hardshrink(0.3),
    "logsigmoid": nn.LogSigmoid(), "threshold": nn.Threshold(0.2, -0.7), "prelu": nn.PReLU(), "glu": nn.GLU(), "softmax": nn.Softmax(1),
    "log_softmax": nn.LogSoftmax(0), "softmin": nn.Softmin(1)}.items():
    case(name, f, x)
case("prelu channels", nn.PReLU(3), (2, 3, 4))
case("softmax2d", nn.Softmax2d(), (2, 3, 2, 2))
case("linear", nn.Linear(8, 3), (2, 5, 8))
case("bilinear", nn.Bilinear(3, 4, 2), (5, 3), (5, 4))
case("flatten", nn.Flatten(), (2, 3, 4))
case("unflatten", nn.Unflatten(1, (2, -1)), (3, 8))

case("conv1d", nn.Conv1d(4, 6, 3, stride=2, padding=2, dilation=2, groups=2), (2, 4, 11))
case("conv1d same", nn.Conv1d(2, 3, 4, padding="same"), (2, 2, 7))
case("conv1d unbatched", nn.Conv1d(2, 3, 3), (2, 7))
case("conv2d", nn.Conv2d(3, 4, 3, padding=1), (2, 3, 6, 5))
case("conv2d uneven", nn.Conv2d(4, 6, (3, 2), stride=(2, 1), padding=(1, 2), dilation=(1, 2), groups=2), (2, 4, 7, 6))
case("conv2d depthwise", nn.Conv2d(3, 6, 3, groups=3, bias=False), (1, 3, 5, 5))
case("conv2d same", nn.Conv2d(2, 3, (4, 3), padding="same", dilation=(1, 2)), (1, 2, 6, 7))
case("conv2d unbatched", nn.Conv2d(2, 3, 3), (2, 5, 6))
for mode in ["reflect", "replicate", "circular"]:
    case("conv2d " + mode, nn.Conv2d(2, 3, 3, padding=(1, 2), padding_mode=mode), (2, 2, 5, 6))
case("conv_transpose1d", nn.ConvTranspose1d(4, 6, 3, stride=2, padding=1, output_padding=1, groups=2, dilation=2), (2, 4, 5))
case("conv_transpose2d", nn.ConvTranspose2d(3, 4, 3, stride=2, padding=1, output_padding=1), (2, 3, 4, 5))
case("conv_transpose2d uneven", nn.ConvTranspose2d(4, 6, (3, 2), stride=(1, 3), padding=(0, 1), groups=2, dilation=(2, 1)), (1, 4, 4, 3))
case("max_pool1d", nn.MaxPool1d(3, 2, 1), (2, 3, 9))
case("max_pool2d", nn.MaxPool2d(2), (2, 3, 6, 6))
case("max_pool2d uneven", nn.MaxPool2d((3, 2), (2, 1), (1, 0), (1, 2), ceil_mode=True), (2, 3, 8, 7))
case("avg_pool1d", nn.AvgPool1d(3, 2, 1), (2, 3, 9))
case("avg_pool2d", nn.AvgPool2d(3, 2, 1, ceil_mode=True, count_include_pad=False), (2, 3, 6, 7))
case("avg_pool2d divisor", nn.AvgPool2d(2, divisor_override=3), (2, 3, 6, 7))
case("adaptive_avg_pool1d", nn.AdaptiveAvgPool1d(4), (2, 3, 9))
case("adaptive_avg_pool2d", nn.AdaptiveAvgPool2d((3, 2)), (2, 3, 7, 5))
case("adaptive_max_pool2d", nn.AdaptiveMaxPool2d((3, 2)), (2, 3, 7, 5))

for name, f, shape in [
    ("batch_norm1d", nn.BatchNorm1d(4), (6, 4)), ("batch_norm1d sequences", nn.BatchNorm1d(4, momentum=0.3), (3, 4, 5)),
    ("batch_norm2d", nn.BatchNorm2d(3, eps=1e-3), (2, 3, 4, 5)), ("batch_norm2d cumulative", nn.BatchNorm2d(3, momentum=None), (2, 3, 4, 5)),
    ("batch_norm2d plain", nn.BatchNorm2d(3, affine=False, track_running_stats=False), (2, 3, 4, 5))]:
    case(name, f, shape, state=True)
    case(name + " again", f, shape, state=True)
    case(name + " eval", f.eval(), shape)
case("layer_norm", nn.LayerNorm(8), (2, 3, 8))
case("layer_norm two axes", nn.LayerNorm([3, 4], eps=1e-3), (2, 3, 4))
case("layer_norm plain", nn.LayerNorm(8, elementwise_affine=False), (3, 8))
case("group_norm", nn.GroupNorm(2, 6), (2, 6, 3, 4))
case("instance_norm1d", nn.InstanceNorm1d(3), (2, 3, 7))
f = nn.InstanceNorm2d(3, affine=True, track_running_stats=True)
case("instance_norm2d", f, (2, 3, 4, 5), state=True)
case("instance_norm2d eval", f.eval(), (2, 3, 4, 5))
case("local_response_norm", nn.LocalResponseNorm(3, 0.5, 0.75, 1.2), (2, 5, 3, 3))

case("upsample nearest", nn.Upsample(scale_factor=2), (1, 2, 3, 4))
case("upsample bilinear", nn.Upsample(scale_factor=2, mode="bilinear"), (1, 2, 3, 4))
case("upsample bilinear corners", nn.Upsample(size=(5, 7), mode="bilinear", align_corners=True), (1, 2, 3, 4))
case("upsample bicubic", nn.Upsample(size=(5, 7), mode="bicubic", align_corners=False), (1, 2, 3, 4))
case("upsample linear", nn.Upsample(scale_factor=2, mode="linear"), (1, 2, 5))
case("pixel_shuffle", nn.PixelShuffle(2), (2, 8, 2, 3))
case("pixel_unshuffle", nn.PixelUnshuffle(2), (2, 2, 4, 6))
case("zero_pad2d", nn.ZeroPad2d((1, 2, 0, 3)), (1, 2, 3, 4))
case("constant_pad1d", nn.ConstantPad1d((2, -1), 1.5), (2, 2, 5))
case("reflection_pad2d", nn.ReflectionPad2d((1, 2, 2, 0)), (1, 2, 3, 4))
case("replication_pad3d", nn.ReplicationPad3d(1), (1, 1, 2, 3, 2))
case("pad circular", lambda x: F.pad(x, (1, 2), mode="circular"), (1, 2, 4))
case("unfold", nn.Unfold((2, 3), dilation=(2, 1), padding=(1, 0), stride=(1, 2)), (2, 2, 4, 5))
case("fold", nn.Fold((4, 5), (2, 3), dilation=(2, 1), padding=(1, 0), stride=(1, 2)), (2, 12, 8))
case("embedding", nn.Embedding(5, 3, padding_idx=-1), classes((2, 4), 5))
case("embedding frequency", nn.Embedding(5, 3, scale_grad_by_freq=True), classes((2, 4), 3))
case("embedding max_norm", nn.Embedding(5, 3, max_norm=1.0), classes((2, 4), 5))
case("cosine_similarity", nn.CosineSimilarity(1), (3, 4), (3, 4))
case("pairwise_distance", nn.PairwiseDistance(), (3, 4), (3, 4))
case("pairwise_distance 3", nn.PairwiseDistance(3, keepdim=True), (3, 4), (3, 4))
case("normalize", F.normalize, (3, 4))
case("normalize 1", lambda x: F.normalize(x, 1, 0), (3, 4))

pair = [(4, 3), (4, 3)]
p = torch.sigmoid(values((4, 3), 0)).detach().requires_grad_()
t = torch.sigmoid(values((4, 3), 1)).detach()
sign = torch.tensor([1.0, -1, -1, 1])
w = torch.tensor([0.5, 2.0, 1.5])
for r in ["none", "mean", "sum"]:
    case("mse " + r, nn.MSELoss(reduction=r), *pair)
    case("l1 " + r, nn.L1Loss(reduction=r), *pair)
    case("smooth_l1 " + r, nn.SmoothL1Loss(reduction=r, beta=0.6), *pair)
    case("huber " + r, nn.HuberLoss(reduction=r, delta=0.6), *pair)
    case("bce " + r, nn.BCELoss(reduction=r), p, t)
    case("bce weight " + r, nn.BCELoss(w, reduction=r), p, t)
    case("bce logits " + r, nn.BCEWithLogitsLoss(reduction=r), (4, 3), t)
    case("bce logits weights " + r, nn.BCEWithLogitsLoss(w, reduction=r, pos_weight=w * 2), (4, 3), t)
    case("kl log " + r, nn.KLDivLoss(reduction=r, log_target=True), *pair)
    case("kl " + r, nn.KLDivLoss(reduction=r), (4, 3), t)
    case("cross_entropy " + r, nn.CrossEntropyLoss(reduction=r), (4, 3), classes((4,), 3))
    case("cross_entropy weight " + r, nn.CrossEntropyLoss(w, reduction=r, ignore_index=1), (4, 3), classes((4,), 3))
    case("cross_entropy images " + r, nn.CrossEntropyLoss(w, reduction=r), (2, 3, 2, 2), classes((2, 2, 2), 3))
    case("cross_entropy smooth " + r, nn.CrossEntropyLoss(w, reduction=r, ignore_index=1, label_smoothing=0.2), (4, 3), classes((4,), 3))
    case("cross_entropy shares " + r, nn.CrossEntropyLoss(w, reduction=r, label_smoothing=0.2), (4, 3), t)
    case("nll " + r, nn.NLLLoss(w, reduction=r), (4, 3), classes((4,), 3))
    case("cosine_embedding " + r, nn.CosineEmbeddingLoss(0.1, reduction=r), *pair, sign)
    case("hinge_embedding " + r, nn.HingeEmbeddingLoss(0.8, reduction=r), (4,), sign)
    case("margin_ranking " + r, nn.MarginRankingLoss(0.3, reduction=r), (4,), (4,), sign)
    case("multi_margin " + r, nn.MultiMarginLoss(2, 0.7, w, reduction=r), (4, 3), classes((4,), 3))
    case("multilabel_soft_margin " + r, nn.MultiLabelSoftMarginLoss(w, reduction=r), (4, 3), t.round())
    case("soft_margin " + r, nn.SoftMarginLoss(reduction=r), (4,), sign)
    case("triplet " + r, nn.TripletMarginLoss(0.6, swap=True, reduction=r), (4, 3), (4, 3), (4, 3))
    case("gaussian_nll " + r, nn.GaussianNLLLoss(full=True, eps=0.375, reduction=r), (4, 3), (4, 3), p)
    case("poisson_nll " + r, nn.PoissonNLLLoss(full=True, reduction=r), (4, 3), t * 5)
case("cross_entropy single", nn.CrossEntropyLoss(), (3,), torch.tensor(2))
case("mse broadcast", F.mse_loss, (4, 3), (4, 1))

pathlib.Path(__file__).with_suffix(".json").write_text("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
