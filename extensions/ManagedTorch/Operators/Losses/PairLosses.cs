using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Losses of inputs and targets of the same shape: values and their mean or sum in one pass, recorded as one
/// operation.</summary>
internal static unsafe class PairLosses
{
    /// <summary>The loss of each pair, their mean or their sum. Shapes are broadcast, types promoted.</summary>
    public static Tensor Of<TLoss>(Tensor input, Tensor target, nn.Reduction reduction, string name, Numbers numbers = default)
        where TLoss : struct, IPairLoss
    {
        ScalarType type = Pointwise.FloatingTypeOf(input, target, name);
        long[] sizes = Shape.Broadcast(input.Sizes, target.Sizes, name);
        Tensor x = Prepared(input, type, sizes), t = Prepared(target, type, sizes);
        Tensor y;
        if (reduction == nn.Reduction.None)
        {
            y = Tensor.EmptyLike(x);
            Pointwise.MapInto2<ValueOf<TLoss>>(y, x, t, numbers);
        }
        else
        {
            double sum = type == ScalarType.Float32
                ? Reduction.SumShared<Term<TLoss, float>, float>(new(x.Data<float>(), t.Data<float>(), new(numbers)), x.Elements)
                : Reduction.SumShared<Term<TLoss, double>, double>(new(x.Data<double>(), t.Data<double>(), new(numbers)),
                x.Elements);
            y = Creation.Full([], reduction == nn.Reduction.Mean ? sum / x.Elements : sum, type);
        }
        if (!Tape.Needs([x, t]))
        {
            return y;
        }
        return Tape.Record(y, TLoss.Name, [x, t], [x, t], (dy, node) =>
        [
            node.Needs(0) ? Gradient<InputSlope<TLoss>>(dy, node, reduction, numbers) : null,
            node.Needs(1) ? Gradient<TargetSlope<TLoss>>(dy, node, reduction, numbers) : null,
        ]);
    }

    // dx = dy·slope, for the mean divided by the number of pairs
    private static Tensor Gradient<TSlope>(
        Tensor dy, Node node, nn.Reduction reduction, Numbers numbers) where TSlope : struct, ISlope
    {
        Tensor x = node[0], t = node[1];
        double share = reduction == nn.Reduction.Mean ? 1.0 / x.Elements : 1;
        if (GradMode.Enabled)
        {
            return Arithmetic.Multiply(TSlope.Recorded(x, t, numbers), share == 1 ? dy : dy * share);
        }
        Tensor dx = Tensor.EmptyLike(x);
        if (reduction == nn.Reduction.None)
        {
            Pointwise.MapInto3<Times<TSlope>>(dx, dy, x, t, numbers);
            return dx;
        }
        double scale = share * (dy.dtype == ScalarType.Float32 ? *dy.Data<float>() : *dy.Data<double>());
        Pointwise.MapInto2<Scaled<TSlope>>(dx, x, t, numbers with { C = scale });
        return dx;
    }

    private static Tensor Prepared(Tensor x, ScalarType type, long[] sizes)
    {
        Tensor converted = Copies.To(x, type);
        return Copies.AsContiguous(converted.Sizes.AsSpan().SequenceEqual(sizes) ? converted : Views.Expand(converted, sizes));
    }

    private interface ISlope : IFormulaOfTwo
    {
        static abstract Tensor Recorded(Tensor x, Tensor t, Numbers k);
    }

    private readonly struct InputSlope<TLoss> : ISlope where TLoss : struct, IPairLoss
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Of<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => TLoss.InputSlope(x, t, k);

        public static Tensor Recorded(Tensor x, Tensor t, Numbers k) => TLoss.InputSlope(x, t, k);
    }

    private readonly struct TargetSlope<TLoss> : ISlope where TLoss : struct, IPairLoss
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Of<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => TLoss.TargetSlope(x, t, k);

        public static Tensor Recorded(Tensor x, Tensor t, Numbers k) => TLoss.TargetSlope(x, t, k);
    }

    private readonly struct ValueOf<TLoss> : IFormulaOfTwo where TLoss : struct, IPairLoss
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Of<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => TLoss.Value(x, t, k);
    }

    private readonly struct Scaled<TSlope> : IFormulaOfTwo where TSlope : struct, ISlope
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Of<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => TSlope.Of(x, t, k) * k.C;
    }

    private readonly struct Times<TSlope> : IFormulaOfThree where TSlope : struct, ISlope
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Of<T>(Vector256<T> dy, Vector256<T> x, Vector256<T> t, Constants<T> k)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => dy * TSlope.Of(x, t, k);
    }

    // In the padding lanes of the last vector the loss of (0, 0) need not be 0.
    private readonly struct Term<TLoss, T>(T* x, T* t, Constants<T> k) : ISumTerm<T>
        where TLoss : struct, IPairLoss where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> AddTo(Vector256<T> sum, long i, int count)
        {
            Vector256<T> value = TLoss.Value(Lanes.Load(x + i, count), Lanes.Load(t + i, count), k);
            return count == Vector256<T>.Count
                ? sum + value
                : sum + (Vector256.LessThan(Vector256<T>.Indices, Vector256.Create(T.CreateTruncating(count))) & value);
        }
    }
}
