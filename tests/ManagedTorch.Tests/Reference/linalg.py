"""Writes linalg.json: values and gradients of PyTorch 1.13 for products, linear algebra and Fourier transforms, in float64.

Run: /usr/bin/python3 linalg.py
"""
import json
import os

import numpy
import torch
import torch.fft as fft
import torch.linalg as la

torch.set_default_dtype(torch.float64)


def numbers(seed, *shape):
    return torch.from_numpy(numpy.random.RandomState(seed).uniform(-2, 2, shape))


A33, A43, A34, B2 = numbers(1, 3, 3), numbers(2, 4, 3), numbers(3, 3, 4), numbers(4, 2, 3, 3)
SPD = A33 @ A33.T + torch.eye(3)
TENSORS = {"a33": A33, "a43": A43, "a34": A34, "b233": B2, "spd": SPD, "bspd": B2 @ B2.mT + torch.eye(3), "v3": numbers(5, 3), "v4": numbers(6, 4),
           "c345": numbers(7, 3, 4, 5), "d45": numbers(8, 4, 5), "e2345": numbers(9, 2, 3, 4, 5), "f2354": numbers(10, 2, 3, 5, 4),
           "p53": numbers(11, 5, 3), "q43": numbers(12, 4, 3), "s64": numbers(13, 64), "row": numbers(14, 1, 3), "m304": numbers(15, 30, 4), "m284": numbers(16, 28, 4)}
EINSUM = {"ij,jk->ik": "a43 a34", "ij,jk": "a43 a34", "ii": "a33", "ii->i": "a33", "ij->ji": "a43", "ba": "a43", "bij,bjk->bik": "b233 b233",
          "...ij,...jk->...ik": "e2345 f2354", "...ij,jk": "e2345 d45:T", "i,j->ij": "v3 v4", "ijk,jk->i": "c345 d45", "ijk->k": "c345", "ij,ij->": "a43 q43",
          "ij,jk,kl->il": "a43 a33 a34", "bij,bij->b": "b233 b233", "iij->j": "b233:D", "ij,i->j": "a43 v4", "aij,j->ai": "b233 v3", "...": "a43",
          "i...->...": "a43", "ij,kj->ik": "row a43", "bhqd,bhkd->bhqk": "e2345 e2345", "Ab,bA": "a34 a43", "ij,ik->ijk": "a43 q43", "...a,...a->...": "b233 row"}
CASES = {
    "matmul": [("a43 a33", torch.matmul), ("a43 v3", torch.matmul), ("v3 a34", torch.matmul), ("v3 v3", torch.matmul), ("e2345 f2354", torch.matmul),
               ("e2345 d45:T", torch.matmul), ("a33 b233", torch.matmul), ("b233 v3", torch.matmul), ("b233:T b233", torch.matmul)],
    "mv": [("a43 v3", torch.mv)], "dot": [("v3 v3", torch.dot)], "outer": [("v3 v4", torch.outer)], "inner": [("a43 p53", torch.inner)],
    "bmm": [("b233 b233:T", torch.bmm)], "addmm": [("v4 a33 a34", lambda m, a, b: torch.addmm(m, a, b, beta=0.5, alpha=2))],
    "addmv": [("v4 a43 v3", lambda m, a, b: torch.addmv(m, a, b, beta=0.5, alpha=2))],
    "addr": [("a34 v3 v4", lambda m, a, b: torch.addr(m, a, b, beta=0.5, alpha=2))],
    "addbmm": [("a33 b233 b233", lambda m, a, b: torch.addbmm(m, a, b, beta=0.5, alpha=2))],
    "baddbmm": [("a33 b233 b233", lambda m, a, b: torch.baddbmm(m, a, b, beta=0.5, alpha=2))],
    "matrix_power3": [("b233", lambda x: torch.matrix_power(x, 3))], "matrix_power-2": [("b233", lambda x: torch.matrix_power(x, -2))],
    "chain": [("a43 a34 a43 v3", lambda a, b, c, d: la.multi_dot([a, b, c, d]))], "tensordot2": [("c345 d45", lambda a, b: torch.tensordot(a, b, 2))],
    "tensordot_lists": [("c345 a34", lambda a, b: torch.tensordot(a, b, ([0, 1], [0, 1])))], "trace": [("a33", torch.trace)],
    "cdist": [("p53 q43", torch.cdist), ("b233 a33", torch.cdist), ("m304 m284", torch.cdist)], "cdist1": [("p53 q43", lambda a, b: torch.cdist(a, b, 1))],
    "cdist3": [("p53 q43", lambda a, b: torch.cdist(a, b, 3))], "cross": [("a43 q43", la.cross)],
    "inv": [("a33", la.inv), ("b233", la.inv)], "det": [("a33", la.det), ("b233", la.det)], "logabsdet": [("b233", lambda x: la.slogdet(x)[1])],
    "solve": [("a33 a34", la.solve), ("a33 v3", la.solve), ("b233 a34", la.solve)], "solve_right": [("a33 a43", lambda a, b: la.solve(a, b, left=False))],
    "cholesky": [("spd", la.cholesky), ("bspd", la.cholesky)], "qr_q": [("a43", lambda x: la.qr(x)[0]), ("b233", lambda x: la.qr(x)[0]), ("a34", lambda x: la.qr(x)[0])],
    "qr_r": [("a43", lambda x: la.qr(x)[1]), ("a34", lambda x: la.qr(x)[1])], "svdvals": [("a43", la.svdvals), ("a34", la.svdvals), ("b233", la.svdvals)],
    "svd_projector": [("a43", lambda x: (lambda u, s, vh: u[..., :2] @ torch.diag(s[:2]) @ vh[:2])(*la.svd(x, False))),
                      ("a34", lambda x: (lambda u, s, vh: u[..., :2] @ torch.diag(s[:2]) @ vh[:2])(*la.svd(x, False)))],
    "eigvalsh": [("spd", la.eigvalsh), ("bspd", la.eigvalsh)],
    "eigh_projector": [("spd", lambda x: (lambda l, v: v[:, :1] @ v[:, :1].T)(*la.eigh(x)))],
    "pinv": [("a43", la.pinv), ("a34", la.pinv)], "lstsq": [("a43 q43", lambda a, b: la.lstsq(a, b).solution)],
    "fro": [("b233", la.matrix_norm)], "nuc": [("a43", lambda x: la.matrix_norm(x, "nuc"))], "norm1": [("a43", lambda x: la.matrix_norm(x, 1))],
    "norm-inf": [("a43", lambda x: la.matrix_norm(x, -torch.inf))], "norm2": [("a43", lambda x: la.matrix_norm(x, 2))], "cond": [("a33", la.cond)],
    "kron": [("a33 q43", torch.kron)],
    "fft": [("c345", lambda x: torch.view_as_real(fft.fft(x)))], "fft_7_1_ortho": [("c345", lambda x: torch.view_as_real(fft.fft(x, 7, 1, "ortho")))],
    "ifft_3": [("c345", lambda x: torch.view_as_real(fft.ifft(torch.complex(x, x * x), 3)))], "rfft": [("c345", lambda x: torch.view_as_real(fft.rfft(x)))],
    "rfft_6_1_forward": [("c345", lambda x: torch.view_as_real(fft.rfft(x, 6, 1, "forward")))],
    "irfft": [("c345", lambda x: fft.irfft(torch.complex(x, x * x)))], "irfft_7": [("c345", lambda x: fft.irfft(torch.complex(x, x * x), 7, 1))],
    "fft2": [("c345", lambda x: torch.view_as_real(fft.fft2(x)))], "ifft2": [("c345", lambda x: torch.view_as_real(fft.ifft2(x, (5, 3))))],
    "fftn": [("c345", lambda x: torch.view_as_real(fft.fftn(x, norm="ortho")))], "rfft2": [("c345", lambda x: torch.view_as_real(fft.rfft2(x)))],
    "irfftn": [("c345", lambda x: fft.irfftn(torch.complex(x, x * x), (4, 7)))], "hfft": [("c345", lambda x: fft.hfft(torch.complex(x, x * x)))],
    "ihfft": [("c345", lambda x: torch.view_as_real(fft.ihfft(x, 6).resolve_conj()))], "fftshift": [("c345", fft.fftshift)], "ifftshift": [("c345", lambda x: fft.ifftshift(x, 2))],
    "stft": [("s64", lambda x: torch.view_as_real(torch.stft(x, 16, 4, window=torch.hann_window(16), return_complex=True)))],
    "stft_plain": [("s64", lambda x: torch.view_as_real(torch.stft(x, 16, 8, 12, center=False, normalized=True, onesided=False, return_complex=True)))],
    "istft": [("s64", lambda x: torch.istft(torch.stft(x, 16, 4, window=torch.hann_window(16), return_complex=True) * 2, 16, 4, window=torch.hann_window(16)))],
    "complex": [("a33 b233", lambda a, b: torch.view_as_real(torch.complex(a, a * 2) * torch.complex(b, 1 - b) / torch.complex(b + 3, a)))],
    "complex_mm": [("a33 a34", lambda a, b: torch.view_as_real(torch.complex(a, a.T) @ torch.complex(b, b * b)))],
    "angle": [("a33 b233", lambda a, b: torch.complex(a, b[0]).angle())], "polar": [("spd a33", lambda a, b: torch.view_as_real(torch.polar(a.abs(), b)))],
    "abs": [("a33 b233", lambda a, b: torch.complex(a, b[0]).abs())], "complex_mean": [("a33 b233", lambda a, b: torch.view_as_real(torch.complex(a, b[0]).mean()))],
}


def tensor(name):
    base, _, layout = name.partition(":")
    x = TENSORS[base]
    return (x.mT if layout == "T" else x[:1].expand(3, 3, 3) if layout == "D" else x).clone()


def run(op, names, function):
    inputs = [tensor(n).requires_grad_() for n in names.split()]
    y = function(*inputs)
    weights = torch.cos(torch.arange(y.numel())).reshape(y.shape)
    gradients = torch.autograd.grad((y * weights).sum(), inputs)
    return {"op": op, "in": [pack(x) for x in inputs], "out": pack(y), "grad": [pack(g) for g in gradients]}


def pack(x):
    return {"shape": list(x.shape), "values": [float(f"{v:.12g}") for v in x.detach().flatten().tolist()]}


cases = [run(op, names, f) for op, variants in CASES.items() for names, f in variants]
cases += [run("einsum " + e, names, lambda *x, e=e: torch.einsum(e, *x)) for e, names in EINSUM.items()]

# The penalty of a Wasserstein critic: the gradient of (|dD/dx| - 1)² with respect to the weights, for a dense and a convolutional one.
x, w1, b1, w2 = numbers(20, 4, 3), numbers(21, 5, 3), numbers(22, 5), numbers(23, 1, 5)
image, k1, k2 = numbers(24, 2, 1, 6, 6), numbers(25, 2, 1, 3, 3), numbers(26, 1, 2, 4, 4)


def penalty(name, critic, x, weights):
    weights = [w.clone().requires_grad_() for w in weights]
    at = x.clone().requires_grad_()
    slope, = torch.autograd.grad(critic(at, *weights).sum(), at, create_graph=True)
    value = ((slope.flatten(1).norm(2, dim=1) - 1) ** 2).mean()
    return {"op": name, "in": [pack(t) for t in [x, *weights]], "out": pack(value), "grad": [pack(g) for g in torch.autograd.grad(value, weights)]}


F = torch.nn.functional
penalties = [
    penalty("mlp", lambda x, w1, b1, w2: F.linear(torch.tanh(F.linear(x, w1, b1)), w2), x, [w1, b1, w2]),
    penalty("conv", lambda x, k1, k2: F.conv2d(F.leaky_relu(F.conv2d(x, k1), 0.2), k2), image, [k1, k2])]
windows = {n: [pack(f(9)), pack(f(8, periodic=False))] for n, f in (
    ("hann", torch.hann_window), ("hamming", torch.hamming_window), ("blackman", torch.blackman_window), ("bartlett", torch.bartlett_window), ("kaiser", torch.kaiser_window))}

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "linalg.json"), "w") as file:
    json.dump({"cases": cases, "penalties": penalties, "windows": windows}, file, separators=(",", ":"))
