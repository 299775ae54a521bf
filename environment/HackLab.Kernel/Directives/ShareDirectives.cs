using HackLab.Kernel.Errors;
using HackLab.Kernel.Execution;
using HackLab.Kernel.Formatting;
using HackLab.Kernel.Output;

namespace HackLab.Kernel.Directives;

/// <summary>
/// #!set and #!share. There is one set of variables, that of C#: other languages read it (SQL by name, as tables and @x), so
/// both directives end in a C# variable.
/// </summary>
internal static class ShareDirectives
{
    private static readonly string[] Places = ["csharp", "sql", "value"];

    public static IReadOnlyList<Directive> All { get; } =
    [
        new("#!set", "--name x --value @csharp:y | @sql:table | @value:text | @input:question | 1.5 | \"text\" | [1, 2] [--mime-type m]",
            "Sets a variable to another one's value, a table, a text, an answer or a value of its own.", Set),
        new("#!share", "--from sql|csharp|value name [--as other]", "Brings a value of another language into a C# variable.", Share),
    ];

    private static void Set(DirectiveCall call)
    {
        // --byref is .NET Interactive's; within one process values always are shared, not copied.
        DirectiveOptions options = DirectiveOptions.Read("#!set", call.Arguments, ["--byref"], ["--name", "--value", "--mime-type"]);
        string name = options.Name("--name");
        OptionText value = options.Get("--value");
        if (!value.Quoted && value.Value.StartsWith('@') && value.Value.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            Bring(value.Value[1..colon], value.Value[(colon + 1)..], name, "#!set", call);
        else if (!value.Quoted && value.Value.StartsWith('@'))
            Bring("csharp", value.Value[1..], name, "#!set", call);
        else
            DeclareLiteral(name, value, call);
        if (options.Find("--mime-type") is { } mimeType)
        {
            object? now = call.Session.Variables.Find(name)?.Value;
            SharedVariable.Declare(name, "string", now is null ? "null" : ValueFormatter.FormatAs(now, mimeType.Value), call.Job, call.Session);
        }
    }

    private static void DeclareLiteral(string name, OptionText text, DirectiveCall call)
    {
        (object? value, string type) = LiteralValue.Read(text);
        SharedVariable.Declare(name, type, value, call.Job, call.Session);
    }

    private static void Share(DirectiveCall call)
    {
        DirectiveOptions options = DirectiveOptions.Read("#!share", call.Arguments, [], ["--from", "--as", "--mime-type"], mostWords: 1);
        string from = options.Get("--from").Value;
        if (options.Words is not [var source]) throw new DirectiveException("#!share: which value? Write its name, as in #!share --from sql result.");
        string name = SharedVariable.CheckName("#!share", options.Find("--as")?.Value ?? source);
        Bring(from, source, name, "#!share", call);
    }

    private static void Bring(string place, string source, string name, string directive, DirectiveCall call)
    {
        switch (place)
        {
            case "csharp" or "c#":
                if (call.Session.Variables.Find(source) is null) throw NoVariable(directive, source, call);
                if (source != name) SharedVariable.Run($"var {name} = {source};", name, call.Job, call.Session);
                break;
            case "sql":
                call.Session.Languages.Sql.Share(source, name, directive, call.Job);
                break;
            case "value":
                SharedVariable.Declare(name, "string", call.Session.Languages.Values.Get(source, directive), call.Job, call.Session);
                break;
            case "input" or "password" when directive == "#!set":
                string answer = CellInput.Ask(source, password: place == "password")
                    ?? throw new DirectiveException($"#!set: \"{source}\" asks for input, but nobody can be asked here.");
                SharedVariable.Declare(name, "string", answer, call.Job, call.Session);
                break;
            default:
                throw new DirectiveException(
                    $"{directive}: nothing can be had from {place}. Did you mean {Nearest.To(place, Places)}? There are {string.Join(", ", Places)}.");
        }
    }

    private static DirectiveException NoVariable(string directive, string name, DirectiveCall call)
    {
        string[] names = [.. call.Session.Variables.All().Select(v => v.Name)];
        return new DirectiveException(names.Length == 0
            ? $"{directive}: there is no variable {name}; the session has none yet."
            : $"{directive}: there is no variable {name}. Did you mean {Nearest.To(name, names)}? #!who lists them.");
    }
}
