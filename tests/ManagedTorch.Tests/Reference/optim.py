"""Writes optim.json: a small regression over 20 steps with each optimiser, and learning rates over 20 steps of each scheduler."""
import json
import pathlib
import torch

torch.manual_seed(5)
INPUTS, ROWS, STEPS = 3, 8, 20
x = torch.randn(ROWS, INPUTS, dtype=torch.float64)
y = torch.randn(ROWS, 2, dtype=torch.float64)
w = torch.randn(2, INPUTS, dtype=torch.float64)
b = torch.randn(2, dtype=torch.float64)
document = {"x": x.flatten().tolist(), "y": y.flatten().tolist(), "w": w.flatten().tolist(), "b": b.tolist(), "optimizers": {}, "schedulers": {}}

for key, make in {
    "SGD": lambda p: torch.optim.SGD(p, lr=0.05),
    "SGD momentum": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.9, weight_decay=0.01),
    "SGD nesterov": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.8, nesterov=True),
    "SGD dampening": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.8, dampening=0.5),
    "Adam": lambda p: torch.optim.Adam(p, lr=0.05),
    "Adam amsgrad": lambda p: torch.optim.Adam(p, lr=0.05, betas=(0.8, 0.9), weight_decay=0.1, amsgrad=True),
    "AdamW": lambda p: torch.optim.AdamW(p, lr=0.05, weight_decay=0.1),
    "RMSProp": lambda p: torch.optim.RMSprop(p, lr=0.01),
    "RMSProp centered": lambda p: torch.optim.RMSprop(p, lr=0.01, momentum=0.5, centered=True, weight_decay=0.01),
    "Adagrad": lambda p: torch.optim.Adagrad(p, lr=0.1, lr_decay=0.1, initial_accumulator_value=0.2),
    "groups": lambda p: torch.optim.SGD([{"params": p[:1]}, {"params": p[1:], "lr": 0.2, "momentum": 0.5}], lr=0.05),
    "clip": lambda p: torch.optim.SGD(p, lr=0.5),
    "clip value": lambda p: torch.optim.SGD(p, lr=0.5),
}.items():
    p = [torch.nn.Parameter(w.clone()), torch.nn.Parameter(b.clone())]
    optimizer = make(p)
    losses = []
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss = ((x @ p[0].T + p[1] - y) ** 2).sum() / ROWS
        loss.backward()
        if key == "clip":
            torch.nn.utils.clip_grad_norm_(p, 0.7)
        if key == "clip value":
            torch.nn.utils.clip_grad_value_(p, 0.3)
        optimizer.step()
        losses.append(loss.item())
    document["optimizers"][key] = losses

L = torch.optim.lr_scheduler
METRICS = [1.0, 0.9, 0.95, 0.93, 0.91, 0.9, 0.8, 0.81, 0.82, 0.83, 0.84, 0.7, 0.71, 0.72, 0.73, 0.74, 0.75, 0.76, 0.77, 0.78]
for key, make in {
    "StepLR": lambda o: L.StepLR(o, 3, 0.5),
    "MultiStepLR": lambda o: L.MultiStepLR(o, [2, 5, 5, 11], 0.5),
    "ExponentialLR": lambda o: L.ExponentialLR(o, 0.9),
    "CosineAnnealingLR": lambda o: L.CosineAnnealingLR(o, 7, 0.01),
    "LinearLR": lambda o: L.LinearLR(o, 0.2, 0.9, 6),
    "ConstantLR": lambda o: L.ConstantLR(o, 0.25, 4),
    "PolynomialLR": lambda o: L.PolynomialLR(o, 9, 2.0),
    "LambdaLR": lambda o: L.LambdaLR(o, lambda e: 1 / (1 + e)),
    "MultiplicativeLR": lambda o: L.MultiplicativeLR(o, lambda e: 0.9 if e % 2 else 1.05),
    "OneCycleLR": lambda o: L.OneCycleLR(o, 1.0, total_steps=21),
    "OneCycleLR linear": lambda o: L.OneCycleLR(o, 1.0, epochs=7, steps_per_epoch=3, anneal_strategy="linear", three_phase=True, pct_start=0.4),
    "CyclicLR": lambda o: L.CyclicLR(o, 0.01, 0.3, step_size_up=3, step_size_down=5),
    "CyclicLR triangular2": lambda o: L.CyclicLR(o, 0.01, 0.3, step_size_up=3, mode="triangular2"),
    "CyclicLR exp_range": lambda o: L.CyclicLR(o, 0.01, 0.3, step_size_up=3, mode="exp_range", gamma=0.95),
    "ReduceLROnPlateau": lambda o: L.ReduceLROnPlateau(o, factor=0.5, patience=2, cooldown=1),
    "SequentialLR": lambda o: L.SequentialLR(o, [L.ConstantLR(o, 0.1, 3), L.CosineAnnealingLR(o, 8), L.ExponentialLR(o, 0.8)], [3, 11]),
    "ChainedLR": lambda o: L.ChainedScheduler([L.ConstantLR(o, 0.1, 3), L.ExponentialLR(o, 0.9)]),
}.items():
    if not hasattr(L, "PolynomialLR") and key == "PolynomialLR":
        continue
    p = torch.nn.Parameter(torch.zeros(1))
    o = torch.optim.SGD([p], lr=0.2, momentum=0.9)
    s = make(o)
    rates = [[o.param_groups[0]["lr"], o.param_groups[0]["momentum"]]]
    for i in range(STEPS):
        o.step()
        s.step(METRICS[i]) if key == "ReduceLROnPlateau" else s.step()
        rates.append([o.param_groups[0]["lr"], o.param_groups[0]["momentum"]])
    document["schedulers"][key] = rates
document["metrics"] = METRICS
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(document, indent=0).replace(",\n", ", ") + "\n")
