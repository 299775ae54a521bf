namespace HackLab.Simulation.ColliderEvents;

/// <summary>
/// What the features are divided by. The published set divides a positive feature by its mean and a signed one by its standard
/// deviation over its own 11 million events, but does not give these numbers. They can be recovered, because the masses can be
/// recomputed from the other features: this fixes all ratios, and the W boson's 80.4 GeV fixes the unit. So a simulated row
/// stands on the same scale as a published one.
/// </summary>
internal static class HiggsScale
{
    internal const double LeptonPt = 55, LeptonEta = 1.03, Missing = 57.8; // GeV, -, GeV
    internal const double Phi = Math.PI / 1.7434;                          // φ ends at ±1.743
    internal static readonly double[] JetPt = [110.7, 81.0, 58.6, 42.5];   // GeV
    internal static readonly double[] JetEta = [0.961, 0.997, 1.062, 1.169];
    internal static readonly double[] JetTag = [2 / 2.173076, 2 / 2.214872, 2 / 2.548224, 2 / 3.101961];
    internal static readonly double[] Masses = [89.4, 182.5, 81.4, 196, 128.5, 339, 515]; // GeV
}
