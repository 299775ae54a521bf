"""Writes training.json: the loss over 20 steps of four little networks from seed 7, with SGD and Adam, in PyTorch's float32."""
import json
import pathlib

import torch
import torch.nn as nn


def values(*shape):
    count = 1
    for n in shape:
        count *= n
    return (((torch.arange(count) * 37 + 11) % 97 - 48).float() / 32).reshape(shape)


def classes(count, of):
    return (torch.arange(count) * 5 + 2) % of


class Reader(nn.Module):
    """A bidirectional LSTM of two layers; what it has at the last step is mapped to two numbers."""

    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(3, 8, 2, batch_first=True, bidirectional=True, dropout=0.2)
        self.out = nn.Linear(16, 2)

    def forward(self, x):
        return self.out(self.lstm(x)[0][:, -1])


class Attentive(nn.Module):
    """Tokens (S, N, 5) through an encoder of two layers; the mean over the tokens is mapped to three scores."""

    def __init__(self):
        super().__init__()
        self.embed = nn.Linear(5, 16)
        layer = nn.TransformerEncoderLayer(16, 4, 32, 0.1)
        self.encoder = nn.TransformerEncoder(layer, 2)
        self.out = nn.Linear(16, 3)

    def forward(self, x):
        return self.out(self.encoder(self.embed(x)).mean(0))


networks = {
    "mlp": (lambda: nn.Sequential(nn.Linear(6, 16), nn.Tanh(), nn.Linear(16, 16), nn.ReLU(), nn.Dropout(0.1), nn.Linear(16, 3)),
            nn.CrossEntropyLoss(), values(32, 6), classes(32, 3)),
    "cnn": (lambda: nn.Sequential(
        nn.Conv2d(2, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 8, 3), nn.LeakyReLU(0.1),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 1)),
        nn.BCEWithLogitsLoss(), values(16, 2, 8, 8), classes(16, 2).float().reshape(16, 1)),
    "lstm": (Reader, nn.MSELoss(), values(12, 7, 3), values(12, 2)),
    "transformer": (Attentive, nn.CrossEntropyLoss(), values(6, 10, 5), classes(10, 3)),
}
rows = {}
for name, (make, loss_of, x, target) in networks.items():
    for optimiser in ["SGD", "Adam"]:
        torch.manual_seed(7)
        net = make()
        opt = torch.optim.SGD(net.parameters(), 0.05, momentum=0.9) if optimiser == "SGD" else torch.optim.Adam(net.parameters(), 0.01)
        losses = []
        for _ in range(20):
            opt.zero_grad()
            loss = loss_of(net(x), target)
            loss.backward()
            opt.step()
            losses.append(float(f"{loss.item():.9g}"))
        rows[f"{name} {optimiser}"] = losses
text = json.dumps(rows).replace("], ", "],\n")
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
