using System.Text.Json;
using System.Text.Json.Nodes;
using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Rules;

/// <summary>Every rule is seen to complain: a good lesson is spoilt in one place, and the rule named must notice.</summary>
public class RulesCatchTests
{
    private static readonly Dictionary<string, (string Rule, Action<JsonObject> Spoil)> Spoilt = new()
    {
        ["an old format"] = ("is_nbformat_4_5", root => root["nbformat_minor"] = 4),
        ["a field of a newer format"] = ("is_nbformat_4_5", root => Cell(root, 0)["colour"] = "red"),
        ["a markdown cell with outputs"] = ("is_nbformat_4_5", root => Cell(root, 0)["outputs"] = new JsonArray()),
        ["two cells with one id"] = ("has_unique_readable_cell_ids", root => Cell(root, 2)["id"] = "card"),
        ["a random id"] = ("has_unique_readable_cell_ids", root => Cell(root, 2)["id"] = "a3f81c02"),
        ["an id with a space"] = ("has_unique_readable_cell_ids", root => Cell(root, 2)["id"] = "the end"),
        ["a stored number"] = ("stores_no_results", root => Cell(root, 1)["execution_count"] = 3),
        ["stored outputs"] = ("stores_no_results", root => Cell(root, 1)["outputs"] = new JsonArray(new JsonObject { ["output_type"] = "stream" })),
        ["another kernel"] = ("asks_for_the_net_csharp_kernel", root => root["metadata"]!["kernelspec"]!["name"] = "python3"),
        ["a cell without a language"] = ("names_the_language_of_every_code_cell_twice", root => ((JsonObject)Cell(root, 1)["metadata"]!).Remove("dotnet_interactive")),
        ["a cell of two languages"] = ("names_the_language_of_every_code_cell_twice", root => Cell(root, 1)["metadata"]!["polyglot_notebook"]!["kernelName"] = "fsharp"),
        ["a raw cell"] = ("has_no_raw_cells", root => Cell(root, 0)["cell_type"] = "raw"),
        ["another library first"] = ("loads_the_library_in_its_first_code_cell_alone", root => Write(root, 1, "#r \"bin/HackLab.dll\"\nusing HackLab;")),
        ["work in the first cell"] = ("loads_the_library_in_its_first_code_cell_alone", root => Write(root, 1, Load + "\nint x = 1;")),
        ["a package"] = ("uses_nothing_that_only_one_kernel_has", root => Write(root, 1, "#r \"nuget: Newtonsoft.Json\"")),
        ["a shared value"] = ("uses_nothing_that_only_one_kernel_has", root => Write(root, 1, "#!share --from csharp x")),
        ["a heading out of order"] = ("has_one_title_and_numbered_headings", root => Write(root, 2, "## 3 Later")),
        ["a second title"] = ("has_one_title_and_numbered_headings", root => Write(root, 2, "# Another")),
        ["an exercise left out"] = ("has_one_title_and_numbered_headings", root => Write(root, 2, "### Exercise 2 · Try")),
        ["a broken link"] = ("links_only_to_what_is_there", root => Write(root, 2, "[see](nowhere.md)")),
        ["a broken picture"] = ("links_only_to_what_is_there", root => Write(root, 2, "![a picture of it](images/nowhere.svg)")),
        ["a picture from the web without protection"] = ("links_only_to_what_is_there", root => Write(root, 2, "<img src=\"http://example.org/x.png\">")),
        ["a link to no heading"] = ("links_only_to_what_is_there", root => Write(root, 2, "[back](#9-Nowhere)")),
        ["a picture without words"] = ("describes_every_picture", root => Write(root, 2, "![](1-beginner.ipynb)")),
        ["an open fold-out"] = ("closes_every_fold_out", root => Write(root, 2, "<details><summary>Hint</summary>\n\ntext")),
        ["a fold-out that hides its markdown"] = ("closes_every_fold_out", root => Write(root, 2, "<details><summary>Hint</summary>\ntext\n</details>")),
        ["a fold-out without a name"] = ("closes_every_fold_out", root => Write(root, 2, "<details>\n\ntext\n</details>")),
        ["two code cells in a row"] = ("has_a_sentence_between_code_cells", root => ((JsonArray)root["cells"]!).Add(Code("more", "1 + 1"))),
        ["a long cell"] = ("is_short_enough_for_beginners", root => Write(root, 3, string.Join('\n', Enumerable.Repeat("x++;", 13)))),
        ["many names"] = ("introduces_few_names", root => Write(root, 3, string.Join('\n', SixteenNames))),
        ["a wide cell"] = ("is_short_enough_for_beginners", root => Write(root, 3, new string('x', 111))),
    };

    private static string[] SixteenNames =>
    [
        "var data = HackLab.Data.Datasets.Higgs.Load(HackLab.Data.Size.Sample);",                  // 3
        "_ = (data.Count, data.Name, data.Y, data.X, data.Features[0].Unit, data.ClassNames);",   // 7
        "HackLab.Data.TabularData few = data.Take(0);",                                            // 2
        "_ = HackLab.Lab.Open(\"a/b\").Title;",                                                  // 2
        "_ = HackLab.Evaluation.Metrics.Auc(few.Y, few.Column(\"m_bb\"));",                      // 2
    ];

    private static string Load => "#r \"../../artifacts/lab/HackLab.dll\"";

    public static TheoryData<string> Faults => new(Spoilt.Keys);

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_noticed(string fault)
    {
        (string rule, Action<JsonObject> spoil) = Spoilt[fault];
        JsonObject root = Good();
        Assert.Empty(LessonRules.All[rule].Complaints(InHiggs(root)));
        spoil(root);
        Assert.NotEmpty(LessonRules.All[rule].Complaints(InHiggs(root)));
    }

    [Fact]
    public void Another_indentation_is_noticed()
    {
        string good = Text(Good());
        LessonRule rule = LessonRules.All["is_indented_by_one_space"];
        Assert.Empty(rule.Complaints(new Lesson(Place, good)));
        Assert.NotEmpty(rule.Complaints(new Lesson(Place, good.Replace("\n ", "\n  ", StringComparison.Ordinal))));
        Assert.NotEmpty(rule.Complaints(new Lesson(Place, good.TrimEnd())));
    }

    [Fact]
    public void Every_rule_is_seen_to_complain() =>
        Assert.Equal(LessonRules.All.Keys.Order(), Spoilt.Values.Select(fault => fault.Rule).Append("is_indented_by_one_space").Distinct().Order());

    private static string Place => LessonFinder.PathOf("higgs/1-beginner");

    private static Lesson InHiggs(JsonObject root) => new(Place, Text(root));

    private static string Text(JsonObject root) => root.ToJsonString(new JsonSerializerOptions { WriteIndented = true, IndentSize = 1, NewLine = "\n" }) + "\n";

    private static JsonObject Good() => new()
    {
        ["cells"] = new JsonArray(Markdown("card", "# Title\n\n## 1 Start"), Code("load", Load + "\nusing HackLab;"), Markdown("end", "## 2 Go on"), Code("do", "1 + 1")),
        ["metadata"] = new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["name"] = ".net-csharp", ["language"] = "C#", ["display_name"] = ".NET (C#)" },
            ["polyglot_notebook"] = new JsonObject { ["kernelInfo"] = new JsonObject { ["defaultKernelName"] = "csharp" } },
        },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    };

    private static JsonObject Markdown(string id, string source) =>
        new() { ["cell_type"] = "markdown", ["id"] = id, ["metadata"] = new JsonObject(), ["source"] = Lines(source) };

    private static JsonObject Code(string id, string source) => new()
    {
        ["cell_type"] = "code",
        ["id"] = id,
        ["metadata"] = new JsonObject
        {
            ["dotnet_interactive"] = new JsonObject { ["language"] = "csharp" },
            ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "csharp" },
        },
        ["execution_count"] = null,
        ["outputs"] = new JsonArray(),
        ["source"] = Lines(source),
    };

    private static JsonObject Cell(JsonObject root, int index) => (JsonObject)root["cells"]![index]!;

    private static void Write(JsonObject root, int index, string source) => Cell(root, index)["source"] = Lines(source);

    private static JsonArray Lines(string source)
    {
        string[] lines = source.Split('\n');
        return [.. lines.Select((line, i) => (JsonNode)(i < lines.Length - 1 ? line + "\n" : line))];
    }
}
