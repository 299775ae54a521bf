namespace HackLab.Learning.Internals;

/// <summary>
/// Rows of the kernel matrix, made when they are first asked for; single precision halves their memory. When 256 MB are used up
/// the oldest make room.
/// </summary>
internal sealed class KernelRows(Kernel kernel, float[] x, int d)
{
    private const long LargestMemory = 256L << 20;
    private readonly float[]?[] _rows = new float[]?[x.Length / d];
    private readonly Queue<int> _kept = new();
    private readonly int _most = (int)Math.Max(2, LargestMemory / (4L * Math.Max(1, x.Length / d)));

    internal int Count => _rows.Length;

    internal double Diagonal(int i) => kernel.At(x.AsSpan(i * d, d), x.AsSpan(i * d, d));

    internal float[] Row(int i)
    {
        if (_rows[i] is { } row) return row;
        if (_kept.Count == _most) _rows[_kept.Dequeue()] = null;
        _kept.Enqueue(i);
        var made = new float[Count];
        ReadOnlyMemory<float> own = x.AsMemory(i * d, d);
        RowBlocks.For(made.Length, 2048, (start, end) =>
        {
            for (int j = start; j < end; j++) made[j] = (float)kernel.At(own.Span, x.AsSpan(j * d, d));
        });
        return _rows[i] = made;
    }
}
