"""Writes pooling.json: PyTorch's results and gradients of pooling, interpolation, unfold and fold. Run with PyTorch 1.13 in this folder."""
import json

import torch
import torch.nn.functional as F


def values(shape, step, size):
    """Exact in float32, no equal neighbours; the tests make the same: ((i·step + 11) mod size - size // 2) / 16."""
    count = 1
    for n in shape:
        count *= n
    i = torch.arange(count, dtype=torch.int64)
    return (((i * step + 11) % size - size // 2).double() / 16).reshape(shape)


def record(kind, function, shape, **options):
    x = values(shape, 37, 101).requires_grad_()
    out = function(x, **options)
    y, indices = out if isinstance(out, tuple) else (out, None)
    (y * values(y.shape, 53, 97)).sum().backward()
    entry = {"kind": kind, "shape": list(shape), "out": list(y.shape), "options": options,
             "y": [round(v, 12) for v in y.detach().flatten().tolist()], "dx": [round(v, 12) for v in x.grad.flatten().tolist()]}
    if indices is not None:
        entry["indices"] = indices.flatten().tolist()
    return entry


def main():
    cases = []
    for k, s, p, d, c in [((2, 2), (2, 2), (0, 0), (1, 1), False), ((3, 3), (2, 2), (1, 1), (1, 1), False),
                          ((3, 2), (2, 3), (1, 1), (2, 1), True), ((2, 3), (3, 2), (1, 0), (1, 2), True)]:
        cases.append(record("max", lambda x, **o: F.max_pool2d(x, return_indices=True, **o), (2, 2, 9, 11),
                            kernel_size=k, stride=s, padding=p, dilation=d, ceil_mode=c))
    cases.append(record("max", lambda x, **o: F.max_pool2d(x, return_indices=True, **o), (1, 2, 6, 38),
                        kernel_size=(2, 2), stride=(2, 2), padding=(0, 0), dilation=(1, 1), ceil_mode=False))
    for k, s, p, c, count, divisor in [((2, 2), (2, 2), (0, 0), False, True, None), ((3, 3), (2, 2), (1, 1), True, True, None),
                                       ((3, 2), (2, 3), (1, 1), True, False, None), ((3, 3), (1, 2), (1, 0), False, True, 5)]:
        cases.append(record("average", F.avg_pool2d, (1, 2, 8, 9), kernel_size=k, stride=s, padding=p, ceil_mode=c,
                            count_include_pad=count, divisor_override=divisor))
    for size in [(1, 1), (3, 4), (7, 10), (8, 9)]:
        cases.append(record("adaptive average", F.adaptive_avg_pool2d, (1, 2, 7, 9), output_size=size))
        cases.append(record("adaptive max", lambda x, **o: F.adaptive_max_pool2d(x, return_indices=True, **o), (1, 2, 7, 9),
                            output_size=size))
    for mode in ["nearest", "bilinear", "bicubic"]:
        for size in [(10, 14), (3, 4), (5, 7), (1, 9)]:
            for align in [None] if mode == "nearest" else [False, True]:
                cases.append(record("interpolate", F.interpolate, (1, 2, 5, 7), mode=mode, size=size, align_corners=align))
        cases.append(record("interpolate", F.interpolate, (1, 1, 5, 7), mode=mode, scale_factor=(2.3, 0.7),
                            align_corners=None if mode == "nearest" else False))
    cases.append(record("unfold", F.unfold, (2, 2, 5, 6), kernel_size=(3, 2), dilation=(1, 2), padding=(1, 1), stride=(2, 1)))
    columns = F.unfold(torch.zeros(2, 2, 5, 6), (3, 2), (1, 2), (1, 1), (2, 1)).shape
    cases.append(record("fold", F.fold, tuple(columns), output_size=(5, 6), kernel_size=(3, 2), dilation=(1, 2), padding=(1, 1),
                        stride=(2, 1)))
    with open("pooling.json", "w", encoding="utf-8", newline="\n") as file:
        file.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")


main()
