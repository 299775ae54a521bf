using System.Globalization;
using HackLab.Data.Delimited;
using HackLab.Simulation.SpinEcho;

namespace HackLab.Data.Nmr;

/// <summary>A published echo with what it was made from.</summary>
/// <param name="Name">The file of its parameters and its line in it.</param>
/// <param name="Lattice">The sample and its clock.</param>
/// <param name="Parameters">The parameters; null where the coupling is one that the simulator does not have.</param>
/// <param name="Real">Along x, shape [samples].</param>
/// <param name="Imaginary">Along y, shape [samples].</param>
/// <param name="Longitudinal">Along z, shape [samples]; null if there is no such file.</param>
internal sealed record ReferenceEcho(
    string Name, SpinLattice Lattice, EchoParameters? Parameters, float[] Real, float[] Imaginary, float[]? Longitudinal)
{
    /// <summary>
    /// Reads every set k in a folder as Spin_Echo_Sim writes it: <c>echo_paramsK.txt</c> (αx αy αz ξ p Γ1 Γ2 Γ3, form of the
    /// coupling, three angular weights, two angles, two phases), <c>sim_paramsK.txt</c> (width, height, dt, τ, half width), and a
    /// line per pair of them in <c>real_outputK.txt</c>, <c>imag_outputK.txt</c>, <c>z_real_outputK.txt</c>.
    /// </summary>
    internal static IEnumerable<ReferenceEcho> ReadAll(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "echo_params*.txt").Order(StringComparer.Ordinal))
        {
            string set = Path.GetFileNameWithoutExtension(file)["echo_params".Length..];
            NumberTable echoes = DelimitedReader.Read(file, new DelimitedOptions { Columns = 16 });
            NumberTable samples = DelimitedReader.Read(Path.Combine(folder, $"sim_params{set}.txt"), new DelimitedOptions { Columns = 5 });
            NumberTable real = DelimitedReader.Read(Path.Combine(folder, $"real_output{set}.txt"));
            NumberTable imaginary = DelimitedReader.Read(Path.Combine(folder, $"imag_output{set}.txt"), new DelimitedOptions { Columns = real.Columns });
            string z = Path.Combine(folder, $"z_real_output{set}.txt");
            NumberTable? longitudinal = File.Exists(z) ? DelimitedReader.Read(z, new DelimitedOptions { Columns = real.Columns }) : null;
            int rows = Math.Min(echoes.Rows * samples.Rows, Math.Min(real.Rows, imaginary.Rows));
            for (int row = 0; row < rows; row++)
            {
                ReadOnlySpan<float> p = echoes.Values.AsSpan(row % echoes.Rows * 16, 16), s = samples.Values.AsSpan(row / echoes.Rows * 5, 5);
                yield return new ReferenceEcho(
                    string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}, line {(row % echoes.Rows) + 1}"),
                    new SpinLattice { Width = (int)s[0], Height = (int)s[1], TimeStep = s[2], PulseDelay = s[3], HalfWidth = s[4] },
                    Known(p), Row(real, row), Row(imaginary, row), longitudinal is not null && row < longitudinal.Rows ? Row(longitudinal, row) : null);
            }
        }
    }

    private static float[] Row(NumberTable table, int row) => table.Values.AsSpan(row * table.Columns, table.Columns).ToArray();

    private static EchoParameters? Known(ReadOnlySpan<float> p)
    {
        // Form 0 with power 2 is the Gaussian; form 2 without angular weights is RKKY.
        bool gaussian = p[8] == 0 && p[4] == 2, rkky = p[8] == 2 && p[9] == 1 && p[10] == 0 && p[11] == 0;
        if (!gaussian && !rkky) return null;
        return new EchoParameters
        {
            Coupling = gaussian ? SpinCoupling.Gaussian : SpinCoupling.Rkky,
            AlphaX = p[0], AlphaY = p[1], AlphaZ = p[2], Range = p[3],
            DecayRate = p[5], ExcitationRate = p[6], DephasingRate = p[7],
            FirstPulse = p[12], SecondPulse = p[13], FirstPhase = (int)p[14], SecondPhase = (int)p[15],
        };
    }
}
