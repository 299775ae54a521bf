using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Lengths of vectors: (Σ|x|ᵖ)^(1/p).</summary>
internal static unsafe class Norms
{
    /// <summary>The p-norm over some axes; all if none is named. p = ∞: the largest |x|, -∞: the smallest, 0: how many are not
    /// 0.</summary>
    public static Tensor Norm(Tensor x, double p, ReadOnlySpan<long> dims, bool keepdim)
    {
        if (ElementType.IsComplex(x.dtype))
        {
            return Norm(Elementary.Absolute(x), p, dims, keepdim);
        }
        if (!ElementType.IsFloating(x.dtype))
        {
            throw new ArgumentException(
                $"linalg.vector_norm: Expected a floating point or complex tensor as input. Got {ElementType.Name(x.dtype)}");
        }
        switch (p)
        {
            case 0: return Reductions.Sum(Copies.To(Comparisons.Compare<NotEqual>(x, 0), x.dtype), dims, keepdim);
            case 1: return Reductions.Sum(Function.Of<Abs>(x), dims, keepdim);
            case 2: return Euclidean(x, dims, keepdim);
            case double.PositiveInfinity when x.Elements == 0: return Reductions.Sum(x, dims, keepdim);
            case double.PositiveInfinity: return Extrema.Maximum(Function.Of<Abs>(x), dims, keepdim);
            case double.NegativeInfinity: return Extrema.Minimum(Function.Of<Abs>(x), dims, keepdim);
            default: return General(x, p, dims, keepdim);
        }
    }

    private static Tensor Euclidean(Tensor x, ReadOnlySpan<long> dims, bool keepdim)
    {
        bool[] reduced = Reductions.Axes(x, dims);
        Tensor y = Array.TrueForAll(reduced, r => r) && x.IsContiguous ? LengthOfAll(x) : LengthOver(x, reduced);
        long[] kept = y.Sizes;
        Tensor result = keepdim ? y : Reductions.WithoutAxes(y, reduced);
        // d|x|/dx = x/|x|; 0 at 0
        return !Tape.Needs(x) ? result : Tape.Record(result, "NormBackward1", [x], [x, result], (dy, node) =>
        {
            Tensor slope = Selection.Where(Comparisons.Compare<Equal>(node[1], 0), 0, dy / node[1]);
            return [Reductions.WithAxes(slope, kept) * node[0]];
        });
    }

    private static Tensor General(Tensor x, double p, ReadOnlySpan<long> dims, bool keepdim)
    {
        bool[] reduced = Reductions.Axes(x, dims);
        Tensor y;
        using (GradMode.Set(false))
        {
            Tensor powers = Powers.Power(Function.Of<Abs>(x), p);
            y = Powers.Power(Folds.Over<SumFold>(powers, reduced), 1 / p);
        }
        long[] kept = y.Sizes;
        Tensor result = keepdim ? y : Reductions.WithoutAxes(y, reduced);
        // d|x|/dx = sign(x)·(|x[i]|/|x|)ᵖ⁻¹; 0 at 0
        return !Tape.Needs(x) ? result : Tape.Record(result, "NormBackward1", [x], [x, result], (dy, node) =>
        {
            Tensor length = Reductions.WithAxes(node[1], kept);
            Tensor share = Powers.Power(Function.Of<Abs>(node[0]) / length, p - 1) * Function.Of<Sign>(node[0]);
            Tensor none = Logic.Or(Comparisons.Compare<Equal>(length, 0), Comparisons.Compare<Equal>(node[0], 0));
            return [Selection.Where(none, 0, Reductions.WithAxes(dy, kept) * share)];
        });
    }

    private static Tensor LengthOfAll(Tensor x)
    {
        double squares = x.dtype == ScalarType.Float32
            ? Reduction.SumOfSquares(x.Data<float>(), x.Elements)
            : Reduction.SumOfSquares(x.Data<double>(), x.Elements);
        var sizes = new long[x.Sizes.Length];
        Array.Fill(sizes, 1);
        return Creation.Full(sizes, Math.Sqrt(squares), x.dtype);
    }

    private static Tensor LengthOver(Tensor x, bool[] reduced)
    {
        using IDisposable off = GradMode.Set(false);
        using Tensor squares = Function.Of<Square>(x);
        Tensor y = Folds.Over<SumFold>(squares, reduced);
        return Function.InPlace<Sqrt>(y);
    }
}
