using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Operators;
using TorchSharp.Tensors;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Layers;

/// <summary>The cases of Reference/layers.py by name: the layer, if it has state, and what is computed of the inputs.</summary>
internal static class LayerCases
{
    private static readonly Dictionary<string, Func<(Module? Layer, Tensor[] Inputs, Func<Tensor[], Tensor> Function)>> Cases = [];

    static LayerCases()
    {
        Activations();
        Images();
        Norms();
        Shapes();
        Distances();
        foreach ((string name, Reduction reduction) in new[] { ("none", Reduction.None), ("mean", Reduction.Mean), ("sum", Reduction.Sum) })
        {
            Losses(name, reduction);
        }
        Add("cross_entropy single", CrossEntropyLoss(), [3], Whole([], 2));
        Add("mse broadcast", x => F.mse_loss(x[0], x[1]), [4, 3], [4, 1]);
    }

    public static IEnumerable<string> Names => Cases.Keys;

    public static (Module? Layer, Tensor[] Inputs, Func<Tensor[], Tensor> Function) Make(string name) => Cases[name]();

    /// <summary>((i·step + 11) mod 97 - 48)/32, as in the script.</summary>
    public static Tensor Values(long[] shape, int place)
    {
        int step = new[] { 37, 53, 29, 61, 43, 71 }[place % 6];
        var values = new double[Shape.Elements(shape)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ((i * step + 11 + 7 * place) % 97 - 48) / 32.0;
        }
        return Creation.FromValues<double>(values, shape);
    }

    private static void Activations()
    {
        long[] x = [3, 8];
        Add("relu", ReLU(), x);
        Add("relu6", ReLU6(), x);
        Add("leaky_relu", LeakyReLU(0.2), x);
        Add("elu", ELU(0.7), x);
        Add("selu", SELU(), x);
        Add("celu", CELU(2), x);
        Add("gelu", GELU(), x);
        Add("gelu tanh", GELU(TorchSharp.Modules.GELU.Approximate.tanh), x);
        Add("silu", SiLU(), x);
        Add("mish", Mish(), x);
        Add("sigmoid", Sigmoid(), x);
        Add("tanh", nn.Tanh(), x);
        Add("softplus", Softplus(2, 1.5), x);
        Add("softsign", Softsign(), x);
        Add("tanhshrink", nn.Tanhshrink(), x);
        Add("hardtanh", Hardtanh(-0.5, 0.75), x);
        Add("hardsigmoid", Hardsigmoid(), x);
        Add("hardswish", Hardswish(), x);
        Add("softshrink", Softshrink(0.3), x);
        Add("hardshrink", Hardshrink(0.3), x);
        Add("logsigmoid", LogSigmoid(), x);
        Add("threshold", Threshold(0.2, -0.7), x);
        Add("prelu", () => PReLU(1, dtype: float64), x);
        Add("glu", GLU(), x);
        Add("softmax", Softmax(1), x);
        Add("log_softmax", LogSoftmax(0), x);
        Add("softmin", Softmin(1), x);
        Add("prelu channels", () => PReLU(3, dtype: float64), [2, 3, 4]);
        Add("softmax2d", Softmax2d(), [2, 3, 2, 2]);
    }

    private static void Images()
    {
        Add("linear", () => Linear(8, 3, dtype: float64), [2, 5, 8]);
        Add("conv1d", () => Conv1d(4, 6, 3, stride: 2, padding: 2, dilation: 2, groups: 2, dtype: float64), [2, 4, 11]);
        Add("conv1d same", () => Conv1d(2, 3, 4, padding: Padding.Same, dtype: float64), [2, 2, 7]);
        Add("conv1d unbatched", () => Conv1d(2, 3, 3, dtype: float64), [2, 7]);
        Add("conv2d", () => Conv2d(3, 4, 3, padding: 1, dtype: float64), [2, 3, 6, 5]);
        Add(
            "conv2d uneven", () => Conv2d(4, 6, (3, 2), stride: (2, 1), padding: (1, 2), dilation: (1, 2), groups: 2, dtype: float64),
            [2, 4, 7, 6]);
        Add("conv2d depthwise", () => Conv2d(3, 6, 3, groups: 3, bias: false, dtype: float64), [1, 3, 5, 5]);
        Add("conv2d same", () => Conv2d(2, 3, (4, 3), padding: Padding.Same, dilation: (1, 2), dtype: float64), [1, 2, 6, 7]);
        Add("conv2d unbatched", () => Conv2d(2, 3, 3, dtype: float64), [2, 5, 6]);
        foreach (PaddingModes mode in new[] { PaddingModes.Reflect, PaddingModes.Replicate, PaddingModes.Circular })
        {
            Add(
                "conv2d " + mode.ToString().ToLowerInvariant(),
                () => Conv2d(2, 3, (3, 3), padding: (1, 2), padding_mode: mode, dtype: float64), [2, 2, 5, 6]);
        }
        Add(
            "conv_transpose1d",
            () => ConvTranspose1d(4, 6, 3, stride: 2, padding: 1, output_padding: 1, groups: 2, dilation: 2, dtype: float64), [2, 4, 5]);
        Add("conv_transpose2d", () => ConvTranspose2d(3, 4, 3, stride: 2, padding: 1, output_padding: 1, dtype: float64), [2, 3, 4, 5]);
        Add(
            "conv_transpose2d uneven",
            () => ConvTranspose2d(4, 6, (3, 2), stride: (1, 3), padding: (0, 1), groups: 2, dilation: (2, 1), dtype: float64), [1, 4, 4, 3]);
        Add("max_pool1d", MaxPool1d(3, 2, 1), [2, 3, 9]);
        Add("max_pool2d", MaxPool2d(2), [2, 3, 6, 6]);
        Add("max_pool2d uneven", MaxPool2d((3, 2), (2, 1), (1, 0), (1, 2), ceil_mode: true), [2, 3, 8, 7]);
        Add("avg_pool1d", AvgPool1d(3, 2, 1), [2, 3, 9]);
        Add("avg_pool2d", AvgPool2d(3, 2, 1, ceil_mode: true, count_include_pad: false), [2, 3, 6, 7]);
        Add("avg_pool2d divisor", AvgPool2d(2, divisor_override: 3), [2, 3, 6, 7]);
        Add("adaptive_avg_pool1d", AdaptiveAvgPool1d(4), [2, 3, 9]);
        Add("adaptive_avg_pool2d", AdaptiveAvgPool2d((3, 2)), [2, 3, 7, 5]);
        Add("adaptive_max_pool2d", AdaptiveMaxPool2d([3, 2]), [2, 3, 7, 5]);
        Add("upsample nearest", Upsample(scale_factor: [2, 2]), [1, 2, 3, 4]);
        Add("upsample bilinear", Upsample(scale_factor: [2, 2], mode: UpsampleMode.Bilinear), [1, 2, 3, 4]);
        Add("upsample bilinear corners", Upsample([5, 7], mode: UpsampleMode.Bilinear, align_corners: true), [1, 2, 3, 4]);
        Add("upsample bicubic", Upsample([5, 7], mode: UpsampleMode.Bicubic, align_corners: false), [1, 2, 3, 4]);
        Add("upsample linear", Upsample(scale_factor: [2], mode: UpsampleMode.Linear), [1, 2, 5]);
        Add("pixel_shuffle", PixelShuffle(2), [2, 8, 2, 3]);
        Add("pixel_unshuffle", PixelUnshuffle(2), [2, 2, 4, 6]);
    }

    private static void Norms()
    {
        Batches("batch_norm1d", () => BatchNorm1d(4, dtype: float64), [6, 4]);
        Batches("batch_norm1d sequences", () => BatchNorm1d(4, momentum: 0.3, dtype: float64), [3, 4, 5]);
        Batches("batch_norm2d", () => BatchNorm2d(3, eps: 1e-3, dtype: float64), [2, 3, 4, 5]);
        Batches("batch_norm2d plain", () => BatchNorm2d(3, affine: false, track_running_stats: false, dtype: float64), [2, 3, 4, 5]);
        Batches(
            "batch_norm2d cumulative",
            () =>
            {
                BatchNorm2d layer = BatchNorm2d(3, dtype: float64);
                layer.momentum = null;
                return layer;
            },
            [2, 3, 4, 5]);
        Add("layer_norm", () => LayerNorm(8, dtype: float64), [2, 3, 8]);
        Add("layer_norm two axes", () => LayerNorm([3, 4], eps: 1e-3, dtype: float64), [2, 3, 4]);
        Add("layer_norm plain", () => LayerNorm(8, elementwise_affine: false, dtype: float64), [3, 8]);
        Add("group_norm", () => GroupNorm(2, 6, dtype: float64), [2, 6, 3, 4]);
        Add("instance_norm1d", () => InstanceNorm1d(3, dtype: float64), [2, 3, 7]);
        Func<Module<Tensor, Tensor>> instance = () => InstanceNorm2d(3, affine: true, track_running_stats: true, dtype: float64);
        Add("instance_norm2d", instance, [2, 3, 4, 5]);
        Add("instance_norm2d eval", () => After(instance(), 1, [2, 3, 4, 5]), [2, 3, 4, 5]);
        Add("local_response_norm", LocalResponseNorm(3, 0.5, 0.75, 1.2), [2, 5, 3, 3]);
    }

    private static void Shapes()
    {
        Add("flatten", Flatten(), [2, 3, 4]);
        Add("unflatten", Unflatten(1, [2, -1]), [3, 8]);
        Add("zero_pad2d", ZeroPad2d((1, 2, 0, 3)), [1, 2, 3, 4]);
        Add("constant_pad1d", ConstantPad1d((2, -1), 1.5), [2, 2, 5]);
        Add("reflection_pad2d", ReflectionPad2d((1, 2, 2, 0)), [1, 2, 3, 4]);
        Add("replication_pad3d", ReplicationPad3d(1), [1, 1, 2, 3, 2]);
        Add("pad circular", x => F.pad(x[0], (1, 2), PaddingModes.Circular), [1, 2, 4]);
        Add("unfold", Unfold((2, 3), (2, 1), (1, 0), (1, 2)), [2, 2, 4, 5]);
        Add("fold", Fold((4, 5), (2, 3), (2, 1), (1, 0), (1, 2)), [2, 12, 8]);
        Tables("embedding", () => Embedding(5, 3, padding_idx: -1, dtype: float64), Classes([2, 4], 5));
        Tables("embedding frequency", () => Embedding(5, 3, scale_grad_by_freq: true, dtype: float64), Classes([2, 4], 3));
        Tables("embedding max_norm", () => Embedding(5, 3, max_norm: 1, dtype: float64), Classes([2, 4], 5));
    }

    private static void Distances()
    {
        Func<Module<Tensor, Tensor, Tensor>> product = () => Bilinear(3, 4, 2, dtype: float64);
        Cases["bilinear"] = () =>
        {
            Module<Tensor, Tensor, Tensor> layer = product();
            return (layer, Inputs([5, 3], [5, 4]), x => layer.call(x[0], x[1]));
        };
        Add("cosine_similarity", x => CosineSimilarity().call(x[0], x[1]), [3, 4], [3, 4]);
        Add("pairwise_distance", x => PairwiseDistance().call(x[0], x[1]), [3, 4], [3, 4]);
        Add("pairwise_distance 3", x => PairwiseDistance(3, keepdim: true).call(x[0], x[1]), [3, 4], [3, 4]);
        Add("normalize", x => F.normalize(x[0]), [3, 4]);
        Add("normalize 1", x => F.normalize(x[0], 1, 0), [3, 4]);
    }

    private static void Losses(string name, Reduction r)
    {
        Func<Tensor> p = () => Values([4, 3], 0).sigmoid().requires_grad_(), t = () => Values([4, 3], 1).sigmoid();
        Tensor sign = Creation.FromValues<double>([1, -1, -1, 1], [4]), w = Creation.FromValues<double>([0.5, 2, 1.5], [3]);
        Pair("mse", MSELoss(r));
        Pair("l1", L1Loss(r));
        Pair("smooth_l1", SmoothL1Loss(r, 0.6));
        Pair("huber", HuberLoss(0.6, r));
        Pair("kl log", KLDivLoss(reduction: r));
        Of("bce", BCELoss(reduction: r), p, t);
        Of("bce weight", BCELoss(w, r), p, t);
        Of("bce logits", BCEWithLogitsLoss(reduction: r), Scores, t);
        Of("bce logits weights", BCEWithLogitsLoss(w, r, w * 2), Scores, t);
        Of("kl", KLDivLoss(false, r), Scores, t);
        Of("cross_entropy", CrossEntropyLoss(reduction: r), Scores, () => Classes([4], 3));
        Of("cross_entropy weight", CrossEntropyLoss(w, 1, r), Scores, () => Classes([4], 3));
        Of("cross_entropy images", CrossEntropyLoss(w, reduction: r), () => Input([2, 3, 2, 2], 0), () => Classes([2, 2, 2], 3));
        Of("cross_entropy smooth", new CrossEntropyLoss(w, 1, r, 0.2), Scores, () => Classes([4], 3));
        Of("cross_entropy shares", new CrossEntropyLoss(w, null, r, 0.2), Scores, t);
        Of("nll", NLLLoss(w, r), Scores, () => Classes([4], 3));
        Add($"cosine_embedding {name}", x => CosineEmbeddingLoss(0.1, r).call(x[0], x[1], sign), [4, 3], [4, 3]);
        Add($"hinge_embedding {name}", x => HingeEmbeddingLoss(0.8, r).call(x[0], sign), [4]);
        Add($"margin_ranking {name}", x => MarginRankingLoss(0.3, r).call(x[0], x[1], sign), [4], [4]);
        Of("multi_margin", MultiMarginLoss(2, 0.7, w, r), Scores, () => Classes([4], 3));
        Of("multilabel_soft_margin", MultiLabelSoftMarginLoss(w, r), Scores, () => t().round());
        Add($"soft_margin {name}", x => SoftMarginLoss(r).call(x[0], sign), [4]);
        Add($"triplet {name}", x => TripletMarginLoss(0.6, swap: true, reduction: r).call(x[0], x[1], x[2]), [4, 3], [4, 3], [4, 3]);
        Cases[$"gaussian_nll {name}"] = () => (null, [.. Inputs([4, 3], [4, 3]), p()], x => F.gaussian_nll_loss(x[0], x[1], x[2], true, 0.375f, r));
        Of("poisson_nll", PoissonNLLLoss(full: true, reduction: r), Scores, () => t() * 5);

        Tensor Scores() => Input([4, 3], 0);
        void Pair(string kind, Loss<Tensor, Tensor, Tensor> loss) => Add($"{kind} {name}", x => loss.call(x[0], x[1]), [4, 3], [4, 3]);
        void Of(string kind, Loss<Tensor, Tensor, Tensor> loss, Func<Tensor> input, Func<Tensor> target) =>
            Cases[$"{kind} {name}"] = () => (null, [input(), target()], x => loss.call(x[0], x[1]));
    }

    private static Tensor Classes(long[] shape, int count)
    {
        var values = new long[Shape.Elements(shape)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (i * 5 + 2) % count;
        }
        return Whole(shape, values);
    }

    private static Tensor Whole(long[] shape, params long[] values) => Creation.FromValues<long>(values, shape);

    private static Tensor Input(long[] shape, int place) => Values(shape, place).requires_grad_();

    private static Tensor[] Inputs(params long[][] shapes) => [.. shapes.Select(Input)];

    private static void Add(string name, Func<Tensor[], Tensor> function, params long[][] shapes) =>
        Cases[name] = () => (null, Inputs(shapes), function);

    private static void Add(string name, Module<Tensor, Tensor> layer, long[] shape) => Add(name, () => layer, shape);

    private static void Add(string name, Loss<Tensor, Tensor, Tensor> loss, long[] shape, Tensor target) =>
        Cases[name] = () => (null, Inputs(shape), x => loss.call(x[0], target));

    private static void Add(string name, Func<Module<Tensor, Tensor>> make, long[] shape) => Cases[name] = () =>
    {
        Module<Tensor, Tensor> layer = make();
        return (layer, Inputs(shape), x => layer.call(x[0]));
    };

    private static void Tables(string name, Func<Embedding> make, Tensor numbers) => Cases[name] = () =>
    {
        Embedding layer = make();
        return (layer, [numbers], x => layer.call(x[0]));
    };

    private static void Batches(string name, Func<Module<Tensor, Tensor>> make, long[] shape)
    {
        Add(name, make, shape);
        Add(name + " again", () => After(make(), 1, shape, eval: false), shape);
        Add(name + " eval", () => After(make(), 2, shape), shape);
    }

    // The layer after it has seen the same batch before.
    private static Module<Tensor, Tensor> After(Module<Tensor, Tensor> layer, int batches, long[] shape, bool eval = true)
    {
        for (int i = 0; i < batches; i++)
        {
            layer.call(Values(shape, 0));
        }
        layer.train(!eval);
        return layer;
    }
}
