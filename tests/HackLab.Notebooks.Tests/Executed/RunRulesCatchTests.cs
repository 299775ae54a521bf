using System.Text.Json.Nodes;
using HackLab.Cli.Lint;
using HackLab.Cli.Lint.Executed;
using HackLab.Notebooks.Tests.Rules;

namespace HackLab.Notebooks.Tests.Executed;

/// <summary>Every rule about lessons that were run is seen to complain: the report or the outputs of a good run are spoilt in one place.</summary>
public class RunRulesCatchTests
{
    private const string Figure = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 80" role="img" aria-labelledby="t d"><title id="t">Masses</title>
        <desc id="d">Two masses.</desc><path d="M0 1L2.5 -3e-1h4z"/><text x="4" y="40" transform="rotate(-90 4 40)">events</text>
        <text x="50" y="60" text-anchor="middle">125</text><text x="50" y="70" text-anchor="middle">mass [GeV]</text></svg>
        """;

    private static readonly Dictionary<string, (string Rule, Action<Run> Spoil)> Spoilt = new()
    {
        ["a notebook that cannot be run"] = ("runs_every_code_cell_without_an_error", run => run.Report["problem"] = "no kernel"),
        ["a cell that fails"] = ("runs_every_code_cell_without_an_error", run => run.Result["status"] = "failed"),
        ["a cell that runs too long"] = ("runs_every_code_cell_without_an_error", run => run.Result["status"] = "timed-out"),
        ["an empty cell"] = ("runs_every_code_cell_without_an_error", run => run.Result["status"] = "empty"),
        ["a cell skipped without a reason"] = ("runs_every_code_cell_without_an_error", run =>
        {
            (run.Result["status"], run.Result["reason"]) = ("skipped", "tagged skip-execution");
            run.Lesson.Cell("plot")["metadata"]!["tags"] = new JsonArray("skip-execution");
        }),
        ["a warning"] = ("writes_nothing_to_standard_error", run => run.Print("stderr", "careful")),
        ["a number that changes"] = ("gives_the_same_outputs_twice", run => run.Print("stdout", "AUC 0.71\n")),
        ["an output that comes and goes"] = ("gives_the_same_outputs_twice", run => run.Outputs.Clear()),
        ["a figure without a label"] = ("shows_figures_that_are_finite_labelled_described_and_small", run => run.Show(Figure.Replace(">mass [GeV]<", "><", StringComparison.Ordinal))),
        ["a mass without a unit"] = ("shows_figures_that_are_finite_labelled_described_and_small", run => run.Show(Figure.Replace("mass [GeV]", "mass", StringComparison.Ordinal))),
        ["a slow lesson"] = ("needs_no_longer_than_the_card_says", run => run.Report["seconds"] = 61.0),
        ["a large lesson"] = ("needs_no_more_memory_than_the_card_says", run => run.Report["peakMemoryBytes"] = 1_600_000_000),
        ["more memory than promised"] = ("needs_no_more_memory_than_the_card_says", run =>
        {
            run.Lesson.Replace("card", "the machine needs 40 seconds", "the machine needs 40 seconds and 200 MB");
            run.Report["peakMemoryBytes"] = 300_000_000;
        }),
    };

    public static TheoryData<string> Names => [.. Spoilt.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_is_noticed(string fault)
    {
        (string name, Action<Run> spoil) = Spoilt[fault];
        RunRule rule = RunRules.All[name];
        using Run good = new(), spoilt = new();
        Assert.Empty(rule.Check(good.Executed(), good.Executed()));
        spoil(spoilt);
        Assert.NotEmpty(rule.Check(spoilt.Executed(), good.Executed()));
    }

    [Fact]
    public void Every_rule_is_seen_to_complain() => Assert.Equal(RunRules.All.Keys.Order(), Spoilt.Values.Select(fault => fault.Rule).Distinct().Order());

    [Fact]
    public void A_cell_skipped_for_a_reason_is_well()
    {
        using Run run = new();
        (run.Result["status"], run.Result["reason"]) = ("skipped", "needs a camera");
        run.Lesson.Cell("plot")["metadata"]!["tags"] = new JsonArray("skip-execution: needs a camera");
        Assert.Empty(RunRules.All["runs_every_code_cell_without_an_error"].Check(run.Executed(), run.Executed()));
    }

    [Theory]
    [InlineData("trained in 0.31 s, loss 0.5", "trained in 2.7 s, loss 0.5", true)]
    [InlineData("at 09:15:01", "at 17:40:59", true)]
    [InlineData("trained in 0.31 s, loss 0.5", "trained in 0.31 s, loss 0.6", false)]
    [InlineData("<table><tr><th>epoch</th><th>seconds</th></tr><tr><td>1</td><td>0.4</td></tr></table>", "<table><tr><th>epoch</th><th>seconds</th></tr><tr><td>1</td><td>0.2</td></tr></table>", true)]
    [InlineData("<table><tr><th>epoch</th><th>loss</th></tr><tr><td>1</td><td>0.4</td></tr></table>", "<table><tr><th>epoch</th><th>loss</th></tr><tr><td>1</td><td>0.2</td></tr></table>", false)]
    [InlineData("epoch  seconds\n-----  -------\n    1      0.4\n    2     10.4", "epoch  seconds\n-----  -------\n    1      0.2\n    2      9.9", true)]
    [InlineData("epoch     loss\n-----  -------\n    1      0.4", "epoch     loss\n-----  -------\n    1      0.2", false)]
    public void Two_texts_that_differ_in_times_alone_are_equal(string one, string other, bool equal) =>
        Assert.Equal(equal, Times.Hide(one) == Times.Hide(other));

    /// <summary>A run of the sample lesson, as its report and its executed notebook tell of it.</summary>
    private sealed class Run : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Run()
        {
            var results = new JsonArray([.. Lesson.Lesson().Code.Select(cell => new JsonObject { ["id"] = cell.Id, ["status"] = "ok" })]);
            Report = new JsonObject
            {
                ["name"] = "higgs/1-beginner",
                ["problem"] = null,
                ["executed"] = Path.Combine(_folder.Path, "higgs", "1-beginner.ipynb"),
                ["results"] = results,
                ["seconds"] = 4.0,
                ["peakMemoryBytes"] = 150_000_000,
            };
            Result = (JsonObject)results.Single(result => (string?)result!["id"] == "plot")!;
            Print("stdout", "AUC 0.70\n");
            Show(Figure);
        }

        public SampleLesson Lesson { get; } = new();

        public JsonObject Report { get; }

        /// <summary>What the report says of the cell that plots.</summary>
        public JsonObject Result { get; }

        public JsonArray Outputs => (JsonArray)Lesson.Cell("plot")["outputs"]!;

        public void Print(string stream, string text) => Outputs.Add(new JsonObject { ["output_type"] = "stream", ["name"] = stream, ["text"] = text });

        public void Show(string html) => Outputs.Add(new JsonObject { ["output_type"] = "display_data", ["data"] = new JsonObject { ["text/html"] = html }, ["metadata"] = new JsonObject() });

        public ExecutedLesson Executed()
        {
            string path = (string)Report["executed"]!;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, Lesson.Text());
            string report = new JsonObject { ["notebooks"] = new JsonArray(Report.DeepClone()) }.ToJsonString();
            return ExecutedLesson.In((JsonObject)JsonNode.Parse(report)!).Single();
        }

        public void Dispose()
        {
            Lesson.Dispose();
            _folder.Dispose();
        }
    }
}
