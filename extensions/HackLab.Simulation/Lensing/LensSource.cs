namespace HackLab.Simulation.Lensing;

/// <summary>The light of the galaxy behind the lens, by place in its own plane.</summary>
internal abstract class LensSource
{
    /// <summary>Surface brightness along rays, per square second of arc.</summary>
    /// <param name="x">Where each ray ends, in seconds of arc from the middle of the source.</param>
    /// <param name="y">Likewise, upwards.</param>
    /// <param name="brightness">Receives one number per ray, at least 0.</param>
    internal abstract void Shine(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> brightness);
}
