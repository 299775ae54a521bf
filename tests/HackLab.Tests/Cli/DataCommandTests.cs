using System.Text.Json.Nodes;
using HackLab.Cli;
using HackLab.Cli.Commands.Data;
using HackLab.Data;
using Xunit;

namespace HackLab.Tests.Cli;

public sealed class DataCommandTests
{
    private static readonly FidelityRow[] Rows =
    [
        new("a", "mean | of x", 1, 1.1, 0.02, 0.1, "distance") { Group = "distances" },
        new("a", "mean of y", 2, 2.5, 0.3, 0.1, "distance") { Group = "distances" },
        new("a", "mean of z", 2, 2.5, 0.04, 0.1, "distance") { Group = "distances" },
        new("a", "ring", 3, null, null, null, "no real image is here"),
        new("a", "power", 1e-7, double.NaN, 5, null, "no limit is set"),
    ];

    [Fact]
    public void Samples_and_cards_in_the_repository_are_up_to_date()
    {
        string datasets = Path.Combine(Repository.FindAbove(AppContext.BaseDirectory)!, "datasets");
        Assert.True(DataSamplesCommand.Run([], check: true, datasets) == ExitCode.Ok,
            "Run: hacklab data samples; build; hacklab data cards; and commit what changed.");
        Assert.True(DataCardsCommand.Run(check: true, datasets) == ExitCode.Ok,
            "Run: hacklab data cards; and commit what changed.");
        foreach (EmbeddedSample sample in Datasets.All.SelectMany(dataset => dataset.Samples))
            Assert.InRange(new FileInfo(Path.Combine(datasets, sample.Path)).Length, 1, EmbeddedSample.MostBytes);
    }

    [Fact]
    public void A_sample_that_is_missing_or_damaged_is_found_and_written_again()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(ExitCode.Failed, DataSamplesCommand.Run(["higgs"], check: true, folder.Path));
        string path = folder.Write("higgs/higgs-sample.tsv.gz", "damaged");
        Assert.Equal(ExitCode.Failed, DataSamplesCommand.Run(["higgs"], check: true, folder.Path));
        Assert.Equal("damaged", File.ReadAllText(path));
        Assert.Equal(ExitCode.Ok, DataSamplesCommand.Run(["higgs"], check: false, folder.Path));
        Assert.Equal(ExitCode.Ok, DataSamplesCommand.Run(["higgs"], check: true, folder.Path));
    }

    [Fact]
    public void A_card_that_somebody_edited_is_found_and_written_again()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(ExitCode.Ok, DataCardsCommand.Run(check: false, folder.Path));
        Assert.Equal(ExitCode.Ok, DataCardsCommand.Run(check: true, folder.Path));
        File.AppendAllText(Path.Combine(folder.Path, "higgs.md"), "edited");
        Assert.Equal(ExitCode.Failed, DataCardsCommand.Run(check: true, folder.Path));
    }

    [Fact]
    public void The_fidelity_report_gives_median_and_worst_and_what_could_not_be_compared()
    {
        string page = FidelityReport.Make(Rows);
        Assert.Contains("- distances: 3 numbers, median 0.04, worst 0.3 (mean of y); limit 0.1, 1 beyond it", page,
            StringComparison.Ordinal);
        Assert.Contains("| [a](#a) | 5 | 2 | 1 | 1 | 1 |", page, StringComparison.Ordinal);
        Assert.Contains("| mean \\| of x | 1 | 1.1 | 0.02 | 0.1 | within | distance |", page, StringComparison.Ordinal);
        Assert.Contains("| mean of y | 2 | 2.5 | 0.3 | 0.1 | **beyond** | distance |", page, StringComparison.Ordinal);
        Assert.Contains("- a, ring (simulated: 3): no real image is here", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fidelity_numbers_are_written_as_JSON_that_can_be_read()
    {
        var rows = (JsonArray)JsonNode.Parse(DataFidelityCommand.ToJson(Rows))!;
        Assert.Equal([true, false, true, null, null], rows.Select(row => (bool?)row!["holds"]));
        Assert.Equal(0.02, (double)rows[0]!["difference"]!);
        Assert.Null(rows[4]!["real"]);   // NaN
        Assert.Equal(1e-7, (double)rows[4]!["simulated"]!);
    }

    [Fact]
    public void Fidelity_fails_where_a_limit_is_passed_if_asked_to_and_says_where_there_is_nothing_to_compare()
    {
        using var folder = new TemporaryFolder();
        string page = Path.Combine(folder.Path, "fidelity.md"), json = Path.Combine(folder.Path, "fidelity.json");
        var token = TestContext.Current.CancellationToken;
        Assert.Equal(ExitCode.Failed, DataFidelityCommand.Run([new Compared(Rows)], folder.Path, page, json, check: true, token));
        Assert.Equal(ExitCode.Ok, DataFidelityCommand.Run([new Compared(Rows)], folder.Path, page, json, check: false, token));
        Assert.Equal(5, ((JsonArray)JsonNode.Parse(File.ReadAllText(json))!).Count);
        Assert.Equal(ExitCode.Ok, DataFidelityCommand.Run([new Compared([])], folder.Path, page, null, check: true, token));
        Assert.Contains("a, everything: there is nothing of it", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_are_said_in_words() =>
        Assert.Equal(["0 B", "999 B", "1.00 kB", "12.3 MB", "2.82 GB"],
            new[] { 0, 999, 1000, 12_345_678, 2_816_407_858.0 }.Select(Entries.Bytes));

    private sealed class Compared(FidelityRow[] rows) : IDataset
    {
        public string Id => "a";

        public IReadOnlyList<EmbeddedSample> Samples => [];

        public string SimulationCard() => "";

        public IEnumerable<FidelityRow> CompareWithReal(string realFolder, CancellationToken cancellation = default) => rows;
    }
}
