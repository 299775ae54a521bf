using System.Globalization;
using HackLab.Data;
using HackLab.Jupyter.Kernelspecs;

namespace HackLab.Cli.Doctor;

/// <summary>Looks at everything that lessons need on this machine.</summary>
/// <param name="root">HackLab's own folder; null if the program runs outside of one.</param>
internal sealed class Examination(string? root)
{
    private const double GB = 1L << 30;

    public async Task<IReadOnlyList<Finding>> AllAsync()
    {
        string? jupyter = Programs.Find("jupyter");
        return
        [
            await SdkAsync(), Jupyter(jupyter), Kernelspec(KernelspecInstaller.List(), jupyter is not null), Library(),
            Cores(Environment.ProcessorCount), Memory(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes),
            Disk(), RealData(LessonFolder),
        ];
    }

    private static async Task<Finding> SdkAsync()
    {
        string? list = await Programs.AskAsync("dotnet", "--list-sdks");
        return Sdk(list?.Split('\n').Select(line => line.Split(' ')[0]).Where(version => version.Length > 0) ?? []);
    }

    internal static Finding Sdk(IEnumerable<string> versions)
    {
        int wanted = Environment.Version.Major;
        string[] all = [.. versions];
        string? fitting = all.LastOrDefault(version => int.TryParse(version.Split('.')[0], CultureInfo.InvariantCulture, out int major) && major >= wanted);
        if (fitting is not null) return new Finding("SDK", Verdict.Ok, $".NET SDK {fitting} is there.");
        string found = all.Length == 0 ? "No .NET SDK was found" : $"Only .NET SDK {string.Join(", ", all)} was found";
        return new Finding("SDK", Verdict.Missing, $"{found}; HackLab is built with {wanted}.0.", $"Install the .NET {wanted} SDK from https://dot.net, and open a new terminal.");
    }

    private static Finding Jupyter(string? program) => program is not null
        ? new Finding("Jupyter", Verdict.Ok, $"Jupyter is there ({program}).")
        : new Finding("Jupyter", Verdict.Warning, "Jupyter was not found; `hacklab run` works without it.",
            "Debian: sudo apt install jupyter-notebook. Elsewhere: pip install notebook. Or open the notebooks in VS Code.");

    internal static Finding Kernelspec(IReadOnlyList<InstalledKernelspec> all, bool hasJupyter)
    {
        const string fix = "Run: ./hacklab kernel install";
        if (all.FirstOrDefault(one => one.Name == KernelspecInstaller.Name) is not { } spec)
        {
            return new Finding("Kernel", hasJupyter ? Verdict.Missing : Verdict.Warning, "Jupyter does not know the C# kernel yet.", fix);
        }
        string program = spec.Command.Count > 0 ? spec.Command[0] : "";
        if (!File.Exists(program)) return new Finding("Kernel", Verdict.Missing, $"The kernel is installed in {spec.Directory}, but starts {program}, which does not exist.", fix);
        InstalledKernelspec? other = all.FirstOrDefault(one => one.Name == KernelspecInstaller.DotNetName && !one.IsHackLab);
        return other is null
            ? new Finding("Kernel", Verdict.Ok, $"Jupyter starts {program}.")
            : new Finding("Kernel", Verdict.Warning, $"The name .net-csharp belongs to another kernel, in {other.Directory}; notebooks open with that one.",
                "Choose C# (HackLab) in the notebook, or run: ./hacklab kernel install --force");
    }

    private Finding Library()
    {
        if (root is null) return new Finding("Lessons", Verdict.Warning, "The program runs outside of HackLab's folder, so lessons are not looked for.");
        string library = Path.Combine(root, "artifacts", "lab", "HackLab.dll");
        return File.Exists(library)
            ? new Finding("Lessons", Verdict.Ok, $"The library that lessons load is built ({Path.GetRelativePath(root, library)}).")
            : new Finding("Lessons", Verdict.Missing, $"The library that lessons load is not built ({Path.GetRelativePath(root, library)}).", "Run: ./start");
    }

    internal static Finding Cores(int count) => count >= 2
        ? new Finding("Cores", Verdict.Ok, $"{count} processor cores.")
        : new Finding("Cores", Verdict.Warning, "One processor core; training takes longer than the lessons say.", "Use a machine with two, or run lessons with --scale smoke.");

    internal static Finding Memory(long bytes)
    {
        string words = string.Create(CultureInfo.InvariantCulture, $"{bytes / GB:0.0} GB of memory.");
        return bytes >= 2 * GB ? new Finding("Memory", Verdict.Ok, words)
            : new Finding("Memory", Verdict.Warning, words, "Lessons are made for 2 GB: close other programs, and run one notebook at a time.");
    }

    private Finding Disk()
    {
        string folder = root ?? Environment.CurrentDirectory;
        long free = new DriveInfo(folder).AvailableFreeSpace;
        string words = string.Create(CultureInfo.InvariantCulture, $"{free / GB:0.0} GB free on the disk of {folder}.");
        return free >= GB ? new Finding("Disk", Verdict.Ok, words)
            : new Finding("Disk", free >= GB / 10 ? Verdict.Warning : Verdict.Missing, words, "Free 1 GB, for builds, results and data.");
    }

    /// <summary>Where lessons run, and so where they begin to look for real data.</summary>
    private string LessonFolder => root is null ? Environment.CurrentDirectory : Path.Combine(root, "notebooks");

    /// <summary>By the very search that the lessons' loaders use.</summary>
    internal static Finding RealData(string lessonFolder)
    {
        const string variable = RealDataFolder.Variable;
        string? named = Environment.GetEnvironmentVariable(variable);
        if (RealDataFolder.Find(lessonFolder) is not { } folder)
        {
            return string.IsNullOrWhiteSpace(named)
                ? new Finding("Data", Verdict.Ok,
                    $"Lessons use the samples built into them; no network is needed. (Real data: set {variable} to its folder.)")
                : new Finding("Data", Verdict.Warning,
                    $"{variable} names {named}, which does not exist.", $"Correct or unset {variable}.");
        }
        int files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count();
        string how = string.IsNullOrWhiteSpace(named) ? "" : $" ({variable} names it)";
        return files > 0
            ? new Finding("Data", Verdict.Ok, $"{files} {(files == 1 ? "file" : "files")} of real data in {folder}{how}.")
            : new Finding("Data", Verdict.Warning,
                $"The folder of real data, {folder}{how}, is empty.", $"Put the data there, or let {variable} name another folder.");
    }
}
