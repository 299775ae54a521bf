using TorchSharp;
using TorchSharp.Files;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ManagedTorch;

/// <summary>Writes networks as ONNX files, which other runtimes execute.</summary>
/// <remarks>ManagedTorch's own addition to TorchSharp's API. ONNX operator set 17; the first axis of input and output is
/// open.</remarks>
public static class Onnx
{
    private const int OperatorSet = 17;

    /// <summary>Writes a network of layers in a row: a layer, or a Sequential, which may hold others. In evaluation mode:
    /// dropout is
    /// left out, batch normalisation uses its running statistics.</summary>
    /// <param name="module">The network.</param>
    /// <param name="exampleInput">An input; its sizes but the first are those of the model.</param>
    /// <param name="path">The file; it appears when it is complete.</param>
    /// <exception cref="NotSupportedException">A layer that cannot be exported; names it. Nothing is written.</exception>
    /// <exception cref="ArgumentException">The example does not fit; names the layer. Nothing is written.</exception>
    /// <example><code>Onnx.Export(net, torch.zeros(1, 28), "net.onnx");</code></example>
    public static void Export(nn.Module<Tensor, Tensor> module, Tensor exampleInput, string path)
    {
        byte[] model = Model(module, exampleInput);
        AtomicFile.Write(path, stream => stream.Write(model));
    }

    internal static byte[] Model(nn.Module<Tensor, Tensor> module, Tensor exampleInput)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable mode = no_grad();
        var training = module.modules().Prepend(module).Select(static layer => (Layer: layer, layer.training)).ToList();
        try
        {
            module.eval();
            var graph = new OnnxGraph();
            (string name, Tensor output) = Walk(graph, module, "", "input", exampleInput);
            string result = graph.Node("Identity", "output", [name]);
            return graph.Model(module.GetName(), "input", exampleInput, result, output, OperatorSet);
        }
        finally
        {
            foreach ((nn.Module layer, bool wasTraining) in training)
            {
                layer.train(wasTraining);
            }
        }
    }

    private static (string Name, Tensor Output) Walk(OnnxGraph graph, nn.Module module, string path, string input, Tensor x)
    {
        if (module.GetType() == typeof(Sequential))
        {
            foreach ((string name, nn.Module layer) in module.named_children())
            {
                (input, x) = Walk(graph, layer, path.Length == 0 ? name : $"{path}.{name}", input, x);
            }
            return (input, x);
        }
        if (module is not nn.Module<Tensor, Tensor> single || module.GetType().Assembly != typeof(Onnx).Assembly)
        {
            throw OnnxLayers.Unknown(path, module);
        }
        Tensor y = single.call(x);
        return (OnnxLayers.Write(graph, single, path, input, x, y), y);
    }
}
