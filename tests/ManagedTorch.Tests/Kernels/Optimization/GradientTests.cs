using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels.Optimization;

public sealed unsafe class GradientTests
{
    [Fact]
    public void Gradients_are_scaled_and_clamped_at_every_length_and_nothing_behind_them_is_touched()
    {
        for (int n = 0; n <= 40; n++)
        {
            double[] start = [.. Enumerable.Range(0, n + 1).Select(i => i * 0.75 - 10)];
            double[] scaled = [.. start], clamped = [.. start];
            fixed (double* ps = scaled, pc = clamped)
            {
                Gradient.Scale(ps, n, 0.5);
                Gradient.Clamp(pc, n, 3);
            }
            Assert.Equal(start.Select((v, i) => i < n ? v * 0.5 : v), scaled);
            Assert.Equal(start.Select((v, i) => i < n ? Math.Clamp(v, -3, 3) : v), clamped);
        }
    }

    [Fact]
    public void Clamping_keeps_NaN()
    {
        float[] g = [float.NaN, float.PositiveInfinity, float.NegativeInfinity];
        fixed (float* p = g)
        {
            Gradient.Clamp(p, 3, 1f);
        }
        Assert.Equal([float.NaN, 1, -1], g);
    }

    [Fact]
    public void Dropout_zeroes_what_the_mask_drops_and_scales_the_rest()
    {
        for (int n = 0; n <= 40; n++)
        {
            float[] x = [.. Enumerable.Range(1, n + 1).Select(i => (float)i)], y = [.. x];
            double[] d = [.. x.Select(v => (double)v)];
            byte[] mask = [.. Enumerable.Range(0, n + 1).Select(i => (byte)(i * 7 % 3 & 1))];
            fixed (float* px = x, py = y)
            fixed (double* pd = d)
            fixed (byte* pm = mask)
            {
                Dropout.Apply(px, pm, py, 2, n);
                Dropout.Apply(pd, pm, pd, 2, n);
            }
            Assert.Equal(x.Select((v, i) => i < n ? v * mask[i] * 2 : v), y);
            Assert.Equal(y.Select(v => (double)v), d);
        }
    }
}
