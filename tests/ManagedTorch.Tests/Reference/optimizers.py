"""Writes optimizers.json: parameters after each of five steps of PyTorch's optimisers, float32 bit for bit, and float64.

Run on x64 with AVX2, whose kernels fuse multiply and add.
"""
import json
import pathlib
import torch

torch.manual_seed(3)
COUNT, STEPS = 21, 5
start = torch.randn(COUNT, dtype=torch.float64)
gradients = [torch.randn(COUNT, dtype=torch.float64) * 10.0 ** torch.randint(-3, 2, (COUNT,)) for _ in range(STEPS)]
rows = []

for name, settings in [
    ("SGD", dict(lr=0.1)),
    ("SGD", dict(lr=0.05, momentum=0.9, weight_decay=0.01)),
    ("SGD", dict(lr=0.05, momentum=0.8, dampening=0.3, maximize=True)),
    ("SGD", dict(lr=0.05, momentum=0.9, nesterov=True, weight_decay=0.1)),
    ("Adam", dict()),
    ("Adam", dict(lr=0.02, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1, maximize=True)),
    ("Adam", dict(lr=0.01, amsgrad=True)),
    ("AdamW", dict(lr=0.01, weight_decay=0.05)),
    ("AdamW", dict(lr=0.01, weight_decay=0.0, amsgrad=True, maximize=True)),
    ("RMSprop", dict()),
    ("RMSprop", dict(lr=0.02, alpha=0.9, centered=True, weight_decay=0.1)),
    ("RMSprop", dict(lr=0.02, momentum=0.9)),
    ("RMSprop", dict(lr=0.02, momentum=0.7, centered=True, maximize=True)),
    ("Adagrad", dict()),
    ("Adagrad", dict(lr=0.1, lr_decay=0.2, weight_decay=0.1, maximize=True)),
]:
    row = {"name": name, "settings": {k: list(v) if isinstance(v, tuple) else v for k, v in settings.items()}}
    for kind in (torch.float32, torch.float64):
        p = torch.nn.Parameter(start.to(kind).clone())
        optimizer = getattr(torch.optim, name)([p], **settings)
        steps = []
        for g in gradients:
            p.grad = g.to(kind)
            optimizer.step()
            steps.append([float(repr(v)) for v in p.detach().tolist()])
        row[str(kind).split(".")[1]] = steps
    rows.append(row)

document = {"start": start.tolist(), "gradients": [g.tolist() for g in gradients]}
text = json.dumps(document)[:-1] + ', "rows": [\n' + ",\n".join(json.dumps(r) for r in rows) + "\n]}\n"
pathlib.Path(__file__).with_suffix(".json").write_text(text)
