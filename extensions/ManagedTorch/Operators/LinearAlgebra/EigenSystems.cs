using System.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;
using TorchSharp.Autograd;
using TorchSharp.Tensors;
using static TorchSharp.Operators.LinearAlgebra.MatrixBatch;
using static TorchSharp.torch;

namespace TorchSharp.Operators.LinearAlgebra;

/// <summary>Eigenvalues and eigenvectors of square matrices.</summary>
internal static class EigenSystems
{
    /// <summary>Of symmetric matrices: values [.., n], smallest first, and orthonormal vectors as columns [.., n, n].</summary>
    public static (Tensor Values, Tensor Vectors) Symmetric(Tensor a, char triangle, string name)
    {
        CheckSquare(name, a);
        CheckMatrix(name, a);
        if (char.ToUpperInvariant(triangle) is not ('L' or 'U'))
        {
            throw new ArgumentException($"Expected UPLO argument to be 'L' or 'U', but got {triangle}");
        }
        (Tensor values, Tensor vectors) = Decompose(a, char.ToUpperInvariant(triangle) == 'L', name);
        // With E[i,j] = l[j] - l[i] beside the diagonal and M = VᵀdV: dA = V·(dL + ½(M - Mᵀ)/E)·Vᵀ
        Tape.RecordMany([values, vectors], "LinalgEighBackward0", [a], [values, vectors], static (dys, node) =>
        {
            Tensor l = node[0], v = node[1];
            Tensor? inner = dys[0] is null ? null : Triangles.Embed(dys[0]!, 0, -2, -1);
            if (dys[1] is { } dv)
            {
                Tensor product = Times(Transposed(v), dv), distances = Row(l) - Column(l) + Identity(l.Sizes[^1], l.dtype);
                Tensor share = (product - Transposed(product)) * 0.5 / distances;
                inner = inner is null ? share : inner + share;
            }
            return [inner is null ? null : Times(Times(v, inner), Transposed(v))];
        });
        return (values, vectors);
    }

    /// <summary>Of any matrices: complex values [.., n], and vectors of length 1 as columns [.., n, n]. Not
    /// differentiable.</summary>
    public static (Tensor Values, Tensor Vectors) General(Tensor a, string name)
    {
        CheckSquare(name, a);
        CheckMatrix(name, a);
        using IDisposable off = GradMode.Set(false);
        int n = checked((int)a.Sizes[^1]), count = Count(a);
        using Tensor doubles = Doubles(a);
        Complex[] values = new Complex[count * n], vectors = new Complex[count * n * n];
        for (int i = 0; i < count && n > 0; i++)
        {
            double[] packed = new double[n * n];
            var found = new Complex[n];
            Run(false, Checked(a, i, At(Copies.Contiguous(Transposed(doubles)), i, (long)n * n), name), n, packed, found);
            found.CopyTo(values, i * n);
            Unpack(packed, found, n, vectors.AsSpan(i * n * n, n * n));
        }
        long[] sizes = a.Sizes;
        Tensor l = Creation.FromValues<Complex>(values, sizes[..^1]), v = Creation.FromValues<Complex>(vectors, sizes);
        ScalarType type = ElementType.ComplexOf(a.dtype);
        (l, v) = (Copies.To(l, type), Copies.To(v, type));
        off.Dispose();
        Tape.RecordMany([l, v], "LinalgEigBackward0", [a], [], (_, _) => throw new InvalidOperationException(
            $"{name}: derivatives are not offered; for symmetric matrices use linalg.eigh."));
        return (l, v);
    }

    private static (Tensor Values, Tensor Vectors) Decompose(Tensor a, bool lower, string name)
    {
        using IDisposable off = GradMode.Set(false);
        int n = checked((int)a.Sizes[^1]);
        using Tensor doubles = Doubles(a);
        Tensor values = Empty(a, n), vectors = Empty(a, n, n);
        for (int i = 0; i < Count(a) && n > 0; i++)
        {
            Span<double> matrix = At(doubles, i, (long)n * n);
            for (int row = 0; row < n; row++)
            {
                for (int column = 0; column < row; column++)
                {
                    ref double below = ref matrix[row * n + column], above = ref matrix[column * n + row];
                    (below, above) = lower ? (below, below) : (above, above);
                }
            }
            double[] packed = new double[n * n];
            var found = new Complex[n];
            Run(true, Checked(a, i, matrix, name), n, packed, found);
            double[] keys = Array.ConvertAll(found, z => z.Real);
            int[] order = new int[n];
            for (int k = 0; k < n; k++)
            {
                order[k] = k;
            }
            Array.Sort(keys, order);
            keys.CopyTo(At(values, i, n));
            Span<double> columns = At(vectors, i, (long)n * n);
            for (int k = 0; k < n; k++)
            {
                for (int row = 0; row < n; row++)
                {
                    columns[row * n + k] = packed[order[k] * n + row];
                }
            }
        }
        return (Copies.To(values, a.dtype), Copies.To(vectors, a.dtype));
    }

    // The library lays matrices and vectors down column by column.
    private static void Run(bool symmetric, double[] matrix, int n, double[] vectors, Complex[] values) =>
        ManagedLinearAlgebraProvider.Instance.EigenDecomp(symmetric, n, matrix, vectors, values, new double[n * n]);

    private static double[] Checked(Tensor a, int index, ReadOnlySpan<double> matrix, string name)
    {
        foreach (double x in matrix)
        {
            if (!double.IsFinite(x))
            {
                throw new ArgumentException(
                    $"{name}: {Place(a, index)}The algorithm failed to converge because the input matrix contained non-finite "
                    + "values.");
            }
        }
        return matrix.ToArray();
    }

    // Of a conjugate pair k, k + 1, column k holds the real and column k + 1 the imaginary part. As in LAPACK, vectors get
    // length 1, and their largest component becomes real.
    private static void Unpack(double[] packed, Complex[] values, int n, Span<Complex> vectors)
    {
        for (int k = 0; k < n; k++)
        {
            bool pair = values[k].Imaginary != 0 && k + 1 < n;
            double squares = 0;
            Complex largest = Complex.Zero;
            for (int row = 0; row < n; row++)
            {
                Complex z = new(packed[k * n + row], pair ? packed[(k + 1) * n + row] : 0);
                vectors[row * n + k] = z;
                squares += z.Real * z.Real + z.Imaginary * z.Imaginary;
                largest = z.Magnitude > largest.Magnitude ? z : largest;
            }
            Complex factor = pair ? Complex.Conjugate(largest) / largest.Magnitude / Math.Sqrt(squares) : 1 / Math.Sqrt(squares);
            for (int row = 0; row < n; row++)
            {
                Complex z = vectors[row * n + k] *= factor;
                if (pair)
                {
                    vectors[row * n + k + 1] = Complex.Conjugate(z);
                }
            }
            k += pair ? 1 : 0;
        }
    }
}
