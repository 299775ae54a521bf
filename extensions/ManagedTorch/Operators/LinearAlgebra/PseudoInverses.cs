using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.Operators.LinearAlgebra.MatrixBatch;
using static TorchSharp.torch;

namespace TorchSharp.Operators.LinearAlgebra;

/// <summary>Ranks, pseudo-inverses and least squares, by singular values. What lies below a threshold counts as 0.</summary>
internal static class PseudoInverses
{
    /// <summary>How many singular values of each matrix lie above max(atol, rtol times the largest).</summary>
    public static Tensor Rank(Tensor a, Tensor? atol, Tensor? rtol, bool hermitian)
    {
        CheckMatrix("linalg.matrix_rank", a);
        using IDisposable off = GradMode.Set(false);
        Tensor s = Magnitudes(a, hermitian);
        return Reductions.Sum(Above(a, s, atol, rtol), [-1], keepdim: false, ScalarType.Int64);
    }

    /// <summary>The Moore-Penrose inverse of each matrix; thresholds as numbers.</summary>
    public static Tensor PseudoInverse(Tensor a, double? atol, double? rtol, bool hermitian) =>
        PseudoInverse(a, Number(atol), Number(rtol), hermitian);

    /// <summary>The rank of each matrix; thresholds as numbers.</summary>
    public static Tensor Rank(Tensor a, double? atol, double? rtol, bool hermitian) =>
        Rank(a, Number(atol), Number(rtol), hermitian);

    /// <summary>The Moore-Penrose inverse of each matrix.</summary>
    public static Tensor PseudoInverse(Tensor a, Tensor? atol, Tensor? rtol, bool hermitian)
    {
        CheckMatrix("linalg.pinv", a);
        Tensor p;
        using (GradMode.Set(false))
        {
            (Tensor u, Tensor s, Tensor vh) = SingularValues.Decompose(Symmetrized(a, hermitian, "linalg.pinv"), full: false);
            Tensor inverse = s.Elements == 0 ? s : Selection.Where(Above(a, s, atol, rtol), 1 / s, 0);
            p = Times(Transposed(vh) * Row(inverse), Transposed(u));
        }
        // dA = -PᵀdP Pᵀ + (I - AP)·dPᵀ·P·Pᵀ + PᵀP·dPᵀ·(I - PA)
        return Tape.Record(p, "LinalgPinvBackward0", [a], [a, p], static (dp, node) =>
        {
            Tensor a = node[0], p = node[1], pt = Transposed(p), dpt = Transposed(dp);
            Tensor fromLeft = Times(dpt, Times(p, pt)), fromRight = Times(Times(pt, p), dpt);
            return
            [
                fromLeft - Times(a, Times(p, fromLeft)) + fromRight - Times(Times(fromRight, p), a) - Times(Times(pt, dp), pt),
            ];
        });
    }

    /// <summary>X that makes |AX - B| smallest, and is itself smallest; Σ(AX - B)² of each column, if A is tall and of full rank;
    /// ranks.</summary>
    public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor Values) LeastSquares(Tensor a, Tensor b, double? rcond)
    {
        CheckMatrix("linalg.lstsq", a);
        FloatingTypes.RequireSame("linalg.lstsq", a, b);
        bool isVector = b.Sizes.Length == a.Sizes.Length - 1 && a.Sizes.AsSpan(0, b.Sizes.Length).SequenceEqual(b.Sizes);
        if (isVector)
        {
            (Tensor x, Tensor r, Tensor rankOfA, Tensor none) = LeastSquares(a, Views.Unsqueeze(b, b.Sizes.Length), rcond);
            return (Views.Squeeze(x, x.Sizes.Length - 1), r, rankOfA, none);
        }
        if (b.Sizes.Length < 2 || b.Sizes[^2] != a.Sizes[^2])
        {
            throw new ArgumentException(
                "torch.linalg.lstsq: input.size(-2) should match other.size(-2), but got shapes "
                + $"{Shape.Text(a.Sizes)} and {Shape.Text(b.Sizes)}");
        }
        // In float64, for the pseudo-inverse is formed only to be multiplied.
        ScalarType type = a.dtype;
        double threshold = rcond ?? Epsilon(type) * Math.Max(a.Sizes[^1], a.Sizes[^2]);
        Tensor left = Copies.To(a, ScalarType.Float64), right = Copies.To(b, ScalarType.Float64);
        Tensor solution = Times(PseudoInverse(left, null, threshold, false), right);
        Tensor rank = Rank(left, null, threshold, false);
        Tensor residuals = Tensor.Empty([0], type);
        if (a.Sizes[^2] > a.Sizes[^1] && Comparisons.AreEqual(rank, Creation.Full(rank.Sizes, a.Sizes[^1], rank.dtype)))
        {
            Tensor difference = Times(left, solution) - right;
            residuals = Copies.To(Reductions.Sum(difference * difference, [-2], keepdim: false), type);
        }
        return (Copies.To(solution, type), residuals, rank, Tensor.Empty([0], type));
    }

    private static Tensor Magnitudes(Tensor a, bool hermitian) => hermitian
        ? Function.Of<Abs>(EigenSystems.Symmetric(a, 'L', "linalg.matrix_rank").Values)
        : SingularValues.Only(a);

    // Only the lower triangle of a symmetric matrix is read.
    private static Tensor Symmetrized(Tensor a, bool hermitian, string name)
    {
        if (!hermitian)
        {
            return a;
        }
        CheckSquare(name, a);
        return Triangles.Lower(a, 0) + Transposed(Triangles.Lower(a, -1));
    }

    private static Tensor Above(Tensor a, Tensor s, Tensor? atol, Tensor? rtol)
    {
        if (s.Sizes[^1] == 0)
        {
            return Comparisons.Compare<Greater>(s, 0);
        }
        double fallback = atol is null ? Epsilon(a.dtype) * Math.Max(a.Sizes[^1], a.Sizes[^2]) : 0;
        Tensor relative = rtol ?? Creation.Full([], fallback, ScalarType.Float64);
        Tensor absolute = atol ?? Creation.Full([], 0, ScalarType.Float64);
        Tensor largest = Extrema.Maximum(s, [-1], keepdim: true);
        Tensor threshold = Extremes.Maximum(Column(Copies.To(absolute, s.dtype)), Column(Copies.To(relative, s.dtype)) * largest);
        return Comparisons.Compare<Greater>(s, threshold);
    }

    private static Tensor? Number(double? value) => value is { } number ? Creation.Full([], number, ScalarType.Float64) : null;

    private static double Epsilon(ScalarType type) => type == ScalarType.Float32 ? Math.Pow(2, -23) : Math.Pow(2, -52);
}
