using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.AtlasHiggs;

/// <summary>
/// How the classes are mixed. The published rows come from samples of different size: some processes were simulated far more
/// often than nature makes them, which weights put right. The shares of events and the weights relative to each other were
/// counted from 5000 of those rows, where each sample has a weight of its own; what has none (the largest part of the background)
/// is taken as W bosons with jets.
/// </summary>
internal static class AtlasMixture
{
    internal const int MostJetsCounted = 3;

    /// <summary>85,667 of the 250,000 rows that the competition trained on.</summary>
    internal const double SignalShare = 0.342668;

    // Shares of the events in a class; the last of each class takes the rest.
    private const double GluonFusion = 0.383, VectorBosonFusion = 0.440, WithW = 0.085;
    private const double ZToTaus = 0.312, TopPair = 0.055;

    // Weight of a row by its number of jets: rare, many-jet events were simulated on purpose.
    private static readonly double[] ZWeights = [0.464, 0.368, 0.165, 0.077], WWeights = [1.266, 0.762, 0.613, 0.426];

    /// <summary>Draws what kind of collision it is.</summary>
    internal static AtlasProcess Draw(SeededRandom random, bool signal)
    {
        double u = random.NextDouble();
        if (signal)
        {
            return u < GluonFusion ? AtlasProcess.GluonFusion
                : u < GluonFusion + VectorBosonFusion ? AtlasProcess.VectorBosonFusion
                : u < GluonFusion + VectorBosonFusion + WithW ? AtlasProcess.WithW : AtlasProcess.WithZ;
        }
        return u < ZToTaus ? AtlasProcess.ZToTaus : u < ZToTaus + TopPair ? AtlasProcess.TopPair : AtlasProcess.WWithJets;
    }

    /// <summary>Weight of an event within its class, up to a common factor.</summary>
    internal static double Weight(AtlasProcess process, int jets) => process switch
    {
        AtlasProcess.GluonFusion => 5.72,
        AtlasProcess.VectorBosonFusion or AtlasProcess.WithW => 0.461,
        AtlasProcess.WithZ => 0.815,
        AtlasProcess.ZToTaus => ZWeights[Math.Min(jets, MostJetsCounted)],
        AtlasProcess.TopPair => 0.227,
        _ => WWeights[Math.Min(jets, MostJetsCounted)],
    };

    /// <summary>The chance that an event enters the set: the heavier its weight, the fewer there are of it.</summary>
    internal static double Keep(AtlasProcess process, int jets) => process switch
    {
        AtlasProcess.ZToTaus => ZWeights[^1] / ZWeights[Math.Min(jets, MostJetsCounted)],
        AtlasProcess.WWithJets => WWeights[^1] / WWeights[Math.Min(jets, MostJetsCounted)],
        _ => 1,
    };
}

/// <summary>The kinds of collisions in the set.</summary>
internal enum AtlasProcess
{
    GluonFusion,
    VectorBosonFusion,
    WithW,
    WithZ,
    ZToTaus,
    TopPair,
    WWithJets,
}
