using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>The class of each row, checked, with its weight.</summary>
internal sealed unsafe class ClassTargets
{
    /// <summary>For inputs (N, C, d…) or (C); a class <paramref name="ignored"/> is left out.</summary>
    /// <exception cref="ArgumentException">The targets have another type or shape, or name a class that is not there.</exception>
    public ClassTargets(Tensor input, Tensor target, Tensor? weight, long ignored)
    {
        long[] sizes = input.Sizes;
        if (target.dtype != ScalarType.Int64)
        {
            throw new ArgumentException($"expected scalar type Long but found {ElementType.Name(target.dtype)}");
        }
        if (sizes.Length == 0)
        {
            throw new ArgumentException("expected an input (N, C, ...) or (C), found a single number");
        }
        Classes = sizes[sizes.Length == 1 ? 0 : 1];
        Sizes = sizes.Length == 1 ? [] : [sizes[0], .. sizes[2..]];
        if (!target.Sizes.AsSpan().SequenceEqual(Sizes))
        {
            throw new ArgumentException(
                sizes.Length == 2 && target.Sizes.Length == 1
                    ? $"Expected input batch_size ({sizes[0]}) to match target batch_size ({target.Sizes[0]})."
                    : $"Expected target size {Shape.Text(Sizes)}, got {Shape.Text(target.Sizes)}, for input {Shape.Text(sizes)}");
        }
        if (weight is not null && (weight.Sizes is not [long count] || count != Classes || weight.dtype != input.dtype))
        {
            throw new ArgumentException(
                $"weight tensor should be defined either for all {Classes} classes or no classes but got weight tensor of shape: "
                + $"{Shape.Text(weight.Sizes)} and type {ElementType.Name(weight.dtype)}");
        }
        Tensor given = Copies.AsContiguous(target);
        Index = Tensor.Empty([given.Elements], ScalarType.Int64);
        Weight = Tensor.Empty([given.Elements], input.dtype);
        (Total, Counted) = input.dtype == ScalarType.Float32
            ? Fill<float>(given, weight, ignored)
            : Fill<double>(given, weight, ignored);
    }

    /// <summary>Number of classes.</summary>
    public long Classes { get; }

    /// <summary>The shape of the targets.</summary>
    public long[] Sizes { get; }

    /// <summary>The class of each row; -1 where it is left out.</summary>
    public Tensor Index { get; }

    /// <summary>The weight of each row: 1, or that of its class; 0 where it is left out.</summary>
    public Tensor Weight { get; }

    /// <summary>The sum of the weights.</summary>
    public double Total { get; }

    /// <summary>Rows that are not left out.</summary>
    public long Counted { get; }

    /// <summary>(N, C, d…) or (C) as rows (N·d…, C), recorded.</summary>
    public static Tensor Rows(Tensor input)
    {
        int dims = input.Sizes.Length;
        if (dims <= 2)
        {
            return Copies.AsContiguous(dims == 2 ? input : Views.View(input, [1, input.Sizes[0]]));
        }
        var order = new long[dims];
        for (int d = 1; d < dims - 1; d++)
        {
            order[d] = d + 1;
        }
        order[^1] = 1;
        return Views.View(Copies.AsContiguous(Views.Permute(input, order)), [-1, input.Sizes[1]]);
    }

    private (double Total, long Counted) Fill<T>(Tensor given, Tensor? weight, long ignored)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        long* from = given.Data<long>(), to = Index.Data<long>();
        T* weights = Weight.Data<T>(), ofClass = weight is null ? null : Copies.AsContiguous(weight).Data<T>();
        double total = 0;
        long counted = 0;
        for (long i = 0; i < given.Elements; i++)
        {
            if (from[i] == ignored)
            {
                (to[i], weights[i]) = (-1, T.Zero);
                continue;
            }
            if ((ulong)from[i] >= (ulong)Classes)
            {
                throw new ArgumentException($"Target {from[i]} is out of bounds.");
            }
            to[i] = from[i];
            weights[i] = ofClass is null ? T.One : ofClass[from[i]];
            total += double.CreateTruncating(weights[i]);
            counted++;
        }
        return (total, counted);
    }
}
