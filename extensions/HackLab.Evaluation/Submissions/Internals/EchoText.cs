using System.Buffers.Text;
using System.Globalization;
using System.Text;
using HackLab.Data;
using HackLab.Data.Nmr;
using HackLab.Simulation.SpinEcho;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// The evaluation set of the NMR challenge as one text: its four published files one after another, each below a line <c># name</c>,
/// a row of samples per echo with blanks between. Text and not an archive, so that its hash is the same on every system.
/// </summary>
internal static class EchoText
{
    private const int Samples = EchoChallenge.Samples;

    private static readonly string[] Names = [.. new[] { SpinCoupling.Gaussian, SpinCoupling.Rkky }.SelectMany(coupling =>
        new[] { $"{SpinEchoFiles.Prefix(coupling)}_echos_eval_r.txt", $"{SpinEchoFiles.Prefix(coupling)}_echos_eval_i.txt" })];

    private static readonly Feature[] Features = [.. Names.SelectMany(name =>
        Enumerable.Range(0, Samples).Select(t => string.Create(CultureInfo.InvariantCulture, $"{name} {t}"))).Select(name => new Feature(name))];

    /// <summary>The text of both couplings' echoes.</summary>
    public static byte[] Write(IReadOnlyList<SpinEchoes> couplings)
    {
        var text = new StringBuilder();
        for (int part = 0; part < Names.Length; part++)
        {
            SpinEchoes echoes = couplings[part / 2];
            float[] values = part % 2 == 0 ? echoes.Real : echoes.Imag;
            text.Append("# ").Append(Names[part]).Append('\n');
            for (int i = 0; i < values.Length; i++)
                text.Append(CultureInfo.InvariantCulture, $"{values[i]:G7}").Append((i + 1) % Samples == 0 ? '\n' : ' ');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Rows of 4 × 471 numbers: Gaussian real, Gaussian imaginary, RKKY real, RKKY imaginary.</summary>
    public static TabularData Read(ReadOnlySpan<byte> text, string where, string name)
    {
        var parts = new List<List<float>>();
        long number = 0;
        while (!text.IsEmpty)
        {
            int end = text.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = (end < 0 ? text : text[..end]).TrimEnd((byte)'\r');
            text = end < 0 ? [] : text[(end + 1)..];
            number++;
            if (line.StartsWith("#"u8)) parts.Add(Begun(Encoding.UTF8.GetString(line), parts.Count, where, number));
            else if (parts.Count > 0) AddRow(parts[^1], line, where, number);
            else throw Bad(where, $"# {Names[0]}", "no such line", number);
        }
        if (parts.Count != Names.Length) throw Bad(where, $"{Names.Length} parts", parts.Count.ToString(CultureInfo.InvariantCulture), number);
        int rows = parts[0].Count / Samples;
        if (rows == 0) throw Bad(where, "at least one echo", "none", number);
        if (parts.Any(part => part.Count != parts[0].Count)) throw Bad(where, $"{rows} rows in each part", "different numbers of rows", number);
        var x = new float[rows * Features.Length];
        for (int i = 0; i < rows; i++)
        {
            for (int part = 0; part < parts.Count; part++)
                parts[part].CopyTo(i * Samples, x, (i * Features.Length) + (part * Samples), Samples);
        }
        return new TabularData($"NMR, {name}", Features, x, new int[rows], ["not told"]);
    }

    /// <summary>Real and imaginary part of a coupling's echoes, joined, shape [n, 942].</summary>
    public static float[] Part(TabularData rows, int coupling)
    {
        var joined = new float[rows.Count * 2 * Samples];
        for (int i = 0; i < rows.Count; i++) rows.Row(i).Slice(coupling * 2 * Samples, 2 * Samples).CopyTo(joined.AsSpan(i * 2 * Samples));
        return joined;
    }

    private static List<float> Begun(string line, int part, string where, long number)
    {
        string expected = part < Names.Length ? $"# {Names[part]}" : "the end of the file";
        return line.Trim() == expected ? [] : throw Bad(where, expected, IdCheck.Shown(line), number);
    }

    private static void AddRow(List<float> values, ReadOnlySpan<byte> line, string where, long number)
    {
        int found = 0;
        for (; !(line = line.TrimStart((byte)' ')).IsEmpty; found++)
        {
            if (!Utf8Parser.TryParse(line, out float value, out int used) || !float.IsFinite(value) || (used < line.Length && line[used] != ' '))
                throw Bad(where, $"a number as sample {found}", IdCheck.Shown(Encoding.UTF8.GetString(line[..Math.Min(20, line.Length)])), number);
            values.Add(value);
            line = line[used..];
        }
        if (found != Samples) throw Bad(where, $"{Samples} samples", found.ToString(CultureInfo.InvariantCulture), number);
    }

    private static DataFormatException Bad(string where, string expected, string found, long line) =>
        new(where, expected, found, "Ask the tutor for the file again.", line);
}
