using HackLab.Cli.Lint.Rules;

namespace HackLab.Cli.Lint;

/// <summary>All rules for lessons as they lie there, by name.</summary>
internal static class LintRules
{
    public static IReadOnlyDictionary<string, LintRule> All { get; } =
        new[]
        {
            FileRules.All, DialectRules.All, TextRules.All, LinkRules.All, WordRules.All, BeginnerRules.All, CardRules.All,
            OpeningRules.All, MethodRules.All, ClosingRules.All, OrderRules.All,
            ExerciseRules.All, ExerciseFileRules.All, TranslationRules.All,
        }.SelectMany(rules => rules).ToDictionary(rule => rule.Name);
}
