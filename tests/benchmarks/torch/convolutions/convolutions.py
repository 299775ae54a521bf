"""PyTorch's times of single convolution layers. Usage: convolutions.py [threads [part of a layer's name]]."""
import statistics
import sys
import time

import torch
from torch.nn.grad import conv2d_input, conv2d_weight

torch.set_num_threads(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
WANTED = sys.argv[2] if len(sys.argv) > 2 else ""
LAYERS = [  # name, batch, channels, outputs, size, kernel, stride
    ("cnn 2-32 32x32", 128, 2, 32, 32, 3, 1),
    ("cnn 32-32 32x32", 128, 32, 32, 32, 3, 1),
    ("cnn 32-64 16x16", 128, 32, 64, 16, 3, 1),
    ("cnn 64-64 16x16", 128, 64, 64, 16, 3, 1),
    ("cnn 64-128 8x8", 128, 64, 128, 8, 3, 1),
    ("encoder 1-16 32x32 /2", 128, 1, 16, 32, 3, 2),
    ("encoder 16-32 16x16 /2", 128, 16, 32, 16, 3, 2),
    ("srcnn 1-64 9x9", 4, 1, 64, 150, 9, 1),
    ("srcnn 64-32 5x5", 4, 64, 32, 150, 5, 1),
    ("srcnn 32-1 5x5", 4, 32, 1, 150, 5, 1),
    ("unet 1-16 64x64", 16, 1, 16, 64, 3, 1),
    ("unet 16-16 64x64", 16, 16, 16, 64, 3, 1),
    ("unet 32-16 64x64", 16, 32, 16, 64, 3, 1),
    ("unet 32-32 32x32", 16, 32, 32, 32, 3, 1),
    ("unet 64-64 16x16", 16, 64, 64, 16, 3, 1),
    ("unet 128-128 8x8", 16, 128, 128, 8, 3, 1),
    ("unet 16-1 64x64 1x1", 16, 16, 1, 64, 1, 1),
]


def median(run):
    run()
    times, begin = [], time.perf_counter()
    while len(times) < 5 or (time.perf_counter() - begin < 0.25 and len(times) < 200):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times)


print(f"{'layer':28}{'forward':>10}{'dx':>10}{'dw':>10}   ms, {torch.get_num_threads()} threads")
for name, batch, channels, outputs, size, kernel, stride in LAYERS:
    if WANTED not in name:
        continue
    x = torch.rand(batch, channels, size, size) - 0.5
    w = torch.rand(outputs, channels, kernel, kernel) - 0.5
    b = torch.rand(outputs)
    pad = kernel // 2
    y = torch.conv2d(x, w, b, stride, pad)
    f = median(lambda: torch.conv2d(x, w, b, stride, pad))
    dx = median(lambda: conv2d_input(x.shape, w, y, stride, pad))
    dw = median(lambda: conv2d_weight(x, w.shape, y, stride, pad))
    print(f"{name:28}{f:10.3f}{dx:10.3f}{dw:10.3f}")
