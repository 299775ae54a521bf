using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.SpinEcho;

/// <summary>
/// Spin echoes of coupled spins: a first pulse turns all spins of a two-dimensional periodic lattice, each turns on at its own
/// frequency and in the mean field of the others, a second pulse after τ reverses what has come apart, and at 2τ the echo
/// appears. The equations are those of C. Snider and others (arXiv:2110.06811): Bloch vectors, H = −ν I<sub>z</sub> − α·W, with
/// the field W = Σ f(r)·⟨I⟩ in the rotating frame. Left out: quantum correlations between spins, the finite length of pulses,
/// temperature, and diffusion.
/// </summary>
public static class SpinEchoSimulator
{
    /// <summary>Detunings of a sample: independent draws from the line, as in published data.</summary>
    /// <param name="lattice">How many spins, and their line.</param>
    /// <param name="seed">The same seed gives the same sample on every machine.</param>
    /// <returns>In MHz, shape [spins].</returns>
    public static double[] DrawDetunings(SpinLattice lattice, long seed)
    {
        ArgumentNullException.ThrowIfNull(lattice);
        return LorentzianLine.Draw(lattice, new SeededRandom(seed));
    }

    /// <summary>Detunings of the sample whose line is nearest to the ideal one: evenly spaced quantiles, in random places.</summary>
    /// <param name="lattice">How many spins, and their line.</param>
    /// <param name="seed">Chooses the places.</param>
    /// <returns>In MHz, shape [spins].</returns>
    public static double[] EvenDetunings(SpinLattice lattice, long seed)
    {
        ArgumentNullException.ThrowIfNull(lattice);
        return LorentzianLine.Even(lattice, new SeededRandom(seed));
    }

    /// <summary>Echoes of one sample under different parameters.</summary>
    /// <param name="lattice">What the echoes share.</param>
    /// <param name="echoes">What differs, one entry per echo, n of them.</param>
    /// <param name="detunings">The spins' frequencies about the centre of the line in MHz, shape [spins].</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>n echoes of <see cref="SpinLattice.Samples"/> samples each.</returns>
    /// <exception cref="ArgumentException">A number is out of range; the message says which.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <example><code>
    /// var lattice = new SpinLattice();
    /// RecordedEchoes echo = SpinEchoSimulator.Run(lattice, [new() { AlphaX = 1e-3, AlphaY = 1e-3, Range = 5 }], SpinEchoSimulator.DrawDetunings(lattice, 1));
    /// </code></example>
    public static RecordedEchoes Run(SpinLattice lattice, IReadOnlyList<EchoParameters> echoes, double[] detunings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(echoes);
        return Run(lattice, echoes, [.. Enumerable.Repeat(detunings, echoes.Count)], cancellation);
    }

    /// <summary>Echoes of different samples.</summary>
    /// <param name="lattice">What the echoes share.</param>
    /// <param name="echoes">What differs, one entry per echo, n of them.</param>
    /// <param name="detunings">For each echo the spins' frequencies about the centre of the line in MHz, shape [n][spins].</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>n echoes of <see cref="SpinLattice.Samples"/> samples each.</returns>
    /// <exception cref="ArgumentException">A number is out of range; the message says which.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static RecordedEchoes Run(
        SpinLattice lattice, IReadOnlyList<EchoParameters> echoes, IReadOnlyList<double[]> detunings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lattice);
        ArgumentNullException.ThrowIfNull(echoes);
        ArgumentNullException.ThrowIfNull(detunings);
        Check(lattice, echoes, detunings);
        int samples = lattice.Samples;
        long values = (long)echoes.Count * samples;
        if (values > Array.MaxLength) throw new ArgumentException($"{echoes.Count} echoes of {samples} samples are more than an array can hold.", nameof(echoes));
        var result = new RecordedEchoes(new float[values], new float[values], new float[values]);
        var fourier = new LaneFourier(lattice.Width, lattice.Height);
        EchoParameters[] all = [.. echoes];
        double[][] lines = [.. detunings];
        int batches = (all.Length + SpinEnsemble.Lanes - 1) / SpinEnsemble.Lanes;
        try
        {
            Parallel.For(0, batches, new ParallelOptions { CancellationToken = cancellation }, () => new SpinEnsemble(lattice, fourier), (batch, _, ensemble) =>
            {
                int first = batch * SpinEnsemble.Lanes, count = Math.Min(SpinEnsemble.Lanes, all.Length - first);
                Record(ensemble, lattice, all.AsSpan(first, count), lines.AsSpan(first, count), result, first, cancellation);
                return ensemble;
            }, _ => { });
        }
        catch (AggregateException e) when (e.InnerException is ArgumentException inner)
        {
            throw new ArgumentException(inner.Message, nameof(echoes), e);
        }
        return result;
    }

    private static void Record(
        SpinEnsemble ensemble, SpinLattice lattice, ReadOnlySpan<EchoParameters> rows, ReadOnlySpan<double[]> detunings, RecordedEchoes result,
        int first, CancellationToken cancellation)
    {
        int steps = lattice.StepsPerDelay, samples = lattice.Samples, sample = 0;
        Span<double> x = stackalloc double[SpinEnsemble.Lanes], y = stackalloc double[SpinEnsemble.Lanes], z = stackalloc double[SpinEnsemble.Lanes];
        ensemble.Prepare(rows, detunings);
        for (int part = 0; part < 2; part++)
        {
            ensemble.Pulse(rows, second: part == 1);
            for (int step = 0; step <= steps * (part + 1); step++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (step > 0) ensemble.Step();
                ensemble.Mean(x, y, z);
                for (int row = 0; row < rows.Length; row++)
                {
                    int at = ((first + row) * samples) + sample;
                    (result.Real[at], result.Imaginary[at], result.Longitudinal[at]) = ((float)x[row], (float)y[row], (float)z[row]);
                }
                sample++;
            }
        }
    }

    private static void Check(SpinLattice lattice, IReadOnlyList<EchoParameters> echoes, IReadOnlyList<double[]> detunings)
    {
        if (!LaneFourier.Supports(lattice.Width) || !LaneFourier.Supports(lattice.Height))
            throw new ArgumentException($"A lattice of {lattice.Width} × {lattice.Height} spins: sides must be products of 2, 3 and 5.", nameof(lattice));
        if (!(lattice.TimeStep > 0) || !(lattice.PulseDelay > 0) || lattice.PulseDelay * SpinLattice.Gamma / lattice.TimeStep > 1_000_000)
            throw new ArgumentException("TimeStep and PulseDelay must be above 0, with at most a million steps.", nameof(lattice));
        if (detunings.Count != echoes.Count) throw new ArgumentException($"There are {detunings.Count} lines for {echoes.Count} echoes.", nameof(detunings));
        for (int i = 0; i < echoes.Count; i++)
        {
            EchoParameters p = echoes[i];
            if (detunings[i].Length != lattice.Spins)
                throw new ArgumentException($"Echo {i} has {detunings[i].Length} detunings for {lattice.Spins} spins.", nameof(detunings));
            if (!(p.Range > 0)) throw new ArgumentException($"Echo {i}: the range must be above 0, not {p.Range}.", nameof(echoes));
            if (!(p.DecayRate >= 0) || !(p.ExcitationRate >= 0) || !(p.DephasingRate >= 0))
                throw new ArgumentException($"Echo {i}: a rate is below 0.", nameof(echoes));
        }
    }
}
