using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Loops;

/// <summary>How to walk through a result and up to three operands of the same (broadcast) shape.</summary>
/// <remarks>
/// Axes of size 1 are dropped; axes that follow each other without gaps in every operand become one. The last axis is the run
/// that an
/// <see cref="IRun"/> does; so an operation on contiguous tensors is one run, whatever their shape.
/// </remarks>
internal unsafe struct LoopPlan
{
    /// <summary>Most axes that a tensor can have in a loop.</summary>
    public const int MaxDims = 24;

    private const long Grain = 1 << 14;    // fewer elements are done sooner by one thread

    private int _dims;
    private fixed long _sizes[MaxDims];
    private fixed long _strides[4 * MaxDims];
    private byte* _start0, _start1, _start2, _start3;

    /// <summary>Walks through <paramref name="y"/> and the operands; each is stretched to the shape of y.</summary>
    public LoopPlan(Tensor y, Tensor? a = null, Tensor? b = null, Tensor? c = null)
    {
        long[] sizes = y.Sizes;
        if (sizes.Length > MaxDims)
        {
            throw new ArgumentException(
                $"A tensor can have at most {MaxDims} dimensions in this operation, found {sizes.Length}.");
        }
        _start0 = y.Pointer;
        _start1 = a is null ? null : a.Pointer;
        _start2 = b is null ? null : b.Pointer;
        _start3 = c is null ? null : c.Pointer;
        if (AllContiguous(y, a, b, c))
        {
            _dims = 1;
            _sizes[0] = y.Elements;
            _strides[0] = 1;
            _strides[MaxDims] = a is null || a.Elements == 1 && y.Elements != 1 ? 0 : 1;
            _strides[2 * MaxDims] = b is null || b.Elements == 1 && y.Elements != 1 ? 0 : 1;
            _strides[3 * MaxDims] = c is null || c.Elements == 1 && y.Elements != 1 ? 0 : 1;
            return;
        }
        for (int d = 0; d < sizes.Length; d++)
        {
            if (sizes[d] != 1)
            {
                Append(sizes[d], y.Strides[d], StrideIn(a, d, sizes), StrideIn(b, d, sizes), StrideIn(c, d, sizes));
            }
        }
        if (_dims == 0)
        {
            _dims = 1;
            _sizes[0] = 1;
        }
    }

    /// <summary>Runs through all elements, on several threads if there are many.</summary>
    public readonly void Execute<TRun>(TRun run, long grain = Grain) where TRun : unmanaged, IRun
    {
        long elements = 1;
        for (int d = 0; d < _dims; d++)
        {
            elements *= _sizes[d];
        }
        if (elements == 0)
        {
            return;
        }
        int parts = Workers.PartsFor(elements, grain);
        if (_dims == 1)
        {
            if (parts == 1)
            {
                Run(ref run, 0, _sizes[0]);
                return;
            }
        }
        else if (parts == 1)
        {
            RunOuter(ref run, 0, elements / _sizes[_dims - 1]);
            return;
        }
        LoopPlan plan = this;
        Workers.For(parts, new PlanWork<TRun>(&plan, &run, parts, elements));
    }

    private readonly void Run<TRun>(ref TRun run, long start, long end) where TRun : unmanaged, IRun
    {
        (int w0, int w1, int w2, int w3) = TRun.ElementBytes;
        run.Run(
            end - start,
            _start0 + start * _strides[0] * w0,
            _strides[0],
            _start1 + start * _strides[MaxDims] * w1,
            _strides[MaxDims],
            _start2 + start * _strides[2 * MaxDims] * w2,
            _strides[2 * MaxDims],
            _start3 + start * _strides[3 * MaxDims] * w3,
            _strides[3 * MaxDims]);
    }

    // Rows (all axes but the last, row-major) from start to end.
    private readonly void RunOuter<TRun>(ref TRun run, long start, long end) where TRun : unmanaged, IRun
    {
        (int w0, int w1, int w2, int w3) = TRun.ElementBytes;
        int last = _dims - 1;
        long n = _sizes[last];
        long* index = stackalloc long[MaxDims];
        byte* y = _start0, a = _start1, b = _start2, c = _start3;
        long rest = start;
        for (int d = last - 1; d >= 0; d--)
        {
            index[d] = rest % _sizes[d];
            rest /= _sizes[d];
            y += index[d] * _strides[d] * w0;
            a += index[d] * _strides[MaxDims + d] * w1;
            b += index[d] * _strides[2 * MaxDims + d] * w2;
            c += index[d] * _strides[3 * MaxDims + d] * w3;
        }
        for (long row = start; row < end; row++)
        {
            run.Run(n, y, _strides[last], a, _strides[MaxDims + last], b, _strides[2 * MaxDims + last], c,
                _strides[3 * MaxDims + last]);
            for (int d = last - 1; d >= 0; d--)
            {
                y += _strides[d] * w0;
                a += _strides[MaxDims + d] * w1;
                b += _strides[2 * MaxDims + d] * w2;
                c += _strides[3 * MaxDims + d] * w3;
                if (++index[d] < _sizes[d])
                {
                    break;
                }
                index[d] = 0;
                y -= _sizes[d] * _strides[d] * w0;
                a -= _sizes[d] * _strides[MaxDims + d] * w1;
                b -= _sizes[d] * _strides[2 * MaxDims + d] * w2;
                c -= _sizes[d] * _strides[3 * MaxDims + d] * w3;
            }
        }
    }

    private static bool AllContiguous(Tensor y, Tensor? a, Tensor? b, Tensor? c)
    {
        return y.IsContiguous && Fits(a, y) && Fits(b, y) && Fits(c, y);

        // A single element fits too: it is read again and again.
        static bool Fits(Tensor? x, Tensor y) =>
            x is null || x.Elements == 1 || (x.IsContiguous && (x.Sizes == y.Sizes || x.Sizes.AsSpan().SequenceEqual(y.Sizes)));
    }

    private static long StrideIn(Tensor? x, int axis, long[] sizes)
    {
        if (x is null)
        {
            return 0;
        }
        int d = axis - sizes.Length + x.Sizes.Length;
        return d < 0 || x.Sizes[d] == 1 ? 0 : x.Strides[d];
    }

    private void Append(long size, long y, long a, long b, long c)
    {
        int last = _dims - 1;
        if (last >= 0
            && _strides[last] == size * y
            && _strides[MaxDims + last] == size * a
            && _strides[2 * MaxDims + last] == size * b
            && _strides[3 * MaxDims + last] == size * c)
        {
            _sizes[last] *= size;
        }
        else
        {
            last = _dims++;
            _sizes[last] = size;
        }
        _strides[last] = y;
        _strides[MaxDims + last] = a;
        _strides[2 * MaxDims + last] = b;
        _strides[3 * MaxDims + last] = c;
    }

    private readonly struct PlanWork<TRun>(LoopPlan* plan, TRun* run, int parts, long elements) : IWork
        where TRun : unmanaged, IRun
    {
        public void Run(int part)
        {
            TRun mine = *run;
            if (plan->_dims == 1)
            {
                // Cuts at multiples of 64 elements, so that no two threads write to the same cache line.
                (long start, long end) = Workers.Range((elements + 63) / 64, parts, part);
                plan->Run(ref mine, start * 64, Math.Min(end * 64, elements));
            }
            else
            {
                (long start, long end) = Workers.Range(elements / plan->_sizes[plan->_dims - 1], parts, part);
                plan->RunOuter(ref mine, start, end);
            }
        }
    }
}
