using System.Globalization;
using HackLab.Data;
using HackLab.Data.ExoplanetDisks;
using HackLab.Simulation.Disks;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Data.ExoplanetDisks;

public sealed class ExoplanetDisksTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hacklab-disks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_embedded_sample_is_what_the_simulator_makes()
    {
        EmbeddedSample sample = Assert.Single(Datasets.ExoplanetDisks.Samples);
        Assert.True(sample.IsCurrent(), $"{sample.Path} is out of date: dotnet run datasets/generate.cs (twice), and commit it.");
    }

    [Theory]
    [InlineData(DiskStretch.Logarithmic, 0.004), InlineData(DiskStretch.Linear, 0.015)]
    public void The_sample_holds_simulated_pictures_to_eight_bits(DiskStretch stretch, double tolerance)
    {
        LabelledImages sample = Datasets.ExoplanetDisks.Load(Size.Sample, stretch: stretch), made = Datasets.ExoplanetDisks.Load(Size.Simulated(8, DiskSample.Seed), stretch: stretch);
        Assert.Equal((256, 1, 64, 64), (sample.Count, sample.Channels, sample.Height, sample.Width));
        Assert.Equal(made.Y, sample.Y[..8]);
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1], sample.Groups![..8]);
        for (int i = 0; i < made.X.Length; i++) Assert.Equal(made.X[i], sample.X[i], (float)tolerance);
        Assert.Equal(64, sample.Groups!.Distinct().Count());
        Assert.True(sample.ClassCounts().Min() > 60);
        Assert.Equal(32, Datasets.ExoplanetDisks.Load(Size.Sample, 32, stretch).Width);
        Assert.Throws<ArgumentException>(() => Datasets.ExoplanetDisks.Load(Size.Sample, 48));
    }

    [Fact]
    public void All_snapshots_of_a_run_have_its_label()
    {
        LabelledImages disks = Datasets.ExoplanetDisks.Load(Size.Sample);
        foreach (IGrouping<int, int> run in disks.Groups!.Zip(disks.Y).GroupBy(pair => pair.First, pair => pair.Second))
            Assert.Single(run.Distinct());
    }

    [Fact]
    public void Written_files_have_the_names_and_shapes_of_the_challenge_and_give_the_same_pictures()
    {
        DiskFiles.Write(_folder, runs: 5, pixels: 32, seed: 8, snapshots: 2);
        Assert.Equal(
            Enumerable.Range(0, 10).Select(i => string.Create(CultureInfo.InvariantCulture, $"planet{i / 2}_{i % 2:D5}_1250.fits")).Append("train_info.csv"),
            Directory.EnumerateFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([4, 32, 32], Fits.ReadImage(Path.Combine(_folder, "planet0_00000_1250.fits"), TestContext.Current.CancellationToken).Shape);
        LabelledImages read = Datasets.ExoplanetDisks.Load(_folder, 32, DiskStretch.Linear);
        DiskImages made = DiskSimulator.Generate(10, 32, 8, snapshots: 2, TestContext.Current.CancellationToken);
        Assert.Equal(made.Run, read.Groups);
        Assert.Equal(made.Run.Select(run => made.Runs[run].Planets.Count > 0 ? 1 : 0), read.Y);
        for (int i = 0; i < read.X.Length; i++) Assert.Equal(made.X[i], read.X[i], 1e-5f);
        foreach ((int run, DiskLabel label) in DiskFiles.ReadLabels(Path.Combine(_folder, DiskFiles.LabelFile)))
        {
            Assert.Equal(made.Runs[run].Planets.Select(p => (float)p.Mass), label.Masses, (a, b) => Math.Abs(a - b) <= 1e-5f * a);
            Assert.Equal(made.Runs[run].Planets.Select(p => (float)p.Radius), label.Orbits, (a, b) => Math.Abs(a - b) <= 1e-5f * a);
        }
        // Half as many pixels: each the mean of four, before the range is set.
        LabelledImages half = Datasets.ExoplanetDisks.Load(_folder, 16, DiskStretch.Linear);
        double[] means = [.. Enumerable.Range(0, 256).Select(p => Enumerable.Range(0, 4).Average(k => (double)read.X[(((p / 16 * 2) + (k / 2)) * 32) + (p % 16 * 2) + (k % 2)]))];
        double low = means.Min(), high = means.Max();
        for (int p = 0; p < 256; p++) Assert.Equal((means[p] - low) / (high - low), half.X[p], 1e-5);
    }

    [Fact]
    public void Missing_and_wrong_files_are_named()
    {
        Assert.Contains("a folder", Assert.Throws<DataFormatException>(() => Datasets.ExoplanetDisks.Load(Path.Combine(_folder, "none"))).Message, StringComparison.Ordinal);
        DiskFiles.Write(_folder, runs: 2, pixels: 16, snapshots: 1);
        string labels = Path.Combine(_folder, DiskFiles.LabelFile), good = File.ReadAllText(labels);
        Assert.Contains("at least 32", Fails(32).Message, StringComparison.Ordinal);
        File.WriteAllText(labels, string.Join('\n', good.Split('\n')[..2]) + "\n");
        Assert.Contains("row for run 1", Fails().Message, StringComparison.Ordinal);
        File.WriteAllText(labels, good + good.Split('\n')[1] + "\n");
        DataFormatException twice = Fails();
        Assert.Equal(("again", 4L), (twice.Found[^5..], twice.Line));
        File.WriteAllText(labels, "run,n,m1,r1,m2,r2,m3,r3,m4,r4\n0,5,0,0,0,0,0,0,0,0\n");
        Assert.Contains("0 to 4 planets", Fails().Message, StringComparison.Ordinal);
        File.Delete(labels);
        Assert.Contains(DiskFiles.LabelFile, Fails().Message, StringComparison.Ordinal);
        File.WriteAllText(labels, good);
        foreach (string file in Directory.EnumerateFiles(_folder, "*.fits")) File.Delete(file);
        Assert.Contains("planet<run>", Fails().Message, StringComparison.Ordinal);

        DataFormatException Fails(int pixels = 16) => Assert.Throws<DataFormatException>(() => Datasets.ExoplanetDisks.Load(_folder, pixels));
    }

    [Fact]
    public void Damaged_labels_are_refused_or_right() =>
        MutatedFiles.Read(
            ["run,n,m1,r1,m2,r2,m3,r3,m4,r4\n1,0,0,0,0,0,0,0,0,0\n2,2,1.6e-5,17,0.0048,152,0,0,0,0\n"u8.ToArray(), "7,1,1e-3,40,0,0,0,0,0,0\n8,0,0,0,0,0,0,0,0,0\n"u8.ToArray()],
            path =>
            {
                foreach ((int run, DiskLabel label) in DiskFiles.ReadLabels(path))
                    Assert.True(run >= 0 && label.Planets is >= 0 and <= 4 && label.Masses.Count == label.Planets && label.Orbits.All(float.IsFinite));
            }, ".csv");

    [Fact]
    public void The_real_debris_disk_loads_and_is_reported()
    {
        string? folder = RealDataFolder.Find();
        Assert.SkipWhen(folder is null || !Directory.Exists(Path.Combine(folder, "disks")), "The real disks are not here: set HACKLAB_REAL_DATA to a folder with disks/.");
        FidelityRow[] rows = [.. Datasets.ExoplanetDisks.CompareWithReal(folder!, TestContext.Current.CancellationToken)];
        FidelityRow disk = rows.First(row => row.Real is not null);
        Assert.InRange(disk.Real!.Value, 0.05, 1);   // seen nearly edge-on
        Assert.All(rows, row => Assert.NotEmpty(row.Note));
    }
}
