using HackLab.Kernel.Errors;
using HackLab.Kernel.NuGet;

namespace HackLab.Kernel.Directives;

/// <summary>#r: lets the notebook use a library.</summary>
internal static class ReferenceDirectives
{
    public static IReadOnlyList<Directive> All { get; } =
    [
        new("#r", "\"path.dll\" | \"nuget: Name, 1.2.3\"", "Refers to a .NET library, with what lies beside it; or installs a NuGet package.", Reference),
        new("#i", "\"nuget: address or folder\"", "Adds a source of NuGet packages, for the #r lines that follow.", Source),
    ];

    private static void Reference(DirectiveCall call)
    {
        string target = call.Arguments.Trim('"', ' ');
        if (PackageRequest.IsPackage(target))
        {
            call.Session.Packages.Add(PackageRequest.Parse(target), call);
            return;
        }
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

    private static void Source(DirectiveCall call)
    {
        string target = call.Arguments.Trim('"', ' ');
        if (!PackageRequest.IsPackage(target)) throw new DirectiveException("#i: expected #i \"nuget: address or folder\".");
        call.Session.Packages.AddSource(target["nuget:".Length..].Trim(), call);
    }

    private static IEnumerable<string> Candidates(string target, DirectiveCall call)
    {
        yield return Path.GetFullPath(target, call.Session.Options.WorkingDirectory);
        if (call.Job.Source is { } source) yield return Path.GetFullPath(target, Path.GetDirectoryName(source.File)!);
        // An assembly of the framework may be named without a path, as in scripts.
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        yield return Path.Combine(framework, target);
        yield return Path.Combine(framework, target + ".dll");
    }
}
