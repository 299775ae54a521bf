namespace HackLab.Simulation.Jets;

/// <summary>
/// The probabilities with which a parton splits, as functions of z, the share of momentum that the emitted parton takes
/// (Altarelli and Parisi 1977; Ellis, Stirling, Webber, "QCD and Collider Physics", table 5.1): dP = α_s/(2π) P(z) dz dθ²/θ².
/// </summary>
internal static class SplittingKernels
{
    /// <summary>C_F = 4/3: how strongly a quark radiates.</summary>
    internal const double QuarkColour = 4.0 / 3;

    /// <summary>C_A = 3: how strongly a gluon radiates.</summary>
    internal const double GluonColour = 3;

    /// <summary>T_R = 1/2: how strongly a gluon turns into a pair of one flavour.</summary>
    internal const double PairColour = 0.5;

    /// <summary>n_f: the flavours that a gluon may turn into.</summary>
    internal const int Flavours = 5;

    /// <summary>q → q g, the gluon takes z: C_F (1 + (1 − z)²)/z; never above 2 C_F/z.</summary>
    internal static double GluonFromQuark(double z) => QuarkColour * (1 + ((1 - z) * (1 - z))) / z;

    /// <summary>
    /// g → g g: half of P_gg(z) = 2 C_A [z/(1 − z) + (1 − z)/z + z(1 − z)], the half because both gluons are alike, with its pole
    /// at 1 mirrored onto 0 by the symmetry z ↔ 1 − z: C_A [2(1 − z)/z + z(1 − z)]; never above 2 C_A/z.
    /// </summary>
    internal static double GluonFromGluon(double z) => GluonColour * ((2 * (1 - z) / z) + (z * (1 - z)));

    /// <summary>g → q q̄ of any flavour, the quark takes z: n_f T_R (z² + (1 − z)²); never above n_f T_R.</summary>
    internal static double QuarkFromGluon(double z) => Flavours * PairColour * ((z * z) + ((1 - z) * (1 - z)));
}
