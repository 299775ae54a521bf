using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace HackLab.Kernel.Execution;

/// <summary>
/// Where a session's assemblies live: cells, libraries named by #r, and what those need from beside them. Apart from the
/// kernel's own libraries, so that a notebook may bring another version of them.
/// </summary>
internal sealed class SessionAssemblies : AssemblyLoadContext
{
    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _nativeFiles = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _folders = [];
    private readonly Dictionary<string, Assembly> _made = [];
    private readonly Lock _gate = new();
    private PassingCells? _passing;

    public SessionAssemblies() : base("Notebook")
    {
    }

    /// <summary>Loads an assembly that a cell was compiled to.</summary>
    public Assembly Load(byte[] image, byte[] symbols)
    {
        Assembly assembly = LoadFromStream(new MemoryStream(image), new MemoryStream(symbols));
        lock (_gate) _made[assembly.GetName().Name!] = assembly;
        return assembly;
    }

    /// <summary>
    /// Loads a cell that later ones cannot refer to; its memory is given back when nothing uses it any more. Each loaded
    /// assembly costs some 50 kB, which a long session would feel.
    /// </summary>
    public Assembly LoadPassing(byte[] image, byte[] symbols)
    {
        if (_passing is null || _passing.Count == PassingCells.Most)
        {
            _passing?.Unload();         // it stays as long as code of it runs or an object of it is held
            _passing = new PassingCells(this);
        }
        _passing.Count++;
        return _passing.LoadFromStream(new MemoryStream(image), new MemoryStream(symbols));
    }

    /// <summary>Lets cells load this file by its simple name, and whatever lies in its folder when it is asked for.</summary>
    public void AddFile(string path)
    {
        lock (_gate)
        {
            _files[Path.GetFileNameWithoutExtension(path)] = path;
            string folder = Path.GetDirectoryName(path)!;
            if (!_folders.Contains(folder)) _folders.Add(folder);
        }
    }

    /// <summary>Lets cells load a native library by its file name.</summary>
    public void AddNativeFile(string path)
    {
        lock (_gate) _nativeFiles[Path.GetFileName(path)] = path;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name!;
        string? file;
        lock (_gate)
        {
            if (_made.TryGetValue(name, out Assembly? made)) return made;
            file = _files.GetValueOrDefault(name)
                ?? _folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);
        }
        // The helpers that cells call must be the kernel's own, and the framework is one for all.
        if (file is null || name == "HackLab.Kernel" || IsFramework(name)) return null;
        return LoadFromAssemblyPath(file);
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        foreach (string candidate in NativeCandidates(unmanagedDllName))
        {
            if (NativeLibrary.TryLoad(candidate, out nint handle)) return handle;
        }
        return 0;
    }

    private List<string> NativeCandidates(string name)
    {
        string[] forms = OperatingSystem.IsWindows() ? [name, name + ".dll"]
            : OperatingSystem.IsMacOS() ? [name, $"lib{name}.dylib", name + ".dylib"]
            : [name, $"lib{name}.so", name + ".so"];
        lock (_gate)
        {
            return
            [
                .. forms.Where(_nativeFiles.ContainsKey).Select(form => _nativeFiles[form]),
                .. _folders.SelectMany(folder => forms.Select(form => Path.Combine(folder, form))).Where(File.Exists),
            ];
        }
    }

    private static bool IsFramework(string name) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name + ".dll"));

    /// <summary>Some cells together, because a context that can be given back takes a millisecond to make.</summary>
    private sealed class PassingCells(SessionAssemblies session) : AssemblyLoadContext("Passing cells", isCollectible: true)
    {
        public const int Most = 64;

        public int Count { get; set; }

        protected override Assembly? Load(AssemblyName assemblyName) => session.LoadFromAssemblyName(assemblyName);
    }
}
