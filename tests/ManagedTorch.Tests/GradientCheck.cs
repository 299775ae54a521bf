using TorchSharp.Autograd;
using TorchSharp.Operators;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace ManagedTorch.Tests;

/// <summary>Compares gradients with central finite differences, (L(x + h) - L(x - h)) / 2h, in float64.</summary>
/// <remarks>
/// L is the sum of all results, each element times a fixed weight, so that errors that cancel in a plain sum are seen. Inputs
/// must be contiguous float64 leaves; for other layouts let the function transpose or expand them. They should keep away from
/// kinks.
/// </remarks>
/// <example><code>GradientCheck.Verify(x => x[0] * x[1], GradientCheck.Random(1, 2, 3), GradientCheck.Random(2, 3));</code></example>
internal static unsafe class GradientCheck
{
    private const double Step = 1e-5;

    /// <summary>Checks first derivatives, and second ones on demand, of a function with one result.</summary>
    public static void Verify(Func<Tensor[], Tensor> function, Tensor[] inputs, bool second = false, double tolerance = 1e-6) =>
        VerifyMany(x => [function(x)], inputs, second, tolerance);

    /// <summary>Checks first derivatives of a function with one result.</summary>
    public static void Verify(Func<Tensor[], Tensor> function, params Tensor[] inputs) => Verify(function, inputs, false);

    /// <summary>Checks first and second derivatives of a function with one result.</summary>
    public static void VerifyTwice(Func<Tensor[], Tensor> function, params Tensor[] inputs) => Verify(function, inputs, true);

    /// <summary>Checks first derivatives, and second ones on demand, of a function with several results.</summary>
    public static void VerifyMany(
        Func<Tensor[], Tensor[]> function, Tensor[] inputs, bool second = false, double tolerance = 1e-6)
    {
        VerifyFirst(function, inputs, tolerance, "first derivative");
        if (!second)
        {
            return;
        }
        VerifySame(function, inputs);
        // The gradients are themselves a function of the inputs and of the weights: their derivatives are the second ones.
        Tensor[] weights = [.. WeightsFor(function(inputs)).Select(w => w.requires_grad_())];
        VerifyFirst(
            all =>
            {
                Tensor[] x = all[..inputs.Length];
                Tensor[] ys = function(x);
                Tensor?[] gradients = GradientsOf(ys, all[inputs.Length..], x, createGraph: true);
                return [.. gradients.Select((g, i) => g ?? Creation.Full(x[i].Sizes, 0, ScalarType.Float64))];
            },
            [.. inputs, .. weights],
            tolerance,
            "second derivative");
    }

    /// <summary>Numbers from <paramref name="low"/> to <paramref name="high"/>, by seed and shape, as a leaf that wants a
    /// gradient.</summary>
    public static Tensor Uniform(int seed, double low, double high, params long[] sizes)
    {
        var random = new Random(seed);
        var values = new double[Shape.Elements(sizes)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = low + (high - low) * random.NextDouble();
        }
        return Creation.FromValues<double>(values, sizes).requires_grad_();
    }

    /// <summary>Numbers from -2 to 2, by seed and shape, as a leaf that wants a gradient.</summary>
    public static Tensor Random(int seed, params long[] sizes) => Uniform(seed, -2, 2, sizes);

    // A recorded backward pass may use other formulas than one that is not: both must give the same.
    private static void VerifySame(Func<Tensor[], Tensor[]> function, Tensor[] inputs)
    {
        Tensor[] weights = WeightsFor(function(inputs));
        Tensor?[] fast = GradientsOf(function(inputs), weights, inputs, createGraph: false);
        Tensor?[] recorded = GradientsOf(function(inputs), weights, inputs, createGraph: true);
        for (int i = 0; i < inputs.Length; i++)
        {
            double[] a = fast[i] is { } f ? Numbers(f) : new double[inputs[i].Elements];
            double[] b = recorded[i] is { } r ? Numbers(r) : new double[inputs[i].Elements];
            for (int j = 0; j < a.Length; j++)
            {
                bool close = Math.Abs(a[j] - b[j]) <= 1e-9 * (1 + Math.Abs(a[j]));
                Assert.True(close, $"input {i}, element {j}: gradient {a[j]:R} without a graph of its own, {b[j]:R} with one");
            }
        }
    }

    private static void VerifyFirst(Func<Tensor[], Tensor[]> function, Tensor[] inputs, double tolerance, string what)
    {
        foreach (Tensor input in inputs)
        {
            Assert.True(
                input.dtype == ScalarType.Float64 && input.IsContiguous && input.is_leaf, "GradientCheck takes float64 leaves.");
            input.requires_grad_();
        }
        Tensor[] results = function(inputs);
        Tensor[] weights = WeightsFor(results);
        Tensor?[] gradients = GradientsOf(results, weights, inputs, createGraph: false);
        for (int i = 0; i < inputs.Length; i++)
        {
            double[] analytic = gradients[i] is { } gradient ? Numbers(gradient) : new double[inputs[i].Elements];
            Assert.Equal(inputs[i].Elements, analytic.Length);
            for (long j = 0; j < inputs[i].Elements; j++)
            {
                double numeric = Difference(function, inputs, weights, inputs[i].Data<double>() + j);
                bool close = Math.Abs(analytic[j] - numeric) <= tolerance * (1 + Math.Abs(numeric));
                Assert.True(
                    close,
                    $"{what}, input {i} {Shape.Text(inputs[i].Sizes)}, element {j} = {inputs[i].Data<double>()[j]:R}: "
                    + $"recorded {analytic[j]:R}, finite difference {numeric:R}");
            }
        }
    }

    private static double Difference(Func<Tensor[], Tensor[]> function, Tensor[] inputs, Tensor[] weights, double* x)
    {
        double before = *x;
        *x = before + Step;
        double width = *x, above = Loss(function, inputs, weights);
        *x = before - Step;
        width -= *x;
        double below = Loss(function, inputs, weights);
        *x = before;
        return (above - below) / width;
    }

    private static double Loss(Func<Tensor[], Tensor[]> function, Tensor[] inputs, Tensor[] weights)
    {
        Tensor[] results = function(inputs);
        double loss = 0;
        for (int i = 0; i < results.Length; i++)
        {
            double[] y = Numbers(results[i]), w = Numbers(weights[i]);
            for (int j = 0; j < y.Length; j++)
            {
                loss += y[j] * w[j];
            }
        }
        return loss;
    }

    private static Tensor[] WeightsFor(Tensor[] results) =>
        [.. results.Select((y, i) => Uniform(1000 + i, 0.5, 1.5, y.Sizes).detach())];

    // Results that do not depend on the inputs have no gradient to give.
    private static Tensor?[] GradientsOf(Tensor[] results, Tensor[] weights, Tensor[] inputs, bool createGraph)
    {
        int[] recorded = [.. Enumerable.Range(0, results.Length).Where(i => results[i].requires_grad)];
        return recorded.Length == 0
            ? new Tensor?[inputs.Length]
            : Engine.Gradients(
                [.. recorded.Select(i => results[i])], [.. recorded.Select(i => weights[i])], createGraph, createGraph, inputs);
    }

    private static double[] Numbers(Tensor tensor) =>
        new Span<double>(
            Copies.Contiguous(Copies.To(tensor.detach(), ScalarType.Float64)).Pointer, (int)tensor.Elements).ToArray();
}
