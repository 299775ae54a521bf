using System.Text.Json;
using TorchSharp.Operators;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Sequences;

/// <summary>One entry of Reference/sequences.json, computed by PyTorch 1.13.</summary>
/// <remarks>Inputs are sines and losses weigh the results by cosines, by the same formulas as in sequences.py.</remarks>
public sealed record SequenceCase(
    string name, double loss, double[][] results, double[][] inputGradients, string[]? parameters, double[]? sums,
        double[][]? gradients,
    double[]? losses)
{
    private static readonly Dictionary<string, SequenceCase> All = Read();

    /// <summary>The entry of that name.</summary>
    public static SequenceCase Of(string name) => All[name];

    /// <summary>All entries whose name begins so.</summary>
    public static IEnumerable<string> Names(string start) => All.Keys.Where(name =>
        name.StartsWith(start, StringComparison.Ordinal));

    /// <summary>A leaf of sin(0.37·i + shift) in float64.</summary>
    public static Tensor Waves(double shift, params long[] sizes) => Waves(0.37, shift, sizes).requires_grad_();

    /// <summary>sin(step·i + shift) in float64.</summary>
    public static Tensor Waves(double step, double shift, long[] sizes)
    {
        var values = new double[sizes.Aggregate(1L, (a, b) => a * b)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Math.Sin(i * step + shift);
        }
        return Creation.FromValues<double>(values, sizes);
    }

    /// <summary>Σ over results r, i of rᵢ·cos(0.7·i + number of r).</summary>
    public static Tensor Weighed(params Tensor[] results)
    {
        Tensor? sum = null;
        for (int r = 0; r < results.Length; r++)
        {
            Tensor cosines = Waves(0.7, r + Math.PI / 2, results[r].shape);
            Tensor part = Reductions.Sum(Arithmetic.Multiply(results[r], cosines), [], false);
            sum = sum is null ? part : Arithmetic.Add(sum, part);
        }
        return sum!;
    }

    /// <summary>Compares results, the loss, and after its backward pass the gradients of inputs and parameters.</summary>
    public void Check(Tensor[] actual, Tensor[] inputs, nn.Module? module)
    {
        Assert.Equal(results.Length, actual.Length);
        for (int i = 0; i < actual.Length; i++)
        {
            AssertClose(results[i], actual[i], $"result {i}");
        }
        Tensor sum = Weighed(actual);
        AssertClose([loss], sum, "loss");
        sum.backward();
        for (int i = 0; i < inputs.Length; i++)
        {
            AssertClose(inputGradients[i], inputs[i].grad!, $"gradient of input {i}");
        }
        if (module is null)
        {
            return;
        }
        (string Name, TorchSharp.Modules.Parameter Value)[] found = [.. module.named_parameters()];
        Assert.Equal(parameters!, found.Select(p => p.Name));
        for (int i = 0; i < found.Length; i++)
        {
            AssertClose(gradients![i], found[i].Value.grad!, $"gradient of {found[i].Name}");
        }
    }

    /// <summary>Compares the parameters' names and sums: the draws came in PyTorch's order.</summary>
    public void CheckParameters(nn.Module module)
    {
        (string Name, TorchSharp.Modules.Parameter Value)[] found = [.. module.named_parameters()];
        Assert.Equal(parameters!, found.Select(p => p.Name));
        for (int i = 0; i < found.Length; i++)
        {
            Assert.Equal(sums![i], Numbers(found[i].Value).Sum(), 1e-5);
        }
    }

    /// <summary>The values of a tensor.</summary>
    public static unsafe double[] Numbers(Tensor tensor) =>
        new Span<double>(Copies.Contiguous(Copies.To(tensor.detach(), ScalarType.Float64)).Pointer,
            (int)tensor.numel()).ToArray();

    // The file has ten digits.
    private void AssertClose(double[] expected, Tensor actual, string what)
    {
        double[] values = Numbers(actual);
        double scale = expected.Select(Math.Abs).DefaultIfEmpty().Max();
        Assert.Equal(expected.Length, values.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            bool same = expected[i] == values[i] || Math.Abs(expected[i] - values[i]) <= 1e-9 * (1 + scale);
            Assert.True(same, $"{name}: {what}[{i}] is {values[i]:R}, PyTorch has {expected[i]:R}");
        }
    }

    private static Dictionary<string, SequenceCase> Read()
    {
        using Stream stream = typeof(SequenceCase).Assembly.GetManifestResourceStream(
            "ManagedTorch.Tests.Reference.sequences.json")!;
        return JsonSerializer.Deserialize<SequenceCase[]>(stream)!.ToDictionary(entry => entry.name);
    }
}
