using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Differences of neighbours along an axis, and areas under sampled curves.</summary>
internal static class Differences
{
    /// <summary>x[i + 1] - x[i] along an axis, <paramref name="n"/> times; for bool, whether they differ.</summary>
    public static Tensor Of(Tensor x, long n, long dim, Tensor? prepend, Tensor? append)
    {
        if (x.Sizes.Length == 0)
        {
            throw new ArgumentException("diff expects input to be at least one-dimensional");
        }
        int axis = Shape.Axis(dim, x.Sizes.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (prepend is not null || append is not null)
        {
            Tensor[] parts = [.. new[] { prepend, x, append }.OfType<Tensor>()];
            x = Joining.Cat(parts, axis);
        }
        for (long order = Math.Min(n, x.Sizes[axis]); order > 0; order--)
        {
            (Tensor right, Tensor left) = Neighbours(x, axis);
            x = x.dtype == ScalarType.Bool ? Logic.Xor(right, left) : Arithmetic.Subtract(right, left);
        }
        return x;
    }

    /// <summary>The area under the points y along an axis, ∑ dx·(y[i] + y[i + 1])/2.</summary>
    public static Tensor Area(Tensor y, double dx, long dim)
    {
        Tensor trapezoids = Trapezoids(y, dim, out int axis) * (dx / 2);
        return Reductions.Sum(trapezoids, [axis], keepdim: false);
    }

    /// <summary>The area under the points (x, y) along an axis, ∑ (x[i + 1] - x[i])·(y[i] + y[i + 1])/2.</summary>
    public static Tensor Area(Tensor y, Tensor x, long dim)
    {
        Tensor trapezoids = Trapezoids(y, x, dim, out int axis);
        return Reductions.Sum(trapezoids, [axis], keepdim: false);
    }

    /// <summary>The area from the first point to each of the later ones.</summary>
    public static Tensor Areas(Tensor y, double dx, long dim) => Cumulative.Sum(Trapezoids(y, dim, out int axis) * (dx / 2), axis);

    /// <summary>The area from the first point to each of the later ones, at places x.</summary>
    public static Tensor Areas(Tensor y, Tensor x, long dim) => Cumulative.Sum(Trapezoids(y, x, dim, out int axis), axis);

    private static Tensor Trapezoids(Tensor y, Tensor x, long dim, out int axis)
    {
        Tensor sums = Trapezoids(y, dim, out axis);
        // Places in one axis belong to the axis of the curve; otherwise they are stretched like any operand.
        Tensor places = x.Sizes.Length == 1 && y.Sizes.Length > 1
            ? Views.View(Copies.AsContiguous(x), AlongOnly(x.Elements, axis, y.Sizes.Length))
            : x;
        int axisOfPlaces = axis - y.Sizes.Length + places.Sizes.Length;
        if (axisOfPlaces < 0 || places.Sizes[axisOfPlaces] != y.Sizes[axis])
        {
            throw new ArgumentException(
                $"trapezoid: There must be one `x` value for each sample point, got x {Shape.Text(x.Sizes)} and "
                + $"y {Shape.Text(y.Sizes)} along dimension {axis}");
        }
        return Of(places, 1, axisOfPlaces, null, null) * sums / 2;
    }

    private static Tensor Trapezoids(Tensor y, long dim, out int axis)
    {
        axis = Shape.Axis(dim, y.Sizes.Length);
        if (y.Sizes.Length == 0)
        {
            throw new ArgumentException("trapezoid: expects y to be at least one-dimensional");
        }
        (Tensor right, Tensor left) = Neighbours(y, axis);
        return right + left;
    }

    private static (Tensor Right, Tensor Left) Neighbours(Tensor x, int axis)
    {
        long count = Math.Max(x.Sizes[axis] - 1, 0);
        return (Views.Slice(x, axis, x.Sizes[axis] - count, count, 1), Views.Slice(x, axis, 0, count, 1));
    }

    private static long[] AlongOnly(long size, int axis, int dims)
    {
        var sizes = new long[dims];
        Array.Fill(sizes, 1);
        sizes[axis] = size;
        return sizes;
    }
}
