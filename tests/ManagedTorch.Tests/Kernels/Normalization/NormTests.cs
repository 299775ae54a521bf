using System.Numerics;
using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels.Normalization;

[Collection(ThreadCountCollection.Name)]
public sealed unsafe class NormTests
{
    [Fact]
    public void Layer_norm_and_its_gradients_are_PyTorchs()
    {
        CheckLayerNorm<float>();
        CheckLayerNorm<double>();
    }

    [Fact]
    public void Group_norm_and_its_gradients_are_PyTorchs()
    {
        CheckGroupNorm<float>();
        CheckGroupNorm<double>();
    }

    [Fact]
    public void Batch_norm_and_its_gradients_are_PyTorchs_in_training()
    {
        CheckBatchNorm<float>("batch_norm_train", training: true);
        CheckBatchNorm<double>("batch_norm_train", training: true);
    }

    [Fact]
    public void Batch_norm_and_its_gradients_are_PyTorchs_in_evaluation()
    {
        CheckBatchNorm<float>("batch_norm_eval", training: false);
        CheckBatchNorm<double>("batch_norm_eval", training: false);
    }

    [Theory]
    [InlineData(40, 3, 333), InlineData(3000, 7, 1)]
    public void Batch_statistics_keep_their_digits_far_from_zero_and_are_the_same_for_any_number_of_threads(
        int batch, int channels, int length)
    {
        float[] x = [
            .. Enumerable.Range(0, batch * channels * length).Select(i => 10_000f + i / length % channels + i * 7919L % 13)];
        float[]? first = null;
        int before = Workers.Count;
        try
        {
            foreach (int threads in new[] { 1, 2, 5 })
            {
                Workers.Count = threads;
                float[] statistics = new float[2 * channels];
                fixed (float* px = x, ps = statistics)
                {
                    BatchNorm.Statistics(px, ps, ps + channels, batch, channels, length);
                }
                Assert.Equal(first ??= statistics, statistics);
            }
        }
        finally
        {
            Workers.Count = before;
        }
        for (int c = 0; c < channels; c++)
        {
            double[] values = [.. x.Where((_, i) => i / length % channels == c).Select(v => (double)v)];
            double mean = values.Average();
            Assert.Equal(mean, first![c], 1e-3);
            Assert.Equal(values.Average(v => (v - mean) * (v - mean)), first[channels + c], 1e-3);
        }
    }

    private static void CheckLayerNorm<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (NormalizationCase entry in NormalizationCase.Of("layer_norm"))
        {
            long rows = entry.sizes[0], columns = entry.sizes[1];
            var a = new Arrays<T>(entry, columns, rows);
            fixed (T* x = a.X, dy = a.Dy, gamma = a.Gamma, beta = a.Beta, y = a.Y, dx = a.Dx, dg = a.Dgamma, db = a.Dbeta,
                m = a.Mean, r = a.Rstd)
            {
                LayerNorm.Forward(x, gamma, beta, y, m, r, rows, columns, 1e-5);
                LayerNorm.BackwardParameters(x, dy, m, r, dg, db, rows, columns);
                LayerNorm.BackwardInput(x, dy, gamma, m, r, dx, rows, columns);
            }
            a.AssertClose(entry);
        }
    }

    private static void CheckGroupNorm<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (NormalizationCase entry in NormalizationCase.Of("group_norm"))
        {
            long[] s = entry.sizes;
            var a = new Arrays<T>(entry, s[1], s[0] * s[3]);
            fixed (T* x = a.X, dy = a.Dy, gamma = a.Gamma, beta = a.Beta, y = a.Y, dx = a.Dx, dg = a.Dgamma, db = a.Dbeta,
                m = a.Mean, r = a.Rstd)
            {
                GroupNorm.Forward(x, gamma, beta, y, m, r, s[0], s[1], s[2], s[3], 1e-5);
                GroupNorm.Backward(x, dy, gamma, m, r, dx, dg, db, s[0], s[1], s[2], s[3]);
            }
            a.AssertClose(entry);
        }
    }

    private static void CheckBatchNorm<T>(string op, bool training) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (NormalizationCase entry in NormalizationCase.Of(op))
        {
            long n = entry.sizes[0], c = entry.sizes[1], l = entry.sizes[2];
            var a = new Arrays<T>(entry, c, c);
            T[] variance = NormalizationCase.Convert<T>(entry.extra[(int)c..]);
            NormalizationCase.Convert<T>(entry.extra[..(int)c]).CopyTo(a.Mean, 0);
            fixed (T* x = a.X, dy = a.Dy, gamma = a.Gamma, beta = a.Beta, y = a.Y, dx = a.Dx, dg = a.Dgamma, db = a.Dbeta,
                m = a.Mean, r = a.Rstd, v = variance)
            {
                if (training)
                {
                    BatchNorm.Statistics(x, m, v, n, c, l);
                }
                BatchNorm.InverseDeviation(v, r, c, 1e-5);
                BatchNorm.Normalize(x, m, r, gamma, beta, y, n, c, l);
                BatchNorm.Backward(x, dy, m, r, gamma, dx, dg, db, n, c, l, training);
                a.AssertClose(entry);
                BatchNorm.Backward(x, dy, m, r, gamma, dy, dg, db, n, c, l, training, add: true);
                entry.AssertClose(entry.dx, a.Dy, "dx, in place", 100);
                entry.AssertClose([.. (entry.dbeta ?? []).Select(d => 2 * d)], a.Dbeta, "dbeta twice", 100);
            }
        }
    }

    private sealed class Arrays<T>(NormalizationCase entry, long parameters, long statistics) where T : unmanaged, INumber<T>
    {
        public T[] X { get; } = NormalizationCase.Convert<T>(entry.x);
        public T[] Dy { get; } = NormalizationCase.Convert<T>(entry.dy);
        public T[] Gamma { get; } = NormalizationCase.Convert<T>(entry.gamma);
        public T[] Beta { get; } = NormalizationCase.Convert<T>(entry.beta);
        public T[] Y { get; } = new T[entry.x.Length];
        public T[] Dx { get; } = new T[entry.x.Length];
        public T[] Dgamma { get; } = new T[entry.gamma is null ? 0 : parameters];
        public T[] Dbeta { get; } = new T[entry.beta is null ? 0 : parameters];
        public T[] Mean { get; } = new T[statistics];
        public T[] Rstd { get; } = new T[statistics];

        public void AssertClose(NormalizationCase expected)
        {
            expected.AssertClose(expected.y, Y, "y");
            expected.AssertClose(expected.dx, Dx, "dx", 100);
            expected.AssertClose(expected.dgamma ?? [], Dgamma, "dgamma", 100);
            expected.AssertClose(expected.dbeta ?? [], Dbeta, "dbeta", 100);
        }
    }
}
