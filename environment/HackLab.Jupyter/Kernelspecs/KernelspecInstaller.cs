namespace HackLab.Jupyter.Kernelspecs;

/// <summary>Tells Jupyter about our kernel, and makes it forget again.</summary>
/// <example><code>
/// foreach (KernelspecChange change in KernelspecInstaller.Install(new KernelspecOptions { Executable = path }))
///     Console.WriteLine(change.Reason);
/// </code></example>
public static class KernelspecInstaller
{
    /// <summary>Our own name.</summary>
    public const string Name = "hacklab-csharp";

    /// <summary>The name in the metadata of C# notebooks written for .NET Interactive.</summary>
    public const string DotNetName = ".net-csharp";

    private static readonly string[] Logos = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"];

    /// <summary>
    /// Writes the kernelspecs. A kernelspec of that name which is not ours is left alone unless forced, wherever Jupyter finds it:
    /// one in the user's folder would hide one installed for all users.
    /// </summary>
    /// <exception cref="FileNotFoundException">The executable does not exist.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static IReadOnlyList<KernelspecChange> Install(KernelspecOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string executable = Path.GetFullPath(options.Executable);
        if (!File.Exists(executable))
        {
            throw new FileNotFoundException($"The kernel's executable {executable} does not exist. Build HackLab first.", executable);
        }

        string[] command = [executable, .. options.LeadingArguments, "kernel", "start", "--connection-file", "{connection_file}"];
        string kernels = Path.Combine(DataDirectory(options.DataDirectory, options.Prefix), "kernels");
        var changes = new List<KernelspecChange> { InstallOne(Name, "C# (HackLab)", kernels, command, options.Force) };
        if (options.AlsoAsDotNetCSharp) changes.Add(InstallOne(DotNetName, ".NET (C#)", kernels, command, options.Force));
        return changes;
    }

    /// <summary>Removes our kernelspecs from one data folder; others' are left alone.</summary>
    /// <param name="dataDirectory">A Jupyter data folder; null for <paramref name="prefix"/> or the user's.</param>
    /// <param name="prefix">The prefix given at installation, if one was.</param>
    public static IReadOnlyList<KernelspecChange> Uninstall(string? dataDirectory = null, string? prefix = null)
    {
        string kernels = Path.Combine(DataDirectory(dataDirectory, prefix), "kernels");
        var changes = new List<KernelspecChange>();
        foreach (string name in new[] { Name, DotNetName })
        {
            string directory = Path.Combine(kernels, name);
            if (KernelspecFile.Read(directory) is not { } found) continue;
            if (!found.IsHackLab)
            {
                string why = $"{name} in {directory} was not installed by HackLab, so it stays.";
                changes.Add(new KernelspecChange(name, directory, KernelspecAction.LeftAlone, why));
                continue;
            }

            Directory.Delete(directory, recursive: true);
            changes.Add(new KernelspecChange(name, directory, KernelspecAction.Removed, $"{name} was removed from {directory}."));
        }

        return changes;
    }

    /// <summary>Every kernelspec that Jupyter would find, of whatever language; of two with one name the one that wins.</summary>
    public static IReadOnlyList<InstalledKernelspec> List()
    {
        var found = new Dictionary<string, InstalledKernelspec>(StringComparer.Ordinal);
        foreach (string data in JupyterPaths.Search())
        {
            string kernels = Path.Combine(data, "kernels");
            if (!Directory.Exists(kernels)) continue;
            foreach (string directory in Directory.EnumerateDirectories(kernels))
            {
                if (KernelspecFile.Read(directory) is { } spec) found.TryAdd(spec.Name, spec);
            }
        }

        return [.. found.Values.OrderBy(spec => spec.Name, StringComparer.Ordinal)];
    }

    private static string DataDirectory(string? dataDirectory, string? prefix) =>
        dataDirectory is not null ? Path.GetFullPath(dataDirectory)
        : prefix is not null ? JupyterPaths.BelowPrefix(prefix)
        : JupyterPaths.UserData();

    private static KernelspecChange InstallOne(
        string name, string displayName, string kernels, IReadOnlyList<string> command, bool force)
    {
        string directory = Path.Combine(kernels, name);
        InstalledKernelspec? there = KernelspecFile.Read(directory);
        InstalledKernelspec? known = there ?? List().FirstOrDefault(spec => spec.Name == name);
        if (known is { IsHackLab: false } && !force)
        {
            string why = $"{name} is already there as \"{known.DisplayName}\" in {known.Directory} and is not HackLab's: left alone.";
            return new KernelspecChange(name, directory, KernelspecAction.LeftAlone, why);
        }

        Directory.CreateDirectory(directory);
        foreach (string logo in Logos) WriteWhole(Path.Combine(directory, logo), Resource(logo));
        WriteWhole(Path.Combine(directory, "kernel.json"), KernelspecFile.Write(displayName, command));
        return there switch
        {
            null => new(name, directory, KernelspecAction.Installed, $"{name} (\"{displayName}\") was installed in {directory}."),
            { IsHackLab: true } => new(name, directory, KernelspecAction.Updated, $"{name} in {directory} was written anew."),
            _ => new(name, directory, KernelspecAction.Replaced, $"{name} in {directory} was replaced, as forced."),
        };
    }

    /// <summary>Jupyter may read the folder at any moment: it must see the old file or the new one, never half of one.</summary>
    private static void WriteWhole(string path, byte[] content)
    {
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllBytes(temporary, content);
        File.Move(temporary, path, overwrite: true);
    }

    private static byte[] Resource(string name)
    {
        using Stream stream = typeof(KernelspecInstaller).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
