using HackLab.Kernel.Errors;

namespace HackLab.Kernel.Directives;

/// <summary>#r: lets the notebook use a library.</summary>
internal static class ReferenceDirectives
{
    public static IReadOnlyList<Directive> All { get; } =
    [
        new("#r", "\"path.dll\"", "Refers to a .NET library; what it needs is found beside it.", Reference),
    ];

    private static void Reference(DirectiveCall call)
    {
        string target = call.Arguments.Trim('"', ' ');
        string? path = Candidates(target, call).FirstOrDefault(File.Exists);
        if (path is null)
        {
            throw new DirectiveException(
                $"#r: there is no file {target} (looked in {call.Session.Options.WorkingDirectory}). " +
                "Has it been built? Relative paths start at the notebook's folder.");
        }
        // Types of the libraries beside it appear in its public signatures, so the compiler must know them too, and first.
        foreach (string beside in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*.dll"))
        {
            if (beside != path) call.Session.References.Offer(beside);
        }
        try
        {
            call.Session.References.Add(path);
        }
        catch (BadImageFormatException problem)
        {
            throw new DirectiveException($"#r: {problem.Message}");
        }
        call.Session.Assemblies.AddFile(path);
    }

    private static IEnumerable<string> Candidates(string target, DirectiveCall call)
    {
        yield return Path.GetFullPath(target, call.Session.Options.WorkingDirectory);
        // An assembly of the framework may be named without a path, as in scripts.
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        yield return Path.Combine(framework, target);
        yield return Path.Combine(framework, target + ".dll");
    }
}
