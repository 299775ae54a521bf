using System.Runtime.Loader;

namespace HackLab.Cli;

/// <summary>
/// Makes HackLab.Lessons and the rooms below it known to this process. They lie in a folder of their own below the program, not beside
/// it: a library beside the program would be given to notebooks in place of their own copy. Only commands whose notebooks run in
/// processes of their own call this.
/// </summary>
internal static class LabLibrary
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "library");
    private static int _known;

    /// <summary>From now on its types can be used; not by the method that calls this, but by those it calls.</summary>
    public static void Resolve()
    {
        if (Interlocked.Exchange(ref _known, 1) != 0) return;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(Folder, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    }
}
