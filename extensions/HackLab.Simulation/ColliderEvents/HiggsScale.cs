namespace HackLab.Simulation.ColliderEvents;

/// <summary>
/// What the features are divided by. The published set divides a positive feature by its mean and a signed one by its standard
/// deviation over its own 11 million events, but does not give these numbers. They can be recovered, because the masses can be
/// recomputed from the other features (to 0.1 %): this fixes all ratios, and the W boson's 80.4 GeV fixes the unit. So a simulated row
/// stands on the same scale as a published one.
/// </summary>
internal static class HiggsScale
{
    internal const double LeptonPt = 54.64, LeptonEta = 1.0267, Missing = 58.21; // GeV, -, GeV
    internal const double Phi = Math.PI / 1.7434;                                        // φ ends at ±1.743
    internal static readonly double[] JetPt = [109.19, 79.46, 56.96, 41.09];                // GeV
    internal static readonly double[] JetEta = [1.0098, 1.0293, 1.0985, 1.2007];
    internal static readonly double[] JetTag = [2 / 2.173076, 2 / 2.214872, 2 / 2.548224, 2 / 3.101961];
    internal static readonly double[] Masses = [87.72, 179.73, 81.44, 195.24, 126.61, 336.28, 511.55]; // GeV
}
