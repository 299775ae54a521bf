"""Writes pages.json: what scikit-image's thresholds find on a made-up page. Run it again with
    python3 pages.py > pages.json
The numbers in the repository come from scikit-image 0.19.3 (Debian 12, python3-skimage)."""
import json
import numpy as np
from skimage.filters import threshold_otsu, threshold_sauvola

height, width = 40, 60
rng = np.random.default_rng(8)
page = 0.85 + 0.1 * np.sin(np.arange(width) / 9) * np.ones((height, 1)) + 0.03 * rng.standard_normal((height, width))
for k in range(25):                                            # strokes of ink
    y, x = rng.integers(2, height - 8), rng.integers(2, width - 4)
    page[y:y + 6, x:x + 2] -= 0.5
page = np.round(np.clip(page, 0, 1) * 255) / 255
page.flat[0], page.flat[1] = 0, 1                              # so that the histogram's levels are the bytes
limits = threshold_sauvola(page, window_size=15, k=0.2, r=0.5)
edge = 8                                                       # there scikit-image mirrors the page, HackLab has less of it
inside = (page < limits)[edge:-edge, edge:-edge]
json.dump({
    "width": width, "height": height, "edge": edge, "window": 15,
    "bytes": [int(round(v * 255)) for v in page.flat],
    "otsu": float(threshold_otsu((page * 255).round().astype(np.uint8))),
    "sauvola": "".join("1" if v else "0" for v in inside.flat),
}, open("/dev/stdout", "w"))
