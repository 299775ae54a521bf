using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.Operators.LinearAlgebra.MatrixBatch;
using static TorchSharp.torch;

namespace TorchSharp.Operators.LinearAlgebra;

/// <summary>A = QR with orthonormal columns in Q and an upper triangle R.</summary>
internal static class OrthogonalFactors
{
    /// <summary>Q [.., m, k] and R [.., k, n]; k = min(m, n), or m for the complete Q.</summary>
    public static (Tensor Q, Tensor R) Decompose(Tensor a, bool complete)
    {
        CheckMatrix("linalg.qr", a);
        int m = checked((int)a.Sizes[^2]), n = checked((int)a.Sizes[^1]), k = complete ? m : Math.Min(m, n);
        Tensor q, r;
        using (GradMode.Set(false))
        {
            Tensor factors = Doubles(a), basis = Empty(a, m, k);
            for (int i = 0; i < Count(a); i++)
            {
                Householder.Factor(At(factors, i, (long)m * n), m, n, At(basis, i, (long)m * k), k);
            }
            q = Copies.To(basis, a.dtype);
            r = Copies.Contiguous(Copies.To(Views.Narrow(factors, -2, 0, k), a.dtype));
        }
        bool undefined = complete && m > n;
        Tape.RecordMany([q, r], "LinalgQrBackward0", [a], [a, q, r], (dys, node) =>
        {
            if (undefined)
            {
                throw new InvalidOperationException(
                    "The QR decomposition is not differentiable when mode='complete' and nrows > ncols.");
            }
            Tensor q = node[1], r = node[2];
            Tensor dq = OrZeros(dys[0], q.Sizes, q.dtype), dr = OrZeros(dys[1], r.Sizes, r.dtype);
            return [m >= n ? Backward(q, r, dq, dr) : BackwardOfWide(node[0], q, r, dq, dr, m)];
        });
        return (q, r);
    }

    // dA = (dQ + Q·sym(M))·R⁻ᵀ with M = R·dRᵀ - dQᵀ·Q and sym the lower triangle mirrored upwards
    private static Tensor Backward(Tensor q, Tensor r, Tensor dq, Tensor dr)
    {
        Tensor m = Times(r, Transposed(dr)) - Times(Transposed(dq), q);
        Tensor symmetric = Triangles.Lower(m, 0) + Transposed(Triangles.Lower(m, -1));
        return Times(dq + Times(q, symmetric), Transposed(Inverses.Inverse(r)));
    }

    // A = [X, Y] = Q·[U, V], so X = QU decides Q, and V = QᵀY.
    private static Tensor BackwardOfWide(Tensor a, Tensor q, Tensor r, Tensor dq, Tensor dr, int m)
    {
        long rest = a.Sizes[^1] - m;
        Tensor y = Views.Narrow(a, -1, m, rest), u = Views.Narrow(r, -1, 0, m);
        Tensor du = Views.Narrow(dr, -1, 0, m), dv = Views.Narrow(dr, -1, m, rest);
        Tensor dx = Backward(q, u, dq + Times(y, Transposed(dv)), du);
        return Joining.Cat([dx, Times(q, dv)], -1);
    }
}
