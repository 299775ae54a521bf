using System.CommandLine;

namespace HackLab.Cli.Commands.Data;

/// <summary><c>hacklab data</c>: what the lessons' data are, and where they are.</summary>
internal static class DataCommand
{
    public static Command Create() =>
        new("data", "Lists, fetches and checks the lessons' data; makes samples, cards and the fidelity report.")
    {
        DataListCommand.Create(), DataShowCommand.Create(), DataFetchCommand.Create(), DataVerifyCommand.Create(), DataCleanCommand.Create(),
        DataSamplesCommand.Create(), DataCardsCommand.Create(), DataFidelityCommand.Create(),
    };

    /// <summary>
    /// Lets a command use HackLab.Data. What the delegate calls is compiled after the library is known; what stood in the same
    /// method would be compiled before.
    /// </summary>
    public static void SetDataAction(this Command command, Func<ParseResult, Task<int>> run) => command.SetAction((parsed, _) =>
    {
        LabLibrary.Resolve();
        return run(parsed);
    });

    public static Option<bool> Json() => new("--json") { Description = "Print JSON." };

    public static Option<bool> Yes(string description) => new("--yes", "-y") { Description = description };

    /// <summary>A question on the terminal; where nobody can answer, an error that says what to add.</summary>
    public static bool Ask(string question)
    {
        if (Console.IsInputRedirected) throw new UsageException($"{question} Nobody can be asked here: add --yes.");
        Console.Write($"{question} [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
