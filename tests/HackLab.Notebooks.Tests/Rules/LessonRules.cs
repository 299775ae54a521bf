namespace HackLab.Notebooks.Tests.Rules;

/// <summary>All rules, by name.</summary>
internal static class LessonRules
{
    public static IReadOnlyDictionary<string, LessonRule> All { get; } =
        new[] { FileRules.All, DialectRules.All, TextRules.All, BeginnerRules.All }.SelectMany(rules => rules).ToDictionary(rule => rule.Name);
}
