namespace HackLab.Simulation.ColliderEvents;

/// <summary>A jet as the detector reports it.</summary>
/// <param name="P">Its energy and momentum.</param>
/// <param name="Tag">0 no b-tag, 1 a loose one, 2 a tight one.</param>
/// <param name="IsBottom">Whether it is taken for one of the two b jets.</param>
internal readonly record struct Jet(FourMomentum P, int Tag, bool IsBottom);

/// <summary>What the detector reports of one collision: a lepton, missing transverse momentum, four jets.</summary>
internal sealed class MeasuredEvent
{
    internal FourMomentum Lepton { get; set; }

    internal double MissingX { get; set; }

    internal double MissingY { get; set; }

    internal Jet[] Jets { get; } = new Jet[4];
}
