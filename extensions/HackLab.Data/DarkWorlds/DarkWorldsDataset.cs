using HackLab.Data.Catalog;
using HackLab.Data.Delimited;
using HackLab.Data.Hosting;

namespace HackLab.Data.DarkWorlds;

/// <summary>
/// The skies of the competition "Observing Dark Worlds": galaxies whose shapes one to three dark matter halos have bent. From
/// positions and shapes the halos are to be found. D. Harvey et al., "Observing Dark Worlds: A crowdsourcing experiment for dark
/// matter mapping", Astronomy and Computing 5, 35 (2014), arXiv:1311.0704. Nothing simulates them here.
/// </summary>
public sealed class DarkWorldsDataset
{
    private const string Id = "dark-worlds", SkyFolder = "Train_Skies", HaloFile = "Training_halos.csv";

    internal DarkWorldsDataset()
    {
    }

    /// <summary>Loads the 300 skies with their halos, once both files were downloaded by hand.</summary>
    /// <param name="size">Only <see cref="Size.Full"/>.</param>
    /// <returns>The skies, in the order of the table of halos.</returns>
    /// <exception cref="NotSupportedException">The size is another one.</exception>
    /// <exception cref="Download.DownloadException">A file is not there; the message says where to get it.</exception>
    /// <exception cref="DataFormatException">A file is damaged, or they do not belong together.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>IReadOnlyList&lt;Sky&gt; skies = Datasets.DarkWorlds.Load(Size.Full);</code></example>
    public IReadOnlyList<Sky> Load(Size size)
    {
        ArgumentNullException.ThrowIfNull(size);
        return size.IsFull ? Load(CatalogFiles.LocateAll(Id, "skies"), CatalogFiles.Locate(Id, HaloFile))
            : throw new NotSupportedException("Nothing simulates this data set here: load Size.Full, or a folder by its path.");
    }

    /// <summary>Loads skies with their halos from a folder, all of the competition or a part.</summary>
    /// <param name="folder">It holds Training_halos.csv, and for each row of that a Train_Skies/Training_Sky….csv.</param>
    /// <returns>The skies, in the order of the table of halos.</returns>
    /// <exception cref="DataFormatException">
    /// There is no such folder, a file in it is missing or damaged, or a sky has no halos; the message says where and why.
    /// </exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>SkyPoint halo = Datasets.DarkWorlds.Load("dark-worlds")[0].Halos![0];</code></example>
    public IReadOnlyList<Sky> Load(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        string skies = Path.Combine(folder, SkyFolder);
        if (!Directory.Exists(skies))
        {
            throw new DataFormatException(
                folder, $"a folder with {SkyFolder} and {HaloFile} in it",
                Directory.Exists(folder) ? $"no {SkyFolder}" : "no folder",
                "Check the path; relative paths start at the current folder.");
        }
        return Load(Directory.GetFiles(skies, "Training_Sky*.csv"), Path.Combine(folder, HaloFile));
    }

    /// <summary>Loads one sky, without halos: those of the competition's test have none.</summary>
    /// <param name="path">Its galaxies: a file with the columns GalaxyID, x, y, e1, e2, plain or .gz.</param>
    /// <exception cref="DataFormatException">
    /// There is no such file, or it holds something else; the message says where and why.
    /// </exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>Sky sky = Datasets.DarkWorlds.LoadSky("Test_Skies/Test_Sky1.csv");</code></example>
    public Sky LoadSky(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new Sky(NameOf(path), SkyTables.Galaxies(path, NotebookHost.Token), null, null);
    }

    private static List<Sky> Load(IReadOnlyList<string> files, string haloFile)
    {
        IReadOnlyList<SkyHalos> answers = SkyTables.Halos(haloFile, NotebookHost.Token);
        Dictionary<string, string> fileOf = files.ToDictionary(NameOf, StringComparer.Ordinal);
        string? without = fileOf.Keys.Except(answers.Select(answer => answer.Sky)).Order(StringComparer.Ordinal).FirstOrDefault();
        if (without is not null)
        {
            throw new DataFormatException(
                haloFile, $"a row for each sky in {SkyFolder}", $"none for {without}",
                "Fetch both again, or remove the sky's file.");
        }
        var skies = new List<Sky>(answers.Count);
        foreach ((string sky, SkyPoint[] halos, SkyPoint reference, long line) in answers)
        {
            if (!fileOf.TryGetValue(sky, out string? file))
            {
                throw new DataFormatException(
                    haloFile, $"a sky with the file {SkyFolder}/Training_{sky}.csv", "none of that name",
                    "Fetch both again, or remove the row.", line);
            }
            skies.Add(new Sky(sky, SkyTables.Galaxies(file, NotebookHost.Token), halos, reference));
        }
        return skies;
    }

    // Training_Sky1.csv and Test_Sky1.csv are Sky1.
    private static string NameOf(string path)
    {
        string name = Path.GetFileName(path);
        return name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..].Split('.')[0];
    }
}
