using System.Globalization;
using HackLab.Data.Catalog;
using HackLab.Data.Delimited;
using HackLab.Data.Hosting;

namespace HackLab.Data.KeplerKoi;

/// <summary>
/// Kepler objects of interest: a star that dims again and again, with what was measured of signal, star and supposed planet, and
/// the verdict: a confirmed planet (1) or a false positive (0). NASA Exoplanet Archive, cumulative table, doi:10.26133/NEA4;
/// S. E. Thompson et al., "Planetary Candidates Observed by Kepler. VIII.", The Astrophysical Journal Supplement 235, 38 (2018).
/// Nothing simulates it here: the rows are always real ones.
/// </summary>
/// <remarks>
/// Features are the 16 measured columns in the order of the catalogue's entry. No features are: names (only a confirmed planet
/// has a kepler_name), the verdict, the archive's own scores, flags and earlier verdicts (koi_score, koi_fpflag_nt,
/// koi_pdisposition …), row numbers (the table is sorted such that planets come first), and error bars.
/// </remarks>
public sealed class KeplerKoiDataset
{
    private const string Id = "kepler-koi", Verdict = "koi_disposition", Name = "kepoi_name";
    private static readonly string[] Classes = ["false positive", "confirmed"];

    // Lazy, since whoever loads another data set should not wait for the catalogue.
    private static readonly Lazy<IReadOnlyList<Feature>> Measured = new(() =>
    [
        .. DatasetCatalog.Entry(Id).RecordSet("objects").Fields
            .Where(field => !field.IsLabel && field.DataTypes.Contains("sc:Float"))
            .Select(field => new Feature(field.Name, field.Unit, field.Description)),
    ]);

    internal KeplerKoiDataset()
    {
    }

    /// <summary>The 16 features: signal, planet, star, and place in the sky.</summary>
    public IReadOnlyList<Feature> Features => Measured.Value;

    /// <summary>Loads the table as the archive publishes it today: downloaded once, and kept.</summary>
    /// <param name="size">Only <see cref="Size.Full"/>.</param>
    /// <inheritdoc cref="Load(string)"/>
    /// <exception cref="NotSupportedException">The size is another one.</exception>
    /// <exception cref="Download.DownloadException">The table cannot be had; the message says why.</exception>
    /// <example><code>TabularData objects = Datasets.KeplerKoi.Load(Size.Full);</code></example>
    public TabularData Load(Size size)
    {
        ArgumentNullException.ThrowIfNull(size);
        return size.IsFull ? Load(CatalogFiles.Locate(Id, "koi_cumulative.csv"))
            : throw new NotSupportedException("Nothing simulates this data set here: load Size.Full, or a file by its path.");
    }

    /// <summary>Loads objects from a table of the archive, or a part of it.</summary>
    /// <param name="path">
    /// A file with a header, commas between columns, plain or .gz; lines that begin with # are skipped. It must have the features
    /// and koi_disposition, and may have other columns.
    /// </param>
    /// <returns>
    /// The objects with a verdict, in the file's order. A value that the file does not have is NaN: whoever needs a number there
    /// fills it in or drops the row, since that it is missing tells something, too. Candidates, on which there is no verdict yet,
    /// are left out; the data's name says how many they are.
    /// </returns>
    /// <exception cref="DataFormatException">
    /// There is no such file, or it holds something else; the message says where and why.
    /// </exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>TabularData objects = Datasets.KeplerKoi.Load("koi_cumulative.csv");</code></example>
    public TabularData Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Dictionary<string, ColumnType> types = Features.ToDictionary(feature => feature.Name, _ => ColumnType.Single);
        types.Add(Verdict, ColumnType.Text);
        var options = new DelimitedOptions { Delimiter = ',', Comment = '#', Cancellation = NotebookHost.Token };
        TypedColumns table = NamedColumns.Read(path, types, options);
        string?[] verdicts = table[Verdict].As<string?>();
        var rows = new List<int>(table.Rows);
        var y = new List<int>(table.Rows);
        for (int row = 0; row < table.Rows; row++)
        {
            if (verdicts[row] == "CANDIDATE") continue;
            rows.Add(row);
            y.Add(verdicts[row] switch
            {
                "CONFIRMED" => 1,
                "FALSE POSITIVE" => 0,
                var other => throw Unknown(table, row, other),
            });
        }
        if (rows.Count == 0)
            throw new DataFormatException(path, "objects with a verdict", $"{table.Rows} rows without", "Is it the whole table?");
        int candidates = table.Rows - rows.Count;
        string left = candidates == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" without {candidates:N0} candidates");
        return new TabularData(Path.GetFileName(path) + left, Features, Values(table, rows), [.. y], Classes);
    }

    private float[] Values(TypedColumns table, List<int> rows)
    {
        int d = Features.Count;
        var x = new float[rows.Count * d];
        for (int j = 0; j < d; j++)
        {
            float[] column = table[Features[j].Name].As<float>();
            for (int i = 0; i < rows.Count; i++) x[(i * d) + j] = column[rows[i]];
        }
        return x;
    }

    // Comments make lines and rows count differently: the row and the object's name say where it is.
    private static DataFormatException Unknown(TypedColumns table, int row, string? verdict)
    {
        string name = table.Names.Contains(Name) ? $" ({table[Name].Values.GetValue(row)})" : "";
        return new DataFormatException(
            table.File, "CONFIRMED, FALSE POSITIVE or CANDIDATE",
            string.Create(
                CultureInfo.InvariantCulture, $"{(verdict is null ? "nothing" : $"'{verdict}'")} in row {row + 1}{name}"),
            "Correct or remove the row.", column: Verdict);
    }
}
