# Writes Files/png.zip: 11 x 9 pixels of every kind that PNG has, interlaced and not, each row with another filter. The packing is
# written out here, since PIL 9.4 cannot write most of these kinds; that PIL reads them as meant is checked (to 8 bits of 16).
# Sample c of pixel (x, y) is (x * 7 + y * 13 + c * 29) mod 2^depth; the palette's colour k is (k, 255 - k, k * 3 mod 256).
# Run: python3 png.py
import io
import struct
import zipfile
import zlib

import numpy as np
from PIL import Image

W, H = 11, 9
PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def sample(x, y, c, depth):
    return (x * 7 + y * 13 + c * 29) % (1 << depth)


def packed_row(values, depth):
    if depth == 16:
        return b"".join(struct.pack(">H", v) for v in values)
    bits = "".join(format(v, f"0{depth}b") for v in values)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def filtered(kind, row, above, step):
    out = bytearray([kind])
    for i, v in enumerate(row):
        a = row[i - step] if i >= step else 0
        b = above[i]
        c = above[i - step] if i >= step else 0
        p = a + b - c
        paeth = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
        out.append((v - [0, a, b, (a + b) // 2, paeth][kind]) % 256)
    return bytes(out)


def picture(colour, depth, interlaced, transparency=b""):
    data = b""
    n = 0
    for x0, y0, dx, dy in PASSES if interlaced else [(0, 0, 1, 1)]:
        xs, ys = range(x0, W, dx), range(y0, H, dy)
        if not xs or not ys:
            continue
        above = None
        for y in ys:
            row = packed_row([sample(x, y, c, depth) for x in xs for c in range(CHANNELS[colour])], depth)
            data += filtered(n % 5, row, above or bytes(len(row)), max(1, CHANNELS[colour] * depth // 8))
            above = row
            n += 1
    stream = zlib.compress(data, 9)
    file = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", W, H, depth, colour, 0, 0, int(interlaced)))
    file += chunk(b"gAMA", struct.pack(">I", 45455))
    if colour == 3:
        file += chunk(b"PLTE", bytes(v for k in range(1 << depth) for v in (k, 255 - k, k * 3 % 256)))
    if transparency:
        file += chunk(b"tRNS", transparency)
    half = len(stream) // 2
    return file + chunk(b"IDAT", stream[:half]) + chunk(b"IDAT", stream[half:]) + chunk(b"tEXt", b"Comment\0two IDAT chunks") + chunk(b"IEND", b"")


def expected(colour, depth):
    values = np.array([[[sample(x, y, c, depth) for c in range(CHANNELS[colour])] for x in range(W)] for y in range(H)])
    if colour == 3:
        k = values[..., 0]
        return np.stack([k, 255 - k, k * 3 % 256], -1)
    return values * (255 // ((1 << depth) - 1)) if depth < 8 else values


with zipfile.ZipFile("Files/png.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    def add(name, data):
        archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)

    for colour, depths in {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}.items():
        for depth in depths:
            for interlaced in (False, True):
                file = picture(colour, depth, interlaced)
                image = Image.open(io.BytesIO(file))
                image.load()
                mode = {0: "L", 2: "RGB", 3: "RGB", 4: "LA", 6: "RGBA"}[colour]
                want = expected(colour, depth)
                if depth == 16 and colour == 0:
                    got = np.asarray(image)[..., None]
                else:
                    got = np.asarray(image.convert(mode)).reshape(H, W, -1)
                    want = want >> 8 if depth == 16 else want
                assert np.array_equal(got, want), (colour, depth, interlaced)
                add(f"c{colour}d{depth}{'i' if interlaced else 'n'}.png", file)
    add("grey-transparent.png", picture(0, 4, False, struct.pack(">H", 5)))        # the grey 5 of 15
    add("colour-transparent.png", picture(2, 8, True, struct.pack(">HHH", 7, 36, 65)))   # the pixel (1, 0)
    add("palette-transparent.png", picture(3, 4, False, bytes([0, 100, 200])))
