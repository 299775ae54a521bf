using System.Numerics;
using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels.Normalization;

public sealed unsafe class SoftmaxTests
{
    [Fact]
    public void Softmax_of_rows_and_its_gradient_are_PyTorchs()
    {
        Check<float>(
            "softmax", (x, y, s) => Softmax.Forward(x, y, s[0], s[1]), (y, dy, dx, s) => Softmax.Backward(y, dy, dx, s[0], s[1]));
        Check<double>(
            "softmax", (x, y, s) => Softmax.Forward(x, y, s[0], s[1]), (y, dy, dx, s) => Softmax.Backward(y, dy, dx, s[0], s[1]));
    }

    [Fact]
    public void Log_softmax_of_rows_and_its_gradient_are_PyTorchs()
    {
        Check<float>("log_softmax", (x, y, s) => Softmax.LogForward(x, y, s[0], s[1]), (y, dy, dx, s) =>
            Softmax.LogBackward(y, dy, dx, s[0], s[1]));
        Check<double>("log_softmax", (x, y, s) => Softmax.LogForward(x, y, s[0], s[1]), (y, dy, dx, s) =>
            Softmax.LogBackward(y, dy, dx, s[0], s[1]));
    }

    [Fact]
    public void Softmax_along_a_middle_dimension_is_PyTorchs()
    {
        Check<float>("strided_softmax", (x, y, s) => StridedSoftmax.Forward(x, y, s[0], s[1], s[2]),
            (y, dy, dx, s) => StridedSoftmax.Backward(y, dy, dx, s[0], s[1], s[2]));
        Check<double>("strided_softmax", (x, y, s) => StridedSoftmax.Forward(x, y, s[0], s[1], s[2]),
            (y, dy, dx, s) => StridedSoftmax.Backward(y, dy, dx, s[0], s[1], s[2]));
    }

    [Fact]
    public void Log_softmax_along_a_middle_dimension_is_PyTorchs()
    {
        Check<float>("strided_log_softmax", (x, y, s) => StridedSoftmax.LogForward(x, y, s[0], s[1], s[2]),
            (y, dy, dx, s) => StridedSoftmax.LogBackward(y, dy, dx, s[0], s[1], s[2]));
        Check<double>("strided_log_softmax", (x, y, s) => StridedSoftmax.LogForward(x, y, s[0], s[1], s[2]),
            (y, dy, dx, s) => StridedSoftmax.LogBackward(y, dy, dx, s[0], s[1], s[2]));
    }

    [Fact]
    public void Cross_entropy_and_its_gradient_are_PyTorchs()
    {
        CheckCrossEntropy<float>();
        CheckCrossEntropy<double>();
    }

    [Fact]
    public void Log_sum_exp_is_PyTorchs()
    {
        CheckLogSumExp<float>();
        CheckLogSumExp<double>();
    }

    [Fact]
    public void Infinite_rows_give_what_PyTorch_gives()
    {
        float inf = float.PositiveInfinity;
        float[] x = [-inf, -inf, inf, 0, 0, -inf], y = new float[6], lse = new float[3];
        fixed (float* px = x, py = y, pl = lse)
        {
            Softmax.Forward(px, py, 3, 2);
            Softmax.LogSumExp(px, pl, 3, 2);
        }
        Assert.Equal([float.NaN, float.NaN, float.NaN, float.NaN, 1, 0], y.Select((v, i) => i == 3 ? float.NaN : v));
        Assert.Equal([-inf, inf, 0], lse);
    }

    [Fact]
    public void A_row_without_a_target_has_no_loss_and_no_gradient()
    {
        float[] x = [1, 2, 3, 4, 5, 6], loss = [9, 9], lse = [9, 9], g = [1, 1], dx = [9, 9, 9, 9, 9, 9];
        long[] targets = [-100, 0];
        fixed (float* px = x, pl = loss, ps = lse, pg = g, pd = dx)
        fixed (long* pt = targets)
        {
            CrossEntropy.Forward(px, pt, pl, ps, 2, 3);
            CrossEntropy.Backward(px, ps, pt, pg, pd, 2, 3);
        }
        Assert.Equal(0, loss[0]);
        Assert.Equal([0, 0, 0], dx[..3]);
        Assert.Equal(0, dx[3..].Sum(), 1e-6);
        Assert.True(dx[3] < 0);
    }

    private delegate void Forward<T>(T* x, T* y, long[] sizes) where T : unmanaged;

    private delegate void Backward<T>(T* y, T* dy, T* dx, long[] sizes) where T : unmanaged;

    private static void Check<T>(string op, Forward<T> forward, Backward<T> backward) where T : unmanaged, INumber<T>
    {
        foreach (NormalizationCase entry in NormalizationCase.Of(op))
        {
            T[] x = NormalizationCase.Convert<T>(entry.x), dy = NormalizationCase.Convert<T>(entry.dy);
            T[] y = new T[x.Length];
            fixed (T* px = x, py = y, pdy = dy)
            {
                forward(px, py, entry.sizes);
                entry.AssertClose(entry.y, y, "y");
                backward(py, pdy, pdy, entry.sizes);
                entry.AssertClose(entry.dx, dy, "dx, in place");
                forward(px, px, entry.sizes);
                Assert.Equal(y, x);
            }
        }
    }

    private static void CheckCrossEntropy<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (NormalizationCase entry in NormalizationCase.Of("cross_entropy"))
        {
            T[] x = NormalizationCase.Convert<T>(entry.x), g = NormalizationCase.Convert<T>(entry.dy);
            T[] loss = new T[g.Length], lse = new T[g.Length], dx = new T[x.Length];
            long[] targets = NormalizationCase.Convert<long>(entry.extra);
            fixed (T* px = x, pg = g, pl = loss, ps = lse, pd = dx)
            fixed (long* pt = targets)
            {
                CrossEntropy.Forward(px, pt, pl, ps, entry.sizes[0], entry.sizes[1]);
                CrossEntropy.Backward(px, ps, pt, pg, pd, entry.sizes[0], entry.sizes[1]);
            }
            entry.AssertClose(entry.y, loss, "loss");
            entry.AssertClose(entry.dx, dx, "dx");
        }
    }

    private static void CheckLogSumExp<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (NormalizationCase entry in NormalizationCase.Of("logsumexp"))
        {
            T[] x = NormalizationCase.Convert<T>(entry.x), y = new T[entry.sizes[0]];
            fixed (T* px = x, py = y)
            {
                Softmax.LogSumExp(px, py, entry.sizes[0], entry.sizes[1]);
            }
            entry.AssertClose(entry.y, y, "logsumexp");
        }
    }
}
