using System.Text.Json;
using System.Text.Json.Nodes;

namespace HackLab.Cli.Lint.Rules;

/// <summary>A translation of the exercises judges as the original does: only words differ.</summary>
internal static class TranslationRules
{
    // All else decides how an answer is judged.
    private static readonly HashSet<string> Words = ["title", "message", "hints", "question", "text", "reply", "solution", "why"];

    public static IEnumerable<LintRule> All =>
        [new("translates_its_exercises_word_for_word_alone", OnlyWordsDiffer) { Editions = Editions.Student }];

    private static IEnumerable<Complaint> OnlyWordsDiffer(Lesson lesson)
    {
        string folder = Path.GetDirectoryName(lesson.ExercisePath)!,
            level = Path.GetFileNameWithoutExtension(lesson.ExercisePath);
        if (!File.Exists(lesson.ExercisePath)) yield break;
        string original = Judging(lesson.ExercisePath);
        foreach (string translation in Directory.EnumerateFiles(folder, level + ".*.json").Order(StringComparer.Ordinal)
            .Where(path => Judging(path) != original))
        {
            yield return new($"exercises/{Path.GetFileName(translation)} judges otherwise than exercises/{level}.json",
                $"Take the file that hacklab release {lesson.Name} wrote last, and translate its words anew.");
        }
    }

    /// <summary>The file without its words.</summary>
    private static string Judging(string path)
    {
        try
        {
            JsonNode root = JsonNode.Parse(File.ReadAllText(path))!;
            Strip(root);
            return root.ToJsonString();
        }
        catch (JsonException)
        {
            return "";   // of the original another rule speaks
        }
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject fields)
        {
            foreach (string word in fields.Select(field => field.Key).Where(Words.Contains).ToList()) fields.Remove(word);
            foreach (JsonNode? value in fields.Select(field => field.Value)) Strip(value);
        }
        else if (node is JsonArray items)
        {
            foreach (JsonNode? item in items) Strip(item);
        }
    }
}
