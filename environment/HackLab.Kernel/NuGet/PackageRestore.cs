using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace HackLab.Kernel.NuGet;

/// <summary>Runs <c>dotnet restore</c> on a temporary project.</summary>
internal static partial class PackageRestore
{
    /// <summary>Restores, from the sources or, if none answers, from what this machine already has.</summary>
    /// <exception cref="RestoreFailedException">A package cannot be had.</exception>
    /// <exception cref="OperationCanceledException">Interrupted; the processes have been ended.</exception>
    public static async Task<RestoredPackages> RunAsync(
        IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources, string configFolder, CancellationToken cancellation)
    {
        string folder = Path.Combine(PackageCache.Folder, $"restore-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(folder);
            try
            {
                return await RestoreAsync(requests, sources, onlySource: null, configFolder, folder, cancellation).ConfigureAwait(false);
            }
            catch (RestoreFailedException problem) when (problem.IsUnreachable && Directory.Exists(LocalPackages))
            {
                // The folder of all packages of this machine has the form of a source.
                try
                {
                    RestoredPackages local = await RestoreAsync(requests, sources, LocalPackages, configFolder, folder, cancellation).ConfigureAwait(false);
                    return local with { Notes = [.. local.Notes, "No package source answered: taken from the packages that this machine has."] };
                }
                catch (RestoreFailedException)
                {
                    throw problem;
                }
            }
        }
        finally
        {
            try { Directory.Delete(folder, recursive: true); }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // A virus scanner may still look at it; it lies in a cache.
            }
        }
    }

    private static string LocalPackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } own ? own
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static async Task<RestoredPackages> RestoreAsync(
        IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources, string? onlySource, string configFolder, string folder,
        CancellationToken cancellation)
    {
        string project = Path.Combine(folder, "packages.csproj");
        await File.WriteAllTextAsync(project, RestoreProject.Of(requests, sources, onlySource, configFolder).ToString(), cancellation).ConfigureAwait(false);
        (int code, string output) = await StartAsync(project, folder, cancellation).ConfigureAwait(false);
        string assets = Path.Combine(folder, "obj", "project.assets.json");
        if (code == 0 && File.Exists(assets)) return AssetsFile.Packages(assets);
        // Errors in the text come before those in the file, which lacks some (a source that does not answer).
        Match first = ErrorLine().Match(output);
        if (AssetsFile.Errors(assets) is [var error, ..]) throw new RestoreFailedException(error.Code, OneLine(error.Text));
        if (first.Success) throw new RestoreFailedException(first.Groups["code"].Value, OneLine(first.Groups["text"].Value));
        throw new RestoreFailedException("", $"dotnet restore ended with code {code}: {output.Trim()}");
    }

    private static async Task<(int Code, string Output)> StartAsync(string project, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(DotnetHost())
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,       // a source that asks for a password must not take the terminal's
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string argument in (string[])["restore", project, "-nologo", "-v:quiet", "-nodeReuse:false", "-tl:off"]) start.ArgumentList.Add(argument);
        foreach ((string name, string value) in Surroundings) start.Environment[name] = value;
        foreach (string name in (string[])["MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildExtensionsPath"]) start.Environment.Remove(name);
        using Process process = Begin(start);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        return (process.ExitCode, await output.ConfigureAwait(false) + await errors.ConfigureAwait(false));
    }

    // No server stays behind, messages are in English as on every help page, and a dead source is given up after seconds.
    private static readonly (string, string)[] Surroundings =
    [
        ("MSBUILDDISABLENODEREUSE", "1"), ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"), ("DOTNET_CLI_UI_LANGUAGE", "en"), ("DOTNET_NOLOGO", "1"),
        ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), ("DOTNET_SKIP_FIRST_TIME_EXPERIENCE", "1"),
        ("NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT", "2"), ("NUGET_ENHANCED_NETWORK_RETRY_DELAY_MILLISECONDS", "300"),
    ];

    private static Process Begin(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            throw new RestoreFailedException("", $"The command dotnet could not be started ({problem.Message}). Packages need the .NET SDK.");
        }
    }

    /// <summary>The dotnet that runs this kernel, so that its SDK fits; else the one on the path.</summary>
    private static string DotnetHost()
    {
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string beside = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", name));
        return File.Exists(beside) && Directory.Exists(Path.Combine(Path.GetDirectoryName(beside)!, "sdk")) ? beside : name;
    }

    private static string OneLine(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"error (?<code>[A-Z]+\d+): (?<text>[^\r\n]*?)(?: \[[^\]\r\n]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
