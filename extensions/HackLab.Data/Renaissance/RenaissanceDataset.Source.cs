namespace HackLab.Data.Renaissance;

/// <summary>Loading lines from what a text names.</summary>
public sealed partial class RenaissanceDataset
{
    /// <summary>The name of the embedded sample where a folder may be named.</summary>
    public const string SampleName = "sample";

    /// <summary>Loads the sample, or the lines of a scan whose text is known.</summary>
    /// <param name="source">
    /// <c>sample</c>, or a folder with one scan (.pdf) and its transcription (.docx). It is looked for in the working directory and
    /// then in the folder of real data (<see cref="RealDataFolder.Find"/>). <see cref="LoadScan"/> gives the pages, too, and
    /// says what did not fit.
    /// </param>
    /// <exception cref="DataFormatException">There is no such folder, or what lies in it cannot be used.</exception>
    /// <exception cref="MissingToolException">Poppler is not installed; the message says how to.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>TextLines real = Datasets.Renaissance.Load("renaissance");</code></example>
    public TextLines Load(string source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        if (source == SampleName) return RenaissanceSample.Load();
        string within = Path.Combine(RealDataFolder.Find() ?? "", source);
        return LoadScan(Directory.Exists(source) ? source : Directory.Exists(within) ? within : source).Lines;
    }
}
