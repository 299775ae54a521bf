using System.Numerics;

namespace HackLab.Simulation.Numerics;

/// <summary>
/// A random number generator that gives the same numbers for the same seed on every machine and every .NET version, which
/// <see cref="Random"/> does not promise: xoshiro256** by Blackman and Vigna (2018), its state filled by SplitMix64.
/// Not for secrets, and not for use by several threads at once: give each its own stream.
/// </summary>
public sealed class SeededRandom
{
    private ulong _a, _b, _c, _d;
    private double _spareNormal;
    private bool _hasSpare;

    /// <summary>Starts at a seed.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="stream">Different streams of one seed are independent, for example one per block of events.</param>
    public SeededRandom(long seed, long stream = 0)
    {
        // SplitMix64 over the seed, then over the stream mixed into it: neighbouring seeds give unrelated states.
        ulong x = unchecked((ulong)seed);
        if (stream != 0) x = SplitMix(ref x) ^ unchecked((ulong)stream * 0xD1342543DE82EF95UL);
        (_a, _b, _c, _d) = (SplitMix(ref x), SplitMix(ref x), SplitMix(ref x), SplitMix(ref x));
    }

    internal SeededRandom(ulong a, ulong b, ulong c, ulong d) => (_a, _b, _c, _d) = (a, b, c, d);

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64()
    {
        ulong result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        ulong t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, limit), each equally likely (Lemire's method, without bias).</summary>
    /// <param name="limit">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1.</exception>
    public int NextInt(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ulong range = (ulong)limit;
        UInt128 product = (UInt128)NextUInt64() * range;
        if ((ulong)product < range)
        {
            ulong threshold = (0 - range) % range;
            while ((ulong)product < threshold) product = (UInt128)NextUInt64() * range;
        }
        return (int)(product >> 64);
    }

    /// <summary>A number of the standard normal distribution (Marsaglia's polar method).</summary>
    public double NextNormal()
    {
        if (_hasSpare)
        {
            _hasSpare = false;
            return _spareNormal;
        }
        double u, v, s;
        do
        {
            u = (2 * NextDouble()) - 1;
            v = (2 * NextDouble()) - 1;
            s = (u * u) + (v * v);
        }
        while (s >= 1 || s == 0);
        double factor = Math.Sqrt(-2 * PortableMath.Log(s) / s);
        (_spareNormal, _hasSpare) = (v * factor, true);
        return u * factor;
    }

    /// <summary>A number of the exponential distribution with mean 1.</summary>
    public double NextExponential() => -PortableMath.Log(1 - NextDouble());

    /// <summary>Puts values in random order, every order equally likely (Fisher–Yates).</summary>
    /// <param name="values">Changed in place.</param>
    public void Shuffle<T>(Span<T> values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = NextInt(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private static ulong SplitMix(ref ulong x)
    {
        ulong z = unchecked(x += 0x9E3779B97F4A7C15UL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
