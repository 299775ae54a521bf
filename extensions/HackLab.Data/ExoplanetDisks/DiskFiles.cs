using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HackLab.Data.Delimited;
using HackLab.Data.Hosting;
using HackLab.Simulation.Disks;

namespace HackLab.Data.ExoplanetDisks;

/// <summary>
/// The files of the challenge: a picture per snapshot, <c>planet&lt;run&gt;_&lt;snapshot&gt;_1250.fits</c> (1250 µm), and
/// <c>train_info.csv</c> with the columns run, n, m1, r1 … m4, r4 (solar masses, AU; 0 where there is no planet).
/// </summary>
public static partial class DiskFiles
{
    /// <summary>The file with the planets of each run.</summary>
    public const string LabelFile = "train_info.csv";

    private const int Columns = 10, Planes = 4;

    /// <summary>Reads the planets of every run.</summary>
    /// <param name="path">The csv file.</param>
    /// <returns>A label per run.</returns>
    /// <exception cref="DataFormatException">The file is missing or does not hold what it should.</exception>
    public static IReadOnlyDictionary<int, DiskLabel> ReadLabels(string path)
    {
        NumberTable table = DelimitedReader.Read(path, new DelimitedOptions { Delimiter = ',', Columns = Columns });
        var labels = new Dictionary<int, DiskLabel>();
        for (int row = 0; row < table.Rows; row++)
        {
            ReadOnlySpan<float> v = table.Values.AsSpan(row * Columns, Columns);
            (int run, int planets) = ((int)v[0], (int)v[1]);
            long line = row + (table.Header is null ? 1 : 2);
            if (run != v[0] || planets != v[1] || run < 0 || planets is < 0 or > 4)
                throw new DataFormatException(path, "a run's number and 0 to 4 planets", $"{v[0]} and {v[1]}", "Correct the row, or fetch the file again.", line);
            float[] values = v.ToArray();
            var label = new DiskLabel(run, planets, [.. Enumerable.Range(0, planets).Select(k => values[2 + (2 * k)])], [.. Enumerable.Range(0, planets).Select(k => values[3 + (2 * k)])]);
            if (!labels.TryAdd(run, label))
                throw new DataFormatException(path, "each run once", $"run {run} again", "Remove one of the two rows.", line);
        }
        return labels;
    }

    /// <summary>
    /// Reads all pictures of a folder: the first plane of each, NaN as dark, averaged to the size asked for, brought to 0 (darkest
    /// pixel) … 1 (brightest), then stretched.
    /// </summary>
    /// <param name="folder">Where pictures and <see cref="LabelFile"/> lie.</param>
    /// <param name="pixels">Pixels of a side; the picture's own must be at least as many.</param>
    /// <param name="stretch">How brightness becomes a pixel's value.</param>
    /// <returns>Groups are runs; the class is 1 where the run has planets.</returns>
    /// <exception cref="DataFormatException">A file is missing or does not hold what it should.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    public static LabelledImages Read(string folder, int pixels, DiskStretch stretch)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(pixels, 1);
        if (!Directory.Exists(folder)) throw new DataFormatException(folder, "a folder", "none of that name", "Check the path.");
        return Read(folder, Directory.EnumerateFiles(folder), Path.Combine(folder, LabelFile), pixels, stretch);
    }

    /// <summary>The same of pictures and labels that lie in different places.</summary>
    internal static LabelledImages Read(string source, IEnumerable<string> pictures, string labelFile, int pixels, DiskStretch stretch)
    {
        IReadOnlyDictionary<int, DiskLabel> labels = ReadLabels(labelFile);
        (string Path, int Run)[] files = [.. pictures.Select(path => (Path: path, Match: Name().Match(Path.GetFileName(path))))
            .Where(f => f.Match.Success)
            .Select(f => (f.Path, Run: int.Parse(f.Match.Groups[1].Value, CultureInfo.InvariantCulture), Snapshot: long.Parse(f.Match.Groups[2].Value, CultureInfo.InvariantCulture)))
            .OrderBy(f => f.Run).ThenBy(f => f.Snapshot).Select(f => (f.Path, f.Run))];
        if (files.Length == 0) throw new DataFormatException(source, "files planet<run>_<snapshot>_1250.fits", "none", "Unpack the pictures into this folder.");
        var x = new float[checked(files.Length * pixels * pixels)];
        var progress = new LoadProgress(Path.GetFileName(Path.GetFullPath(source)));
        for (int i = 0; i < files.Length; i++)
        {
            NotebookHost.Token.ThrowIfCancellationRequested();
            if (!labels.ContainsKey(files[i].Run))
                throw new DataFormatException(labelFile, $"a row for run {files[i].Run}", "none", $"{Path.GetFileName(files[i].Path)} needs it.");
            ReadPicture(files[i].Path, pixels, x.AsSpan(i * pixels * pixels, pixels * pixels));
            progress.Report((i + 1.0) / files.Length);
        }
        progress.Done();
        DiskBrightness.Apply(x, stretch);
        int[] y = [.. files.Select(f => labels[f.Run].Planets > 0 ? 1 : 0)];
        return new LabelledImages("Protoplanetary disks", x, y, ExoplanetDisksDataset.ClassNames, pixels, pixels, groups: [.. files.Select(f => f.Run)]);
    }

    /// <summary>
    /// Reads one picture: its first plane, averaged to a size, from 0 (darkest) to 1 (brightest), rows from the top.
    /// </summary>
    /// <param name="path">A FITS file with at least two axes; the last two are rows and columns.</param>
    /// <param name="pixels">Pixels of a side.</param>
    /// <param name="picture">Where it goes, shape [pixels, pixels].</param>
    internal static void ReadPicture(string path, int pixels, Span<float> picture)
    {
        NdArray image = Fits.ReadImage(path, NotebookHost.Token);
        int axes = image.Shape.Count, height = axes < 2 ? 0 : image.Shape[axes - 2], width = axes < 2 ? 0 : image.Shape[axes - 1];
        if (height < pixels || width < pixels)
        {
            throw new DataFormatException(path, $"a picture of at least {pixels} × {pixels} pixels", $"an array of shape [{string.Join(", ", image.Shape)}]",
                "Ask for fewer pixels, or check that this is the right file.");
        }
        float[] plane = image.ToSingle();
        for (int y = 0; y < pixels; y++)
        {
            for (int x = 0; x < pixels; x++)
            {
                // FITS begins with the bottom row.
                (int fromY, int toY) = (height * (pixels - 1 - y) / pixels, height * (pixels - y) / pixels);
                (int fromX, int toX) = (width * x / pixels, width * (x + 1) / pixels);
                double sum = 0;
                int count = 0;
                for (int v = fromY; v < toY; v++)
                {
                    foreach (float value in plane.AsSpan((v * width) + fromX, toX - fromX))
                    {
                        if (!float.IsFinite(value)) continue;
                        sum += value;
                        count++;
                    }
                }
                picture[(y * pixels) + x] = count == 0 ? float.NaN : (float)(sum / count);
            }
        }
        Normalise(picture);
    }

    /// <summary>Writes simulated runs as the challenge hands them out.</summary>
    /// <param name="folder">Where files go; made if needed.</param>
    /// <param name="runs">How many runs, numbered from 0.</param>
    /// <param name="pixels">Pixels of a side, 16 to 600; the published ones have 600.</param>
    /// <param name="seed">The simulator's seed.</param>
    /// <param name="snapshots">Snapshots of each run.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <remarks>
    /// Each file is a stack [4, pixels, pixels]: 0 the observed picture, 1 without noise, 2 the sky before the beam, 3 the optical
    /// depth of the disk seen face-on.
    /// </remarks>
    /// <example><code>DiskFiles.Write("disks", runs: 50, pixels: 600, seed: 1);</code></example>
    public static void Write(string folder, int runs, int pixels = 600, long seed = 42, int snapshots = DiskSimulator.SnapshotsPerRun)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(snapshots, 1);
        Directory.CreateDirectory(folder);
        DiskRun[] all = [.. Enumerable.Range(0, runs).Select(run => DiskSimulator.RunOf(seed, run))];
        Parallel.For(0, runs * snapshots, new ParallelOptions { CancellationToken = NotebookHost.Token }, i =>
        {
            (int run, int number) = (i / snapshots, i % snapshots);
            DiskSnapshot snapshot = DiskSimulator.TakeOf(all[run], seed, number, pixels);
            float[][] planes = [snapshot.Observed, snapshot.NoiseFree, snapshot.Sky, snapshot.OpticalDepth];
            var stack = new float[Planes * pixels * pixels];
            for (int row = 0; row < Planes * pixels; row++)
                planes[row / pixels].AsSpan((pixels - 1 - (row % pixels)) * pixels, pixels).CopyTo(stack.AsSpan(row * pixels));
            string name = string.Create(CultureInfo.InvariantCulture, $"planet{run}_{number:D5}_1250.fits");
            Fits.Write(Path.Combine(folder, name), new NdArray(stack, Planes, pixels, pixels));
        });
        WriteLabels(Path.Combine(folder, LabelFile), all);
    }

    private static void WriteLabels(string path, IEnumerable<DiskRun> runs)
    {
        var text = new StringBuilder("run,n,m1,r1,m2,r2,m3,r3,m4,r4\n");
        foreach (DiskRun run in runs)
        {
            text.Append(CultureInfo.InvariantCulture, $"{run.Number},{run.Planets.Count}");
            for (int k = 0; k < 4; k++)
            {
                Planet planet = k < run.Planets.Count ? run.Planets[k] : new Planet(0, 0);
                text.Append(CultureInfo.InvariantCulture, $",{(float)planet.Mass:G6},{(float)planet.Radius:G6}");
            }
            text.Append('\n');
        }
        string temporary = path + ".tmp";
        File.WriteAllText(temporary, text.ToString());
        File.Move(temporary, path, overwrite: true);
    }

    private static void Normalise(Span<float> picture)
    {
        (float low, float high) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (float value in picture) (low, high) = (float.MinNumber(low, value), float.MaxNumber(high, value));
        float span = high > low ? high - low : 1;
        foreach (ref float value in picture) value = float.IsNaN(value) ? 0 : (value - low) / span;
    }

    [GeneratedRegex(@"^planet([0-9]{1,8})_([0-9]{1,12})_1250\.fits(\.gz)?$")]
    private static partial Regex Name();
}
