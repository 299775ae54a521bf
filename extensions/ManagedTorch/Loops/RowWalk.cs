namespace TorchSharp.Loops;

/// <summary>Goes through the rows (all positions of all axes but the last) of a shape, with the place of each in up to three
/// tensors.</summary>
/// <example><code>var walk = new RowWalk(sizes, a, b);   do { … walk.A … walk.B … } while (walk.Next());</code></example>
internal unsafe ref struct RowWalk
{
    private readonly ReadOnlySpan<long> _sizes;
    private readonly ReadOnlySpan<long> _a, _b, _c;
    private fixed long _index[LoopPlan.MaxDims];

    /// <summary>A walk through <paramref name="sizes"/> with strides of up to three tensors; an empty one stands for
    /// none.</summary>
    public RowWalk(ReadOnlySpan<long> sizes, ReadOnlySpan<long> a, ReadOnlySpan<long> b = default, ReadOnlySpan<long> c = default)
    {
        if (sizes.Length > LoopPlan.MaxDims)
        {
            throw new ArgumentException(
                $"A tensor can have at most {LoopPlan.MaxDims} dimensions in this operation, found {sizes.Length}.");
        }
        _sizes = sizes;
        _a = a;
        _b = b;
        _c = c;
        Length = sizes.Length == 0 ? 1 : sizes[^1];
        Rows = 1;
        for (int d = 0; d < sizes.Length - 1; d++)
        {
            Rows *= sizes[d];
        }
        (StepA, StepB, StepC) = (Last(a), Last(b), Last(c));
    }

    /// <summary>How many rows there are.</summary>
    public long Rows { get; }

    /// <summary>Elements in each row.</summary>
    public long Length { get; }

    /// <summary>The step from element to element of a row in the first tensor.</summary>
    public long StepA { get; }

    /// <summary>The same in the second tensor.</summary>
    public long StepB { get; }

    /// <summary>The same in the third tensor.</summary>
    public long StepC { get; }

    /// <summary>Where the current row starts in the first tensor, in elements from its own start.</summary>
    public long A { get; private set; }

    /// <summary>The same in the second tensor.</summary>
    public long B { get; private set; }

    /// <summary>The same in the third tensor.</summary>
    public long C { get; private set; }

    /// <summary>The position of the current row along an axis.</summary>
    public readonly long At(int axis) => _index[axis];

    /// <summary>Goes to the next row; false after the last one.</summary>
    public bool Next()
    {
        for (int d = _sizes.Length - 2; d >= 0; d--)
        {
            Move(d, 1);
            if (++_index[d] < _sizes[d])
            {
                return true;
            }
            Move(d, -_sizes[d]);
            _index[d] = 0;
        }
        return false;
    }

    private void Move(int axis, long steps)
    {
        A += _a.IsEmpty ? 0 : steps * _a[axis];
        B += _b.IsEmpty ? 0 : steps * _b[axis];
        C += _c.IsEmpty ? 0 : steps * _c[axis];
    }

    private static long Last(ReadOnlySpan<long> strides) => strides.IsEmpty ? 0 : strides[^1];
}
