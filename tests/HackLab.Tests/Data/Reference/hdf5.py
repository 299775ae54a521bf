# Writes Files/hdf5.zip with h5py 3.7: data sets of every kind that is read, and some that must be refused, in the old and the new
# layout of the format. The tests know the numbers by formula. Run: python3 hdf5.py
import io
import os
import zipfile

import h5py
import numpy as np


def fill(f):
    n = np.arange(24)
    for kind in ("i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8", ">i2", ">f4", "f2"):
        f[f"numbers/{kind.replace('>', 'big-')}"] = (n * 3).astype(kind).reshape(2, 3, 4)
    f.create_dataset("X", data=np.arange(100 * 6, dtype="f4").reshape(100, 3, 2), chunks=(7, 3, 1), compression="gzip", shuffle=True, fletcher32=True)
    f.create_dataset("grown", data=np.arange(10, dtype="i4"), chunks=(4,), maxshape=(None,))
    f.create_dataset("hardly", shape=(1000, 10), chunks=(100, 10), dtype="f8", fillvalue=7.5)
    f["single"] = 42.5
    f["empty"] = h5py.Empty("f4")
    f["none"] = np.zeros((0, 3), "f4")
    f["truth"] = np.array([True, False, True])
    f["fixed"] = np.array([b"one", b"two", b"three"])
    f["texts"] = np.array(["a", "bé", ""], dtype=h5py.string_dtype())
    f["pairs"] = np.zeros(3, dtype=[("a", "i4"), ("b", "f8")])
    f["X"].attrs.update({"count": 7, "step": 0.25, "units": "mm", "list": np.arange(3, dtype="i2"), "names": ["x", "y"]})
    f.attrs["made"] = "by h5py"
    f["soft"] = h5py.SoftLink("/X")
    f["nowhere"] = h5py.SoftLink("/not/there")
    f["outside"] = h5py.ExternalLink("other.h5", "/X")


def written(make, **how):
    with h5py.File("scratch.h5", "w", **how) as f:
        make(f)
    with open("scratch.h5", "rb") as f:
        data = f.read()
    os.remove("scratch.h5")
    return data


def small(f):
    f["X"] = np.arange(24, dtype="f4").reshape(4, 3, 2)
    f.create_dataset("y", data=np.arange(6, dtype="i2"), chunks=(4,), compression="gzip", shuffle=True)
    f["g/t"] = np.array(["one", "two"], dtype=h5py.string_dtype())
    f["X"].attrs["n"] = 3
    f["X"].attrs["s"] = "text"


def circle(f):
    f["a/x"] = 1
    f["a/again"] = f["a"]


def virtual(f):
    layout = h5py.VirtualLayout((4,), "f4")
    layout[:] = h5py.VirtualSource("other.h5", "X", (4,))
    f.create_virtual_dataset("v", layout)
    f.create_dataset("e", (4,), "f4", external=[("other.raw", 0, h5py.h5f.UNLIMITED)])


with zipfile.ZipFile("Files/hdf5.zip", "w") as archive:
    for name, data in {
        "old.h5": written(fill, libver="earliest"), "new.h5": written(fill, libver="latest"),
        "block.h5": written(small, userblock_size=512), "circle.h5": written(circle), "virtual.h5": written(virtual, libver="latest"),
        "small-old.h5": written(small, libver="earliest"), "small-new.h5": written(small, libver="latest"),
    }.items():
        archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
