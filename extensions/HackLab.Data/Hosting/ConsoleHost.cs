using HackLab.Data.Display;

namespace HackLab.Data.Hosting;

/// <summary>Where there is no notebook: values are written to the console as text.</summary>
internal static class ConsoleHost
{
    internal static IDisplayed Display(object value)
    {
        var displayed = new Displayed();
        displayed.Update(value);
        return displayed;
    }

    internal static string? Ask(string prompt)
    {
        Console.Write(prompt);
        return Console.ReadLine();
    }

    private sealed class Displayed : IDisplayed
    {
        private string? _last;

        public void Update(object value)
        {
            string text = value is IRichDisplay rich ? rich.ToText() : value.ToString() ?? "";
            if (text == _last) return;
            // On a screen a one-line value is overwritten; a file or a pipe gets one line per change.
            bool overwrite = !Console.IsOutputRedirected && _last is not null && !_last.Contains('\n') && !text.Contains('\n');
            if (overwrite) Console.Write($"\u001b[1A\r\u001b[2K");
            Console.WriteLine(text);
            _last = text;
        }
    }
}
