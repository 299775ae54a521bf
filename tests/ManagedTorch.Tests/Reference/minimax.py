"""Prints the polynomial coefficients of extensions/ManagedTorch/Kernels/Maths. Needs mpmath.

Each is the weighted minimax polynomial (Remez exchange), its coefficients rounded one after the other from the lowest power,
the remaining ones fitted again each time, so that rounding costs next to nothing. The error printed is that of the rounded one.
"""
import struct
from mpmath import mp, mpf, sqrt, log, exp, expm1, tanh, erf, erfc, sin, cos, pi, log1p, atanh, matrix, lu_solve, cos as mcos

mp.dps = 40


def to_float(x):
    return mpf(struct.unpack("f", struct.pack("f", float(x)))[0])


def to_double(x):
    return mpf(float(x))


def remez(f, weight, powers, a, b):
    """Minimises max |weight(x) (f(x) - sum c x^p)| on [a, b]."""
    n = len(powers)
    nodes = [(a + b) / 2 + (b - a) / 2 * mcos(pi * (n - i) / n) for i in range(n + 1)]
    grid = [(a + b) / 2 + (b - a) / 2 * mcos(pi * (600 - i) / 600) for i in range(601)]
    for _ in range(12):
        system, right = matrix(n + 1, n + 1), matrix(n + 1, 1)
        for i, x in enumerate(nodes):
            for j, p in enumerate(powers):
                system[i, j] = x ** p
            system[i, n] = (-1) ** i / weight(x)
            right[i] = f(x)
        c = lu_solve(system, right)
        error = [weight(x) * (f(x) - sum(c[j] * x ** p for j, p in enumerate(powers))) for x in grid]
        new, i = [], 0
        while i < len(grid):          # the largest error of each run of equal sign
            j = i
            while j < len(grid) and (error[j] > 0) == (error[i] > 0):
                j += 1
            new.append(max(range(i, j), key=lambda k: abs(error[k])))
            i = j
        while len(new) > n + 1:
            new.pop(0 if abs(error[new[0]]) < abs(error[new[-1]]) else -1)
        if len(new) < n + 1:
            break
        nodes = [grid[k] for k in new]
    return [c[j] for j in range(n)]


def fit(name, f, weight, degree, a, b, rounding, first=0):
    a, b = mpf(a), mpf(b)
    fixed = []
    for k in range(first, degree + 1):
        def rest(x):
            return f(x) - sum(c * x ** p for p, c in fixed)
        c = remez(rest, weight, list(range(k, degree + 1)), a, b)
        fixed.append((k, rounding(c[0])))
    worst = max(abs(weight(x) * (f(x) - sum(c * x ** p for p, c in fixed)))
                for x in [a + (b - a) * i / 2000 + (b - a) * mpf("1e-9") for i in range(2000)])
    print(f"{name}: error 2^{float(log(worst, 2)):.1f}")
    for p, c in fixed:
        print(f"    c{p} = {float(c)!r}" + (f"   float {float(c):.9g}f" if rounding is to_float else ""))


half_ln2 = log(2) / 2
s0 = (sqrt(2) - 1) / (sqrt(2) + 1)
fit("expm1(r) = r + r² q(r)", lambda r: (expm1(r) - r) / r**2, lambda r: r**2 / abs(expm1(r)), 4, -half_ln2 - mpf("0.0001"), half_ln2, to_float)
fit("log(1+f) = f - f²/2 + f³ p(f)", lambda f: (log1p(f) - f + f**2 / 2) / f**3, lambda f: f**3 / log1p(f), 8, sqrt(mpf(1) / 2) - 1,
    sqrt(2) - 1 + mpf("1e-9"), to_float)
fit("tanh(x) = x + x³ p(x²)", lambda z: (tanh(sqrt(z)) - sqrt(z)) / sqrt(z)**3, lambda z: z * sqrt(z) / tanh(sqrt(z)), 4, "1e-8", mpf("0.625")**2, to_float)
fit("erf(x) = x + x p(x²)", lambda z: erf(sqrt(z)) / sqrt(z) - 1, lambda z: sqrt(z) / erf(sqrt(z)), 6, "1e-8", mpf("0.95")**2, to_float)
fit("erfc(t) = exp(p(t))", lambda t: log(erfc(t)), lambda t: erfc(t) / erf(t), 8, "0.9", "4.0", to_float)
fit("log2(m) = s p(s²), s = (m-1)/(m+1)", lambda z: 2 * atanh(sqrt(z)) / sqrt(z) / log(2), lambda z: sqrt(z) / (2 * atanh(sqrt(z))), 7, "1e-12", s0**2 + mpf("1e-9"), to_double)
fit("2^r = p(r)", lambda r: 2**r, lambda r: 2**-r, 8, -0.5, 0.5, to_double)
quarter = (pi / 4 + mpf("1e-6"))**2
fit("sin(r) = r + r³ p(r²)", lambda z: (sin(sqrt(z)) - sqrt(z)) / sqrt(z)**3, lambda z: z * sqrt(z) / sin(sqrt(z)), 4, "1e-8", quarter, to_double)
fit("cos(r) = 1 - r²/2 + r⁴ p(r²)", lambda z: (cos(sqrt(z)) - 1 + z / 2) / z**2, lambda z: z**2 / cos(sqrt(z)), 4, "1e-6", quarter, to_double)
mp.dps = 100
print("2/pi:", ", ".join(f"0x{int(2 / pi * 2**320) >> (256 - 64 * i) & (2**64 - 1):016X}" for i in range(5)))
for name, value in [("ln2", log(2)), ("log2 e", 1 / log(2)), ("log10 2", log(2) / log(10)), ("pi/2", pi / 2)]:
    hi = to_double(value)
    print(name, "double", repr(float(hi)), repr(float(value - hi)), "float", f"{float(to_float(value)):.9g}", f"{float(to_float(value - to_float(value))):.9g}")
