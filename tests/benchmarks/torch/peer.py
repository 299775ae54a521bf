#!/usr/bin/env python3
"""Trains one workload in PyTorch and prints one line: of JSON, or names.

usage: peer.py list | versions | first-use | time NAME THREADS STEPS WARM-UP-SECONDS

The models are those of Training/Workloads/*.cs, built in the same order from the same seed, so that both sides start with
the same weights and the same data. A step is forward, loss, backward, Adam, zero_grad.
"""
import json
import os
import sys
import time

START = time.perf_counter()
MODE, ARGUMENTS = (sys.argv[1] if len(sys.argv) > 1 else ""), sys.argv[2:]
THREADS = int(ARGUMENTS[1]) if MODE == "time" else 1

# OpenBLAS reads its thread count once, when it is loaded; torch.set_num_threads does not reach it in Debian's build.
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = str(THREADS)

import torch  # noqa: E402
from torch import nn  # noqa: E402
from torch.nn import functional as F  # noqa: E402


def higgs_mlp(batch):
    """28-300-300-300-300-1 on the features of the Higgs data."""
    widths = [28, 300, 300, 300, 300]
    layers = []
    for i in range(4):
        layers += [nn.Linear(widths[i], widths[i + 1]), nn.ReLU()]
    model = nn.Sequential(*layers, nn.Linear(300, 1))
    x, y = torch.randn(batch, 28), (torch.rand(batch, 1) > 0.5).float()
    return model, lambda: F.binary_cross_entropy_with_logits(model(x), y)


def nmr_mlp():
    """942-256-256-3: a spin echo's real and imaginary samples to three parameters."""
    model = nn.Sequential(nn.Linear(942, 256), nn.ReLU(), nn.Linear(256, 256), nn.ReLU(), nn.Linear(256, 3))
    x, y = torch.randn(256, 942), torch.randn(256, 3)
    return model, lambda: F.mse_loss(model(x), y)


def particle_cnn():
    """2-32-32-pool-64-64-pool-128-1 on 32x32 crops."""
    model = nn.Sequential(
        nn.Conv2d(2, 32, 3, padding=1), nn.ReLU(), nn.Conv2d(32, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.Conv2d(64, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(64 * 8 * 8, 128), nn.ReLU(), nn.Linear(128, 1))
    x, y = torch.randn(128, 2, 32, 32), (torch.rand(128, 1) > 0.5).float()
    return model, lambda: F.binary_cross_entropy_with_logits(model(x), y)


def autoencoder():
    """1-16-32 by convolutions with stride 2, and back by transposed ones."""
    model = nn.Sequential(
        nn.Conv2d(1, 16, 3, stride=2, padding=1), nn.ReLU(), nn.Conv2d(16, 32, 3, stride=2, padding=1), nn.ReLU(),
        nn.ConvTranspose2d(32, 16, 3, stride=2, padding=1, output_padding=1), nn.ReLU(),
        nn.ConvTranspose2d(16, 1, 3, stride=2, padding=1, output_padding=1), nn.Sigmoid())
    x = torch.rand(128, 1, 32, 32)
    return model, lambda: F.mse_loss(model(x), x)


def srcnn():
    """Super-resolution 9-5-5, same size in and out."""
    model = nn.Sequential(
        nn.Conv2d(1, 64, 9, padding=4), nn.ReLU(), nn.Conv2d(64, 32, 5, padding=2), nn.ReLU(), nn.Conv2d(32, 1, 5, padding=2))
    x, y = torch.rand(4, 1, 150, 150), torch.rand(4, 1, 150, 150)
    return model, lambda: F.mse_loss(model(x), y)


class TokenClassifier(nn.Module):
    """Two encoder layers over (tokens, batch, width); the first token carries the class."""

    def __init__(self):
        super().__init__()
        self.encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(64, 4, 256), 2)
        self.head = nn.Linear(64, 1)

    def forward(self, x):
        return self.head(self.encoder(x)[0])


def transformer():
    model = TokenClassifier()
    x, y = torch.randn(65, 64, 64), (torch.rand(64, 1) > 0.5).float()
    return model, lambda: F.binary_cross_entropy_with_logits(model(x), y)


def double_conv(inputs, outputs):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, padding=1), nn.BatchNorm2d(outputs), nn.ReLU(),
        nn.Conv2d(outputs, outputs, 3, padding=1), nn.BatchNorm2d(outputs), nn.ReLU())


class UNet(nn.Module):
    """Three levels down from 16 channels, skips joined by cat."""

    def __init__(self):
        super().__init__()
        self.down1, self.down2, self.down3 = double_conv(1, 16), double_conv(16, 32), double_conv(32, 64)
        self.bottom = double_conv(64, 128)
        self.up3, self.join3 = nn.ConvTranspose2d(128, 64, 2, stride=2), double_conv(128, 64)
        self.up2, self.join2 = nn.ConvTranspose2d(64, 32, 2, stride=2), double_conv(64, 32)
        self.up1, self.join1 = nn.ConvTranspose2d(32, 16, 2, stride=2), double_conv(32, 16)
        self.last = nn.Conv2d(16, 1, 1)

    def forward(self, x):
        d1 = self.down1(x)
        d2 = self.down2(F.max_pool2d(d1, 2))
        d3 = self.down3(F.max_pool2d(d2, 2))
        u3 = self.join3(torch.cat([self.up3(self.bottom(F.max_pool2d(d3, 2))), d3], 1))
        u2 = self.join2(torch.cat([self.up2(u3), d2], 1))
        return self.last(self.join1(torch.cat([self.up1(u2), d1], 1)))


def unet():
    model = UNet()
    x, y = torch.randn(16, 1, 64, 64), (torch.rand(16, 1, 64, 64) > 0.5).float()
    return model, lambda: F.binary_cross_entropy_with_logits(model(x), y)


class LineReader(nn.Module):
    """Two bidirectional LSTM layers over (steps, batch, features), then a class for every step."""

    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(64, 128, 2, bidirectional=True)
        self.head = nn.Linear(256, 40)

    def forward(self, x):
        return F.log_softmax(self.head(self.lstm(x)[0]), 2)


def bilstm_ctc():
    model = LineReader()
    x, targets = torch.randn(100, 16, 64), torch.randint(1, 40, (16, 20))
    lengths, target_lengths = torch.full((16,), 100), torch.full((16,), 20)
    return model, lambda: F.ctc_loss(model(x), targets, lengths, target_lengths)


WORKLOADS = {
    "higgs-mlp-100": lambda: higgs_mlp(100),
    "higgs-mlp-1024": lambda: higgs_mlp(1024),
    "particle-cnn": particle_cnn,
    "autoencoder": autoencoder,
    "srcnn": srcnn,
    "transformer": transformer,
    "nmr-mlp": nmr_mlp,
    "unet": unet,
    "bilstm-ctc": bilstm_ctc,
}


class Training:
    def __init__(self, name):
        torch.manual_seed(0)
        self.model, self.loss_of = WORKLOADS[name]()
        self.optimizer = torch.optim.Adam(self.model.parameters(), lr=1e-3)

    def step(self):
        loss = self.loss_of()
        loss.backward()
        self.optimizer.step()
        self.optimizer.zero_grad()
        return loss.item()


def timed(name, steps, warm_up):
    training = Training(name)
    losses, times, start = [], [], time.perf_counter()
    while len(losses) < 3 or time.perf_counter() - start < warm_up:
        losses.append(training.step())
    for _ in range(steps):
        start = time.perf_counter()
        losses.append(training.step())
        times.append((time.perf_counter() - start) * 1000)
    return {"name": name, "threads": THREADS, "ms": times, "first_loss": losses[0], "last_loss": losses[-1]}


def blas():
    """The file behind libblas.so.3: a generic build of PyTorch takes whatever the system's link names."""
    with open("/proc/self/maps", encoding="ascii") as maps:
        return sorted({os.path.basename(line.split()[-1]) for line in maps if "blas" in line})


torch.set_num_threads(THREADS)
if MODE == "list":
    print(" ".join(WORKLOADS))
elif MODE == "versions":
    print(json.dumps({"torch": torch.__version__, "blas": blas()}))
elif MODE == "first-use":
    loss = Training("higgs-mlp-100").step()
    print(json.dumps({"ms": (time.perf_counter() - START) * 1000, "loss": loss}))
elif MODE == "time" and ARGUMENTS[0] in WORKLOADS:
    print(json.dumps(timed(ARGUMENTS[0], int(ARGUMENTS[2]), float(ARGUMENTS[3]))))
elif MODE == "time":
    sys.exit(f"There is no workload '{ARGUMENTS[0]}'. There are: {', '.join(WORKLOADS)}.")
else:
    sys.exit(__doc__)
