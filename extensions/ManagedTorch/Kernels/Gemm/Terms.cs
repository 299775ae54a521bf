namespace TorchSharp.Kernels;

/// <summary>What a product does with C: C = alpha·A·B + beta·C + columnBias (one value a column) + rowBias (one value a
/// row).</summary>
/// <remarks>With beta 0 the old C is never read, so it may be uninitialised. A null bias adds nothing. Every choice but rowBias,
/// alpha ≠ 1 and beta ≠ 0, 1 costs nothing.</remarks>
internal readonly unsafe struct Terms<T>(T alpha, T beta, T* columnBias = null, T* rowBias = null) where T : unmanaged
{
    public T Alpha { get; } = alpha;

    public T Beta { get; } = beta;

    public T* ColumnBias { get; } = columnBias;

    public T* RowBias { get; } = rowBias;
}
