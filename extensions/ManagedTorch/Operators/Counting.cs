using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>How often values occur, and where values belong in sorted ones. Nothing here has a derivative.</summary>
internal static unsafe class Counting
{
    /// <summary>How often (or with which weight in all) each whole number from 0 occurs.</summary>
    public static Tensor Bins(Tensor x, Tensor? weights, long minlength)
    {
        if (!ElementType.IsInteger(x.dtype) || x.Sizes.Length != 1)
        {
            throw new ArgumentException(
                $"bincount only supports 1-d non-negative integral inputs, got {ElementType.Name(x.dtype)} "
                + $"{Shape.Text(x.Sizes)}.");
        }
        if (minlength < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(minlength), "minlength should be >= 0");
        }
        if (weights is not null && weights.Elements != x.Elements)
        {
            throw new ArgumentException(
                $"weights should be 1-d and have the same length as input: {weights.Elements} and {x.Elements}");
        }
        long[] places = Splitting.Positions(x);
        long length = minlength;
        foreach (long place in places)
        {
            length = place < 0
                ? throw new ArgumentException($"bincount only supports 1-d non-negative integral inputs, found {place}.")
                : Math.Max(length, place + 1);
        }
        using IDisposable off = GradMode.Set(false);
        if (weights is null)
        {
            Tensor counts = Creation.Full([length], 0, ScalarType.Int64);
            long* at = counts.Data<long>();
            foreach (long place in places)
            {
                at[place]++;
            }
            return counts;
        }
        ScalarType type = weights.dtype == ScalarType.Float32 ? ScalarType.Float32 : ScalarType.Float64;
        Tensor sums = Creation.Full([length], 0, type);
        return Gathering.ScatterAddInPlace(sums, 0, Copies.To(x, ScalarType.Int64), Copies.To(weights, type));
    }

    /// <summary>How many values are in each of equal intervals from min to max; the last one includes max.</summary>
    public static Tensor Histogram(Tensor x, long bins, double min, double max)
    {
        if (!ElementType.IsFloating(x.dtype))
        {
            throw new ArgumentException($"histc: expected a floating-point tensor, got {ElementType.Name(x.dtype)}");
        }
        if (bins <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(bins), $"torch.histc(): bins must be > 0, got {bins}");
        }
        using IDisposable off = GradMode.Set(false);
        Tensor values = Copies.AsContiguous(Copies.To(x, ScalarType.Float64));
        double* at = values.Data<double>();
        if (min == max && values.Elements > 0)
        {
            (min, max) = (at[0], at[0]);
            for (long i = 1; i < values.Elements; i++)
            {
                (min, max) = (Math.Min(min, at[i]), Math.Max(max, at[i]));
            }
        }
        if (min == max)
        {
            (min, max) = (min - 1, max + 1);
        }
        if (!double.IsFinite(min) || !double.IsFinite(max) || max < min)
        {
            throw new ArgumentException($"torch.histc(): range of [{min}, {max}] is not finite or max is below min");
        }
        Tensor counts = Creation.Full([bins], 0, ScalarType.Float64);
        double* count = counts.Data<double>();
        for (long i = 0; i < values.Elements; i++)
        {
            if (at[i] >= min && at[i] <= max)
            {
                count[Math.Min(bins - 1, (long)((at[i] - min) / (max - min) * bins))]++;
            }
        }
        return Copies.To(counts, x.dtype);
    }

    /// <summary>Where each value would be put into the sorted rows.</summary>
    public static Tensor Places(Tensor sorted, Tensor values, bool asInt32, bool right, Tensor? sorter)
    {
        using IDisposable off = GradMode.Set(false);
        bool oneRow = sorted.Sizes.Length == 1;
        if (sorted.Sizes.Length == 0 || !oneRow && !(values.Sizes.Length == sorted.Sizes.Length
            && values.Sizes.AsSpan(0, values.Sizes.Length - 1).SequenceEqual(sorted.Sizes.AsSpan(0, sorted.Sizes.Length - 1))))
        {
            throw new ArgumentException(
                "torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor "
                + $"and input value tensor must match, but we got boundaries tensor {Shape.Text(sorted.Sizes)} and input value "
                + "tensor "
                + Shape.Text(values.Sizes));
        }
        Tensor rows = sorter is null ? sorted : Gathering.Gather(sorted, -1, sorter);
        ScalarType type = Promotion.Of(rows.dtype, values.dtype);
        rows = Copies.AsContiguous(Copies.To(rows, type));
        Tensor wanted = Copies.AsContiguous(Copies.To(values, type));
        Tensor places = Tensor.Empty(values.Sizes, ScalarType.Int64);
        if (places.Elements > 0)
        {
            ByType.Numbers(type, new PlacesWork(rows, wanted, places, right));
        }
        return asInt32 ? Copies.To(places, ScalarType.Int32) : places;
    }

    /// <summary>Zeros with a 1 at the class, along a new last axis.</summary>
    public static Tensor OneHot(Tensor x, long classes)
    {
        if (x.dtype != ScalarType.Int64)
        {
            throw new ArgumentException(
                $"one_hot is only applicable to index tensor of type LongTensor, got {ElementType.Name(x.dtype)}.");
        }
        long most = -1;
        foreach (long value in Splitting.Positions(x))
        {
            most = value >= 0 ? Math.Max(most, value)
                : throw new ArgumentException($"Class values must be non-negative, found {value}.");
        }
        if (classes == -1)
        {
            classes = x.Elements > 0 ? most + 1
                : throw new ArgumentException("Can not infer total number of classes from empty tensor.");
        }
        if (classes < 1 || most >= classes)
        {
            throw new ArgumentException(
                classes < 1 ? "num_classes should be positive"
                    : $"Class values must be smaller than num_classes: found {most} of {classes}.");
        }
        Tensor y = Creation.Full([.. x.Sizes, classes], 0, ScalarType.Int64);
        return Gathering.ScatterInPlace(y, -1, Views.Unsqueeze(x, x.Sizes.Length), Creation.Full([], 1, ScalarType.Int64));
    }

    private readonly struct PlacesWork(Tensor sorted, Tensor values, Tensor places, bool right) : INumbersWork
    {
        public void Run<T>() where T : unmanaged, INumber<T>
        {
            int length = checked((int)sorted.Sizes[^1]);
            long rows = length == 0 ? 1 : sorted.Elements / length;
            bool oneRow = sorted.Sizes.Length == 1;
            int each = checked((int)(oneRow ? values.Elements : values.Sizes[^1]));
            for (long r = 0; r < (oneRow ? 1 : values.Elements / each); r++)
            {
                SortedSearch.Find(
                    new ReadOnlySpan<T>(sorted.Data<T>() + r % Math.Max(rows, 1) * length, length),
                    new ReadOnlySpan<T>(values.Data<T>() + r * each, each),
                    new Span<long>(places.Data<long>() + r * each, each),
                    right);
            }
        }
    }
}
