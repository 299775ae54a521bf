using System.Numerics;
using System.Runtime.Intrinsics;
using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(ThreadCountCollection.Name)]
public sealed unsafe class ConvolutionTests
{
    internal delegate void Run<T>(in ConvShape s, T* a, T* b, T* c, T* result) where T : unmanaged;

    private static IEnumerable<ConvShape> SmallShapes()
    {
        var random = new Random(5);
        for (int kernelY = 1; kernelY <= 5; kernelY++)
        {
            for (int kernelX = 1; kernelX <= 5; kernelX++)
            {
                for (int i = 0; i < 24; i++)
                {
                    int groups = random.Next(4) == 0 ? random.Next(1, 4) : 1;
                    var shape = ConvShape.Create(random.Next(1, 4), groups * random.Next(1, 6), random.Next(1, 14), random.Next(1, 40),
                        groups * random.Next(1, 15), (kernelY, kernelX), (random.Next(1, 4), random.Next(1, 4)),
                        (random.Next(0, 4), random.Next(0, 4)), (random.Next(1, 3), random.Next(1, 3)), groups);
                    if (shape.OutHeight > 0 && shape.OutWidth > 0)
                    {
                        yield return shape;
                    }
                }
            }
        }
    }

    private static void CheckAll<T>(IEnumerable<ConvShape> shapes, double tolerance, Run<T> forward, Run<T> input, Run<T> weight)
        where T : unmanaged, INumberBase<T>
    {
        foreach (ConvShape s in shapes)
        {
            var exact = new ConvolutionByDefinition(s);
            T[] x = Of<T>(exact.X), w = Of<T>(exact.W), bias = Of<T>(exact.Bias), dy = Of<T>(exact.Dy);
            Check(s, "y", forward, x, w, bias, exact.Y, tolerance);
            Check(s, "dx", input, dy, w, null, exact.Dx, tolerance);
            Check(s, "dw", weight, x, dy, null, exact.Dw, tolerance);
        }
    }

    internal static void Check<T>(ConvShape s, string what, Run<T> run, T[] a, T[] b, T[]? c, double[] expected, double tolerance)
        where T : unmanaged, INumberBase<T>
    {
        const int guard = 40;
        var result = new T[expected.Length + guard];
        Array.Fill(result, T.CreateChecked(-77));
        fixed (T* pa = a, pb = b, pc = c, to = result)
        {
            run(s, pa, pb, pc, to);
        }
        double scale = 1;
        foreach (double value in expected)
        {
            scale = Math.Max(scale, Math.Abs(value));
        }
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Math.Abs(double.CreateChecked(result[i]) - expected[i]);
            Assert.True(error <= tolerance * scale, $"{what}[{i}] = {result[i]}, not {expected[i]}: {s}");
        }
        Assert.All(result[expected.Length..], value => Assert.Equal(T.CreateChecked(-77), value));
    }

    internal static T[] Of<T>(double[] values) where T : INumberBase<T> => Array.ConvertAll(values, T.CreateChecked);

    [Fact]
    public void Every_kernel_stride_padding_dilation_and_group_agrees_with_the_definition_in_float() => CheckAll<float>(SmallShapes(), 1e-5,
        (in s, x, w, bias, y) => Convolution.Forward(s, x, w, bias, y),
        (in s, dy, w, bias, dx) => Convolution.BackwardInput(s, dy, w, bias, dx),
        (in s, x, dy, _, dw) => Convolution.BackwardWeight(s, x, dy, dw));

    [Fact]
    public void Every_kernel_stride_padding_dilation_and_group_agrees_with_the_definition_in_double() => CheckAll<double>(SmallShapes(), 1e-14,
        (in s, x, w, bias, y) => Convolution.Forward(s, x, w, bias, y),
        (in s, dy, w, bias, dx) => Convolution.BackwardInput(s, dy, w, bias, dx),
        (in s, x, dy, _, dw) => Convolution.BackwardWeight(s, x, dy, dw));

    [Fact]
    public void Every_vector_width_agrees_with_the_definition()
    {
        ConvShape[] shapes = SmallShapes().Where((_, i) => i % 5 == 0).ToArray();
        CheckWidth<Vector512<float>, Lanes512<float>>(shapes);
        CheckWidth<Vector256<float>, Lanes256<float>>(shapes);
        CheckWidth<Vector128<float>, Lanes128<float>>(shapes);
        CheckWidth<float, ScalarLane<float>>(shapes);
    }

    private static void CheckWidth<TVector, TLanes>(ConvShape[] shapes)
        where TVector : unmanaged where TLanes : struct, ILanes<float, TVector> => CheckAll<float>(shapes, 1e-5,
            (in s, x, w, bias, y) => DirectConvolution<float, TVector, TLanes>.Forward(s, x, w, bias, y),
            (in s, dy, w, bias, dx) => DirectConvolution<float, TVector, TLanes>.BackwardInput(s, dy, w, bias, dx),
            (in s, x, dy, _, dw) => DirectConvolution<float, TVector, TLanes>.BackwardWeight(s, x, dy, dw));

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void Larger_shapes_agree_with_the_definition_for_any_number_of_threads(int threads)
    {
        int before = Workers.Count;
        Workers.Count = threads;
        try
        {
            CheckAll<float>(
            [
                ConvShape.Create(3, 2, 32, 32, 32, (3, 3), (1, 1), (1, 1), (1, 1), 1),
                ConvShape.Create(2, 33, 17, 16, 40, (3, 3), (1, 1), (1, 1), (1, 1), 1),
                ConvShape.Create(5, 64, 4, 4, 17, (3, 3), (2, 2), (1, 1), (1, 1), 1),
                ConvShape.Create(1, 1, 70, 75, 64, (9, 9), (1, 1), (4, 4), (1, 1), 1),
                ConvShape.Create(1, 64, 50, 61, 5, (5, 5), (1, 1), (2, 2), (1, 1), 1),
                ConvShape.Create(2, 300, 40, 40, 6, (1, 1), (1, 1), (0, 0), (1, 1), 1),
                ConvShape.Create(2, 24, 20, 21, 24, (3, 3), (1, 1), (1, 1), (1, 1), 24),
                ConvShape.Create(2, 20, 1, 200, 30, (1, 7), (1, 2), (0, 3), (1, 1), 1),
            ], 2e-5,
            (in s, x, w, bias, y) => Convolution.Forward(s, x, w, bias, y),
            (in s, dy, w, bias, dx) => Convolution.BackwardInput(s, dy, w, bias, dx),
            (in s, x, dy, _, dw) => Convolution.BackwardWeight(s, x, dy, dw));
        }
        finally
        {
            Workers.Count = before;
        }
    }
}
