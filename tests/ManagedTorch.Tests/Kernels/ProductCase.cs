using System.Numerics;
using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels;

public enum Layout
{
    Rows,
    Transposed,
    Gaps,
    Backwards,
}

/// <summary>One product of random matrices, compared with the triple loop in double precision; what lies around C must
/// stay.</summary>
internal sealed unsafe class ProductCase<T>(int m, int n, int k, int seed = 1) where T : unmanaged, INumber<T>
{
    private const int Margin = 3;    // C's rows are this much longer than its columns
    private static readonly T Guard = T.CreateChecked(77);

    public Layout AStrides { get; init; }
    public Layout BStrides { get; init; }
    public int Alpha { get; init; } = 1;
    public int Beta { get; init; }
    public bool ColumnBias { get; init; }
    public bool RowBias { get; init; }
    public int Threads { get; init; } = 2;
    public float? NotFinite { get; init; }

    public T[] Multiply()
    {
        (T[] a, T[] b, T[] c, T[] columnBias, T[] rowBias) = Operands();
        Run(a, b, c, columnBias, rowBias);
        return c;
    }

    public void Check()
    {
        (T[] a, T[] b, T[] c, T[] columnBias, T[] rowBias) = Operands();
        var before = (T[])c.Clone();
        Run(a, b, c, columnBias, rowBias);
        int cRow = n + Margin;
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < cRow; j++)
            {
                if (j >= n)
                {
                    Assert.Equal(before[i * cRow + j], c[i * cRow + j]);
                    continue;
                }
                double sum = 0, size = 0;
                for (int p = 0; p < k; p++)
                {
                    double term = ToDouble(a[At(AStrides, m, k, i, p)]) * ToDouble(b[At(BStrides, k, n, p, j)]);
                    (sum, size) = (sum + term, size + Math.Abs(term));
                }
                double old = Beta == 0 ? 0 : Beta * ToDouble(before[i * cRow + j]);
                double bias = (ColumnBias ? ToDouble(columnBias[j]) : 0) + (RowBias ? ToDouble(rowBias[i]) : 0);
                double expected = Alpha * sum + old + bias;
                AssertClose(expected, Math.Abs(Alpha) * size + Math.Abs(old) + Math.Abs(bias), ToDouble(c[i * cRow + j]), i, j);
            }
        }
    }

    private void AssertClose(double expected, double size, double actual, int i, int j)
    {
        // Each of the k + 3 roundings adds at most half a unit in the last place of what is summed up so far.
        double epsilon = typeof(T) == typeof(float) ? 6e-8 : typeof(T) == typeof(double) ? 1.2e-16 : 0;
        bool close = double.IsFinite(expected) ? Math.Abs(expected - actual) <= (k + 4) * epsilon * size
            : expected.Equals(actual);
        Assert.True(
            close, $"{typeof(T).Name} {m}x{n}x{k}, {AStrides}, {BStrides}: found {actual}, expected {expected} at ({i}, {j})");
    }

    private void Run(T[] a, T[] b, T[] c, T[] columnBias, T[] rowBias)
    {
        (nint aStart, nint aRow, nint aColumn) = Strides(AStrides, m, k);
        (nint bStart, nint bRow, nint bColumn) = Strides(BStrides, k, n);
        int before = Workers.Count;
        Workers.Count = Threads;
        try
        {
            fixed (T* pa = a, pb = b, pc = c, pColumn = columnBias, pRow = rowBias)
            {
                var terms = new Terms<T>(T.CreateChecked(Alpha), T.CreateChecked(Beta), ColumnBias ? pColumn : null,
                    RowBias ? pRow : null);
                Gemm.Multiply(m, n, k, pa + aStart, aRow, aColumn, pb + bStart, bRow, bColumn, pc, n + Margin, terms);
            }
        }
        finally
        {
            Workers.Count = before;
        }
    }

    private (T[] A, T[] B, T[] C, T[] ColumnBias, T[] RowBias) Operands()
    {
        var random = new Random(seed * 1000 + m * 100 + n * 10 + k);
        T[] a = Samples(random, Length(AStrides, m, k)), b = Samples(random, Length(BStrides, k, n));
        T[] c = Samples(random, m * (n + Margin)), columnBias = Samples(random, n), rowBias = Samples(random, m);
        if (Beta == 0 && typeof(T) == typeof(float))
        {
            for (int i = 0; i < c.Length; i++)
            {
                c[i] = i % (n + Margin) < n ? T.CreateChecked(float.NaN) : Guard;
            }
        }
        if (NotFinite is float value)
        {
            a[At(AStrides, m, k, random.Next(m), random.Next(k))] = T.CreateChecked(value);
            b[At(BStrides, k, n, random.Next(k), random.Next(n))] = T.CreateChecked(value);
        }
        return (a, b, c, columnBias, rowBias);
    }

    private static T[] Samples(Random random, int length)
    {
        var values = new T[length];
        for (int i = 0; i < length; i++)
        {
            values[i] = typeof(T) == typeof(float) || typeof(T) == typeof(double)
                ? T.CreateChecked(random.NextDouble() - 0.5)
                : T.CreateChecked(random.Next(-100, 100));
        }
        return values;
    }

    private static double ToDouble(T value) => double.CreateChecked(value);

    private static nint At(Layout layout, int rows, int columns, int i, int j)
    {
        (nint start, nint row, nint column) = Strides(layout, rows, columns);
        return start + i * row + j * column;
    }

    private static int Length(Layout layout, int rows, int columns) =>
        layout == Layout.Gaps ? rows * (2 * columns + 1) + 1 : rows * columns;

    private static (nint Start, nint Row, nint Column) Strides(Layout layout, int rows, int columns) => layout switch
    {
        Layout.Rows => (0, columns, 1),
        Layout.Transposed => (0, 1, rows),
        Layout.Gaps => (1, 2 * columns + 1, 2),
        _ => (Math.Max(0, rows * columns - 1), -columns, -1),
    };
}
