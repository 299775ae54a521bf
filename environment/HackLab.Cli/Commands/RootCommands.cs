using System.CommandLine;
using System.CommandLine.Help;
using HackLab.Cli.Commands.Data;

namespace HackLab.Cli.Commands;

/// <summary>Everything that <c>hacklab</c> understands.</summary>
internal static class RootCommands
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        // Not a RootCommand: that one calls itself after the assembly, and people call it hacklab.
        var root = new Command("hacklab", "Runs HackLab's C# notebooks, fetches their data, and looks after the kernel that opens them in Jupyter.")
        {
            RunCommand.Create(), NewCommand.Create(), LintCommand.Create(), ReleaseCommand.Create(), ScoreCommand.Create(),
            DataCommand.Create(), KernelCommand.Create(), DoctorCommand.Create(), new HelpOption(), new VersionOption(),
        };
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync();   // prints what is wrong, and the help
            return ExitCode.Usage;
        }
        try
        {
            // Ctrl-C is the run command's own business: it still has files to write.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception error) when (error is UsageException or Notebooks.NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return ExitCode.Usage;
        }
    }
}
