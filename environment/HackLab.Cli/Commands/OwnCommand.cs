namespace HackLab.Cli.Commands;

/// <summary>How to start this program again: its executable, or dotnet with its library where there is no executable.</summary>
internal static class OwnCommand
{
    public static (string Executable, IReadOnlyList<string> Leading) Find()
    {
        string program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "hacklab.exe" : "hacklab");
        return File.Exists(program) ? (program, []) : (Environment.ProcessPath ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "hacklab.dll")]);
    }
}
