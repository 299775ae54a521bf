# Writes Files/sounds.zip with scipy 1.10: every kind of sample, two channels, a rate of
# 4096 Hz. Sample i of channel c is (i * 3 + c - 6) / 16. Run: python3 sounds.py
import io
import struct
import zipfile

import numpy as np
from scipy.io import wavfile

values = np.array([[(i * 3 + c - 6) / 16 for c in range(2)] for i in range(7)])
with zipfile.ZipFile("Files/sounds.zip", "w") as archive:
    def add(name, data):
        archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)

    for name, array in {
        "pcm8": (values * 128 + 128).astype("u1"), "pcm16": (values * 2**15).astype("i2"), "pcm32": (values * 2**31).astype("i4"),
        "float32": values.astype("f4"), "float64": values,
    }.items():
        out = io.BytesIO()
        wavfile.write(out, 4096, array)
        add(name + ".wav", out.getvalue())
    # 24 bits in the extensible format with a chunk before the samples, as editors write it; scipy reads it back.
    data = b"".join(struct.pack("<i", int(v * 2**23))[:3] for v in values.ravel())
    fmt = struct.pack("<HHIIHHHHI", 0xFFFE, 2, 4096, 4096 * 6, 6, 24, 22, 24, 3) + bytes.fromhex("0100000000001000800000aa00389b71")
    body = b"WAVE" + b"fmt " + struct.pack("<I", len(fmt)) + fmt + b"LIST" + struct.pack("<I", 3) + b"abc\0" + b"data" + struct.pack("<I", len(data)) + data
    file = b"RIFF" + struct.pack("<I", len(body)) + body
    rate, read = wavfile.read(io.BytesIO(file))
    assert rate == 4096 and np.array_equal(read / 2**31, values), read
    add("pcm24.wav", file)
