using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using HackLab.Kernel.Execution;
using HackLab.Kernel.Formatting;
using Microsoft.DotNet.Interactive;

namespace HackLab.Kernel.Directives;

/// <summary>Directives that tell about the session: #!time, #!who, #!whos, #!lsmagic, #!about.</summary>
internal static class SessionDirectives
{
    public static IReadOnlyList<Directive> All { get; } =
    [
        new("#!time", "", "Says how long the rest of the cell took.", Time),
        new("#!who", "", "Lists the names of the session's variables.", Who),
        new("#!whos", "", "Lists the session's variables with type and value.", Whos),
        new("#!lsmagic", "", "Lists all directives and languages.", List),
        new("#!about", "", "Says which kernel, .NET and system this is.", About),
    ];

    private static void Time(DirectiveCall call)
    {
        long start = Stopwatch.GetTimestamp();
        call.Scope.AtEnd(() => DisplayedValue.Show(
            string.Create(CultureInfo.InvariantCulture, $"Wall time: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0###}ms"), []));
    }

    private static void Who(DirectiveCall call) => DisplayedValue.Show(
        string.Join(Environment.NewLine, call.Session.Variables.All().Select(variable => variable.Name)), []);

    private static void Whos(DirectiveCall call) => DisplayedValue.Show(
        call.Session.Variables.All().Select(v => new { v.Name, Type = TypeName.Of(v.Type), Value = Short(v.Value) }).ToArray(), []);

    private static void List(DirectiveCall call) => DisplayedValue.Show(
        call.Session.Directives.All.Select(d => new { Directive = $"{d.Name} {d.Usage}".TrimEnd(), Purpose = d.Summary })
            .Append(new { Directive = "#!csharp", Purpose = "The lines that follow are C#, as they are in a C# cell anyway." })
            .Concat(call.Session.Languages.All.Select(l => new { Directive = $"#!{l.Names[0]} {l.Usage}".TrimEnd(), Purpose = l.Summary }))
            .ToArray(), []);

    private static void About(DirectiveCall call) => DisplayedValue.Show(new AboutKernel(), []);

    private static string Short(object? value)
    {
        string text = TextView.Inline(value);
        return text.Length > 120 ? text[..119] + "…" : text;
    }

    private sealed record AboutKernel
    {
        public string Kernel { get; } = "HackLab C# kernel " + typeof(KernelSession).Assembly.GetName().Version?.ToString(3);

        public string Language { get; } = "C# " + Microsoft.CodeAnalysis.CSharp.LanguageVersionFacts.ToDisplayString(
            Microsoft.CodeAnalysis.CSharp.LanguageVersionFacts.MapSpecifiedToEffectiveVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest));

        public string Framework { get; } = RuntimeInformation.FrameworkDescription;

        public string System { get; } = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores";
    }
}
