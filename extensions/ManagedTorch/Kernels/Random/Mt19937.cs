using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>The Mersenne Twister MT19937: 32 random bits a draw, period 2^19937 - 1 (Matsumoto and Nishimura, 1998).</summary>
/// <remarks>Makes 624 words at a time, eight by eight. PyTorch's CPU generator is this engine with this seeding.</remarks>
internal sealed class Mt19937
{
    /// <summary>Words of state, and words made at a time.</summary>
    public const int Size = 624;

    private const int Middle = 397;
    private const uint UpperBit = 0x8000_0000, LowerBits = 0x7fff_ffff, Polynomial = 0x9908_b0df;

    private readonly uint[] _state = new uint[Size];
    private readonly uint[] _words = new uint[Size];    // the tempered state: what is handed out

    public Mt19937(ulong seed) => Seed(seed);

    /// <summary>Words of the present block not yet drawn.</summary>
    public int Remaining { get; private set; }

    /// <summary>Position of the next word in the block. A seeded engine that has made no block yet stands at 0.</summary>
    public int Next { get; private set; }

    /// <summary>The recurrence's 624 words.</summary>
    public ReadOnlySpan<uint> State => _state;

    /// <summary>Starts over from the low 32 bits of <paramref name="seed"/>.</summary>
    public void Seed(ulong seed)
    {
        _state[0] = (uint)seed;
        for (int i = 1; i < Size; i++)
        {
            _state[i] = 1812433253 * (_state[i - 1] ^ (_state[i - 1] >> 30)) + (uint)i;
        }
        (Remaining, Next) = (0, 0);
    }

    /// <summary>Goes to a state read before from <see cref="State"/>, <see cref="Remaining"/> and <see cref="Next"/>.</summary>
    public void Restore(ReadOnlySpan<uint> state, int remaining, int next)
    {
        state.CopyTo(_state);
        Temper();
        (Remaining, Next) = (remaining, next);
    }

    /// <summary>The next word.</summary>
    public uint Draw()
    {
        if (Remaining == 0)
        {
            Refill();
        }
        Remaining--;
        return _words[Next++];
    }

    /// <summary>The next words, at least one and at most <paramref name="most"/>; valid until the next call.</summary>
    public ReadOnlySpan<uint> Draw(int most)
    {
        if (Remaining == 0)
        {
            Refill();
        }
        int count = Math.Min(most, Remaining);
        var words = _words.AsSpan(Next, count);
        Remaining -= count;
        Next += count;
        return words;
    }

    private void Refill()
    {
        Twist(0, Size - Middle, Middle);
        Twist(Size - Middle, Size - 1, Middle - Size);
        _state[Size - 1] = _state[Middle - 1] ^ Mix(_state[Size - 1], _state[0]);
        Temper();
        (Remaining, Next) = (Size, 0);
    }

    /// <summary>state[i] = state[i + offset] ^ mix(state[i], state[i + 1]) for i from start to end - 1.</summary>
    /// <remarks>A word depends on words at least 227 places back, so eight can be made together.</remarks>
    private void Twist(int start, int end, int offset)
    {
        Span<uint> s = _state;
        int i = start;
        for (; i + Vector256<uint>.Count <= end; i += Vector256<uint>.Count)
        {
            var u = Vector256.Create<uint>(s[i..]);
            var v = Vector256.Create<uint>(s[(i + 1)..]);
            var mixed = ((u & Vector256.Create(UpperBit)) | (v & Vector256.Create(LowerBits))) >>> 1;
            var odd = Vector256<uint>.Zero - (v & Vector256<uint>.One);    // all bits where v is odd
            (Vector256.Create<uint>(s[(i + offset)..]) ^ mixed ^ (odd & Vector256.Create(Polynomial))).CopyTo(s[i..]);
        }
        for (; i < end; i++)
        {
            s[i] = s[i + offset] ^ Mix(s[i], s[i + 1]);
        }
    }

    private static uint Mix(uint u, uint v) => (((u & UpperBit) | (v & LowerBits)) >> 1) ^ ((0 - (v & 1)) & Polynomial);

    private void Temper()
    {
        Span<uint> words = _words;
        for (int i = 0; i < Size; i += Vector256<uint>.Count)    // 624 = 78 · 8
        {
            var y = Vector256.Create<uint>(_state.AsSpan(i));
            y ^= y >>> 11;
            y ^= (y << 7) & Vector256.Create(0x9d2c_5680u);
            y ^= (y << 15) & Vector256.Create(0xefc6_0000u);
            y ^= y >>> 18;
            y.CopyTo(words[i..]);
        }
    }
}
