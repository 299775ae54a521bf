namespace TorchSharp.Kernels;

/// <summary>Sizes of an attention: sequences, heads, query positions L, key positions S, width of queries and keys, width of
/// values.</summary>
internal readonly record struct AttentionShape(int Batch, int Heads, int Queries, int Keys, int Width, int ValueWidth)
{
    /// <summary>From a row of attention weights to the next: whole vectors, the rest is zero.</summary>
    public nint Row => (Keys + 7) / 8 * 8;

    /// <summary>Pairs of sequence and head.</summary>
    public int Pairs => checked(Batch * Heads);

    /// <summary>Values of a pair's attention weights.</summary>
    public nint Block => Queries * Row;
}

/// <summary>Vectors of heads in memory: those of a position are side by side, everything else is strides in elements.</summary>
internal readonly unsafe struct HeadView<T>(T* data, nint batch, nint head, nint row) where T : unmanaged
{
    /// <summary>From a position to the next.</summary>
    public nint Row => row;

    /// <summary>The first position of pair <paramref name="pair"/> of <paramref name="heads"/> heads.</summary>
    public T* At(int pair, int heads) => data + pair / heads * batch + pair % heads * head;
}

/// <summary>What is added to the scores, or null: element (n, h, l, s) by strides, of which those of repeated axes are
/// 0.</summary>
internal readonly unsafe struct ScoreMask<T>(T* data, nint batch, nint head, nint row, nint column) where T : unmanaged
{
    /// <summary>Whether there is none.</summary>
    public bool IsNone => data == null;

    /// <summary>From a key position to the next.</summary>
    public nint Column => column;

    /// <summary>The row of a pair and query position.</summary>
    public T* At(int pair, int heads, int query) => data + pair / heads * batch + pair % heads * head + query * row;
}

/// <summary>Which attention weights are dropped: bytes 0 or 1 (pairs, L, S), and what the others are multiplied by; null for
/// none.</summary>
/// <remarks>There are eight readable bytes behind the last.</remarks>
internal readonly unsafe struct WeightDropout<T>(byte* mask, T scale) where T : unmanaged
{
    /// <summary>Whether nothing is dropped.</summary>
    public bool IsNone => mask == null;

    /// <summary>The factor of kept weights.</summary>
    public T Scale => scale;

    /// <summary>The bytes of a row.</summary>
    public byte* At(AttentionShape shape, int pair, int query) => mask + ((nint)pair * shape.Queries + query) * shape.Keys;
}
