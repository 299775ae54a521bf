#!/usr/bin/env python3
"""Writes numpy_files.json: .npy and .npz files as real NumPy writes them (base64), with what they hold. Run with NumPy 1.24."""
import base64
import io
import json
import pathlib

import numpy as np


def npy(array, version=None):
    file = io.BytesIO()
    np.lib.format.write_array(file, array, version=version)
    return base64.b64encode(file.getvalue()).decode()


def entry(name, array, version=None):
    values = array.ravel(order="C")
    flat = [[float(v.real), float(v.imag)] for v in values] if values.dtype.kind == "c" else [float(v) for v in values]
    return {"name": name, "dtype": array.dtype.str, "shape": list(array.shape), "values": flat, "file": npy(array, version)}


arrays = []
base = np.arange(24).reshape(2, 3, 4) - 5
for code in ["b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16"]:
    for order in "<>" if int(code[1:]) > 1 else "|":
        source = base % 2 if code == "b1" else abs(base) if code[0] == "u" else base * 1.5 if code[0] == "f" else base + 2j * base if code[0] == "c" else base
        array = source.astype(np.dtype(order + code))
        arrays.append(entry(f"{order}{code}-c", array))
        arrays.append(entry(f"{order}{code}-fortran", np.asfortranarray(array)))
arrays.append(entry("scalar", np.array(2.5)))
arrays.append(entry("empty", np.zeros((0, 3), np.float32)))
arrays.append(entry("row", np.arange(5, dtype=np.int16)))
arrays.append(entry("matrix-fortran", np.asfortranarray(np.arange(35, dtype=np.float32).reshape(5, 7))))
arrays.append(entry("version-2", np.arange(6, dtype=np.float64).reshape(2, 3), (2, 0)))
arrays.append(entry("version-3", np.arange(6, dtype=np.float64).reshape(2, 3), (3, 0)))

refused = {
    "structured": npy(np.zeros(2, dtype=[("a", "f4"), ("b", "i4")])),
    "objects": npy(np.array([{}, None], dtype=object)),
    "text": npy(np.array(["ab", "c"])),
    "bytes": npy(np.array([b"ab", b"c"])),
    "dates": npy(np.array(["2015-09-14"], dtype="M8[D]")),
    "long double": npy(np.zeros(2, np.longdouble)),
}

archives = {}
for name, save in (("stored", np.savez), ("packed", np.savez_compressed)):
    file = io.BytesIO()
    save(file, x=np.arange(12, dtype=np.float32).reshape(3, 4), y=np.array([1, 0, 1], np.int64), s=np.array(7.5))
    archives[name] = base64.b64encode(file.getvalue()).decode()

out = pathlib.Path(__file__).with_suffix(".json")
out.write_text(json.dumps({"numpy": np.__version__, "arrays": arrays, "refused": refused, "archives": archives}, indent=1) + "\n")
