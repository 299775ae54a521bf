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
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Anatomy _anatomy = Anatomy.Of(name.Kind);
    private int _sections, _exercises;

    /// <summary>The drawing that the question shows, as seen from the notebook; lessons without a question have none.</summary>
    public string? Picture => _anatomy.Has(LessonParts.Question) ? $"../images/{name.Level}-question.svg" : null;

    /// <summary>The text of that drawing.</summary>
    public static string PictureText => Resource("skeleton.svg");

    /// <summary>The notebook's text, as Jupyter would write it.</summary>
    public string Notebook()
    {
        var cells = new JsonArray([.. Joined(Parts().Where(part => IsWanted(part.Condition)))
            .Select(part => (JsonNode)Cell(part))]);
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
        return root.ToJsonString(Indented) + "\n";
    }

    private static void RemoveWhere(JsonArray items, Func<string, bool> isUnwanted)
    {
        foreach (JsonNode? item in items.Where(item => isUnwanted((string)item!["id"]!)).ToList()) items.Remove(item);
    }

    private static IEnumerable<Part> Parts() =>
        CellPart().Matches(Resource("skeleton.md")).Select(part => new Part(part.Groups[1].Value, part.Groups[2].Value,
            part.Groups[3].Success ? part.Groups[3].Value : null, part.Groups[4].Value.Trim('\n')));

    /// <summary>Texts that meet, because what stands between them is left out, are one cell.</summary>
    private static IReadOnlyList<Part> Joined(IEnumerable<Part> parts)
    {
        var joined = new List<Part>();
        foreach (Part part in parts)
        {
            if (part.Kind == "markdown" && joined is [.., { Kind: "markdown" } above]) joined[^1] = above with { Text = above.Text + "\n\n" + part.Text };
            else joined.Add(part);
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
        return number == "bug" ? hasBug
            : int.Parse(number, CultureInfo.InvariantCulture) <= Math.Max(1, _anatomy.LeastExercises - (hasBug ? 1 : 0));
    }

    private JsonObject Cell(Part part)
    {
        string text = Counted().Replace(Filled(part.Text), heading => heading.Groups[1].Value + Next(heading.Groups[1].Value));
        bool isCode = part.Kind == "code";
        var cell = new JsonObject { ["cell_type"] = part.Kind };
        if (isCode) cell["execution_count"] = null;
        cell["id"] = part.Id;
        cell["metadata"] = !isCode ? [] : new JsonObject
        {
            ["dotnet_interactive"] = new JsonObject { ["language"] = "csharp" },
            ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "csharp" },
        };
        if (isCode) cell["outputs"] = new JsonArray();
        cell["source"] = MultilineText.Split(text);
        return cell;

        int Next(string heading) => heading.Contains("Exercise", StringComparison.Ordinal) ? ++_exercises : ++_sections;
    }

    private string Filled(string text) => text
        .Replace("{{lesson}}", name.Full, StringComparison.Ordinal).Replace("{{title}}", title, StringComparison.Ordinal)
        .Replace("{{id}}", name.ExercisePrefix, StringComparison.Ordinal)
        .Replace("{{picture}}", Picture, StringComparison.Ordinal)
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
        using Stream stream = typeof(Skeleton).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>A cell of skeleton.md, and the part of a lesson or the exercise with which it comes; null for always.</summary>
    private sealed record Part(string Kind, string Id, string? Condition, string Text);

    [GeneratedRegex(@"^%% (markdown|code) ([a-z0-9-]+)(?: if ([A-Za-z0-9 ]+))?\n(.*?)(?=^%% |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CellPart();

    [GeneratedRegex(@"^(## |### Exercise )#(?=[ .])", RegexOptions.Multiline)]
    private static partial Regex Counted();
}
