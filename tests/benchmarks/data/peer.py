#!/usr/bin/env python3
"""Reads one file with the peer and prints one line of JSON.  usage: peer.py versions | time KIND FILE REPETITIONS"""
import gc
import json
import sys
import time


def reader(kind, file):
    if kind in ("csv", "csv-mapped"):
        import numpy as np
        import pandas as pd
        # Its best: the C parser, the type given, no pieces of columns to join, names instead of a header.
        options = {"header": None, "names": [str(i) for i in range(29)], "dtype": np.float32, "engine": "c", "low_memory": False,
                   "memory_map": kind == "csv-mapped"}
        return lambda: pd.read_csv(file, **options).to_numpy()
    import numpy as np
    return lambda: np.load(file)


def main():
    if sys.argv[1] == "versions":
        import astropy
        import numpy
        import pandas
        print(json.dumps({"pandas": pandas.__version__, "numpy": numpy.__version__, "astropy": astropy.__version__}))
        return
    read, times = reader(sys.argv[2], sys.argv[3]), []
    for _ in range(int(sys.argv[4])):
        values = None
        gc.collect()
        start = time.perf_counter()
        values = read()
        times.append((time.perf_counter() - start) * 1000)
    print(json.dumps({"ms": times, "sum": float(values.sum(dtype="float64")), "values": int(values.size)}))


main()
