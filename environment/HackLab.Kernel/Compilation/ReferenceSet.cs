using Microsoft.CodeAnalysis;

namespace HackLab.Kernel.Compilation;

/// <summary>What cells may refer to: the framework, what #r named, and libraries made by earlier cells.</summary>
/// <remarks>
/// Each compilation binds all its references anew. With the framework's 165 assemblies that costs 14 ms and 1 MB a cell, with
/// the few that cells really use 5 ms and 50 kB. So cells are compiled against <see cref="InUse"/>, and only one that does not
/// compile is tried against <see cref="All"/>; what it turns out to use is in use from then on. Completion asks from another
/// thread while a cell is compiled: every member may be called from any thread, and the lists handed out never change.
/// </remarks>
internal sealed class ReferenceSet
{
    // What the default imports, the kernel's helpers and everyday cells need.
    private static readonly string[] First =
    [
        "System.Runtime", "System.Console", "System.Collections", "System.Linq", "System.Memory", "System.Threading", "System.Linq.Expressions",
        "System.Threading.Tasks.Parallel", "System.Threading.Thread", "HackLab.Kernel",
    ];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, MappedAssembly?> _opened = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, MetadataReference> _inUse = new(StringComparer.OrdinalIgnoreCase);
    private MetadataReference[]? _inUseList;
    private MetadataReference[]? _all;

    public ReferenceSet()
    {
        foreach (string path in Directory.EnumerateFiles(FrameworkFolder.Path, "*.dll")) _files[NameOf(path)] = path;
        string own = typeof(ReferenceSet).Assembly.Location;
        _files[NameOf(own)] = own;
        foreach (string name in First) Use(name);
    }

    /// <summary>What cells have needed so far.</summary>
    public IReadOnlyList<MetadataReference> InUse
    {
        get { lock (_gate) return _inUseList ??= [.. _inUse.Values]; }
    }

    /// <summary>Everything that can be had.</summary>
    public IReadOnlyList<MetadataReference> All
    {
        get
        {
            lock (_gate)
            {
                if (_all is not null) return _all;
                IEnumerable<string> others = _files.Keys.Order(StringComparer.Ordinal).Where(name => !_inUse.ContainsKey(name));
                return _all = [.. _inUse.Values, .. others.Select(name => Open(name)?.Reference).OfType<MetadataReference>()];
            }
        }
    }

    /// <summary>
    /// Adds an assembly file and what it needs. One of the same name replaces the earlier, so that a rebuilt library can be
    /// loaded again.
    /// </summary>
    /// <exception cref="BadImageFormatException">The file is no managed assembly.</exception>
    public void Add(string path)
    {
        string name = NameOf(path);
        MappedAssembly assembly = MappedAssembly.TryOpen(path)
            ?? throw new BadImageFormatException($"{path} is not a .NET assembly (a native library?).", path);
        lock (_gate)
        {
            _files[name] = path;
            _opened[name] = assembly;
            _inUse.Remove(name);
            Use(name);
        }
    }

    /// <summary>Makes an assembly file known, to be used when a cell needs it. One of its name that is known already stays.</summary>
    public void Offer(string path)
    {
        lock (_gate)
        {
            if (!_files.TryAdd(NameOf(path), path)) return;
            _opened.Remove(NameOf(path));       // it may have been looked for in vain before
            _all = null;
        }
    }

    /// <summary>Adds a library that a cell made.</summary>
    public void Add(string name, byte[] image)
    {
        MetadataReference reference = MetadataReference.CreateFromImage(image, filePath: name + ".dll");
        lock (_gate)
        {
            _inUse[name] = reference;
            _inUseList = _all = null;
        }
    }

    /// <summary>From now on these are in use, with what they need.</summary>
    public void Use(IEnumerable<MetadataReference> references)
    {
        lock (_gate)
        {
            foreach (MetadataReference reference in references)
            {
                if (reference.Display is { } path && _files.GetValueOrDefault(NameOf(path)) == path) Use(NameOf(path));
            }
        }
    }

    /// <summary>
    /// The set must be closed under "needs": an assembly bound first without and then with one of its needs would be another
    /// assembly to the compiler, and types of earlier cells would no longer fit.
    /// </summary>
    private void Use(string name)
    {
        if (_inUse.ContainsKey(name) || Open(name) is not { } assembly) return;
        _inUse[name] = assembly.Reference;
        _inUseList = _all = null;
        foreach (string need in assembly.Needs) Use(need);
    }

    private MappedAssembly? Open(string name)
    {
        if (_opened.TryGetValue(name, out MappedAssembly? known)) return known;
        return _opened[name] = _files.TryGetValue(name, out string? path) ? MappedAssembly.TryOpen(path) : null;
    }

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);
}
