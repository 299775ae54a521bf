using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch;

/// <summary>The ONNX operators of layers without weights: activations, shapes, sizes.</summary>
internal static class OnnxActivations
{
    /// <summary>As <see cref="OnnxLayers.Write"/>.</summary>
    public static string Write(OnnxGraph graph, nn.Module<Tensor, Tensor> layer, string path, string input, Tensor x, Tensor y)
    {
        switch (layer.GetType().Name)
        {
            case "Dropout" or "Dropout1d" or "Dropout2d" or "Dropout3d" or "AlphaDropout" or "FeatureAlphaDropout":
                return input;    // nothing in evaluation mode
            case "ReLU":
                return graph.Node("Relu", path, [input]);
            case "Sigmoid" or "Tanh" or "Softsign":
                return graph.Node(layer.GetType().Name, path, [input]);
            case "LeakyReLU":
                return graph.Node("LeakyRelu", path, [input], ("alpha", (float)Setting<double>(layer, "negative_slope", path)));
            case "ELU":
                return graph.Node("Elu", path, [input], ("alpha", (float)Setting<double>(layer, "alpha", path)));
            case "SELU":
                return graph.Node("Selu", path, [input]);
            case "Softmax" or "LogSoftmax":
                return graph.Node(layer.GetType().Name, path, [input], ("axis", Setting<long>(layer, "dim", path)));
            case "Softplus" when Setting<double>(layer, "beta", path) == 1:
                return graph.Node("Softplus", path, [input]);
            case "ReLU6":
                return graph.Node("Clip", path, [input, graph.Values(path, x.dtype, 0), graph.Values(path, x.dtype, 6)]);
            case "SiLU":
                return graph.Node("Mul", path, [input, graph.Node("Sigmoid", path, [input])]);
            case "Mish":
                return graph.Node("Mul", path, [input, graph.Node("Tanh", path, [graph.Node("Softplus", path, [input])])]);
            case "GELU":
                return Gelu(graph, layer, path, input, x.dtype);
            case "Flatten" or "Unflatten":
                return Reshape(graph, layer, path, input, x, y);
            case "Upsample":
                return Resize(graph, layer, path, input, x, y);
            default:
                throw OnnxLayers.Unknown(path, layer);
        }
    }

    // x/2·(1 + erf(x/√2)), or with tanh: x/2·(1 + tanh(√(2/π)·(x + 0.044715·x³)))
    private static string Gelu(OnnxGraph graph, nn.Module layer, string path, string x, ScalarType type)
    {
        string Number(double value) => graph.Values(path, type, value);
        string Times(string a, string b) => graph.Node("Mul", path, [a, b]);
        string Plus(string a, string b) => graph.Node("Add", path, [a, b]);
        string curve;
        if (Setting<Enum>(layer, "approximate", path).ToString() == "tanh")
        {
            string cube = Times(Times(Times(x, x), x), Number(0.044715));
            curve = graph.Node("Tanh", path, [Times(Plus(x, cube), Number(Math.Sqrt(2 / Math.PI)))]);
        }
        else
        {
            curve = graph.Node("Erf", path, [Times(x, Number(Math.Sqrt(0.5)))]);
        }
        return Times(Times(x, Number(0.5)), Plus(curve, Number(1)));
    }

    // The first axis stays open: 0 copies its size.
    private static string Reshape(OnnxGraph graph, nn.Module layer, string path, string input, Tensor x, Tensor y)
    {
        if (x.Sizes.Length == 0 || y.Sizes.Length == 0 || x.Sizes[0] != y.Sizes[0])
        {
            throw OnnxLayers.Unknown(path, layer, "a change of the first axis");
        }
        return graph.Node("Reshape", path, [input, graph.Numbers(path, [0, .. y.Sizes[1..]])]);
    }

    private static string Resize(OnnxGraph graph, nn.Module layer, string path, string input, Tensor x, Tensor y)
    {
        bool isAligned = layer is TorchSharp.Modules.Upsample { align_corners: true };
        string mode = Setting<Enum>(layer, "mode", path).ToString();
        var scales = new double[x.Sizes.Length];
        for (int d = 0; d < scales.Length; d++)
        {
            scales[d] = d == 0 ? 1 : (double)y.Sizes[d] / x.Sizes[d];
        }
        (string Name, object Value)[] attributes = mode switch
        {
            "Nearest" => [("mode", "nearest"), ("coordinate_transformation_mode", "asymmetric"), ("nearest_mode", "floor")],
            "Linear" or "Bilinear" or "Trilinear" => [("mode", "linear"), Coordinates(isAligned)],
            "Bicubic" => [("mode", "cubic"), ("cubic_coeff_a", -0.75f), Coordinates(isAligned)],
            _ => throw OnnxLayers.Unknown(path, layer, $"mode {mode}"),
        };
        return graph.Node("Resize", path, [input, "", graph.Values(path, ScalarType.Float32, scales)], attributes);
    }

    private static (string Name, object Value) Coordinates(bool isAligned) =>
        ("coordinate_transformation_mode", isAligned ? "align_corners" : "pytorch_half_pixel");

    // Settings are the layers' public properties, under TorchSharp's names.
    private static T Setting<T>(nn.Module layer, string name, string path) =>
        layer.GetType().GetProperty(name)?.GetValue(layer) is T value ? value
            : throw OnnxLayers.Unknown(path, layer, $"{name} unset");
}
