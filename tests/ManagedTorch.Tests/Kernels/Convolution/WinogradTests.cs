using System.Runtime.Intrinsics;
using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(ThreadCountCollection.Name)]
public sealed unsafe class WinogradTests
{
    // The transforms multiply by up to 8·8 and divide again: a few more bits are lost than by plain sums.
    private const double Tolerance = 3e-5;

    private static IEnumerable<ConvShape> Shapes()
    {
        var random = new Random(7);
        for (int i = 0; i < 60; i++)
        {
            int kernel = i % 2 == 0 ? 3 : 5;
            var shape = ConvShape.Create(random.Next(1, 4), random.Next(1, 36), random.Next(1, 15), random.Next(1, 23),
                random.Next(1, 36), (kernel, kernel), (1, 1), (random.Next(0, 4), random.Next(0, 4)), (1, 1), 1);
            if (shape.OutHeight > 0 && shape.OutWidth > 0)
            {
                yield return shape;
            }
        }
        yield return ConvShape.Create(2, 64, 16, 16, 48, (3, 3), (1, 1), (1, 1), (1, 1), 1);
        yield return ConvShape.Create(7, 32, 8, 8, 130, (3, 3), (1, 1), (1, 1), (1, 1), 1);
        yield return ConvShape.Create(1, 40, 60, 50, 16, (5, 5), (1, 1), (2, 2), (1, 1), 1);
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void Results_and_gradients_agree_with_the_definition(int threads)
    {
        int before = Workers.Count;
        Workers.Count = threads;
        try
        {
            if (Vector512.IsHardwareAccelerated)
            {
                CheckAll<Vector512<float>, Lanes512<float>>();
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                CheckAll<Vector256<float>, Lanes256<float>>();
            }
            else if (Vector128.IsHardwareAccelerated)
            {
                CheckAll<Vector128<float>, Lanes128<float>>();
            }
            else
            {
                CheckAll<float, ScalarLane<float>>();
            }
        }
        finally
        {
            Workers.Count = before;
        }
    }

    private static void CheckAll<TVector, TLanes>() where TVector : unmanaged where TLanes : struct, ILanes<float, TVector>
    {
        foreach (ConvShape s in Shapes())
        {
            Assert.True(Winograd.CanDo(s));
            var exact = new ConvolutionByDefinition(s);
            float[] x = ConvolutionTests.Of<float>(exact.X), w = ConvolutionTests.Of<float>(exact.W);
            float[] bias = ConvolutionTests.Of<float>(exact.Bias), dy = ConvolutionTests.Of<float>(exact.Dy);
            ConvolutionTests.Check(s, "y", (in s, x, w, bias, y) => Winograd<TVector, TLanes>.Forward(s, x, w, bias, y),
                x, w, bias, exact.Y, Tolerance);
            ConvolutionTests.Check(s, "dx", (in s, dy, w, bias, dx) => Winograd<TVector, TLanes>.BackwardInput(s, dy, w, bias, dx),
                dy, w, null, exact.Dx, Tolerance);
            ConvolutionTests.Check(s, "dw", (in s, x, dy, _, dw) => Winograd<TVector, TLanes>.BackwardWeight(s, x, dy, dw),
                x, dy, null, exact.Dw, Tolerance);
            var dw = new float[exact.Dw.Length];
            ConvolutionTests.Check(s, "db", (in s, x, dy, _, db) =>
                {
                    fixed (float* pdw = dw)
                    {
                        Winograd<TVector, TLanes>.BackwardWeight(s, x, dy, pdw, db);
                    }
                },
                x, dy, null, exact.Db, Tolerance);
        }
    }

    [Theory]
    [InlineData(3, 2e-6), InlineData(5, 1e-5)]
    public void The_error_stays_near_that_of_plain_sums_in_float(int kernel, double most)
    {
        ConvShape s = ConvShape.Create(
            4, 64, 16, 16, 64, (kernel, kernel), (1, 1), (kernel / 2, kernel / 2), (1, 1), 1);
        Assert.True(Winograd.Suits(s));
        var exact = new ConvolutionByDefinition(s);
        float[] x = ConvolutionTests.Of<float>(exact.X), w = ConvolutionTests.Of<float>(exact.W), bias = ConvolutionTests.Of<float>(exact.Bias);
        var y = new float[exact.Y.Length];
        fixed (float* px = x, pw = w, pb = bias, py = y)
        {
            Convolution.Forward(s, px, pw, pb, py);
        }
        double error = 0, size = 0;
        for (int i = 0; i < y.Length; i++)
        {
            error += Math.Pow(y[i] - exact.Y[i], 2);
            size += Math.Pow(exact.Y[i], 2);
        }
        Assert.InRange(Math.Sqrt(error / size), 0, most);
    }
}
