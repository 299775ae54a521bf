using HackLab.Data.Catalog;
using HackLab.Data.Delimited;
using HackLab.Data.Hosting;
using HackLab.Simulation.ColliderEvents;

namespace HackLab.Data.Higgs;

/// <summary>
/// The HIGGS set: signal (1) and background (0), 28 features of a proton collision; 21 low-level ones as measured and 7
/// high-level masses that physicists compute from them. P. Baldi, P. Sadowski, D. Whiteson, "Searching for exotic particles in
/// high-energy physics with deep learning", Nature Communications 5, 4308 (2014), doi:10.1038/ncomms5308; UCI data set 280, CC BY 4.0.
/// </summary>
public sealed partial class HiggsDataset : IDataset
{
    internal HiggsDataset()
    {
    }

    /// <summary>The 28 features in the order of the published columns.</summary>
    public IReadOnlyList<Feature> Features => HiggsSchema.Features;

    /// <summary>Loads simulated rows, the embedded sample or new ones; or the published set.</summary>
    /// <param name="size">
    /// <see cref="Size.Sample"/>, <see cref="Size.Simulated"/> for as many as wanted, or <see cref="Size.Full"/> for the 11,000,000 rows
    /// of UCI data set 280: a download of 2.8 GB, and 1.3 GB of memory.
    /// </param>
    /// <exception cref="Download.DownloadException">The published set cannot be had; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>TabularData data = Datasets.Higgs.Load(Size.Sample);</code></example>
    public TabularData Load(Size size)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (size.IsFull) return Load(CatalogFiles.Locate(Id, "HIGGS.csv.gz"), LabelColumn.First);
        if (size.Rows is not { } rows) return HiggsSample.Load();
        HiggsEvents events = HiggsSimulator.Generate(rows, size.Seed, NotebookHost.Token);
        return new TabularData("HIGGS (simulated)", HiggsSchema.Features, events.X, events.Y, HiggsSchema.ClassNames);
    }

    /// <summary>The name of the embedded sample where a file may be named.</summary>
    public const string SampleName = "sample";

    /// <summary>
    /// Loads the sample, or rows from a file: 29 columns of numbers, label first or last, tab, comma, semicolon or space between
    /// them, with or without a header, plain or .gz.
    /// </summary>
    /// <param name="source">
    /// <c>sample</c>, or a file: for example the <c>HIGGS.csv.gz</c> of UCI data set 280, or a part of it. It is looked for in
    /// the working directory and then in the folder of real data (<see cref="RealDataFolder.Find"/>).
    /// </param>
    /// <param name="labelColumn">Where the label is; needed only where it cannot be found out with certainty.</param>
    /// <param name="delimiter">What separates columns; null takes the one of the first line.</param>
    /// <exception cref="DataFormatException">
    /// There is no such file, or it does not hold such rows; the message says where and why.
    /// </exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>TabularData real = Datasets.Higgs.Load("HIGGS.csv.gz");</code></example>
    public TabularData Load(string source, LabelColumn labelColumn = LabelColumn.Find, char? delimiter = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        if (source == SampleName) return HiggsSample.Load();
        string name = Path.GetFileName(source);
        var progress = new LoadProgress(name);
        var options = new DelimitedOptions
        {
            Delimiter = delimiter,
            Columns = HiggsReader.Columns,
            Cancellation = NotebookHost.Token,
            Progress = progress.Report,
        };
        TabularData data = DelimitedReader.Read<float, TabularData>(
            Located(source), options, rows => HiggsReader.ToData(rows, name, labelColumn));
        progress.Done();
        return data;
    }

    /// <summary>The path as it is if something is there, else the one within the folder of real data.</summary>
    private static string Located(string source)
    {
        if (Path.Exists(source) || Path.IsPathRooted(source)) return source;
        string? folder = RealDataFolder.Find();
        if (folder is not null && Path.Combine(folder, source) is var within && Path.Exists(within)) return within;
        throw new DataFormatException(
            source, "a file",
            $"none of that name in {Directory.GetCurrentDirectory()} or in {folder ?? "a folder of real data (there is none)"}",
            $"Check the name, or let {RealDataFolder.Variable} name the folder with the data; "
            + $"'{SampleName}' takes the events that come with the library.");
    }
}
