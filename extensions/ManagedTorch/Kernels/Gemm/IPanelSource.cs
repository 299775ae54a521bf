namespace TorchSharp.Kernels;

/// <summary>An operand of a matrix product that can be anything: a matrix in memory, or one that exists only while it is packed
/// (im2col).</summary>
/// <remarks>
/// Both operands are seen alike: a value has a depth p (0 … k - 1), over which the product sums, and a lane: the row of A or
/// the column of B.
/// A source is a struct of pointers and numbers, copied freely asked from several threads at once, and for some panels
/// more than once.
/// </remarks>
internal unsafe interface IPanelSource<T> where T : unmanaged
{
    /// <summary>
    /// Writes a panel: the value of depth p and lane l to panel[(p - depthStart)·width + (l - laneStart)],
    /// for <paramref name="depth"/> depths and <paramref name="lanes"/> lanes, and zeros for the lanes from there to
    /// <paramref name="width"/>.
    /// </summary>
    /// <param name="depthStart">The first depth.</param>
    /// <param name="depth">Number of depths, at least 1.</param>
    /// <param name="laneStart">The first lane.</param>
    /// <param name="lanes">Number of lanes, from 1 to <paramref name="width"/>.</param>
    /// <param name="panel">Room for <paramref name="depth"/> × <paramref name="width"/> values.</param>
    /// <param name="width">From a depth to the next in the panel, at most 32 for float.</param>
    void Pack(int depthStart, int depth, int laneStart, int lanes, T* panel, int width);
}

/// <summary>What happens to values of C when they are final, while they are still in the cache; for example an
/// activation.</summary>
internal unsafe interface IEpilogue<T> where T : unmanaged
{
    /// <summary>Changes the finished values of rows rowStart … and columns columnStart …; unit column stride. Called once for
    /// each value.</summary>
    /// <param name="c">The value of the first row and column.</param>
    /// <param name="cRow">From a row to the next, in elements.</param>
    /// <param name="rowStart">The first row.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columnStart">The first column.</param>
    /// <param name="columns">Number of columns.</param>
    void Apply(T* c, nint cRow, int rowStart, int rows, int columnStart, int columns);
}

/// <summary>Leaves C as it is, at no cost.</summary>
internal readonly unsafe struct NoEpilogue<T> : IEpilogue<T> where T : unmanaged
{
    public void Apply(T* c, nint cRow, int rowStart, int rows, int columnStart, int columns)
    {
    }
}
