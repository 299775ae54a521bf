using HackLab.Data.Catalog;
using HackLab.Data.Delimited;
using HackLab.Data.Hosting;

namespace HackLab.Data.Earthquakes;

/// <summary>What an instrument heard of a fault in the laboratory.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Signal">The sound, as the instrument counts, shape [n].</param>
/// <param name="TimeToFailure">The time until the fault slips next, in seconds, shape [n]; null where it is to be found.</param>
public sealed record AcousticRecording(string Name, float[] Signal, float[]? TimeToFailure);

/// <summary>
/// The LANL earthquake challenge: the sound of a fault in the laboratory, and the time until it slips. P. A. Johnson et al.,
/// "Laboratory earthquake forecasting: A machine learning competition", PNAS 118, e2011362118 (2021). Nothing simulates it here.
/// </summary>
public sealed class EarthquakeDataset
{
    private const string Id = "lanl-earthquakes";

    internal EarthquakeDataset()
    {
    }

    /// <summary>
    /// Loads the long recording of the challenge, once it was downloaded by hand: 629,145,480 samples, which take 10 GB of memory
    /// while they are read.
    /// </summary>
    /// <param name="size">Only <see cref="Size.Full"/>.</param>
    /// <exception cref="NotSupportedException">The size is another one.</exception>
    /// <exception cref="Download.DownloadException">The file is not there; the message says where to get it.</exception>
    public AcousticRecording Load(Size size)
    {
        ArgumentNullException.ThrowIfNull(size);
        return size.IsFull ? Load(CatalogFiles.Locate(Id, "train.csv"))
            : throw new NotSupportedException("Nothing simulates this data set here: load Size.Full, or a file by its path.");
    }

    /// <summary>
    /// Loads a file of the challenge: a segment with the column acoustic_data, or a recording with time_to_failure beside it.
    /// </summary>
    /// <param name="path">The file, plain or .gz; with a header.</param>
    /// <exception cref="DataFormatException">
    /// There is no such file, or it holds something else; the message says where and why.
    /// </exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>float[] sound = Datasets.Earthquakes.Load("seg_00030f.csv").Signal;</code></example>
    public AcousticRecording Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var progress = new LoadProgress(Path.GetFileName(path));
        var options = new DelimitedOptions { Delimiter = ',', Cancellation = NotebookHost.Token, Progress = progress.Report };
        NumberTable table = DelimitedReader.Read(path, options);
        progress.Done();
        string[] fields = [.. DatasetCatalog.Entry(Id).RecordSet("recording").Fields.Select(field => field.Name)];
        if (table.Header is null || !table.Header.SequenceEqual(fields.Take(table.Columns)))
        {
            string found = table.Header is null ? "no header" : string.Join(", ", table.Header);
            throw new DataFormatException(path, $"the columns {string.Join(" and ", fields)}, or the first alone", found,
                "Is this a file of the challenge?", 1);
        }
        string name = Path.GetFileName(path);
        return table.Columns == 1 ? new AcousticRecording(name, table.Values, null)
            : new AcousticRecording(name, Column(table, 0), Column(table, 1));
    }

    private static float[] Column(NumberTable table, int column)
    {
        var values = new float[table.Rows];
        for (int i = 0; i < values.Length; i++) values[i] = table.Values[(i * table.Columns) + column];
        return values;
    }
}
