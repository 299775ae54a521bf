using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Loops;

/// <summary>A copy between two layouts of the same shape and element size: the fast path of contiguous(), permuted copies and
/// slices.</summary>
/// <remarks>
/// Axes are sorted by the result's strides, so that it is written in the order of its memory, and joined where both layouts
/// allow. Where the source has another fastest axis, that one becomes the second last, and the two are copied in blocks of 8 × 8
/// that stay in the first cache; else each row would read one element of each of many cache lines, and read them again for the
/// next row.
/// </remarks>
internal unsafe struct LayoutCopy : IBitsWork
{
    private const long Grain = 1 << 14;
    private const int Block = 8;

    private readonly byte* _targetStart, _sourceStart;
    private int _dims;
    private fixed long _sizes[LoopPlan.MaxDims];
    private fixed long _target[LoopPlan.MaxDims];
    private fixed long _source[LoopPlan.MaxDims];

    /// <summary>From x, stretched by <paramref name="sourceStrides"/> to the shape of y, to y.</summary>
    public LayoutCopy(Tensor y, Tensor x, ReadOnlySpan<long> sourceStrides)
    {
        if (y.Sizes.Length > LoopPlan.MaxDims - 1)
        {
            throw new ArgumentException(
                $"A tensor can have at most {LoopPlan.MaxDims - 1} dimensions in a copy, found {y.Sizes.Length}.");
        }
        _targetStart = y.Pointer;
        _sourceStart = x.Pointer;
        for (int d = 0; d < y.Sizes.Length; d++)
        {
            if (y.Sizes[d] != 1)
            {
                Insert(_dims++, y.Sizes[d], y.Strides[d], sourceStrides[d]);
            }
        }
        Join();
        if (_dims >= 2)
        {
            BringSourcesFastestAxis();
        }
        while (_dims < 2)
        {
            Shift(0, ++_dims);
            (_sizes[0], _target[0], _source[0]) = (1, 0, 0);
        }
    }

    /// <summary>Copies elements as large as T.</summary>
    public readonly void Run<T>() where T : unmanaged
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
        LayoutCopy copy = this;
        if (elements == _sizes[_dims - 1])
        {
            // One run: cut along itself.
            int cuts = Workers.PartsFor(elements, 4 * Grain);
            Workers.For(cuts, new OneRun<T>(&copy, cuts));
            return;
        }
        // A unit is one position of the outer axes and a band of the second last one, of some thousand elements at most.
        long middle = _sizes[_dims - 2], inner = _sizes[_dims - 1];
        long band = Math.Min(middle, Math.Max(Block, 4096 / inner / Block * Block));
        long units = elements / inner / middle * ((middle + band - 1) / band);
        int parts = (int)Math.Min(units, Workers.PartsFor(elements, Grain));
        Workers.For(parts, new Bands<T>(&copy, units, band, parts));
    }

    // Keeps the axes sorted by falling stride of the result.
    private void Insert(int count, long size, long target, long source)
    {
        int place = count;
        while (place > 0 && Math.Abs(_target[place - 1]) < Math.Abs(target))
        {
            place--;
        }
        Shift(place, count + 1);
        (_sizes[place], _target[place], _source[place]) = (size, target, source);
    }

    private void Shift(int place, int count)
    {
        for (int d = count - 1; d > place; d--)
        {
            (_sizes[d], _target[d], _source[d]) = (_sizes[d - 1], _target[d - 1], _source[d - 1]);
        }
    }

    private void Join()
    {
        int kept = 0;
        for (int d = 1; d < _dims; d++)
        {
            if (_target[kept] == _sizes[d] * _target[d] && _source[kept] == _sizes[d] * _source[d])
            {
                (_sizes[kept], _target[kept], _source[kept]) = (_sizes[kept] * _sizes[d], _target[d], _source[d]);
            }
            else
            {
                kept++;
                (_sizes[kept], _target[kept], _source[kept]) = (_sizes[d], _target[d], _source[d]);
            }
        }
        _dims = Math.Min(_dims, kept + 1);
    }

    private void BringSourcesFastestAxis()
    {
        int last = _dims - 1, fastest = last;
        for (int d = 0; d < last; d++)
        {
            if (_source[d] != 0 && Math.Abs(_source[d]) < Math.Abs(_source[fastest]))
            {
                fastest = d;
            }
        }
        if (fastest < last - 1)
        {
            (long size, long target, long source) = (_sizes[fastest], _target[fastest], _source[fastest]);
            for (int d = fastest; d < last - 1; d++)
            {
                (_sizes[d], _target[d], _source[d]) = (_sizes[d + 1], _target[d + 1], _source[d + 1]);
            }
            (_sizes[last - 1], _target[last - 1], _source[last - 1]) = (size, target, source);
        }
    }

    private readonly struct OneRun<T>(LayoutCopy* copy, int parts) : IWork where T : unmanaged
    {
        public void Run(int part)
        {
            int last = copy->_dims - 1;
            (long start, long end) = Workers.Range(copy->_sizes[last], parts, part);
            CopyRun(
                (T*)copy->_targetStart + start * copy->_target[last],
                copy->_target[last],
                (T*)copy->_sourceStart + start * copy->_source[last],
                copy->_source[last],
                end - start);
        }
    }

    private readonly struct Bands<T>(LayoutCopy* copy, long units, long band, int parts) : IWork where T : unmanaged
    {
        public void Run(int part)
        {
            int outer = copy->_dims - 2;
            long middle = copy->_sizes[outer], bands = (middle + band - 1) / band;
            (long start, long end) = Workers.Range(units, parts, part);
            long* index = stackalloc long[LoopPlan.MaxDims];
            T* y = (T*)copy->_targetStart, x = (T*)copy->_sourceStart;
            long rest = start / bands, inBand = start % bands;
            for (int d = outer - 1; d >= 0; d--)
            {
                index[d] = rest % copy->_sizes[d];
                rest /= copy->_sizes[d];
                y += index[d] * copy->_target[d];
                x += index[d] * copy->_source[d];
            }
            for (long unit = start; unit < end; unit++)
            {
                long first = inBand * band;
                copy->CopyBand(
                    y + first * copy->_target[outer],
                    x + first * copy->_source[outer],
                    Math.Min(band, middle - first));
                if (++inBand < bands)
                {
                    continue;
                }
                inBand = 0;
                for (int d = outer - 1; d >= 0; d--)
                {
                    y += copy->_target[d];
                    x += copy->_source[d];
                    if (++index[d] < copy->_sizes[d])
                    {
                        break;
                    }
                    index[d] = 0;
                    y -= copy->_sizes[d] * copy->_target[d];
                    x -= copy->_sizes[d] * copy->_source[d];
                }
            }
        }
    }

    private readonly void CopyBand<T>(T* y, T* x, long rows) where T : unmanaged
    {
        int last = _dims - 1;
        long n = _sizes[last], ty = _target[last], tx = _source[last], ry = _target[last - 1], rx = _source[last - 1];
        long whole = 0;
        if (ty == 1 && rx == 1 && tx != 1)
        {
            whole = rows / Block * Block;
            for (long r = 0; r < whole; r += Block)
            {
                BlockTranspose.Copy(y + r * ry, ry, x + r, tx, n);
            }
        }
        for (long r = whole; r < rows; r++)
        {
            CopyRun(y + r * ry, ty, x + r * rx, tx, n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyRun<T>(T* y, long sy, T* x, long sx, long n) where T : unmanaged
    {
        if (sy == 1 && sx == 1)
        {
            if (n * sizeof(T) <= 256)
            {
                ShortCopy((byte*)y, (byte*)x, n * sizeof(T));
            }
            else
            {
                Buffer.MemoryCopy(x, y, n * sizeof(T), n * sizeof(T));
            }
        }
        else if (sy == 1 && sx == 0 && n <= int.MaxValue)
        {
            new Span<T>(y, (int)n).Fill(*x);
        }
        else
        {
            for (long i = 0; i < n; i++)
            {
                y[i * sy] = x[i * sx];
            }
        }
    }

    // Cheaper than a call for the short rows of attention heads and small images.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ShortCopy(byte* y, byte* x, long bytes)
    {
        long i = 0;
        for (; i <= bytes - 32; i += 32)
        {
            Vector256.Load(x + i).Store(y + i);
        }
        for (; i <= bytes - 8; i += 8)
        {
            Unsafe.WriteUnaligned(y + i, Unsafe.ReadUnaligned<ulong>(x + i));
        }
        for (; i < bytes; i++)
        {
            y[i] = x[i];
        }
    }
}
