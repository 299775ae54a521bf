using System.Numerics;
using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels.Reductions;

[Collection(ThreadCountCollection.Name)]
public sealed unsafe class ColumnSumsTests
{
    public static TheoryData<int, int, int> Shapes()
    {
        var shapes = new TheoryData<int, int, int>();
        foreach (int rows in new[] { 0, 1, 7, 8, 9, 127, 129, 300, 6400 })
        {
            foreach (int columns in new[] { 1, 2, 7, 8, 9, 31, 64, 255, 257, 600 })
            {
                if (rows * columns < 500_000)
                {
                    shapes.Add(rows, columns, columns + columns % 3);
                }
            }
        }
        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Float_columns_sum_to_what_double_precision_gives(int rows, int columns, int stride) =>
        Agree<float>(rows, columns, stride, 1e-6);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Double_columns_too(int rows, int columns, int stride) => Agree<double>(rows, columns, stride, 1e-13);

    [Fact]
    public void The_bits_are_the_same_for_any_number_of_threads()
    {
        float[] x = ReductionTests.Samples<float>(5000 * 37, 4);
        int before = Workers.Count;
        try
        {
            float[]? first = null;
            foreach (int threads in new[] { 1, 2, 3, 7 })
            {
                Workers.Count = threads;
                float[] y = new float[37];
                fixed (float* px = x, py = y)
                {
                    ColumnSums.Sum(px, 5000, 37, 37, py);
                }
                Assert.Equal(first ??= y, y);
            }
        }
        finally
        {
            Workers.Count = before;
        }
    }

    private static void Agree<T>(int rows, int columns, int stride, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] x = ReductionTests.Samples<T>(rows * stride, rows + columns);
        T[] y = [.. Enumerable.Repeat(T.One, columns), T.NaN];
        fixed (T* px = x, py = y)
        {
            ColumnSums.Sum(px, rows, columns, stride, py);
            ColumnSums.Sum(px, rows, columns, stride, py, add: true);
        }
        for (int c = 0; c < columns; c++)
        {
            double sum = 0;
            for (int r = 0; r < rows; r++)
            {
                sum += double.CreateTruncating(x[r * stride + c]);
            }
            Assert.Equal(2 * sum, double.CreateTruncating(y[c]), tolerance * (1 + rows));
        }
        Assert.True(T.IsNaN(y[columns]));
    }
}
