using System.Runtime.CompilerServices;
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
    private const uint TemperB = 0x9d2c_5680, TemperC = 0xefc6_0000;

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

    /// <summary>As <see cref="Draw(int)"/>, but the words as the recurrence made them: pass them through
    /// <see cref="Temper(uint)"/>.</summary>
    public ReadOnlySpan<uint> DrawRaw(int most)
    {
        int first = Remaining == 0 ? 0 : Next;
        return _state.AsSpan(first, Draw(most).Length);
    }

    /// <summary>Writes the state and behind it whole blocks of words to come, as the recurrence makes them; they are then
    /// drawn.</summary>
    /// <remarks>To be called when no word remains. In one line the recurrence never wraps around: x[n + 624] =
    /// x[n + 397] ^ mix(x[n], x[n + 1]).</remarks>
    /// <param name="words">A multiple of 624 words, the first 624 of them for the state.</param>
    public unsafe void DrawBlocks(Span<uint> words)
    {
        _state.CopyTo(words);
        fixed (uint* x = words)
        {
            for (nint n = 0; n < words.Length - Size; n += Vector256<uint>.Count)    // 624 = 78 · 8
            {
                Vector256<uint> next = Vector256.Load(x + n + Middle) ^ Mix(Vector256.Load(x + n), Vector256.Load(x + n + 1));
                next.Store(x + n + Size);
            }
        }
        // The tempered words stay as they were: none remains, so nobody asks for them.
        words[^Size..].CopyTo(_state);
        (Remaining, Next) = (0, Size);
    }

    /// <summary>What is handed out for a word of the recurrence.</summary>
    public static uint Temper(uint y)
    {
        y ^= y >> 11;
        y ^= (y << 7) & TemperB;
        y ^= (y << 15) & TemperC;
        return y ^ (y >> 18);
    }

    /// <inheritdoc cref="Temper(uint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Temper(Vector256<uint> y)
    {
        y ^= y >>> 11;
        y ^= (y << 7) & Vector256.Create(TemperB);
        y ^= (y << 15) & Vector256.Create(TemperC);
        return y ^ (y >>> 18);
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
            (Vector256.Create<uint>(s[(i + offset)..]) ^ Mix(u, v)).CopyTo(s[i..]);
        }
        for (; i < end; i++)
        {
            s[i] = s[i + offset] ^ Mix(s[i], s[i + 1]);
        }
    }

    private static uint Mix(uint u, uint v) => (((u & UpperBit) | (v & LowerBits)) >> 1) ^ ((0 - (v & 1)) & Polynomial);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Mix(Vector256<uint> u, Vector256<uint> v)
    {
        Vector256<uint> mixed = ((u & Vector256.Create(UpperBit)) | (v & Vector256.Create(LowerBits))) >>> 1;
        Vector256<uint> odd = Vector256<uint>.Zero - (v & Vector256<uint>.One);    // all bits where v is odd
        return mixed ^ (odd & Vector256.Create(Polynomial));
    }

    private void Temper()
    {
        Span<uint> words = _words;
        for (int i = 0; i < Size; i += Vector256<uint>.Count)    // 624 = 78 · 8
        {
            Temper(Vector256.Create<uint>(_state.AsSpan(i))).CopyTo(words[i..]);
        }
    }
}
