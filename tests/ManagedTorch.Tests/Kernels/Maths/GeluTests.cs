using MathNet.Numerics;
using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels.Maths;

public sealed class GeluTests
{
    private static readonly float[] Points = [.. FloatSweep.Even(12, 20_000), .. FloatSweep.Even(1e-3f, 100), 0f];

    [Fact]
    public void Gelu_is_x_times_the_normal_distribution() =>
        AssertClose(FunctionTable.Row<GeluFunction>("gelu", x => x * Cdf(x), 0), x => Math.ScaleB(Math.Abs(x), -23));

    [Fact]
    public void Its_derivative_is_distribution_plus_x_times_density() =>
        AssertClose(FunctionTable.Row<GeluDerivativeFunction>(
            "gelu'", x => Cdf(x) + x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI), 0),
            _ => Math.ScaleB(1, -22));

    [Fact]
    public void The_tanh_form_is_as_PyTorch_documents_it() =>
        AssertClose(FunctionTable.Row<GeluTanhFunction>("gelu tanh", TanhForm, 0), x => Math.ScaleB(Math.Abs(x), -22));

    [Fact]
    public void The_tanh_forms_derivative_is_its_slope() =>
        AssertClose(FunctionTable.Row<GeluTanhDerivativeFunction>("gelu tanh'", Differentiate.FirstDerivativeFunc(TanhForm), 0),
            _ => Math.ScaleB(1, -20), doubleTolerance: 1e-7);

    private static double Cdf(double x) => 0.5 * SpecialFunctions.Erfc(-x / Math.Sqrt(2));

    private static double TanhForm(double x) => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));

    private static void AssertClose(FunctionRow row, Func<double, double> tolerance, double doubleTolerance = 1e-14)
    {
        float[] y = row.Apply(Points);
        for (int i = 0; i < Points.Length; i++)
        {
            double x = Points[i], exact = row.Formula(x);
            Assert.True(Math.Abs(y[i] - exact) <= tolerance(x), $"{row.Name}({x:r}) = {y[i]:r}, not {exact:r}");
            Assert.True(Math.Abs(row.Apply(x) - exact) <= doubleTolerance,
                $"{row.Name}({x:r}) = {row.Apply(x):r}, not {exact:r}, as doubles");
        }
    }
}
