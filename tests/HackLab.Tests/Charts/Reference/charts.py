"""Reference values for what figures compute: numpy, scipy and matplotlib's colour maps. Writes charts.json beside itself.

Run with numpy, scipy and matplotlib:  python3 charts.py
"""
import json
import pathlib

import matplotlib
import matplotlib.cm
import numpy
import scipy
import scipy.signal
import scipy.stats

rng = numpy.random.default_rng(7)
values = numpy.round(numpy.concatenate([rng.normal(0, 1, 60), rng.normal(4, 0.5, 40), [12.5, -9.0]]), 3)
quartiles = numpy.percentile(values, [25, 50, 75])

# Silverman's rule, 0.9 min(sigma, IQR / 1.34) n^(-1/5); scipy wants the factor in front of sigma.
sigma = values.std(ddof=1)
width = 0.9 * min(sigma, (quartiles[2] - quartiles[0]) / 1.34) * len(values) ** -0.2
points = numpy.linspace(-9, 12.5, 15)
density = scipy.stats.gaussian_kde(values, bw_method=width / sigma)(points)

t = numpy.arange(512) / 256
signal = numpy.round(1.5 * numpy.sin(2 * numpy.pi * 32 * t) + 0.5 * numpy.cos(2 * numpy.pi * 90.3 * t) + 0.25, 6)
frequencies, times, spectrum = scipy.signal.stft(
    signal, fs=256, window="hann", nperseg=64, noverlap=48, boundary=None, padded=False, scaling="spectrum")
amplitude = numpy.abs(spectrum)
amplitude[1:-1] *= 2  # scipy's one-sided spectrum leaves half of the amplitude to the negative frequencies

maps = {
    name: [[round(255 * c) for c in matplotlib.cm.get_cmap(name)(i)[:3]] for i in range(0, 256, 5)]
    for name in ["viridis", "cividis", "inferno"]
}

pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps({
    "versions": {"numpy": numpy.__version__, "scipy": scipy.__version__, "matplotlib": matplotlib.__version__},
    "values": values.tolist(), "quartiles": quartiles.tolist(), "mean": values.mean(),
    "bandwidth": width, "points": points.tolist(), "density": density.tolist(),
    "signal": signal.tolist(), "times": times.tolist(), "frequencies": frequencies.tolist(),
    "amplitude": [[round(float(a), 12) for a in row] for row in amplitude],
    "maps": maps,
}, separators=(",", ":")) + "\n")
