"""Writes images.json: what scikit-image says about images and masks. Run it again with
    python3 images.py > images.json
The images are made from whole numbers by a rule that the test repeats. The numbers in the repository come from scikit-image
0.19.3 and SciPy 1.10.1 (Debian 12, python3-skimage, python3-scipy); multi-scale SSIM follows Wang, Simoncelli and Bovik (2003)
with two-dimensional convolutions; the 95 % Hausdorff distance uses SciPy's distance transform and erosion."""
import json
import numpy as np
from scipy import ndimage, signal
from scipy.spatial.distance import directed_hausdorff
from skimage import metrics
from sklearn.metrics import f1_score, jaccard_score


def image(width, height, seed):
    """Stripes, squares and noise in 0 to 255, then floats of 32 bits in 0 to 1."""
    j, i = np.meshgrid(np.arange(width), np.arange(height))
    noise = (i * 7919 + j * 104729 + (i * j) % 251 * 31 + seed * 613) % 97
    pixels = (3 * i + 2 * j + 40 * ((i // 16 + j // 16) % 2)) % 160 + (noise * seed) // 4
    return (pixels.astype(np.float32) / np.float32(255))


def multi_scale(x, y, scales, data_range):
    """In the words of the paper: low-pass by 2 × 2 means, every second pixel; cs at each scale, l · cs at the last."""
    weights = np.array([0.0448, 0.2856, 0.3001, 0.2363, 0.1333])[:scales]
    weights /= weights.sum()
    d = np.arange(-5, 6)
    window = np.exp(-(d[:, None] ** 2 + d[None] ** 2) / (2 * 1.5 ** 2))
    window /= window.sum()
    c1, c2 = (0.01 * data_range) ** 2, (0.03 * data_range) ** 2
    value = 1.0
    for s in range(scales):
        mean = lambda image: signal.convolve2d(image, window, mode="valid")
        ux, uy = mean(x), mean(y)
        vx, vy, vxy = mean(x * x) - ux ** 2, mean(y * y) - uy ** 2, mean(x * y) - ux * uy
        cs = (2 * vxy + c2) / (vx + vy + c2)
        if s == scales - 1:
            return value * max(0, ((2 * ux * uy + c1) / (ux ** 2 + uy ** 2 + c1) * cs).mean()) ** weights[s]
        value *= max(0, cs.mean()) ** weights[s]
        x, y = (np.pad(one, ((0, one.shape[0] % 2), (0, one.shape[1] % 2)), mode="symmetric") for one in (x, y))
        x, y = ((one[::2, ::2] + one[1::2, ::2] + one[::2, 1::2] + one[1::2, 1::2]) / 4 for one in (x, y))


def pair(width, height, first, second, data_range):
    x, y = image(width, height, first).astype(float), image(width, height, second).astype(float)
    wang = {"gaussian_weights": True, "sigma": 1.5, "data_range": data_range}
    out = {"width": width, "height": height, "first": first, "second": second, "dataRange": data_range,
           "psnr": float(metrics.peak_signal_noise_ratio(x, y, data_range=data_range)) if first != second else None,
           "uniform": metrics.structural_similarity(x, y, data_range=data_range),
           "uniform11": metrics.structural_similarity(x, y, data_range=data_range, win_size=11),
           "gaussian": metrics.structural_similarity(x, y, **wang),
           "wang": metrics.structural_similarity(x, y, use_sample_covariance=False, **wang)}
    out["multi"] = [float(multi_scale(x, y, s, data_range)) for s in range(1, 6) if min(-(-width // 2 ** (s - 1)), -(-height // 2 ** (s - 1))) >= 11]
    return out


def surface(mask):
    return mask & ~ndimage.binary_erosion(mask, ndimage.generate_binary_structure(mask.ndim, 1))


def masks(a, b, spacing):
    points = [np.argwhere(mask) * spacing for mask in (a, b)]
    sa, sb = surface(a), surface(b)
    distances = np.concatenate([ndimage.distance_transform_edt(~sb, spacing)[sa], ndimage.distance_transform_edt(~sa, spacing)[sb]])
    return {"shape": list(a.shape), "spacing": list(map(float, spacing)), "a": "".join(map(str, a.ravel().astype(int))), "b": "".join(map(str, b.ravel().astype(int))),
            "dice": f1_score(a.ravel(), b.ravel()), "iou": jaccard_score(a.ravel(), b.ravel()),
            "hausdorff": max(directed_hausdorff(*points)[0], directed_hausdorff(*points[::-1])[0]), "hausdorff95": float(np.percentile(distances, 95))}


rng = np.random.default_rng(9)
blobs = []
for shape, spacing in (((24, 30), (1, 1)), ((24, 30), (0.5, 2)), ((9, 11, 13), (2.5, 0.7, 1)), ((40,), (0.25,))):
    a, b = (ndimage.gaussian_filter(rng.normal(size=shape), 2) for _ in range(2))
    blobs.append(masks(a > np.quantile(a, 0.7), 0.6 * a + 0.4 * b > np.quantile(b, 0.6), spacing))
one, other = np.zeros((8, 8), bool), np.zeros((8, 8), bool)
one[0, 0] = other[7, 5] = True
blobs.append(masks(one, other, (1, 3)))
print(json.dumps({
    "pairs": [pair(32, 24, 1, 2, 1), pair(31, 45, 2, 3, 255), pair(177, 190, 1, 3, 1), pair(16, 16, 2, 2, 1), pair(90, 100, 5, 3, 2)],
    "masks": blobs}, separators=(",", ":")).replace("},{", "},\n{"))
