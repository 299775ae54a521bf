using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Operators;
using static TorchSharp.torch;

namespace ManagedTorch;

/// <summary>The ONNX operators of layers with weights or geometry; the others are in <see cref="OnnxActivations"/>.</summary>
internal static class OnnxLayers
{
    /// <summary>Adds the operators of one layer; returns the name of their result.</summary>
    /// <param name="graph">Where.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="path">Its path in the network.</param>
    /// <param name="input">The name of its input.</param>
    /// <param name="x">An example of its input.</param>
    /// <param name="y">What it gave for that.</param>
    /// <exception cref="NotSupportedException">The layer, or a setting of it, cannot be exported.</exception>
    public static string Write(OnnxGraph graph, nn.Module<Tensor, Tensor> layer, string path, string input, Tensor x, Tensor y) =>
        layer switch
    {
        Identity => input,
        Linear linear => WriteLinear(graph, linear, path, input, x),
        Convolution convolution => WriteConvolution(graph, convolution, path, input),
        BatchNorm norm => WriteBatchNorm(graph, norm, path, input),
        LayerNorm norm => WriteLayerNorm(graph, norm, path, input, x),
        MaxPool1d pool =>
            Pool(graph, "MaxPool", path, input, [pool.kernel_size], [pool.stride ?? pool.kernel_size], [pool.padding ?? 0],
            pool.ceil_mode, ("dilations", new[] { pool.dilation ?? 1 })),
        MaxPool2d pool => Pool(graph, "MaxPool", path, input, pool.kernel_size, pool.stride, pool.padding, pool.ceil_mode,
            ("dilations", pool.dilation)),
        AvgPool1d pool => Pool(graph, "AveragePool", path, input, [pool.kernel_size], [pool.stride ?? pool.kernel_size],
            [pool.padding ?? 0], pool.ceil_mode, ("count_include_pad", pool.count_include_pad ? 1L : 0L)),
        AvgPool2d pool when pool.divisor_override is null =>
            Pool(graph, "AveragePool", path, input, pool.kernel_size, pool.stride,
            pool.padding, pool.ceil_mode, ("count_include_pad", pool.count_include_pad ? 1L : 0L)),
        AdaptiveAvgPool1d or AdaptiveAvgPool2d => WriteAdaptive(graph, "AveragePool", layer, path, input, x, y),
        AdaptiveMaxPool2d => WriteAdaptive(graph, "MaxPool", layer, path, input, x, y),
        PixelShuffle shuffle => graph.Node(
            "DepthToSpace", path, [input], ("blocksize", shuffle.upscale_factor), ("mode", "CRD")),
        _ => OnnxActivations.Write(graph, layer, path, input, x, y),
    };

    /// <summary>The error for a layer that cannot be exported.</summary>
    public static NotSupportedException Unknown(string path, nn.Module layer, string? setting = null) => new(
        $"ONNX export: layer '{path}' ({layer.GetType().Name}) cannot be exported{(setting is null ? "" : $" with {setting}")}. "
        + "Export takes a layer, or a Sequential of the engine's own layers.");

    private static string Key(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string WriteLinear(OnnxGraph graph, Linear layer, string path, string input, Tensor x)
    {
        if (x.Sizes.Length == 2)
        {
            string weight = graph.Constant(Key(path, "weight"), layer.weight!);
            string[] inputs = layer.bias is { } b ? [input, weight, graph.Constant(Key(path, "bias"), b)] : [input, weight];
            return graph.Node("Gemm", path, inputs, ("transB", 1L));
        }
        // Gemm takes matrices only; MatMul takes any number of axes, but no transposed weight.
        string transposed = graph.Constant(Key(path, "weight.T"), Views.Transpose(layer.weight!, 0, 1));
        string product = graph.Node("MatMul", path, [input, transposed]);
        return layer.bias is { } bias ? graph.Node("Add", path, [product, graph.Constant(Key(path, "bias"), bias)]) : product;
    }

    private static string WriteConvolution(OnnxGraph graph, Convolution layer, string path, string input)
    {
        int axes = layer.kernel_size.Length;
        var pads = new long[2 * axes];
        for (int d = 0; d < axes; d++)
        {
            // "Same" puts the odd one at the end, as PyTorch does.
            long all = layer.padding_type == Padding.Same ? layer.dilation[d] * (layer.kernel_size[d] - 1)
                : 2 * (layer.padding?[d] ?? 0);
            pads[d] = all / 2;
            pads[axes + d] = all - all / 2;
        }
        if (layer.padding_mode != PaddingModes.Zeros)
        {
            string mode = layer.padding_mode == PaddingModes.Reflect ? "reflect"
                : layer.padding_mode == PaddingModes.Replicate ? "edge"
                : throw Unknown(path, layer, $"padding mode {layer.padding_mode}");
            long[] all = [0, 0, .. pads[..axes], 0, 0, .. pads[axes..]];
            input = graph.Node("Pad", path, [input, graph.Numbers(path, all)], ("mode", mode));
            pads = new long[2 * axes];
        }
        string weight = graph.Constant(Key(path, "weight"), layer.weight!);
        string[] inputs = layer.bias is { } bias ? [input, weight, graph.Constant(Key(path, "bias"), bias)] : [input, weight];
        (string, object)[] attributes =
        [
            ("kernel_shape", layer.kernel_size), ("strides", layer.stride), ("pads", pads), ("dilations", layer.dilation),
            ("group", layer.groups),
        ];
        return layer.transposed
            ? graph.Node("ConvTranspose", path, inputs, [.. attributes, ("output_padding", layer.output_padding)])
            : graph.Node("Conv", path, inputs, attributes);
    }

    private static string WriteBatchNorm(OnnxGraph graph, BatchNorm layer, string path, string input)
    {
        if (layer.get_buffer("running_mean") is not { } mean || layer.get_buffer("running_var") is not { } variance)
        {
            throw Unknown(path, layer, "track_running_stats: false");
        }
        string Named(string name, double otherwise) => graph.Constant(
            Key(path, name), layer.get_parameter(name) ?? Creation.Full(mean.Sizes, otherwise, mean.dtype));
        return graph.Node(
            "BatchNormalization",
            path,
            [
                input, Named("weight", 1), Named("bias", 0), graph.Constant(Key(path, "running_mean"), mean),
                graph.Constant(Key(path, "running_var"), variance),
            ],
            ("epsilon", (float)layer.eps));
    }

    private static string WriteLayerNorm(OnnxGraph graph, LayerNorm layer, string path, string input, Tensor x)
    {
        Tensor weight = layer.get_parameter("weight") ?? Creation.Full(layer.normalized_shape, 1, x.dtype);
        string[] inputs = [input, graph.Constant(Key(path, "weight"), weight)];
        if (layer.get_parameter("bias") is { } bias)
        {
            inputs = [.. inputs, graph.Constant(Key(path, "bias"), bias)];
        }
        return graph.Node(
            "LayerNormalization", path, inputs, ("axis", -(long)layer.normalized_shape.Length), ("epsilon", (float)layer.eps));
    }

    private static string Pool(
        OnnxGraph graph, string operation, string path, string input, long[] kernel, long[]? stride, long[]? padding, bool ceil,
        params (string, object)[] more)
    {
        long[] pads = padding ?? new long[kernel.Length];
        return graph.Node(
            operation, path, [input],
            [
                ("kernel_shape", kernel), ("strides", stride ?? kernel), ("pads", (long[])[.. pads, .. pads]),
                ("ceil_mode", ceil ? 1L : 0L), .. more,
            ]);
    }

    // ONNX has no adaptive pooling; where the sizes divide, it is a pooling with equal windows.
    private static string WriteAdaptive(
        OnnxGraph graph, string operation, nn.Module layer, string path, string input, Tensor x, Tensor y)
    {
        var window = new long[x.Sizes.Length - 2];
        for (int d = 0; d < window.Length; d++)
        {
            (long from, long to) = (x.Sizes[d + 2], y.Sizes[d + 2]);
            window[d] = from % to == 0 ? from / to
                : throw Unknown(path, layer, $"input size {from} for output size {to} (it must divide)");
        }
        return Pool(graph, operation, path, input, window, window, null, false);
    }
}
