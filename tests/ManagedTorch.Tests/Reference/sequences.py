"""Writes sequences.json: what PyTorch 1.13 computes for recurrent layers, attention, transformers and CTC.

Run with PyTorch 1.13 in this folder: python3 sequences.py
Weights are PyTorch's own from manual_seed; inputs are sines, which both sides can compute. Losses weigh the results by cosines.
"""
import json
import torch
from torch import nn
import torch.nn.functional as F


def waves(*sizes, step=0.37, shift=0.0):
    n = 1
    for s in sizes:
        n *= s
    return torch.sin(torch.arange(n, dtype=torch.float64) * step + shift).reshape(sizes)


def weighed(results):
    return sum((r * torch.cos(torch.arange(r.numel(), dtype=r.dtype) * 0.7 + i).reshape(r.shape)).sum() for i, r in enumerate(results))


def numbers(t):
    return [float(f"{v:.10g}") for v in t.detach().double().flatten().tolist()]


def entry(name, results, inputs, module=None):
    loss = weighed(results)
    loss.backward()
    found = {"name": name, "loss": float(loss), "results": [numbers(r) for r in results], "inputGradients": [numbers(x.grad) for x in inputs]}
    if module is not None:
        found["parameters"] = [n for n, _ in module.named_parameters()]
        found["sums"] = [float(p.detach().double().sum()) for p in module.parameters()]
        found["gradients"] = [numbers(p.grad) for p in module.parameters()]
    return found


def leaf(t):
    return t.clone().requires_grad_()


cases = []
for kind, make in (("LSTM", nn.LSTM), ("GRU", nn.GRU), ("RNN", nn.RNN), ("RNN relu", lambda *a, **k: nn.RNN(*a, nonlinearity="relu", **k))):
    for layers, both, first, bias, states in ((1, False, False, True, False), (2, True, False, True, True), (1, True, True, True, False), (2, False, True, False, True)):
        torch.manual_seed(1)
        module = make(3, 5, num_layers=layers, bidirectional=both, batch_first=first, bias=bias).double()
        x = leaf(waves(4, 2, 3) if not first else waves(2, 4, 3))
        d = layers * (2 if both else 1)
        inputs, given = [x], None
        if states:
            h0 = leaf(waves(d, 2, 5, shift=1.0))
            inputs.append(h0)
            given = h0
            if kind == "LSTM":
                c0 = leaf(waves(d, 2, 5, shift=2.0))
                inputs.append(c0)
                given = (h0, c0)
        y, last = module(x, given)
        results = [y, *last] if kind == "LSTM" else [y, last]
        cases.append(entry(f"{kind} layers={layers} both={both} first={first} bias={bias} states={states}", results, inputs, module))

for kind, make in (("LSTMCell", nn.LSTMCell), ("GRUCell", nn.GRUCell), ("RNNCell", nn.RNNCell)):
    torch.manual_seed(2)
    module = make(3, 5).double()
    x, h = leaf(waves(2, 3)), leaf(waves(2, 5, shift=1.0))
    inputs = [x, h] + ([leaf(waves(2, 5, shift=2.0))] if kind == "LSTMCell" else [])
    result = module(x, (h, inputs[2]) if kind == "LSTMCell" else h)
    cases.append(entry(kind, list(result) if kind == "LSTMCell" else [result], inputs, module))

for name, options in (("plain", {}), ("extra keys", dict(add_bias_kv=True, add_zero_attn=True)), ("other widths", dict(kdim=3, vdim=5, bias=False))):
    torch.manual_seed(3)
    module = nn.MultiheadAttention(8, 2, **options).double()
    with torch.no_grad():
        for p in module.parameters():
            if p.dim() == 1:
                p.copy_(waves(p.numel()) * 0.1)
    q, k, v = leaf(waves(4, 2, 8)), leaf(waves(5, 2, options.get("kdim", 8), shift=0.5)), leaf(waves(5, 2, options.get("vdim", 8), shift=1.5))
    padding = torch.zeros(2, 5, dtype=torch.bool)
    padding[1, 3:] = True
    mask = torch.ones(4, 5, dtype=torch.bool).triu(2)
    y, w = module(q, k, v, key_padding_mask=padding, attn_mask=mask)
    cases.append(entry(f"MHA {name}", [y, w], [q, k, v], module))
torch.manual_seed(3)
module = nn.MultiheadAttention(8, 2).double()
x, numeric = leaf(waves(4, 2, 8)), waves(4, 4, 4, shift=0.3).reshape(4, 4, 4)
y, w = module(x, x, x, attn_mask=numeric)
cases.append(entry("MHA self", [y, w], [x], module))

for activation in ("relu", "gelu"):
    torch.manual_seed(4)
    module = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, activation=activation), 2).double()
    module.eval()
    x = leaf(waves(5, 3, 8))
    cases.append(entry(f"encoder {activation}", [module(x)], [x], module))
torch.manual_seed(4)
module = nn.TransformerDecoder(nn.TransformerDecoderLayer(8, 2, 16), 2).double()
module.eval()
x, memory = leaf(waves(5, 3, 8)), leaf(waves(4, 3, 8, shift=0.8))
cases.append(entry("decoder", [module(x, memory, tgt_mask=torch.ones(5, 5, dtype=torch.bool).triu(1))], [x, memory], module))

for name, targets, ins, outs, options in (
    ("matrix", [[1, 2, 2], [3, 1, 4]], [7, 6], [3, 2], {}),
    ("row", [1, 2, 2, 3, 1], [7, 6], [3, 2], dict(reduction="sum")),
    ("blank 4", [[1, 2, 2], [3, 1, 0]], [7, 7], [3, 3], dict(blank=4, reduction="none")),
    ("too short", [[1, 2, 2], [3, 1, 4]], [3, 7], [3, 3], dict(zero_infinity=True)),
    ("empty", [[1, 2, 2], [3, 1, 4]], [5, 7], [0, 3], dict(reduction="sum")),
):
    z = leaf(waves(7, 2, 5))
    loss = F.ctc_loss(F.log_softmax(z * 3, 2), torch.tensor(targets), torch.tensor(ins), torch.tensor(outs), **options)
    cases.append(entry(f"CTC {name}", [loss], [z]))

# Training in float32 from one seed, dropout included: the losses of some steps of SGD.
def train(name, seed, make, loss_of, steps=5, lr=0.05):
    torch.manual_seed(seed)
    module = make()
    losses = []
    for _ in range(steps):
        loss = loss_of(module)
        module.zero_grad()
        loss.backward()
        with torch.no_grad():
            for p in module.parameters():
                p -= lr * p.grad
        losses.append(float(loss))
    cases.append({"name": name, "losses": losses})


train("train encoder", 7, lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(16, 4, 32), 2), lambda m: (m(waves(6, 5, 16).float()) ** 2 * waves(6, 5, 16, step=0.11).float()).mean())
train("train LSTM", 8, lambda: nn.LSTM(6, 9, num_layers=2, dropout=0.3, bidirectional=True), lambda m: ((m(waves(7, 3, 6).float())[0] - waves(7, 3, 18, step=0.11).float()) ** 2).mean(), lr=0.5)

with open("sequences.json", "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
