using System.Globalization;
using System.Text;
using HackLab.Data;
using HackLab.Data.AtlasHiggs;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Data;

public sealed class AtlasHiggsReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hacklab-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_in_the_published_layout_gives_the_same_rows_and_weights(bool gzip)
    {
        TabularData expected = Datasets.AtlasHiggs.Load(Size.Simulated(40, seed: 3));
        TabularData read = Datasets.AtlasHiggs.Load(Write(Text(expected), gzip));

        Assert.Equal(expected.X, read.X);
        Assert.Equal(expected.Y, read.Y);
        Assert.Equal(expected.Weights, read.Weights);
        Assert.Equal(expected.Features, read.Features);
        Assert.Equal(["background", "signal"], read.ClassNames);
    }

    [Fact]
    public void One_set_of_the_competition_has_its_rows_and_its_weights()
    {
        TabularData all = Datasets.AtlasHiggs.Load(Size.Simulated(40, seed: 3));
        TabularData private_ = Datasets.AtlasHiggs.Load(Write(Text(all)), kaggleSet: 'v');

        int[] wanted = [.. Enumerable.Range(0, 40).Where(i => i % 3 == 1)];
        Assert.Equal(all.Take(wanted).X, private_.X);
        Assert.Equal(wanted.Select(i => 2 * all.Weights![i]), private_.Weights);
        DataFormatException none = Assert.Throws<DataFormatException>(() => Datasets.AtlasHiggs.Load(Write(Text(all)), kaggleSet: 'x'));
        Assert.Contains("KaggleSet 'x'", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_may_stand_in_any_order()
    {
        TabularData expected = Datasets.AtlasHiggs.Load(Size.Simulated(10, seed: 4));
        string reversed = string.Join('\n', Text(expected).TrimEnd('\n').Split('\n').Select(line => string.Join(',', line.Split(',').Reverse())));
        Assert.Equal(expected.X, Datasets.AtlasHiggs.Load(Write(reversed)).X);
    }

    [Theory]
    [InlineData("PRI_met,", "PRI_mett,", "missing: PRI_met", 1, "")]
    [InlineData("PRI_met_phi", "PRI_met", "'PRI_met' twice", 1, "")]
    [InlineData(",s,", ",q,", "s (signal) or b (background)", 0, "Label")]
    [InlineData(",t\n", "\n", "35 columns", 2, "")]
    [InlineData("-999,", "what,", "'what'", 0, "")]
    [InlineData("-999,", "NaN,", "a finite number", 0, "")]
    public void What_is_wrong_is_named_with_its_place(string good, string bad, string said, int line, string column)
    {
        string text = Text(Datasets.AtlasHiggs.Load(Size.Simulated(30, seed: 5)));
        int at = text.IndexOf(good, StringComparison.Ordinal);
        string path = Write(text[..at] + bad + text[(at + good.Length)..]);
        DataFormatException found = Assert.Throws<DataFormatException>(() => Datasets.AtlasHiggs.Load(path));
        Assert.Contains(said, found.Message, StringComparison.Ordinal);
        Assert.Equal(path, found.File);
        if (line > 0) Assert.Equal(line, found.Line);
        else Assert.True(found.Line > 1);
        Assert.Contains(column, found.Column, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_empty_and_cut_files_are_refused()
    {
        Assert.Throws<DataFormatException>(() => Datasets.AtlasHiggs.Load(Path.Combine(_folder, "nothing.csv")));
        Assert.Throws<DataFormatException>(() => Datasets.AtlasHiggs.Load(_folder));
        Assert.Throws<DataFormatException>(() => Datasets.AtlasHiggs.Load(Write("")));
        string text = Text(Datasets.AtlasHiggs.Load(Size.Simulated(5, seed: 6)));
        Assert.Throws<DataFormatException>(() => Datasets.AtlasHiggs.Load(Write(text[..(text.IndexOf('\n', StringComparison.Ordinal) + 1)])));
        Assert.Throws<DataFormatException>(() => Datasets.AtlasHiggs.Load(Write(new string('x', 1 << 17))));
        byte[] packed = DelimitedReaderTests.Gzip(text);
        string path = Path.Combine(_folder, "cut.csv.gz");
        File.WriteAllBytes(path, packed[..^20]);
        Assert.Throws<DataFormatException>(() => Datasets.AtlasHiggs.Load(path));
    }

    [Fact]
    public void Damaged_files_give_data_or_a_format_exception_and_nothing_else()
    {
        string text = Text(Datasets.AtlasHiggs.Load(Size.Simulated(3, seed: 7)));
        MutatedFiles.Read([Encoding.UTF8.GetBytes(text), DelimitedReaderTests.Gzip(text)], path =>
        {
            TabularData data = Datasets.AtlasHiggs.Load(path);
            Assert.True(data.Count > 0 && data.X.Length == data.Count * 30 && data.X.All(float.IsFinite) && data.Weights!.All(double.IsFinite));
        }, ".csv");
    }

    [Fact]
    public void The_sample_is_what_the_simulator_makes_and_below_a_megabyte()
    {
        Assert.True(Datasets.AtlasHiggs.Samples[0].IsCurrent(), "The sample is out of date: make the samples, build, and commit it.");
        TabularData sample = Datasets.AtlasHiggs.Load(Size.Sample), simulated = Datasets.AtlasHiggs.Load(Size.Simulated(5000, seed: 328));
        Assert.Equal(simulated.X, sample.X);
        Assert.Equal(simulated.Y, sample.Y);
        Assert.Equal(simulated.Weights, sample.Weights);
    }

    [Fact]
    public void Real_rows_load_with_their_weights_and_lie_near_the_simulated_ones()
    {
        string? folder = RealDataFolder.Find() is { } found ? Path.Combine(found, "atlas-higgs") : null;
        Assert.SkipUnless(Directory.Exists(folder), "The real ATLAS rows are not here: set HACKLAB_REAL_DATA to a folder with atlas-higgs/.");
        TabularData signal = Datasets.AtlasHiggs.Load(Path.Combine(folder, "signal_2500.csv"));
        Assert.Equal((2500, 2500), (signal.Count, signal.ClassCounts()[1]));
        Assert.Equal(138.47f, signal.Row(0)[0]);
        Assert.Equal(0.00081448039868, signal.Weights![0]);
        Assert.Equal(0.00265331133733, Datasets.AtlasHiggs.Load(Path.Combine(folder, "signal_2500.csv"), kaggleSet: 't').Weights![0]);
        double[] distances = [.. Datasets.AtlasHiggs.CompareWithReal(Path.GetDirectoryName(folder)!, TestContext.Current.CancellationToken)
            .Where(row => row.Group.Length > 0).Select(row => row.Difference!.Value).Order()];
        Assert.Equal(60, distances.Length);
        Assert.InRange(distances[30], 0, 0.06);
        Assert.InRange(distances[^1], 0, 0.16);
    }

    private string Write(string text, bool gzip = false)
    {
        string path = Path.Combine(_folder, gzip ? "data.csv.gz" : "data.csv");
        File.WriteAllBytes(path, gzip ? DelimitedReaderTests.Gzip(text) : Encoding.UTF8.GetBytes(text));
        return path;
    }

    // The published columns, but for EventId's values; KaggleSet goes t, v, b and KaggleWeight is twice the weight.
    private static string Text(TabularData data)
    {
        var text = new StringBuilder("EventId,").AppendJoin(',', data.Features.Select(f => f.Name)).Append(",Weight,Label,KaggleWeight,KaggleSet\n");
        for (int i = 0; i < data.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{100_000 + i},");
            text.AppendJoin(',', data.Row(i).ToArray().Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
            text.Append(CultureInfo.InvariantCulture, $",{data.Weights![i]:R},{"bs"[data.Y[i]]},{2 * data.Weights[i]:R},{"tvb"[i % 3]}\n");
        }
        return text.ToString();
    }
}
