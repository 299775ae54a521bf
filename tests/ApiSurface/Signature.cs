using System.Text.RegularExpressions;

namespace ApiSurface;

/// <summary>A member taken apart into what may differ between base and derived class, and what may not.</summary>
/// <param name="Access">"protected " or empty.</param>
/// <param name="Kind">How it can be overridden: "abstract ", "virtual ", "override ", "sealed override " or empty.</param>
/// <param name="Text">All the rest, nullable marks of reference types left out.</param>
internal sealed partial record Signature(string Access, string Kind, string Text)
{
    private static readonly HashSet<string> ValueTypes =
    [
        "bool", "char", "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "nint", "nuint",
        "float", "double", "decimal",
        "Half", "BFloat16", "Complex", "Index", "Range", "DateTime", "TimeSpan", "Guid",
    ];

    internal static Signature Of(string member, IReadOnlySet<string> ownValueTypes)
    {
        Match parts = Parts().Match(member);
        string text = WithoutMarks(parts.Groups["text"].Value, ownValueTypes);
        return new Signature(parts.Groups["access"].Value, parts.Groups["kind"].Value, text);
    }

    internal bool CanBeOverridden => Kind.Length > 0;

    /// <summary>Whether this is an override of what a base class of the list declares as <paramref name="inherited"/>.</summary>
    internal bool Overrides(Signature inherited) =>
        Kind.Contains("override") && inherited.CanBeOverridden && Access == inherited.Access && Text == inherited.Text;

    // "string?" says something about null, "int?" is another type.
    private static string WithoutMarks(string text, IReadOnlySet<string> ownValueTypes) =>
        Mark().Replace(text, match =>
        {
            string name = match.Groups["name"].Value;
            bool isValue = ValueTypes.Contains(name) || ownValueTypes.Contains(name);
            return isValue ? match.Value : match.Value[..^1];
        });

    [GeneratedRegex(@"^(\[Obsolete\] )?(?<access>protected )?(?<kind>(abstract|virtual|sealed override|override) )?(?<text>.*)$")]
    private static partial Regex Parts();

    // A mark stands behind a name, an array's ] or a generic type's >; behind a tuple's ) it always makes a Nullable.
    [GeneratedRegex(@"((?<name>[\w.]+)|[\]>])\?")]
    private static partial Regex Mark();
}
