"""Writes starts.json: how PyTorch 1.13's layers begin and what its dropout drops, by seed."""
import json
import pathlib

import torch
import torch.nn as nn


def listed(t):
    return [float(f"{v:.9g}") for v in t.detach().reshape(-1).tolist()]


document = {"dropouts": {}, "layers": {}, "init": {}}
for name, f in {
        "dropout": nn.Dropout(0.3), "dropout transposed": lambda x: nn.Dropout(0.3)(x.transpose(0, 2)), "dropout1d": nn.Dropout1d(0.4),
        "dropout2d": lambda x: nn.Dropout2d(0.4)(x.unsqueeze(-1)), "alpha_dropout": nn.AlphaDropout(0.25),
        "feature_alpha_dropout": lambda x: nn.FeatureAlphaDropout(0.25)(x.unsqueeze(-1))}.items():
    torch.manual_seed(5)
    x = (torch.arange(5 * 6 * 7).float() / 16).reshape(5, 6, 7).requires_grad_()
    y = f(x)
    y.sum().backward()
    document["dropouts"][name] = {"y": listed(y), "gradient": listed(x.grad)}

for name, make in {
        "linear": lambda: nn.Linear(3, 2), "linear without bias": lambda: nn.Linear(5, 7, bias=False),
        "conv1d": lambda: nn.Conv1d(4, 6, 3, groups=2), "conv2d": lambda: nn.Conv2d(3, 4, (3, 2)),
        "conv_transpose1d": lambda: nn.ConvTranspose1d(4, 6, 3, groups=2), "conv_transpose2d": lambda: nn.ConvTranspose2d(2, 3, 3),
        "embedding": lambda: nn.Embedding(7, 5, padding_idx=2), "bilinear": lambda: nn.Bilinear(3, 4, 2), "prelu": lambda: nn.PReLU(3),
        "batch_norm2d": lambda: nn.BatchNorm2d(3), "layer_norm": lambda: nn.LayerNorm([2, 3])}.items():
    torch.manual_seed(0)
    document["layers"][name] = {k: listed(v) for k, v in make().state_dict().items()}

for name, fill in {
        "uniform": lambda t: nn.init.uniform_(t, -2, 3), "normal": lambda t: nn.init.normal_(t, 1, 0.5),
        "trunc_normal": lambda t: nn.init.trunc_normal_(t, 0.5, 2, -1, 3), "constant": lambda t: nn.init.constant_(t, 1.5),
        "ones": nn.init.ones_, "zeros": nn.init.zeros_, "eye": lambda t: nn.init.eye_(t[..., 0, 0]) and t,
        "dirac": nn.init.dirac_, "xavier_uniform": lambda t: nn.init.xavier_uniform_(t, 1.5), "xavier_normal": nn.init.xavier_normal_,
        "kaiming_uniform": lambda t: nn.init.kaiming_uniform_(t, 0.3), "kaiming_normal":
        lambda t: nn.init.kaiming_normal_(t, mode="fan_out", nonlinearity="relu")}.items():
    torch.manual_seed(3)
    t = torch.zeros(6, 5, 2, 3)
    if name == "eye":
        t = nn.init.eye_(torch.zeros(6, 5))
    else:
        fill(t)
    document["init"][name] = listed(t)

text = json.dumps(document).replace('}, "', '},\n"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
