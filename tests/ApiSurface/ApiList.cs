using System.Text.RegularExpressions;

namespace ApiSurface;

/// <summary>TorchSharp's public surface as a list of lines, asked whether a member of ours stands in it.</summary>
internal sealed partial class ApiList
{
    // Every class has these from object; TorchSharp overrides some of them, we may override the others.
    private static readonly Signature[] OfObject =
    [
        new("", "virtual ", "string ToString()"),
        new("", "virtual ", "int GetHashCode()"),
        new("", "virtual ", "bool Equals(object obj)"),
    ];

    private readonly Dictionary<string, List<string>> _members;
    private readonly Dictionary<string, List<Signature>> _signatures = [];
    private readonly HashSet<string> _valueTypes;

    internal ApiList(IEnumerable<ApiLine> lines)
    {
        Lines = [.. lines];
        _members = Lines.GroupBy(line => line.Type, line => line.Member).ToDictionary(type => type.Key, type => type.ToList());
        _valueTypes = [.. Lines.Where(line => ValueHeader().IsMatch(line.Member)).Select(line => Relative(line.Type))];
    }

    internal IReadOnlyList<ApiLine> Lines { get; }

    internal bool HasType(string type) => _members.ContainsKey(type);

    /// <summary>Null if the list has this member, otherwise what is wrong, in words.</summary>
    internal string? Fault(ApiLine line)
    {
        if (!_members.TryGetValue(line.Type, out List<string>? members))
            return "the list has no such type; if TorchSharp has it, run the mode update";
        if (Header().IsMatch(line.Member)) return HeaderFault(line);
        Signature ours = Signature.Of(line.Member, _valueTypes);
        bool isSealed = IsSealed(line.Type);
        if (Members(line.Type).Any(their => Same(ours, their, isSealed))) return null;
        if (Bases(line.Type).SelectMany(Members).Concat(OfObject).Any(ours.Overrides)) return null;
        string name = Name(line.Member);
        List<string> similar = [.. members.Where(member => Name(member) == name)];
        return similar.Count == 0 ? "the type has no member of that name" : $"the list has {string.Join(" | ", similar)}";
    }

    /// <summary>The classes that a type of the list derives from, nearest first, as far as the list knows them.</summary>
    internal IEnumerable<string> Bases(string type)
    {
        foreach (string parent in DirectBases(type))
        {
            string name = WithoutArguments(parent);
            string? known = _members.Keys.FirstOrDefault(key =>
                WithoutArguments(Relative(key)) == name && Arity(key) == Arity(parent));
            if (known is null) continue;
            yield return known;
            foreach (string further in Bases(known)) yield return further;
        }
    }

    private List<Signature> Members(string type)
    {
        if (!_signatures.TryGetValue(type, out List<Signature>? known))
            _signatures.Add(type, known = [.. _members[type].Select(member => Signature.Of(member, _valueTypes))]);
        return known;
    }

    // Nobody can derive from a sealed class, so it does not matter there whether a member could be overridden.
    private static bool Same(Signature ours, Signature theirs, bool isSealed) =>
        ours.Text == theirs.Text && ours.Access == theirs.Access
        && (isSealed || ours.Kind == theirs.Kind || (ours.Kind.Contains("override") && theirs.Kind.Contains("override")));

    private bool IsSealed(string type) => _members[type].Any(member => SealedHeader().IsMatch(member));

    // The same kind; our bases stand among theirs, direct or not, but we may implement fewer interfaces.
    private string? HeaderFault(ApiLine line)
    {
        string? theirs = _members[line.Type].FirstOrDefault(member => Header().IsMatch(member));
        if (theirs is null) return null;                     // the list leaves out the headers of a few types
        string ourKind = Header().Match(line.Member).Value, theirKind = Header().Match(theirs).Value;
        if (ourKind == "delegate" && line.Member != theirs) return $"the list has {theirs}";
        if (ourKind != theirKind) return $"the list has a {theirKind}";
        // A base's base is written in that one's type parameters, so its name is all that can be compared.
        HashSet<string> direct = [.. DirectBasesOf(theirs)];
        HashSet<string> further = [.. Bases(line.Type).SelectMany(DirectBases).Select(WithoutArguments)];
        string? extra = DirectBasesOf(line.Member).FirstOrDefault(name =>
            !direct.Contains(name) && !further.Contains(WithoutArguments(name)));
        return extra is null ? null : $"the list has no base {extra}, but {theirs}";
    }

    private IEnumerable<string> DirectBases(string type) =>
        _members.GetValueOrDefault(type, []).Where(member => Header().IsMatch(member)).SelectMany(DirectBasesOf);

    private static List<string> DirectBasesOf(string header)
    {
        int at = header.IndexOf(" : ", StringComparison.Ordinal), end = header.IndexOf(" where ", StringComparison.Ordinal);
        if (at < 0 || (end >= 0 && end < at)) return [];
        string list = end < 0 ? header[(at + 3)..] : header[(at + 3)..end];
        return SplitOutside(list);
    }

    // Commas inside <> and () belong to one base.
    private static List<string> SplitOutside(string list)
    {
        List<string> parts = [];
        int depth = 0, start = 0;
        for (int i = 0; i < list.Length; i++)
        {
            if (list[i] is '<' or '(') depth++;
            if (list[i] is '>' or ')') depth--;
            if (list[i] != ',' || depth > 0) continue;
            parts.Add(list[start..i].Trim());
            start = i + 1;
        }
        parts.Add(list[start..].Trim());
        return parts;
    }

    private static int Arity(string name)
    {
        int at = name.IndexOf('<');
        return at < 0 ? 0 : SplitOutside(name[(at + 1)..^1]).Count;
    }

    private static string WithoutArguments(string name)
    {
        int at = name.IndexOf('<');
        return at < 0 ? name : name[..at];
    }

    private static string Relative(string type) => type[(type.IndexOf('.') + 1)..];

    private static string Name(string member) => MemberName().Match(member).Value;

    [GeneratedRegex(@"^(protected )?(static |abstract |sealed )?(class|struct|interface|enum|delegate)\b")]
    private static partial Regex Header();

    [GeneratedRegex(@"^(protected )?sealed class\b")]
    private static partial Regex SealedHeader();

    [GeneratedRegex(@"^(protected )?(struct|enum)\b")]
    private static partial Regex ValueHeader();

    // The word before the parameter list, the accessors or a constant's value; a method's type parameters come between.
    [GeneratedRegex(@"\w+(?=(<[^()]*>)?\([^()]*(\([^()]*\)[^()]*)*\)( where .*)?$|\[[^\]]*\]? ?.*\{| \{ |$| = )")]
    private static partial Regex MemberName();
}
