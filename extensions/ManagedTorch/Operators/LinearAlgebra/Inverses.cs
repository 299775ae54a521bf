using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.Operators.LinearAlgebra.MatrixBatch;
using static TorchSharp.torch;

namespace TorchSharp.Operators.LinearAlgebra;

/// <summary>Inverses of square matrices and solutions of linear equations, by LU decomposition.</summary>
internal static class Inverses
{
    /// <summary>The inverse of each matrix.</summary>
    /// <exception cref="ArgumentException">One is singular.</exception>
    public static Tensor Inverse(Tensor a)
    {
        CheckSquare("linalg.inv", a);
        CheckMatrix("linalg.inv", a);
        Tensor right;
        using (GradMode.Set(false))
        {
            right = Views.Expand(Identity(a.Sizes[^1], a.dtype), a.Sizes);
        }
        Tensor y = Solved(a, right, (place, zero) =>
            $"linalg.inv: {place}The diagonal element {zero} is zero, the inversion could not be completed because the input "
            + "matrix is singular.");
        // Y = A⁻¹: dA = -Yᵀ dY Yᵀ
        return Tape.Record(y, "LinalgInvExBackward0", [a], [y], static (dy, node) =>
        {
            Tensor transposed = Transposed(node[0]);
            return [Arithmetic.Negate(Times(Times(transposed, dy), transposed))];
        });
    }

    /// <summary>X with AX = B, or XA = B; B holds matrices, or a vector for each matrix of A.</summary>
    /// <exception cref="ArgumentException">A matrix is singular, or the shapes do not fit.</exception>
    public static Tensor Solve(Tensor a, Tensor b, bool left)
    {
        CheckSquare("linalg.solve", a);
        CheckMatrix("linalg.solve", a);
        FloatingTypes.RequireSame("linalg.solve", a, b);
        bool isVector = b.Sizes.Length == 1
            || (b.Sizes.Length == a.Sizes.Length - 1 && b.Sizes.AsSpan().SequenceEqual(a.Sizes.AsSpan(0, b.Sizes.Length)));
        if (isVector)
        {
            return left
                ? Views.Squeeze(
                    SolveMatrices(a, Views.Unsqueeze(b, b.Sizes.Length)), -1 + Math.Max(a.Sizes.Length, b.Sizes.Length + 1))
                : throw new ArgumentException(
                    "linalg.solve: Vector broadcasting of the left hand side is not supported for left=False.");
        }
        return left ? SolveMatrices(a, b) : Transposed(SolveMatrices(Transposed(a), Transposed(b)));
    }

    private static Tensor SolveMatrices(Tensor a, Tensor b)
    {
        if (b.Sizes.Length < 2 || a.Sizes[^1] != b.Sizes[^2])
        {
            throw new ArgumentException(
                $"linalg.solve: Incompatible shapes of A and B for the equation AX = B ({a.Sizes[^2]}x{a.Sizes[^1]} and "
                + $"{(b.Sizes.Length < 2 ? b.Elements : b.Sizes[^2])}x{b.Sizes[^1]}; shapes {Shape.Text(a.Sizes)} and "
                + $"{Shape.Text(b.Sizes)})");
        }
        long[] batch = Shape.Broadcast(a.Sizes[..^2], b.Sizes[..^2], "linalg.solve");
        return SolveBatch(Views.Expand(a, [.. batch, .. a.Sizes[^2..]]), Views.Expand(b, [.. batch, .. b.Sizes[^2..]]));
    }

    private static Tensor SolveBatch(Tensor a, Tensor b)
    {
        Tensor x = Solved(
            a, b, (place, _) => $"torch.linalg.solve: {place}The solver failed because the input matrix is singular.");
        // AX = B: dB = A⁻ᵀ dX, dA = -dB Xᵀ
        return Tape.Record(x, "LinalgSolveExBackward0", [a, b], [a, x], static (dx, node) =>
        {
            Tensor db = SolveBatch(Transposed(node[0]), dx);
            return [node.Needs(0) ? Arithmetic.Negate(Times(db, Transposed(node[1]))) : null, db];
        });
    }

    private static Tensor Solved(Tensor a, Tensor b, Func<string, int, string> message)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable off = GradMode.Set(false);
        int n = checked((int)a.Sizes[^1]), columns = checked((int)b.Sizes[^1]), count = Count(a);
        Tensor factors = Doubles(a), right = Doubles(b), x = Tensor.Empty(b.Sizes, ScalarType.Float64);
        var order = new int[n];
        for (int i = 0; i < count; i++)
        {
            Span<double> lu = At(factors, i, (long)n * n);
            int zero = TriangularFactors.Lu(lu, n, order, out _);
            if (zero > 0)
            {
                throw new ArgumentException(message(Place(a, i), zero));
            }
            Span<double> from = At(right, i, (long)n * columns), to = At(x, i, (long)n * columns);
            for (int row = 0; row < n; row++)
            {
                from.Slice(order[row] * columns, columns).CopyTo(to.Slice(row * columns, columns));
            }
            TriangularFactors.SolveLu(lu, n, to, columns);
        }
        return scope.MoveToOuter(Copies.To(x, a.dtype));
    }
}
