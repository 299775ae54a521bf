using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Sums over axes.</summary>
internal static unsafe class Reductions
{
    /// <summary>The sum over some axes; all if none is named. Whole numbers and bool give int64.</summary>
    public static Tensor Sum(Tensor x, ReadOnlySpan<long> dims, bool keepdim, ScalarType? type = null)
    {
        ScalarType wanted = type ?? (ElementType.IsDifferentiable(x.dtype) ? x.dtype : ScalarType.Int64);
        Tensor source = Copies.To(x, wanted);
        bool[] reduced = Axes(source, dims);
        long[] kept = KeptSizes(source.Sizes, reduced);
        Tensor y;
        if (ElementType.IsComplex(wanted))
        {
            y = Tensor.Empty(kept, wanted);
            Copies.Into(ComplexParts.Real(y), SumOf(ComplexParts.Real(source), reduced, kept));
            Copies.Into(ComplexParts.Imaginary(y), SumOf(ComplexParts.Imaginary(source), reduced, kept));
        }
        else
        {
            y = SumOf(source, reduced, kept);
        }
        // dΣ/dx = 1 everywhere
        Tape.Record(y, "SumBackward1", [source], [], static (dy, node) => [Views.Expand(dy, node.SizesOf(0))]);
        return keepdim ? y : DropAxes(y, reduced);
    }

    /// <summary>Sums dy over the axes along which a tensor of these sizes was stretched.</summary>
    public static Tensor SumTo(Tensor dy, long[] sizes)
    {
        if (ReferenceEquals(dy.Sizes, sizes) || dy.Sizes.AsSpan().SequenceEqual(sizes))
        {
            return dy;
        }
        int extra = dy.Sizes.Length - sizes.Length;
        var dims = new List<long>();
        for (int d = 0; d < dy.Sizes.Length; d++)
        {
            if (d < extra || (sizes[d - extra] == 1 && dy.Sizes[d] != 1))
            {
                dims.Add(d);
            }
        }
        return Views.View(Sum(dy, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(dims), keepdim: true), sizes);
    }

    /// <summary>Which axes are meant; all if none is named.</summary>
    public static bool[] Axes(Tensor x, ReadOnlySpan<long> dims)
    {
        var reduced = new bool[x.Sizes.Length];
        if (dims.Length == 0)
        {
            Array.Fill(reduced, true);
        }
        foreach (long dim in dims)
        {
            int axis = Shape.Axis(dim, x.Sizes.Length);
            if (reduced.Length > 0)
            {
                reduced[axis] = !reduced[axis] ? true : throw new ArgumentException($"dim {axis} appears multiple times in the list of dims");
            }
        }
        return reduced;
    }

    /// <summary>Sizes with 1 in place of each reduced axis.</summary>
    public static long[] KeptSizes(long[] sizes, bool[] reduced)
    {
        var kept = new long[sizes.Length];
        for (int d = 0; d < sizes.Length; d++)
        {
            kept[d] = reduced[d] ? 1 : sizes[d];
        }
        return kept;
    }

    /// <summary>Without the reduced axes, which have size 1.</summary>
    public static Tensor DropAxes(Tensor y, bool[] reduced)
    {
        var sizes = new List<long>();
        for (int d = 0; d < reduced.Length; d++)
        {
            if (!reduced[d])
            {
                sizes.Add(y.Sizes[d]);
            }
        }
        return Views.View(y, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sizes));
    }

    /// <summary>The tensor with reduced axes moved behind the others, contiguous: rows to reduce, one for each kept position.</summary>
    public static (Tensor Source, long Rows, long Length) AsRows(Tensor x, bool[] reduced)
    {
        var order = new List<long>();
        long rows = 1;
        for (int d = 0; d < reduced.Length; d++)
        {
            if (!reduced[d])
            {
                order.Add(d);
                rows *= x.Sizes[d];
            }
        }
        long length = 1;
        for (int d = 0; d < reduced.Length; d++)
        {
            if (reduced[d])
            {
                order.Add(d);
                length *= x.Sizes[d];
            }
        }
        using IDisposable off = GradMode.Set(false);
        Tensor permuted = Views.Permute(x, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(order));
        return (permuted.IsContiguous ? permuted : Copies.Contiguous(permuted), rows, length);
    }

    private static Tensor SumOf(Tensor x, bool[] reduced, long[] kept)
    {
        Tensor y = Tensor.Empty(kept, x.dtype);
        (Tensor source, long rows, long length) = AsRows(x, reduced);
        switch (x.dtype)
        {
            case ScalarType.Float32: SumRows(source.Data<float>(), y.Data<float>(), rows, length); break;
            case ScalarType.Float64: SumRows(source.Data<double>(), y.Data<double>(), rows, length); break;
            case ScalarType.Int64: SumRows(source.Data<long>(), y.Data<long>(), rows, length); break;
            case ScalarType.Int32: SumRows(source.Data<int>(), y.Data<int>(), rows, length); break;
            default: throw ElementType.Missing(x.dtype);
        }
        return y;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumRows<T>(T* x, T* y, long rows, long length) where T : unmanaged, INumber<T>
    {
        for (long row = 0; row < rows; row++)
        {
            T sum = T.Zero;
            for (long i = 0; i < length; i++)
            {
                sum += x[row * length + i];
            }
            y[row] = sum;
        }
    }
}
