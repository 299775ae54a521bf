namespace HackLab.Cli.Commands;

/// <summary>How to start this program again: its executable, or dotnet with its library where there is no executable.</summary>
internal static class OwnCommand
{
    public static (string Executable, IReadOnlyList<string> Leading) Find()
    {
        string ending = OperatingSystem.IsWindows() ? ".exe" : "";
        foreach (string name in new[] { "hacklab", "HackLab.Cli" })   // published, and as built
        {
            string program = Path.Combine(AppContext.BaseDirectory, name + ending);
            if (File.Exists(program)) return (program, []);
        }
        return ("dotnet", [Path.Combine(AppContext.BaseDirectory, "HackLab.Cli.dll")]);
    }
}
