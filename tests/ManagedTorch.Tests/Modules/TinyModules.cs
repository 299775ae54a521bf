using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Operators;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Modules;

/// <summary>y = x·Wᵀ + b, with fixed first values.</summary>
internal sealed class Affine : nn.Module<Tensor, Tensor>
{
    public readonly Parameter weight;
    public readonly Parameter bias;

    public Affine(long inputs, long outputs, ScalarType type = ScalarType.Float32) : base(nameof(Affine))
    {
        weight = new Parameter(Copies.To(arange(0, inputs * outputs), type).Reshaped(outputs, inputs) / 10.0);
        bias = new Parameter(Creation.Full([outputs], 0.5, type));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => MatrixProducts.Linear(input, weight, bias);
}

/// <summary>Short words for the tests.</summary>
internal static class TensorWords
{
    public static Tensor Sum(this Tensor x) => Reductions.Sum(x, [], false);

    public static Tensor Reshaped(this Tensor x, params long[] sizes) => Views.View(x, sizes);
}

/// <summary>Two layers, a list, an own parameter and two buffers.</summary>
internal sealed class Net : nn.Module<Tensor, Tensor>
{
    private readonly Affine first = new(3, 4);
    private readonly ModuleList<Affine> rest = new(new Affine(4, 4), new Affine(4, 2));
    [ComponentName(Name = "scale")]
    private readonly Parameter _s = new(ones(2));
    private readonly Tensor mean = zeros(3);
    private readonly nn.Module<Tensor, Tensor>? absent = null;

    public Net() : base("net")
    {
        RegisterComponents();
        register_buffer("scratch", zeros(1), persistent: false);
    }

    public bool HasAbsent => absent is not null;

    public override Tensor forward(Tensor input)
    {
        Tensor x = first.call(input - mean);
        foreach (Affine layer in rest)
        {
            x = layer.call(x);
        }
        return x * _s;
    }
}
