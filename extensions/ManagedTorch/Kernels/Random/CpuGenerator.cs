using System.Buffers.Binary;

namespace TorchSharp.Kernels;

/// <summary>PyTorch's CPU random generator: the same seed gives the same draws, and its saved state has the same bytes.</summary>
/// <remarks>The samplers lock <see cref="Gate"/> for one call each, so that a call's numbers stay together.</remarks>
internal sealed class CpuGenerator
{
    /// <summary>The seed of a generator that nobody seeded.</summary>
    public const ulong DefaultSeed = 67280421310721;

    /// <summary>Bytes of a saved state.</summary>
    public const int StateSize = 5056;

    // PyTorch's record: u64 seed, i32 left, i32 seeded, u64 next, 624 words as u64, f64 x, f64 normal, f64 rho, i32 has normal,
    // then f32 and flag of a float normal that only GPUs use. left = words remaining + 1.
    private const int LeftAt = 8, SeededAt = 12, NextAt = 16, WordsAt = 24, NormalAt = WordsAt + 8 * Mt19937.Size + 8;
    private const int HasNormalAt = NormalAt + 16;

    private readonly Mt19937 _engine;

    public CpuGenerator(ulong seed = DefaultSeed)
    {
        Seed = seed;
        _engine = new Mt19937(seed);
    }

    /// <summary>Held by a sampler while it draws.</summary>
    public Lock Gate { get; } = new();

    /// <summary>What the generator was seeded with last; the engine uses its low 32 bits.</summary>
    public ulong Seed { get; private set; }

    /// <summary>The second value of the last pair of serial normals, if not yet used.</summary>
    public double? NextNormal { get; set; }

    /// <summary>Starts over from a seed.</summary>
    public void ManualSeed(ulong seed)
    {
        lock (Gate)
        {
            Seed = seed;
            NextNormal = null;
            _engine.Seed(seed);
        }
    }

    /// <summary>32 random bits.</summary>
    public uint Random() => _engine.Draw();

    /// <summary>64 random bits: the first draw above the second.</summary>
    public ulong Random64()
    {
        ulong high = _engine.Draw();
        return high << 32 | _engine.Draw();
    }

    /// <summary>A uniform number in [0, 1) with 24 bits.</summary>
    public float Uniform32() => (_engine.Draw() & 0xff_ffff) * (1f / (1 << 24));

    /// <summary>A uniform number in [0, 1) with 53 bits.</summary>
    public double Uniform64() => (Random64() & ((1ul << 53) - 1)) * (1.0 / (1ul << 53));

    /// <summary>The next draws of 32 bits, at least one and at most <paramref name="most"/>; valid until the next call.</summary>
    public ReadOnlySpan<uint> Draw(int most) => _engine.Draw(most);

    /// <inheritdoc cref="Mt19937.DrawRaw"/>
    public ReadOnlySpan<uint> DrawRaw(int most) => _engine.DrawRaw(most);

    /// <summary>Whether the next draw begins a block.</summary>
    public bool AtBlock => _engine.Remaining == 0;

    /// <inheritdoc cref="Mt19937.DrawBlocks"/>
    public void DrawBlocks(Span<uint> words) => _engine.DrawBlocks(words);

    /// <summary>The state, byte for byte what torch.get_rng_state gives.</summary>
    public byte[] GetState()
    {
        var bytes = new byte[StateSize];
        lock (Gate)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, Seed);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(LeftAt), _engine.Remaining + 1);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(SeededAt), 1);
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(NextAt), _engine.Next);
            for (int i = 0; i < Mt19937.Size; i++)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(WordsAt + 8 * i), _engine.State[i]);
            }
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(NormalAt), NextNormal ?? 0);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(HasNormalAt), NextNormal is null ? 0 : 1);
        }
        return bytes;
    }

    /// <summary>Goes back to a state that <see cref="GetState"/> or PyTorch saved.</summary>
    /// <exception cref="ArgumentException">The bytes are not such a state; the generator stays as it was.</exception>
    public void SetState(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != StateSize)
        {
            throw new ArgumentException($"A generator's state has {StateSize} bytes, found {bytes.Length}.", nameof(bytes));
        }
        int left = BinaryPrimitives.ReadInt32LittleEndian(bytes[LeftAt..]);
        long next = BinaryPrimitives.ReadInt64LittleEndian(bytes[NextAt..]);
        bool seeded = BinaryPrimitives.ReadInt32LittleEndian(bytes[SeededAt..]) == 1;
        bool fresh = left == 1 && next == 0;
        if (!seeded || left < 1 || !(fresh || next + left == Mt19937.Size + 1) || next < 0)
        {
            throw new ArgumentException($"Not a generator's state: {left - 1} words left at position {next}.", nameof(bytes));
        }
        Span<uint> words = stackalloc uint[Mt19937.Size];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = (uint)BinaryPrimitives.ReadUInt64LittleEndian(bytes[(WordsAt + 8 * i)..]);
        }
        lock (Gate)
        {
            Seed = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            _engine.Restore(words, left - 1, (int)next);
            bool hasNormal = BinaryPrimitives.ReadInt32LittleEndian(bytes[HasNormalAt..]) != 0;
            NextNormal = hasNormal ? BinaryPrimitives.ReadDoubleLittleEndian(bytes[NormalAt..]) : null;
        }
    }
}
