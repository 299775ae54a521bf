using HackLab.Quantum.Internals;
using HackLab.Simulation.Numerics;

namespace HackLab.Quantum;

/// <summary>Measurements of a state, and what remains if a part of it is not looked at.</summary>
public sealed partial class StateVector
{
    /// <summary>Measures freshly prepared copies of the state again and again, and counts the results. The state stays as it is.</summary>
    /// <param name="shots">How often, at least 1.</param>
    /// <param name="seed">Chooses the results.</param>
    /// <param name="wires">Which wires; all if none is named.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 shot.</exception>
    /// <exception cref="CircuitException">A wire does not exist or stands twice.</exception>
    /// <example><code>bell.Sample(1000, seed: 1)   // 00: 503, 11: 497</code></example>
    public ShotCounts Sample(int shots, int seed, params IReadOnlyList<int> wires) => Shots.Count(Probabilities(wires), shots, seed);

    /// <summary>
    /// Measures some wires of this one state: the result is drawn by its probability, and the state behind is the part of the state
    /// that agrees with it, normalised (collapse).
    /// </summary>
    /// <param name="seed">Chooses the result.</param>
    /// <param name="wires">Which wires; all if none is named.</param>
    /// <exception cref="CircuitException">A wire does not exist or stands twice.</exception>
    public Measurement Measure(int seed, params IReadOnlyList<int> wires)
    {
        int[] positions = Bits.Positions(wires, Wires, "Measurement");
        double[] probabilities = Probabilities(wires);
        int result = Shots.Draw(Shots.Cumulative(probabilities), new SeededRandom(seed));
        Amplitudes after = Data.Clone();
        double scale = 1 / Math.Sqrt(probabilities[result]);
        for (int i = 0; i < Count; i++)
        {
            double factor = Bits.Gather(i, positions) == result ? scale : 0;
            after.Real[i] *= factor;
            after.Imaginary[i] *= factor;
        }
        return new(Bits.Text(result, positions.Length), probabilities[result], new StateVector(after));
    }

    /// <summary>The state of some wires alone: the partial trace over all others. It is mixed if they are entangled with the others.</summary>
    /// <param name="wires">The wires to keep, 1 to 10, the first becoming wire 0.</param>
    /// <exception cref="CircuitException">A wire does not exist or stands twice, or there are too many.</exception>
    /// <example><code>bell.Reduced(0).Purity   // 0.5</code></example>
    public DensityMatrix Reduced(params IReadOnlyList<int> wires)
    {
        int[] keep = Bits.Positions(wires, Wires, "Partial trace");
        DensityMatrix.CheckSize(keep.Length);
        int[] rest = [.. Enumerable.Range(0, Wires).Except(keep)];
        int size = 1 << keep.Length, others = 1 << rest.Length;
        Span<double> re = Data.Real, im = Data.Imaginary;
        int[] places = [.. Enumerable.Range(0, size).Select(i => Bits.Scatter(i, keep))];
        var matrix = new System.Numerics.Complex[size, size];
        for (int k = 0; k < others; k++)
        {
            int other = Bits.Scatter(k, rest);
            for (int r = 0; r < size; r++)
            {
                int i = places[r] | other;
                for (int c = 0; c < size; c++)
                {
                    int j = places[c] | other;    // a_i a_j*
                    matrix[r, c] += new System.Numerics.Complex((re[i] * re[j]) + (im[i] * im[j]), (im[i] * re[j]) - (re[i] * im[j]));
                }
            }
        }
        return new DensityMatrix(matrix);
    }
}
