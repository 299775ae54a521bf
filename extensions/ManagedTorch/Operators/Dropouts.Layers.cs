using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>What the layers do in training; in evaluation they hand on their input under a second handle.</summary>
internal static partial class Dropouts
{
    private const double AlphaPrime = 1.7580993408473766;    // minus the limit of SELU

    /// <summary>Each value 0 with probability p, otherwise divided by 1 - p.</summary>
    public static Tensor OfElements(Tensor x, double p, bool training, bool inPlace) =>
        Run(x, p, training, inPlace, "dropout", static (z, p) => Drop(z, p));

    /// <summary>Each channel of (N, C, …) 0 with probability p, otherwise divided by 1 - p.</summary>
    public static Tensor OfChannels(Tensor x, double p, bool training, bool inPlace) =>
        Run(x, p, training, inPlace, "feature_dropout", static (z, p) => z * Noise(z, ChannelSizes(z), p, 1 / (1 - p)));

    /// <summary>Values set to SELU's limit with probability p, then mean and variance restored (Klambauer and others,
    /// 2017).</summary>
    public static Tensor Alpha(Tensor x, double p, bool training, bool inPlace) =>
        Run(x, p, training, inPlace, "alpha_dropout", static (z, p) => Alpha(z, z.Sizes, p));

    /// <summary>The same for whole channels of (N, C, …).</summary>
    public static Tensor AlphaOfChannels(Tensor x, double p, bool training, bool inPlace) =>
        Run(x, p, training, inPlace, "feature_alpha_dropout", static (z, p) => Alpha(z, ChannelSizes(z), p));

    private static Tensor Run(
        Tensor x, double p, bool training, bool inPlace, string name, Func<Tensor, double, Tensor> operation)
    {
        CheckProbability(name, p);
        FloatingTypes.Require(name, x);
        if (p == 0 || !training || x.Elements == 0)
        {
            return inPlace ? x : Views.Itself(x);
        }
        Func<Tensor, double, Tensor> drop = p == 1 ? static (z, _) => Arithmetic.Multiply(z, 0) : operation;
        return inPlace ? InPlace.Apply(x, z => drop(z, p)) : drop(x, p);
    }

    // x·a where it is kept, -α'·a where not, everything moved by α'·a·p.
    private static Tensor Alpha(Tensor x, long[] sizes, double p)
    {
        double a = 1 / Math.Sqrt((AlphaPrime * AlphaPrime * p + 1) * (1 - p));
        Tensor noise = Noise(x, sizes, p, 1);
        Tensor shift = (noise - 1) * (AlphaPrime * a) + AlphaPrime * a * p;
        return x * (noise * a) + shift;
    }

    // scale with probability 1 - p, else 0.
    private static Tensor Noise(Tensor x, long[] sizes, double p, double scale) => Copies.To(DrawMask(sizes, p), x.dtype) * scale;

    private static long[] ChannelSizes(Tensor x)
    {
        if (x.Sizes.Length < 2)
        {
            throw new ArgumentException(
                $"Feature dropout requires at least 2 dimensions in the input, found {Shape.Text(x.Sizes)}");
        }
        var sizes = new long[x.Sizes.Length];
        Array.Fill(sizes, 1);
        (sizes[0], sizes[1]) = (x.Sizes[0], x.Sizes[1]);
        return sizes;
    }
}
