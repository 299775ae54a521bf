using System.Diagnostics;
using System.Globalization;
using HackLab.Kernel.Directives;
using HackLab.Kernel.Errors;
using HackLab.Kernel.Execution;
using Microsoft.DotNet.Interactive;

namespace HackLab.Kernel.NuGet;

/// <summary>
/// The packages of a session. Lines of #r "nuget:" that follow each other are restored together, and always with those of
/// earlier cells, so that all agree on the versions of what they share.
/// </summary>
internal sealed class PackageSet(Session session)
{
    private readonly List<PackageRequest> _requests = [];
    private readonly List<string> _sources = [];
    private readonly List<(PackageRequest Request, int Line)> _waiting = [];
    private readonly Dictionary<string, RestoredPackage> _loaded = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Asks for a package, by the next <see cref="Restore"/>.</summary>
    public void Add(PackageRequest request, DirectiveCall call) => _waiting.Add((request, call.Line));

    /// <summary>Adds a source: an address, or a folder.</summary>
    /// <exception cref="DirectiveException">There is no such folder.</exception>
    public void AddSource(string source, DirectiveCall call)
    {
        bool address = source.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (!address)
        {
            string folder = Path.GetFullPath(source, session.Options.WorkingDirectory);
            if (source.Length == 0 || !Directory.Exists(folder)) throw new DirectiveException($"#i: there is no folder {folder}; an address starts with https://.");
            source = folder;
        }
        if (_sources.Contains(source)) return;
        _sources.Add(source);
        DisplayedValue.Show($"Packages are looked for in {source} too.", []);
    }

    /// <summary>Whether something waits.</summary>
    public bool IsWaiting => _waiting.Count > 0;

    /// <summary>Forgets what waits: its cell failed before it came to it.</summary>
    public void Forget() => _waiting.Clear();

    /// <summary>Restores what waits.</summary>
    /// <exception cref="DirectiveException">A package cannot be had; the session is as before.</exception>
    public void Restore(CellJob job)
    {
        (PackageRequest Request, int Line)[] waiting = [.. _waiting];
        _waiting.Clear();
        PackageRequest[] asked = [.. waiting.Select(w => w.Request).Distinct()];
        PackageRequest[] wanted = [.. asked.Where(request => !IsLoaded(request))];
        foreach (PackageRequest request in asked.Except(wanted)) Tell($"{request.Name} {_loaded[request.Name].Version} is already there.");
        if (wanted.Length == 0) return;
        PackageRequest[] all = [.. _requests.Where(old => !wanted.Any(w => Same(w.Name, old.Name))), .. wanted];
        string names = string.Join(", ", wanted.Select(w => w.ToString()));
        DisplayedValue progress = DisplayedValue.Show($"Restoring {names} …", []);
        try
        {
            long start = Stopwatch.GetTimestamp();
            RestoredPackages restored = Find(all, job, out bool known);
            Load(restored, wanted);
            _requests.Clear();
            _requests.AddRange(all);
            string versions = string.Join(", ", wanted.Select(w => $"{w.Name} {restored.Find(w.Name)?.Version}"));
            string time = Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
            progress.Update(known ? $"{versions} is ready (restored before)." : $"{versions} restored in {time} s.");
            foreach (string note in restored.Notes) Tell(note);
        }
        catch (RestoreFailedException problem)
        {
            progress.Update($"{names} could not be restored.");
            int line = waiting.FirstOrDefault(w => problem.Advice.Contains(w.Request.Name, StringComparison.OrdinalIgnoreCase), waiting[0]).Line;
            throw new DirectiveException($"#r \"nuget: …\": {problem.Advice}", line);
        }
        catch (DirectiveException problem)
        {
            progress.Update($"{names} could not be used.");
            throw new DirectiveException(problem.Message, problem.Line ?? waiting[0].Line);
        }
        catch (OperationCanceledException)
        {
            progress.Update($"Restoring {names} was interrupted.");
            throw;
        }
    }

    private bool IsLoaded(PackageRequest request) => _loaded.TryGetValue(request.Name, out RestoredPackage? there)
        && (request.Version == "*" || request.Version == there.Version || _requests.Contains(request));

    private RestoredPackages Find(PackageRequest[] all, CellJob job, out bool known)
    {
        string file = PackageCache.FileFor(all, _sources);
        RestoredPackages? before = RestoredPackages.Read(file);
        known = before is not null && PackageCache.IsFresh(before, all);
        if (known) return before!;
        Task<RestoredPackages> work = Task.Run(() => PackageRestore.RunAsync(all, _sources, session.Options.WorkingDirectory, job.Cell.Token));
        // The wait ends soon after an interrupt, when the process has been ended: it must not be left behind.
        job.Context.RunUntil(work, () => false);
        try
        {
            RestoredPackages restored = work.GetAwaiter().GetResult();
            restored.Write(file);
            return restored;
        }
        catch (RestoreFailedException problem) when (problem.IsUnreachable && before is not null)
        {
            known = true;       // yesterday's newest version is better than none
            return before;
        }
    }

    private void Load(RestoredPackages restored, PackageRequest[] wanted)
    {
        foreach (RestoredPackage package in restored.Packages)
        {
            if (!_loaded.TryGetValue(package.Name, out RestoredPackage? there) || there.Version == package.Version) continue;
            throw new DirectiveException(
                $"#r \"nuget: …\": {package.Name} {package.Version} is needed, but {there.Version} is in use in this session already. " +
                "Restart the kernel, and ask for all packages in one cell.");
        }
        RestoredPackage[] added = [.. restored.Packages.Where(package => _loaded.TryAdd(package.Name, package))];
        foreach (RestoredPackage package in added)
        {
            foreach (string file in package.Runtime) session.Assemblies.AddFile(file);
            foreach (string file in package.Native) session.Assemblies.AddNativeFile(file);
            foreach (string file in package.Compile) session.References.Offer(file);
        }
        foreach (string file in added.Where(p => wanted.Any(w => Same(w.Name, p.Name))).SelectMany(p => p.Compile)) session.References.Add(file);
    }

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private static void Tell(string sentence) => DisplayedValue.Show(sentence, []);
}
