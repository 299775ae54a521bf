using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(ThreadCountCollection.Name)]
public sealed unsafe class GemmTests
{
    private static readonly int[] Sizes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 14, 15, 16, 17, 29, 31, 32, 33, 40];

    private static readonly int[] Depths = [0, 1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 33, 40];

    [Fact]
    public void Every_small_shape_agrees_with_the_triple_loop()
    {
        foreach (int m in Sizes)
        {
            foreach (int n in Sizes)
            {
                foreach (int k in Depths)
                {
                    new ProductCase<float>(m, n, k).Check();
                }
            }
        }
    }

    [Fact]
    public void Double_agrees_with_the_triple_loop()
    {
        foreach (int m in (int[])[0, 1, 5, 6, 7, 14, 15, 29])
        {
            foreach (int n in (int[])[0, 1, 4, 7, 8, 9, 15, 16, 17, 33])
            {
                foreach (int k in (int[])[0, 1, 2, 9, 40])
                {
                    new ProductCase<double>(m, n, k).Check();
                    new ProductCase<double>(m, n, k) { AStrides = Layout.Transposed, BStrides = Layout.Transposed }.Check();
                }
            }
        }
    }

    [Fact]
    public void Integers_agree_with_the_triple_loop()
    {
        new ProductCase<int>(5, 7, 9).Check();
        new ProductCase<long>(5, 7, 9) { AStrides = Layout.Transposed, Beta = 3, Alpha = 2, ColumnBias = true,
            RowBias = true }.Check();
    }

    [Fact]
    public void Transposed_and_strided_operands_agree_with_the_triple_loop()
    {
        foreach (Layout a in Enum.GetValues<Layout>())
        {
            foreach (Layout b in Enum.GetValues<Layout>())
            {
                foreach ((int m, int n, int k) in ((int, int, int)[])[(1, 1, 7), (1, 37, 19), (37, 1, 19), (3, 100, 8), (15, 33,
                    5), (100, 65, 17), (70, 300, 31)])
                {
                    new ProductCase<float>(m, n, k) { AStrides = a, BStrides = b }.Check();
                    new ProductCase<double>(m, n, k) { AStrides = a, BStrides = b }.Check();
                }
            }
        }
    }

    [Fact]
    public void Alpha_beta_and_biases_agree_with_the_triple_loop()
    {
        foreach (int alpha in (int[])[1, 2])
        {
            foreach (int beta in (int[])[0, 1, -2])
            {
                foreach (int bias in (int[])[0, 1, 2, 3])
                {
                    foreach ((int m, int n, int k) in ((int, int, int)[])[(1, 9, 4), (9, 1, 4), (15, 33, 5), (28, 64, 0), (20,
                        70, 900)])
                    {
                        var product = new ProductCase<float>(m, n, k)
                        {
                            Alpha = alpha,
                            Beta = beta,
                            ColumnBias = bias is 1 or 3,
                            RowBias = bias is 2 or 3,
                        };
                        product.Check();
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void Blocked_and_threaded_products_agree_with_the_triple_loop(int threads)
    {
        foreach ((int m, int n, int k) in ((int, int, int)[])[(65, 301, 1000), (300, 28, 1024), (4500, 17, 30), (17, 4500, 30),
            (150, 150, 150), (3, 1, 5000)])
        {
            foreach (Layout a in (Layout[])[Layout.Rows, Layout.Transposed])
            {
                foreach (Layout b in (Layout[])[Layout.Rows, Layout.Transposed])
                {
                    new ProductCase<float>(m, n, k) { AStrides = a, BStrides = b, Threads = threads, Beta = 1,
                        ColumnBias = true }.Check();
                }
            }
        }
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_bit()
    {
        foreach ((int m, int n, int k) in ((int, int, int)[])[(200, 200, 500), (1, 3000, 600), (31, 65, 4000)])
        {
            float[] one = new ProductCase<float>(m, n, k) { Threads = 1 }.Multiply();
            float[] three = new ProductCase<float>(m, n, k) { Threads = 3 }.Multiply();
            Assert.Equal(one, three);
        }
    }

    [Theory]
    [InlineData(float.NaN), InlineData(float.PositiveInfinity)]
    public void What_is_not_finite_reaches_exactly_its_row_or_column(float value)
    {
        foreach ((int m, int n, int k) in ((int, int, int)[])[(20, 37, 11), (1, 37, 11), (37, 1, 11), (70, 300, 40)])
        {
            for (int seed = 0; seed < 10; seed++)
            {
                new ProductCase<float>(m, n, k, seed) { NotFinite = value }.Check();
            }
        }
    }

    [Theory]
    [InlineData(1, 20, 10, 5), InlineData(7, 65, 65, 16), InlineData(200, 13, 9, 4), InlineData(3, 1, 8, 8), InlineData(0, 3, 3,
        3)]
    public void A_batch_equals_its_products_one_by_one(int count, int m, int n, int k)
    {
        var random = new Random(count);
        float[] a = Samples(random, count * m * k), b = Samples(random, count * n * k), c = new float[count * m * n],
            one = new float[m * n];
        foreach (bool shared in (bool[])[false, true])
        {
            fixed (float* pa = a, pb = b, pc = c, p1 = one)
            {
                nint bBatch = shared ? 0 : n * k;
                Gemm.MultiplyBatch(count, m, n, k, pa, m * k, k, 1, pb, bBatch, 1, k, pc, m * n, n, new Terms<float>(1, 0));
                for (int i = 0; i < count; i++)
                {
                    Gemm.Multiply(m, n, k, pa + i * m * k, k, 1, pb + i * bBatch, 1, k, p1, n, 0f);
                    AssertClose(one, c.AsSpan(i * m * n, m * n));
                }
            }
        }
    }

    private static void AssertClose(float[] expected, Span<float> actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-5f);
        }
    }

    private static float[] Samples(Random random, int length)
    {
        var values = new float[length];
        for (int i = 0; i < length; i++)
        {
            values[i] = random.NextSingle() - 0.5f;
        }
        return values;
    }
}
