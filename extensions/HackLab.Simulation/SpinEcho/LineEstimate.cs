namespace HackLab.Simulation.SpinEcho;

/// <summary>
/// Which spins were there? Finds the line of a sample, in bins, that explains an observed echo best. How many of N spins fall
/// into a bin of probability p is random by 1/√(Np) of itself; the estimate weighs the echo against just that, so it cannot
/// make up for wrong equations: it moves the line as far as chance does, and <see cref="ChiSquared"/> says how far it moved.
/// </summary>
public sealed class LineEstimate
{
    private const int Bins = 24;

    // Root mean square of what the binned line cannot explain (where each spin sits), in units of the magnetisation.
    private const double Residual = 0.002;

    private LineEstimate(double[] detunings, double chiSquared) => (Detunings, ChiSquared) = (detunings, chiSquared);

    /// <summary>The estimated sample, in MHz, shape [spins].</summary>
    public double[] Detunings { get; }

    /// <summary>The sum of squares of the bins' deviations, each in units of what chance does; about 24 for a sample drawn by chance.</summary>
    public double ChiSquared { get; }

    /// <summary>Estimates the line: one linear step from the even line.</summary>
    /// <param name="lattice">The sample.</param>
    /// <param name="echo">The parameters of the echo.</param>
    /// <param name="real">Its x magnetisation, shape [samples].</param>
    /// <param name="imaginary">Its y magnetisation, shape [samples].</param>
    /// <param name="seed">Where spins sit, which is not estimated.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static LineEstimate Fit(
        SpinLattice lattice, EchoParameters echo, float[] real, float[] imaginary, long seed = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lattice);
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(imaginary);
        int[] order = Ranks(SpinEchoSimulator.EvenDetunings(lattice, seed));
        double[] share = new double[Bins], spread = new double[Bins];
        for (int bin = 0; bin < Bins; bin++)
        {
            share[bin] = Below(lattice, bin + 1) - Below(lattice, bin);
            spread[bin] = 1 / Math.Sqrt(lattice.Spins * share[bin]);
        }
        // Run 0 is the even line; run b + 1 has bin b larger by one standard deviation.
        var lines = new double[Bins + 1][];
        for (int run = 0; run <= Bins; run++)
        {
            var excess = new double[Bins];
            if (run > 0) excess[run - 1] = spread[run - 1];
            lines[run] = Line(lattice, order, share, excess);
        }
        RecordedEchoes runs = SpinEchoSimulator.Run(lattice, [.. Enumerable.Repeat(echo, Bins + 1)], lines, cancellation);
        double[] deviation = Solve(runs, lattice.Samples, real, imaginary);
        double chiSquared = deviation.Sum(z => z * z);
        double[] fitted = Line(lattice, order, share, [.. deviation.Select((z, bin) => Math.Max(z * spread[bin], -0.9))]);
        return new LineEstimate(fitted, chiSquared);
    }

    private static double Edge(SpinLattice lattice, int bin) => lattice.HalfBand * ((2.0 * bin / Bins) - 1);

    private static double Below(SpinLattice lattice, int bin) => LorentzianLine.Share(lattice, Edge(lattice, bin));

    // Spins in the order of their detunings keep it, so that the echo changes smoothly with the line.
    private static int[] Ranks(double[] detunings)
    {
        var spins = new int[detunings.Length];
        for (int i = 0; i < spins.Length; i++) spins[i] = i;
        Array.Sort((double[])detunings.Clone(), spins);
        return spins;
    }

    private static double[] Line(SpinLattice lattice, int[] order, double[] share, double[] excess)
    {
        double total = 0;
        for (int bin = 0; bin < Bins; bin++) total += share[bin] * (1 + excess[bin]);
        var line = new double[order.Length];
        int at = 0;
        double below = 0, width = share[0] * (1 + excess[0]) / total;
        for (int i = 0; i < order.Length; i++)
        {
            double u = (i + 0.5) / order.Length;
            while (u > below + width && at < Bins - 1)
            {
                below += width;
                at++;
                width = share[at] * (1 + excess[at]) / total;
            }
            double within = Math.Min((u - below) / width, 1);
            line[order[i]] = LorentzianLine.Quantile(lattice, Below(lattice, at) + (within * share[at]));
        }
        return line;
    }

    // Minimises |observed − run0 − J z|²/residual² + |z|² over the deviations z by the normal equations.
    private static double[] Solve(RecordedEchoes runs, int samples, float[] real, float[] imaginary)
    {
        var matrix = new double[Bins, Bins + 1];
        for (int a = 0; a < Bins; a++)
        {
            for (int b = a; b <= Bins; b++)
            {
                double sum = 0;
                for (int t = 0; t < samples; t++)
                {
                    double otherReal = b == Bins ? real[t] - runs.Real[t] : Slope(runs.Real, b, t);
                    double otherImaginary = b == Bins ? imaginary[t] - runs.Imaginary[t] : Slope(runs.Imaginary, b, t);
                    sum += (Slope(runs.Real, a, t) * otherReal) + (Slope(runs.Imaginary, a, t) * otherImaginary);
                }
                matrix[a, b] = sum / (Residual * Residual);
                if (b < Bins) matrix[b, a] = matrix[a, b];
            }
            matrix[a, a] += 1;
        }
        return Eliminate(matrix);

        double Slope(float[] values, int bin, int t) => (double)values[((bin + 1) * samples) + t] - values[t];
    }

    // Gauss's elimination; the matrix is symmetric and its eigenvalues are at least 1, so no row need be exchanged.
    private static double[] Eliminate(double[,] matrix)
    {
        for (int pivot = 0; pivot < Bins; pivot++)
        {
            for (int row = pivot + 1; row < Bins; row++)
            {
                double factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (int column = pivot; column <= Bins; column++) matrix[row, column] -= factor * matrix[pivot, column];
            }
        }
        var solution = new double[Bins];
        for (int row = Bins - 1; row >= 0; row--)
        {
            double sum = matrix[row, Bins];
            for (int column = row + 1; column < Bins; column++) sum -= matrix[row, column] * solution[column];
            solution[row] = sum / matrix[row, row];
        }
        return solution;
    }
}
