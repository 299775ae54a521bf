using System.Globalization;
using HackLab.Kernel.Execution;
using HackLab.Kernel.Output;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>The functions that every cell can call by name, under the names that .NET Interactive gave them.</summary>
public static class Kernel
{
    /// <summary>Shows a value now, before the cell ends.</summary>
    /// <param name="value">Anything.</param>
    /// <param name="mimeTypes">The forms to show; by default those that suit the value.</param>
    /// <returns>A handle by which it can be replaced later.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Text to be shown as HTML, when it is displayed or ends a cell.</summary>
    public static HtmlString HTML(string content) => new(content);

    /// <summary>Adds style rules to the page.</summary>
    public static void CSS(string content) => display(HTML($"<style>{content}</style>"));

    /// <summary>Runs script on the page that shows the notebook.</summary>
    public static void Javascript(string content) => DisplayedValue.Show(content, ["application/javascript"]);

    /// <summary>Removes what the cell has shown so far; <c>Console.Clear()</c> in a cell does the same.</summary>
    /// <param name="wait">True to keep it until something new is shown, so that the page does not jump.</param>
    public static void ClearOutput(bool wait = false)
    {
        if (CellRun.Current is { } cell) cell.Pump.Post(() => cell.Output.ClearOutput(wait));
    }

    /// <summary>Asks the person for a line.</summary>
    /// <exception cref="InvalidOperationException">Nobody can be asked, as in a headless run.</exception>
    public static string input(string prompt = "") => CellInput.Ask(prompt, password: false) ?? throw NobodyToAsk(prompt);

    /// <summary>Asks the person for a line that is not shown as it is typed.</summary>
    /// <exception cref="InvalidOperationException">Nobody can be asked, as in a headless run.</exception>
    public static PasswordString password(string prompt = "") =>
        new(CellInput.Ask(prompt, password: true) ?? throw NobodyToAsk(prompt));

    /// <summary>Asks the person for a line.</summary>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") => Task.FromResult(input(prompt));

    /// <summary>Asks the person for a line that is not shown as it is typed.</summary>
    public static Task<PasswordString> GetPasswordAsync(string prompt = "") => Task.FromResult(password(prompt));

    private static InvalidOperationException NobodyToAsk(string prompt) => new(string.Create(
        CultureInfo.InvariantCulture, $"The cell asks for input (\"{prompt}\"), but nobody can be asked here: the notebook runs without a person."));
}

/// <summary>A secret that was typed in; it does not show itself.</summary>
/// <param name="password">The secret.</param>
public sealed class PasswordString(string password)
{
    /// <summary>The secret itself.</summary>
    public string GetClearTextPassword() => password;

    /// <inheritdoc/>
    public override string ToString() => new('*', 8);
}
