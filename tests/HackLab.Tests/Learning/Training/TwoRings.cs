using TorchSharp;
using static TorchSharp.torch;

namespace HackLab.Tests.Learning;

/// <summary>Points on a small circle and on a large one around it, and a network that can tell them apart.</summary>
internal static class TwoRings
{
    internal static (Tensor X, Tensor Y) Make(int points, int seed, float noise = 0.1f)
    {
        var draws = new Generator((ulong)seed);
        Tensor y = arange(points) % 2, angle = rand(points, generator: draws) * (2 * Math.PI);
        Tensor radius = 1 + y.to(float32) + (randn(points, generator: draws) * noise);
        return (stack([radius * angle.cos(), radius * angle.sin()], 1), y.to(int64));
    }

    internal static nn.Module<Tensor, Tensor> Network(double dropout = 0)
    {
        manual_seed(0);
        return nn.Sequential(nn.Linear(2, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Dropout(dropout), nn.Linear(16, 2));
    }
}
