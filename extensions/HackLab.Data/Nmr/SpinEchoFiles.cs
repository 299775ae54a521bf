using System.Globalization;
using HackLab.Data.Delimited;
using HackLab.Data.Hosting;
using HackLab.Simulation.SpinEcho;

namespace HackLab.Data.Nmr;

/// <summary>
/// The files of the challenge, whitespace-separated text, one echo per line: <c>gauss_echos_model_r.txt</c> and <c>_i.txt</c>
/// with <c>gauss_mat_info_model.txt</c> (α, ξ, d) for training, <c>gauss_echos_eval_r.txt</c> and <c>_i.txt</c> without targets;
/// the same with <c>RKKY</c>.
/// </summary>
public static class SpinEchoFiles
{
    /// <summary>What the files of a coupling begin with: <c>gauss</c> or <c>RKKY</c>.</summary>
    /// <param name="coupling">The coupling.</param>
    public static string Prefix(SpinCoupling coupling) => coupling == SpinCoupling.Gaussian ? "gauss" : "RKKY";

    /// <summary>Reads the labelled set.</summary>
    /// <param name="folder">Where the files lie.</param>
    /// <param name="coupling">Which of the two sets.</param>
    /// <exception cref="DataFormatException">A file is missing or does not hold what it should.</exception>
    /// <example><code>SpinEchoes train = SpinEchoFiles.ReadModel("nmr", SpinCoupling.Gaussian);</code></example>
    public static SpinEchoes ReadModel(string folder, SpinCoupling coupling) => Read(In(folder), coupling, "model", labelled: true);

    /// <summary>Reads the set whose parameters are asked for.</summary>
    /// <param name="folder">Where the files lie.</param>
    /// <param name="coupling">Which of the two sets.</param>
    /// <exception cref="DataFormatException">A file is missing or does not hold what it should.</exception>
    public static SpinEchoes ReadEvaluation(string folder, SpinCoupling coupling) => Read(In(folder), coupling, "eval", labelled: false);

    /// <summary>Writes both sets of a coupling, and the truth of the evaluation set elsewhere.</summary>
    /// <param name="folder">Where five files go; made if needed.</param>
    /// <param name="model">The labelled set.</param>
    /// <param name="evaluation">The set to be evaluated; its targets do not go into this folder.</param>
    /// <param name="truthFolder">
    /// Where <c>gauss_mat_info_eval.txt</c> goes, tab-separated as a submission is; null leaves it out.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The sets have different couplings, the model has no targets, or the truth is to lie beside the files it is kept from.
    /// </exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <example><code>
    /// SpinEchoFiles.Write("nmr", Datasets.Nmr.Load(Size.Simulated(6000, 1)), Datasets.Nmr.Load(Size.Simulated(6000, 2)), "truth");
    /// </code></example>
    public static void Write(string folder, SpinEchoes model, SpinEchoes evaluation, string? truthFolder = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(evaluation);
        if (model.Coupling != evaluation.Coupling) throw new ArgumentException("The two sets have different couplings.", nameof(evaluation));
        if (model.Targets is null) throw new ArgumentException("The model set has no targets.", nameof(model));
        if (truthFolder is not null && Path.GetFullPath(truthFolder) == Path.GetFullPath(folder))
            throw new ArgumentException("The truth would lie beside the files it is kept apart from.", nameof(truthFolder));
        string prefix = Path.Combine(folder, Prefix(model.Coupling));
        Directory.CreateDirectory(folder);
        WriteRows(prefix + "_echos_model_r.txt", model.Real, model.Samples, ' ');
        WriteRows(prefix + "_echos_model_i.txt", model.Imag, model.Samples, ' ');
        WriteRows(prefix + "_mat_info_model.txt", model.Targets, 3, ' ');
        WriteRows(prefix + "_echos_eval_r.txt", evaluation.Real, evaluation.Samples, ' ');
        WriteRows(prefix + "_echos_eval_i.txt", evaluation.Imag, evaluation.Samples, ' ');
        if (truthFolder is null || evaluation.Targets is null) return;
        Directory.CreateDirectory(truthFolder);
        WriteRows(Path.Combine(truthFolder, Prefix(model.Coupling) + "_mat_info_eval.txt"), evaluation.Targets, 3, '\t');
    }

    /// <summary>The challenge's clock: the time of each sample in microseconds.</summary>
    /// <param name="samples">How many samples.</param>
    internal static float[] Clock(int samples)
    {
        var times = new float[samples];
        for (int t = 0; t < samples; t++) times[t] = (float)(t * EchoChallenge.MicrosecondsPerSample);
        return times;
    }

    /// <summary>Reads a set.</summary>
    /// <param name="locate">Gives the path of a file of the challenge.</param>
    /// <param name="coupling">Which of the two.</param>
    /// <param name="set"><c>model</c> or <c>eval</c>.</param>
    /// <param name="labelled">Whether there is a file of targets.</param>
    internal static SpinEchoes Read(Func<string, string> locate, SpinCoupling coupling, string set, bool labelled)
    {
        string prefix = Prefix(coupling);
        NumberTable real = Table(locate($"{prefix}_echos_{set}_r.txt"), null), imag = Table(locate($"{prefix}_echos_{set}_i.txt"), real.Columns);
        SameRows(imag, real);
        NumberTable? targets = labelled ? Table(locate($"{prefix}_mat_info_{set}.txt"), 3) : null;
        if (targets is not null) SameRows(targets, real);
        return new SpinEchoes($"NMR {prefix} {set}", coupling, real.Values, imag.Values, targets?.Values, Clock(real.Columns));
    }

    private static Func<string, string> In(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return name => Path.Combine(folder, name);
    }

    private static NumberTable Table(string path, int? columns) =>
        DelimitedReader.Read(path, new DelimitedOptions { Columns = columns, Cancellation = NotebookHost.Token });

    private static void SameRows(NumberTable table, NumberTable first)
    {
        if (table.Rows == first.Rows) return;
        throw new DataFormatException(
            table.File, $"{first.Rows} rows as in {Path.GetFileName(first.File)}", table.Rows.ToString(CultureInfo.InvariantCulture),
            "The files belong to different sets, or one is cut off: fetch or write them again.");
    }

    // First under another name: a file that is cut off must never take the place of a good one.
    private static void WriteRows(string path, float[] values, int columns, char delimiter)
    {
        string temporary = path + ".tmp";
        using (var writer = new StreamWriter(temporary))
        {
            writer.NewLine = "\n";
            for (int i = 0; i < values.Length; i++)
            {
                writer.Write(values[i].ToString("G7", CultureInfo.InvariantCulture));
                if ((i + 1) % columns == 0) writer.WriteLine();
                else writer.Write(delimiter);
            }
        }
        File.Move(temporary, path, overwrite: true);
    }
}
