using Spectre.Console;

namespace HackLab.Cli.Commands;

/// <summary>Where tables are written.</summary>
internal static class Screen
{
    /// <summary>The terminal; or, for a file or a pipe, plain text without colours and wide enough for every row.</summary>
    public static IAnsiConsole Create()
    {
        if (!Console.IsOutputRedirected) return AnsiConsole.Console;
        IAnsiConsole plain = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Console.Out),
        });
        plain.Profile.Width = 160;
        return plain;
    }
}
