# Writes Files/units.fits.gz with astropy 5.2: every kind of number, scaled and blank values, a table between the pictures, and
# header cards of every convention. The tests know the numbers by formula. Run: python3 fits.py
import gzip
import io

import numpy as np
from astropy.io import fits

primary = fits.PrimaryHDU()
primary.header["LONGTEXT"] = ("It's a string of two hundred characters: " * 5, "goes on in CONTINUE")
primary.header["HIERARCH ESO DET CHIP1 ID"] = ("CCD-44", "a long keyword")
primary.header["EXPTIME"] = (1234.5, "[s] exposure")
primary.header["NCOMBINE"] = 3
primary.header["TINY"] = 1e-30
primary.header["OK"] = True
primary.header["OBJECT"] = "NGC 'x' / y"
primary.header["NOTHING"] = None
primary.header["Z"] = complex(1.5, -2)
primary.header["COMMENT"] = "one comment"
primary.header["HISTORY"] = "first step"
primary.header["HISTORY"] = "second step"
units = [primary]
n = np.arange(12).reshape(3, 4)
for name, values in {
    "U8": (n * 20).astype("u1"), "I8": (n * 20 - 120).astype("i1"),
    "I16": (n * 5000 - 30000).astype("i2"), "U16": (n * 5000).astype("u2"),
    "I32": (n * 300_000_000 - 2_000_000_000).astype("i4"), "U32": (n * 300_000_000).astype("u4"),
    "I64": n.astype("i8") * 10**17 - 5 * 10**17, "U64": n.astype("u8") * np.uint64(10**18),
    "F32": (n / 8 - 0.5).astype("f4"), "F64": n / 7.0,
}.items():
    units.append(fits.ImageHDU(values, name=name))
units.insert(4, fits.BinTableHDU.from_columns([fits.Column("a", "E", array=np.arange(7.0)), fits.Column("b", "PJ()", array=[[1], [2, 3]] + [[4]] * 5)], name="TABLE"))
cube = fits.ImageHDU(np.arange(2 * 3 * 4 * 5).astype("f4").reshape(2, 3, 4, 5), name="CUBE")
scaled16 = fits.ImageHDU(n.astype("i2") - 6, name="SCALED16")
scaled32 = fits.ImageHDU(n.astype("i4"), name="SCALED32")
bytes_ = io.BytesIO()
fits.HDUList(units + [cube, scaled16, scaled32]).writeto(bytes_)
raw = bytearray(bytes_.getvalue())
# astropy would scale the values itself; here the cards alone are changed: the first free ones of each header.
for name, cards in (("SCALED16", ["BSCALE  =                  0.5", "BZERO   =                 10.0", "BLANK   =                   -6"]),
                    ("SCALED32", ["BSCALE  =              2.5D-01", "BZERO   =               -1.E+1"])):
    at = raw.index(b"EXTNAME = '" + name.encode()) + 80
    for card in cards + ["END"]:
        raw[at:at + 80] = card.ljust(80).encode()
        at += 80
with open("Files/units.fits.gz", "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
    packed.write(raw)
with fits.open("Files/units.fits.gz") as check:
    check.verify("exception")
    print(check["SCALED16"].data, check["SCALED32"].data, check["SCALED32"].data.dtype, check["U64"].data.dtype)
