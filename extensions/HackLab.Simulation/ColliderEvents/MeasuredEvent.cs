namespace HackLab.Simulation.ColliderEvents;

/// <summary>A jet as the detector reports it.</summary>
/// <param name="P">Its energy and momentum.</param>
/// <param name="Tag">0 no b-tag, 1 a loose one, 2 a tight one.</param>
internal readonly record struct Jet(FourMomentum P, int Tag);

/// <summary>What the detector reports of one collision: a lepton, missing transverse momentum, jets.</summary>
internal sealed class MeasuredEvent
{
    internal FourMomentum Lepton { get; set; }

    internal double MissingX { get; set; }

    internal double MissingY { get; set; }

    /// <summary>The four jets that are listed.</summary>
    internal Jet[] Jets { get; } = new Jet[4];

    /// <summary>One tagged jet, listed or not.</summary>
    internal FourMomentum B1 { get; set; }

    /// <summary>The other tagged jet, listed or not.</summary>
    internal FourMomentum B2 { get; set; }

    /// <summary>The two untagged jets that are taken for a W boson's, listed or not.</summary>
    internal FourMomentum W { get; set; }
}
