using System.Text.Json;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Pointwise;

public sealed class PyTorchValuesTests
{
    // PyTorch refuses whole numbers or bool there, or types that differ; we convert as elsewhere.
    private static readonly HashSet<string> MoreTolerant =
    [
        "abs", "floor", "ceil", "round", "trunc", "frac", "round2", "round-1", "relu6", "leaky_relu", "elu", "selu", "celu",
        "gelu", "gelu_tanh",
        "silu", "mish", "softplus", "hardtanh", "hardsigmoid", "hardswish", "softsign", "tanhshrink", "logsigmoid", "threshold",
        "softshrink",
        "hardshrink", "hypot", "prelu", "addcdiv", "addcmul", "argmax", "argmax0", "argmin-1", "isclose", "logaddexp", "nanmean",
        "nanmean0", "pow",
    ];

    public static TheoryData<string> Operations => [.. PyTorchCases.All.Select(c => c.Operation).Distinct()];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Values_types_and_shapes_are_those_of_PyTorch(string operation)
    {
        foreach ((_, string[] inputs, JsonElement result) in PyTorchCases.All.Where(c => c.Operation == operation))
        {
            string what = $"{operation}({string.Join(", ", inputs)})";
            Tensor[] x = [.. inputs.Select(PyTorchCases.Input)];
            if (result.ValueKind == JsonValueKind.Null)
            {
                if (!MoreTolerant.Contains(operation))
                {
                    Exception? error = Record.Exception(() => OperationTable.Apply(operation, x));
                    Assert.True(error is ArgumentException or InvalidOperationException or DivideByZeroException,
                        $"{what}: {error?.ToString() ?? "no error"}");
                }
                continue;
            }
            Tensor y = OperationTable.Apply(operation, x);
            Assert.True(
                PyTorchCases.TypeOf(result) == y.dtype, $"{what}: type {y.dtype}, expected {PyTorchCases.TypeOf(result)}");
            Assert.True(
                PyTorchCases.ShapeOf(result).SequenceEqual(y.shape),
                    $"{what}: {Shape.Text(y.shape)}, expected {Shape.Text(PyTorchCases.ShapeOf(result))}");
            double[] expected = PyTorchCases.ValuesOf(result), found = PyTorchCases.ValuesOf(y);
            // Both sides may be off by some units in the last place; what is 0 may be a difference of numbers near 1.
            double tolerance = y.dtype == ScalarType.Float64 ? 1e-13 : 4e-6;
            for (int i = 0; i < expected.Length; i++)
            {
                bool close = expected[i].Equals(found[i])
                    || Math.Abs(expected[i] - found[i]) <= tolerance * (0.1 + Math.Abs(expected[i]));
                Assert.True(close, $"{what}[{i}]: {found[i]:R}, expected {expected[i]:R}");
            }
        }
    }
}
