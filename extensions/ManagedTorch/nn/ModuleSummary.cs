using System.Globalization;
using System.Text;
using TorchSharp;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace ManagedTorch;

/// <summary>A table of a network's layers: name and kind, output shape, number of parameters.</summary>
/// <remarks>ManagedTorch's own addition to TorchSharp's API.</remarks>
public static class ModuleSummary
{
    /// <summary>Runs the module once on zeros of that shape, in evaluation mode and without gradients, and lists what its
    /// layers gave.</summary>
    /// <param name="module">The network.</param>
    /// <param name="inputShape">The shape of its input, batch included.</param>
    /// <returns>Lines of text; a layer that was not called has "-" as shape.</returns>
    /// <exception cref="ArgumentException">The shape does not fit; names the layer.</exception>
    /// <example><code>Console.WriteLine(net.Summary(1, 28));</code></example>
    public static string Summary(this nn.Module<Tensor, Tensor> module, params long[] inputShape)
    {
        ScalarType type = module.parameters().FirstOrDefault()?.dtype ?? ScalarType.Float32;
        using DisposeScope scope = NewDisposeScope();
        return Summary(module, TorchSharp.Operators.Creation.Full(inputShape, 0, type));
    }

    /// <summary>Runs the module once on an example, in evaluation mode and without gradients, and lists what its layers
    /// gave.</summary>
    /// <param name="module">The network.</param>
    /// <param name="example">An input, batch included.</param>
    /// <exception cref="ArgumentException">The example does not fit; names the layer.</exception>
    public static string Summary(this nn.Module<Tensor, Tensor> module, Tensor example)
    {
        var shapes = new Dictionary<nn.Module, string>(ReferenceEqualityComparer.Instance);
        List<(string Name, nn.Module Module)> layers = [];
        AddLayers(layers, "", module);
        Run(module, example, layers, shapes);
        var rows = new List<string[]> { new[] { "Layer", "Output shape", "Parameters" } };
        foreach ((string name, nn.Module layer) in layers)
        {
            rows.Add(
                [$"{name} ({Kind(layer)})", shapes.GetValueOrDefault(layer, "-"), Text(Count(layer.parameters(recurse: false)))]);
        }
        long own = Count(module.parameters(recurse: false));
        if (own > 0)
        {
            rows.Add(["(own parameters)", "", Text(own)]);
        }
        long learned = Count(module.parameters().Where(static parameter => parameter.requires_grad));
        long all = Count(module.parameters());
        rows.Add([$"{module.GetName()} ({Kind(module)})", shapes.GetValueOrDefault(module, "-"), Text(all)]);
        return Table(rows) + $"Learned: {Text(learned)}, fixed: {Text(all - learned)}{Environment.NewLine}";
    }

    // Depth first, in the order of registration.
    private static void AddLayers(List<(string Name, nn.Module Module)> layers, string prefix, nn.Module module)
    {
        foreach ((string name, nn.Module child) in module.named_children())
        {
            layers.Add((prefix + name, child));
            AddLayers(layers, $"{prefix}{name}.", child);
        }
    }

    private static void Run(
        nn.Module<Tensor, Tensor> module,
        Tensor example,
        List<(string Name, nn.Module Module)> layers,
        Dictionary<nn.Module, string> shapes)
    {
        var observer = new Observer(shapes);
        bool[] training = [module.training, .. layers.Select(static layer => layer.Module.training)];
        TorchSharp.Modules.LayerPath.Observer = observer.See;
        try
        {
            module.eval();
            using DisposeScope scope = NewDisposeScope();
            using IDisposable mode = no_grad();
            module.call(example);
        }
        finally
        {
            TorchSharp.Modules.LayerPath.Observer = null;
            module.train(training[0]);
            for (int i = 0; i < layers.Count; i++)
            {
                layers[i].Module.train(training[i + 1]);
            }
        }
    }

    private static string Table(List<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, 3).Select(column => rows.Max(row => row[column].Length))];
        string rule = new('-', widths.Sum() + 4);
        var text = new StringBuilder();
        for (int i = 0; i < rows.Count; i++)
        {
            if (i == 1 || i == rows.Count - 1)
            {
                text.AppendLine(rule);
            }
            text.Append(rows[i][0].PadRight(widths[0] + 2)).Append(rows[i][1].PadRight(widths[1] + 2));
            text.AppendLine(rows[i][2].PadLeft(widths[2]));
        }
        return text.ToString();
    }

    private static string Kind(nn.Module module) => module.GetType().Name.Split('`')[0];

    private static long Count(IEnumerable<Tensor> parameters) => parameters.Sum(static parameter => parameter.numel());

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private sealed class Observer(Dictionary<nn.Module, string> shapes)
    {
        public void See(nn.Module module, object? result)
        {
            if (Describe(result) is { } shape)
            {
                shapes[module] = shape;
            }
        }

        private static string? Describe(object? result) => result switch
        {
            Tensor tensor => Shape.Text(tensor.Sizes),
            System.Runtime.CompilerServices.ITuple tuple => string.Join(
                ", ", Enumerable.Range(0, tuple.Length).Select(i => Describe(tuple[i]) ?? "-")),
            _ => null,
        };
    }
}
