using System.Buffers.Binary;
using HackLab.Simulation.SpinEcho;

namespace HackLab.Data.Nmr;

/// <summary>
/// The samples inside the library: per echo 471 real and 471 imaginary values as 16-bit whole numbers in units of 1/65,534,
/// little-endian, then the three targets as 32-bit floats.
/// </summary>
internal static class NmrSample
{
    internal const int Rows = 256;

    internal const long Seed = 471;

    private const int RowBytes = (2 * 2 * EchoChallenge.Samples) + (3 * 4);

    // ±½ becomes ±32,767: a step of 1.5·10⁻⁵, which is 0.003 % of the first sample.
    private const float Units = 65534;

    internal static IReadOnlyList<EmbeddedSample> All { get; } = [Make(SpinCoupling.Gaussian), Make(SpinCoupling.Rkky)];

    internal static SpinEchoes Load(SpinCoupling coupling)
    {
        using Stream stream = All[(int)coupling].Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        ReadOnlySpan<byte> bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        int n = bytes.Length / RowBytes, samples = EchoChallenge.Samples;
        var (real, imag, targets) = (new float[n * samples], new float[n * samples], new float[n * 3]);
        for (int i = 0; i < n; i++, bytes = bytes[RowBytes..])
        {
            for (int t = 0; t < samples; t++)
            {
                real[(i * samples) + t] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * t)..]) / Units;
                imag[(i * samples) + t] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * (samples + t))..]) / Units;
            }
            for (int k = 0; k < 3; k++) targets[(i * 3) + k] = BinaryPrimitives.ReadSingleLittleEndian(bytes[((4 * samples) + (4 * k))..]);
        }
        return new SpinEchoes($"NMR {SpinEchoFiles.Prefix(coupling)} sample (simulated)", coupling, real, imag, targets, SpinEchoFiles.Clock(samples));
    }

    private static EmbeddedSample Make(SpinCoupling coupling) =>
        new($"nmr/nmr-{(coupling == SpinCoupling.Gaussian ? "gauss" : "rkky")}-sample.bin.gz", () => Bytes(coupling));

    private static byte[] Bytes(SpinCoupling coupling)
    {
        EchoChallengeRows rows = EchoChallenge.Generate(Rows, coupling, Seed);
        var bytes = new byte[Rows * RowBytes];
        Span<byte> at = bytes;
        int samples = EchoChallenge.Samples;
        for (int i = 0; i < Rows; i++, at = at[RowBytes..])
        {
            for (int t = 0; t < samples; t++)
            {
                BinaryPrimitives.WriteInt16LittleEndian(at[(2 * t)..], (short)MathF.Round(rows.Real[(i * samples) + t] * Units));
                BinaryPrimitives.WriteInt16LittleEndian(at[(2 * (samples + t))..], (short)MathF.Round(rows.Imaginary[(i * samples) + t] * Units));
            }
            for (int k = 0; k < 3; k++) BinaryPrimitives.WriteSingleLittleEndian(at[((4 * samples) + (4 * k))..], rows.Targets[(i * 3) + k]);
        }
        return bytes;
    }
}
