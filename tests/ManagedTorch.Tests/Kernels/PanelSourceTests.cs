using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels;

public sealed unsafe class PanelSourceTests
{
    /// <summary>A matrix that exists only while it is packed: value(p, lane) = (7 p + lane + shift) mod 5.</summary>
    private readonly struct Formula(int shift, int depths, int lanes) : IPanelSource<float>
    {
        public float Value(int p, int lane) => (7 * p + lane + shift) % 5;

        public void Pack(int depthStart, int depth, int laneStart, int count, float* panel, int width)
        {
            Assert.InRange(depthStart + depth, 1, depths);
            Assert.InRange(laneStart + count, 1, lanes);
            for (int p = 0; p < depth; p++)
            {
                for (int l = 0; l < width; l++)
                {
                    panel[p * width + l] = l < count ? Value(depthStart + p, laneStart + l) : 0;
                }
            }
        }
    }

    private readonly struct AddPlace(float* c, nint cRow) : IEpilogue<float>
    {
        public void Apply(float* values, nint row, int rowStart, int rows, int columnStart, int columns)
        {
            Assert.Equal(cRow, row);
            Assert.True(values == c + rowStart * cRow + columnStart);
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    values[i * row + j] += 10 * (rowStart + i) + columnStart + j;
                }
            }
        }
    }

    [Theory]
    [InlineData(1, 1, 1), InlineData(15, 70, 3), InlineData(33, 300, 500), InlineData(150, 31, 1000), InlineData(2100, 40, 9)]
    public void Operands_made_while_packing_and_an_epilogue_give_the_triple_loops_result(int m, int n, int k)
    {
        var a = new Formula(1, k, m);
        var b = new Formula(2, k, n);
        var actual = new float[m * n];
        var rowBias = new float[m];
        Array.Fill(rowBias, 3);
        fixed (float* c = actual, bias = rowBias)
        {
            Gemm.Multiply(m, n, k, a, b, c, n, new Terms<float>(1, 0, null, bias), new AddPlace(c, n));
        }
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                float sum = 0;    // whole numbers below 2^24: exact in any order
                for (int p = 0; p < k; p++)
                {
                    sum += a.Value(p, i) * b.Value(p, j);
                }
                Assert.Equal(sum + 3 + 10 * i + j, actual[i * n + j]);
            }
        }
    }
}
