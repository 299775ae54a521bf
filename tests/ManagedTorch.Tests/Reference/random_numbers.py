"""Writes random.json: what PyTorch 1.13 (without MKL) draws on the CPU.

Run: python3 random_numbers.py > random.json

The file holds programs. A program seeds the generator once and makes its calls one after the other, so that each call
starts where the last one stopped. Of each call's result it keeps the last values, the sum and a hash of all bytes;
of the generator's state at the end, a hash and the kept normal. (Not named random.py: Python would import that for its own.)
"""
import hashlib
import json
import random
import struct

import torch

SIZES = [*range(1, 41), 100, 1000, 100003]
SMALL = [1, 2, 5, 15, 16, 17, 31, 32, 40, 100, 1000]


def weights(n, dtype):
    return torch.tensor([((7 * i) % 11 + 1) / 16 for i in range(n)], dtype=dtype)


def chances(n, dtype):
    return torch.tensor([(5 * i) % 17 / 16 for i in range(n)], dtype=dtype)


def sampler(name, n, dtype):
    x = torch.empty(n, dtype=dtype)
    return {
        "rand": lambda: torch.rand(n, dtype=dtype),
        "uniform": lambda: x.uniform_(-2.5, 3.1),
        "randn": lambda: torch.randn(n, dtype=dtype),
        "normal": lambda: x.normal_(1.5, 0.7),
        "randint": lambda: torch.randint(-20, 100, (n,), dtype=dtype),
        "randint_wide": lambda: torch.randint(-5, 2 ** 40, (n,), dtype=dtype),
        "random": lambda: x.random_(),
        "randperm": lambda: torch.randperm(n, dtype=dtype),
        "bernoulli": lambda: x.bernoulli_(0.3),
        "bernoulli_float": lambda: x.bernoulli_(chances(n, torch.float32)),
        "bernoulli_double": lambda: x.bernoulli_(chances(n, torch.float64)),
        "dropout": lambda: torch.nn.functional.dropout(torch.ones(n, dtype=dtype), 0.2),
        "exponential": lambda: x.exponential_(1.7),
        "log_normal": lambda: x.log_normal_(0.3, 0.6),
        "cauchy": lambda: x.cauchy_(0.5, 2),
        "geometric": lambda: x.geometric_(0.15),
        "trunc_normal": lambda: torch.nn.init.trunc_normal_(x, 0.5, 2, -1, 3),
        "multinomial": lambda: torch.multinomial(weights(n, dtype), n, True),
        "multinomial_race": lambda: torch.multinomial(weights(n, dtype), (n + 1) // 2),
    }[name]()


FLOATS = ["rand", "uniform", "randn", "normal", "bernoulli", "bernoulli_float", "bernoulli_double", "dropout", "exponential",
          "log_normal", "cauchy", "geometric", "trunc_normal", "multinomial", "multinomial_race", "randint", "random"]
INTEGERS = ["randint", "random", "randperm", "bernoulli", "bernoulli_float", "bernoulli_double", "geometric"]


def program(seed, calls):
    torch.manual_seed(seed)
    results = []
    for name, dtype, n in calls:
        x = sampler(name, n, getattr(torch, dtype))
        data = x.numpy().tobytes()
        results.append({
            "op": name, "dtype": dtype, "n": n, "last": x[-2:].tolist(), "sum": x.double().sum().item(),
            "sha": hashlib.sha256(data).hexdigest()[:12]})
    # The state: seed, position and words; then the kept second normal and whether there is one.
    state = torch.get_rng_state().numpy().tobytes()
    kept, = struct.unpack_from("<d", state, 5024)
    has_kept, = struct.unpack_from("<i", state, 5040)
    return {"seed": seed, "calls": results, "state": hashlib.sha256(state[:5016]).hexdigest()[:12], "stateSize": len(state),
            "kept": kept if has_kept else None}


def main():
    programs = []
    for dtype, names in [("float32", FLOATS), ("float64", FLOATS), ("int64", INTEGERS + ["randint_wide"]), ("int32", INTEGERS),
                         ("uint8", ["random", "bernoulli"])]:
        for name in names:
            sizes = SIZES if name in ("randn", "rand") else SMALL
            programs.append(program(len(programs), [(name, dtype, n) for n in sizes]))
    choose = random.Random(5)
    for seed in [2 ** 32 + 7, 67280421310721, 2 ** 63 - 1, 1, 2, 3, 4, 5, 6, 7]:
        calls = []
        for _ in range(12):
            dtype = choose.choice(["float32", "float64", "int64"])
            name = choose.choice(FLOATS if dtype != "int64" else INTEGERS)
            calls.append((name, dtype, choose.choice(SMALL)))
        programs.append(program(seed, calls))
    lines = ",\n".join(json.dumps(p) for p in programs)
    print(f"[\n{lines}\n]")


main()
