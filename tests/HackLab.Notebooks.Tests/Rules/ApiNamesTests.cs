using HackLab.Cli.Lint;
using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Rules;

/// <summary>What counts as a name that a learner has to know.</summary>
public class ApiNamesTests
{
    [Theory]
    [InlineData("Chart.Bar(new Dictionary<string, double>(), \"x\")", "Chart.Bar")]
    [InlineData("var all = Datasets.Higgs.Load(\"sample\"); all.Take(1); all.Take(2);", "Datasets.Higgs", "HiggsDataset.Load", "TabularData.Take")]
    [InlineData("TabularData? none = null;", "TabularData")]
    [InlineData("Open(\"a/b\"); HackLab.Lab.Open(\"c\")", "Lab.Open")]
    [InlineData("LogisticRegression.Fit(null, new() { C = 1, Solver = Solver.Newton })", "LogisticRegression.Fit",
        "LogisticRegressionOptions.C", "LogisticRegressionOptions.Solver", "Solver.Newton")]
    [InlineData("new Feature(\"a\")", "Feature")]
    [InlineData("Metrics.ConfusionMatrix(new[] { 0 }, new[] { 1 })[0, 1]", "ConfusionMatrix[…]", "Metrics.ConfusionMatrix")]
    [InlineData("Scaler.Fit(1, 2, 3)", "Scaler.Fit")]
    [InlineData("Console.WriteLine(new[] { 3, 1 }.Order().First())")]
    [InlineData("// Chart.Roc\nstring charts = \"Chart.Roc\";")]
    public void Members_count_once_and_types_where_they_stand_alone(string code, params string[] names) =>
        Assert.Equal(names.Order(StringComparer.Ordinal), ApiNames.Of(LessonOf(("code", code))));

    [Fact]
    public void Variables_of_earlier_cells_and_solutions_in_the_text_are_understood() =>
        Assert.Equal(
            ["Datasets.Higgs", "HiggsDataset.Load", "TabularData.Column", "TabularData.Count"],
            ApiNames.Of(LessonOf(
                ("code", "var events = Datasets.Higgs.Load(\"sample\");"), ("markdown", "Try:\n\n```csharp\nevents.Count\n```\n"), ("code", "events.Column(\"m_bb\")"))));

    [Fact]
    public void Earlier_lessons_of_a_folder_come_before_and_none_before_the_first()
    {
        Assert.Contains("higgs/1-beginner", AllLessons.Course.Before("higgs/2-intermediate"));
        Assert.DoesNotContain(AllLessons.Course.Before("higgs/1-beginner"), lesson => lesson.StartsWith("higgs/", StringComparison.Ordinal));
        Assert.DoesNotContain(AllLessons.Course.Before("lensing/2-intermediate"), lesson => lesson.StartsWith("higgs/", StringComparison.Ordinal));
    }

    private static Lesson LessonOf(params (string Kind, string Source)[] cells)
    {
        const string Using = "using HackLab;\nusing HackLab.Charts;\nusing HackLab.Data;\nusing HackLab.Evaluation;\nusing HackLab.Learning;\nusing static HackLab.Lab;";
        var json = new System.Text.Json.Nodes.JsonArray([.. new[] { ("code", Using) }.Concat(cells).Select(cell =>
            (System.Text.Json.Nodes.JsonNode)new System.Text.Json.Nodes.JsonObject { ["cell_type"] = cell.Item1, ["source"] = cell.Item2 })]);
        return new Lesson("any/lesson.ipynb", new System.Text.Json.Nodes.JsonObject { ["cells"] = json, ["nbformat"] = 4 }.ToJsonString());
    }
}
