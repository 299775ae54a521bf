# Writes Files/jpeg.zip: 37 x 21 pixels, smooth waves with an edge, as JPEG files of every kind that PIL can write, and beside each
# the pixels that PIL reads from it (name.raw, rows of grey or red-green-blue bytes).
# Run: python3 jpeg.py
import io
import zipfile

import numpy as np
from PIL import Image

y, x = np.mgrid[0:21, 0:37]
waves = [127 + 120 * np.sin(x / (5 + c) + y / (9 - c) + c) for c in range(3)]
colour = np.stack(waves, -1)
colour[5:15, 10:20] = (230, 40, 90)
colour = Image.fromarray(colour.round().astype(np.uint8))

KINDS = {
    "grey": ("L", dict(quality=90)),
    "grey-progressive": ("L", dict(quality=90, progressive=True)),
    "grey-coarse": ("L", dict(quality=20, optimize=True)),
    "colour-444": ("RGB", dict(quality=90, subsampling=0)),
    "colour-422": ("RGB", dict(quality=90, subsampling=1)),
    "colour-420": ("RGB", dict(quality=90, subsampling=2)),
    "colour-420-progressive": ("RGB", dict(quality=90, subsampling=2, progressive=True)),
    "colour-comment": ("RGB", dict(quality=90, subsampling=0, comment=b"a comment", dpi=(72, 72))),
    "print": ("CMYK", dict(quality=90)),
}

with zipfile.ZipFile("Files/jpeg.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    for name, (mode, options) in KINDS.items():
        file = io.BytesIO()
        colour.convert(mode).save(file, "JPEG", **options)
        for entry, data in ((".jpg", file.getvalue()), (".raw", np.asarray(Image.open(file)).tobytes())):
            archive.writestr(zipfile.ZipInfo(name + entry, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
