using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The momentum of a group, whatever the optimiser calls it: momentum, or Adam's beta1.</summary>
internal static class MomentumCycle
{
    /// <summary>Throws unless every group has a momentum.</summary>
    /// <exception cref="ArgumentException">A group has none.</exception>
    public static void Check(optim.ILearningRateController[] groups)
    {
        if (!Array.TrueForAll(groups, static group => group is optim.IMomentum or optim.IBetas))
        {
            throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled");
        }
    }

    /// <summary>Sets momentum or beta1.</summary>
    public static void Set(optim.ILearningRateController group, double momentum)
    {
        if (group is optim.IBetas adam)
        {
            adam.Betas = (momentum, adam.Betas.Item2);
        }
        else if (group is optim.IMomentum sgd)
        {
            sgd.Momentum = momentum;
        }
    }

    /// <summary>One value per group: as given, or one value for all.</summary>
    /// <exception cref="ArgumentException">Neither one value nor one per group.</exception>
    public static double[] PerGroup(IEnumerable<double>? values, double otherwise, int groups, string name)
    {
        double[] given = values is null ? [otherwise] : [.. values];
        return given.Length == groups ? given
            : given.Length == 1 ? [.. Enumerable.Repeat(given[0], groups)]
            : throw new ArgumentException($"expected {groups} values for {name}, got {given.Length}", name);
    }
}
