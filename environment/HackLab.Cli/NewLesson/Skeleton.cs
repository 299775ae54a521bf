using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HackLab.Cli.Lint;
using HackLab.Cli.Notebooks;

namespace HackLab.Cli.NewLesson;

/// <summary>
/// A lesson that runs and keeps to all rules, with sentences that say what to write in their place. Made from the cells of
/// skeleton.md (<c>%% kind id if PART</c> opens one; <c>#</c> in a heading is counted) and the exercises of skeleton.json.
/// </summary>
internal sealed partial class Skeleton(LessonName name, string title)
{
    private readonly Anatomy _anatomy = Anatomy.Of(name.Kind);
    private int _sections, _exercises;

    /// <summary>The drawing that the question shows, as seen from the notebook; lessons without a question have none.</summary>
    public string? Picture => _anatomy.Has(LessonParts.Question) ? $"../images/{name.Level}-question.svg" : null;

    /// <summary>The text of that drawing.</summary>
    public static string PictureText => Resource("skeleton.svg");

    /// <summary>The notebook's text, as Jupyter would write it.</summary>
    public string Notebook()
    {
        var cells = new JsonArray([.. Joined(Parts().Where(part => IsWanted(part.Condition))).Select(part => (JsonNode)Cell(part.Kind, part.Id, part.Text))]);
        return NotebookJson.Write(new JsonObject
        {
            ["cells"] = cells,
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
                ["language_info"] = new JsonObject { ["name"] = "polyglot-notebook" },
                ["polyglot_notebook"] = new JsonObject
                {
                    ["kernelInfo"] = new JsonObject
                    {
                        ["defaultKernelName"] = "csharp",
                        ["items"] = new JsonArray(new JsonObject { ["aliases"] = new JsonArray(), ["name"] = "csharp" }),
                    },
                },
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }) + "\n";
    }

    /// <summary>The text of its exercises.</summary>
    public string Exercises()
    {
        var root = (JsonObject)JsonNode.Parse(Filled(Resource("skeleton.json")))!;
        RemoveWhere((JsonArray)root["exercises"]!, id => !IsWantedExercise(id[(name.ExercisePrefix.Length + 1)..]));
        RemoveWhere((JsonArray)root["quizzes"]!, _ => !_anatomy.Has(LessonParts.Prediction));
        var options = new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        return root.ToJsonString(options) + "\n";
    }

    private static void RemoveWhere(JsonArray items, Func<string, bool> isUnwanted)
    {
        foreach (JsonNode? item in items.Where(item => isUnwanted((string)item!["id"]!)).ToList()) items.Remove(item);
    }

    private static IEnumerable<(string Kind, string Id, string? Condition, string Text)> Parts() =>
        CellPart().Matches(Resource("skeleton.md")).Select(part => (part.Groups[1].Value, part.Groups[2].Value,
            part.Groups[3].Success ? part.Groups[3].Value : null, part.Groups[4].Value.Trim('\n')));

    /// <summary>Texts that meet, because what stands between them is left out, are one cell.</summary>
    private static IReadOnlyList<(string Kind, string Id, string Text)> Joined(IEnumerable<(string Kind, string Id, string? Condition, string Text)> parts)
    {
        var joined = new List<(string Kind, string Id, string Text)>();
        foreach ((string kind, string id, _, string text) in parts)
        {
            if (kind == "markdown" && joined is [.., ("markdown", var before, var above)]) joined[^1] = (kind, before, above + "\n\n" + text);
            else joined.Add((kind, id, text));
        }
        return joined;
    }

    private bool IsWanted(string? condition) => condition switch
    {
        null => true,
        ['e', 'x', .., var number] => IsWantedExercise(number.ToString()),   // "exercise 3"
        _ => _anatomy.Has(Enum.Parse<LessonParts>(condition)),
    };

    private bool IsWantedExercise(string number)
    {
        bool hasBug = _anatomy.Has(LessonParts.Bug);
        return number == "bug" ? hasBug : int.Parse(number, CultureInfo.InvariantCulture) <= Math.Max(1, _anatomy.LeastExercises - (hasBug ? 1 : 0));
    }

    private JsonObject Cell(string kind, string id, string text)
    {
        text = Counted().Replace(Filled(text), heading =>
            heading.Groups[1].Value + (heading.Groups[1].Value.Contains("Exercise", StringComparison.Ordinal) ? ++_exercises : ++_sections));
        var cell = new JsonObject { ["cell_type"] = kind };
        if (kind == "code") cell["execution_count"] = null;
        cell["id"] = id;
        cell["metadata"] = kind != "code" ? [] : new JsonObject
        {
            ["dotnet_interactive"] = new JsonObject { ["language"] = "csharp" },
            ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "csharp" },
        };
        if (kind == "code") cell["outputs"] = new JsonArray();
        cell["source"] = MultilineText.Split(text);
        return cell;
    }

    private string Filled(string text) => text
        .Replace("{{lesson}}", name.Full, StringComparison.Ordinal).Replace("{{title}}", title, StringComparison.Ordinal)
        .Replace("{{id}}", name.ExercisePrefix, StringComparison.Ordinal).Replace("{{picture}}", Picture, StringComparison.Ordinal)
        .Replace("{{level}}", Level(), StringComparison.Ordinal).Replace("{{time}}", Time(), StringComparison.Ordinal);

    private string Level() => name.Kind switch
    {
        LessonKind.Start => "start: for everybody",
        LessonKind.WarmUp => "warm-up: before the event",
        LessonKind.Beginner => "beginner: say what is done here for the first time",
        LessonKind.Intermediate => "intermediate: for those who did level 1",
        _ => "hackathon: for teams",
    };

    private string Time() => name.Kind switch
    {
        LessonKind.Start => "about 10 minutes: 6 to read, 4 to do; the machine needs 20 seconds",
        LessonKind.WarmUp => "about 25 minutes: 10 to read, 15 to do; the machine needs 20 seconds",
        LessonKind.Beginner => "about 60 minutes: 25 to read, 35 to do, with one break; the machine needs 40 seconds",
        LessonKind.Intermediate => "about 90 minutes: 30 to read, 60 to do; the machine needs 2 minutes",
        _ => "half a day to 3 weeks: 20 minutes to read, the rest to do; the machine needs 10 minutes",
    };

    private static string Resource(string file)
    {
        using Stream stream = typeof(Skeleton).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"{file} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"^%% (markdown|code) ([a-z0-9-]+)(?: if ([A-Za-z0-9 ]+))?\n(.*?)(?=^%% |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CellPart();

    [GeneratedRegex(@"^(## |### Exercise )#(?=[ .])", RegexOptions.Multiline)]
    private static partial Regex Counted();
}
