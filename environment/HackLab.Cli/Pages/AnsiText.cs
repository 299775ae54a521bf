using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace HackLab.Cli.Pages;

/// <summary>
/// Console text as HTML: colours from ANSI sequences, lines overwritten by a carriage return as a terminal shows them,
/// everything else escaped, so that no output can become markup.
/// </summary>
internal static partial class AnsiText
{
    [GeneratedRegex(@"\e\[([0-9;:]*)m|\e\[[0-?]*[ -/]*[@-~]|\e[@-Z\\-_]|\e\][^\a\e]*(?:\a|\e\\)")]
    private static partial Regex Escape();

    public static string ToHtml(string text)
    {
        text = Overwritten(text);
        var html = new StringBuilder();
        var style = new Style();
        int at = 0;
        foreach (Match match in Escape().Matches(text))
        {
            style.Write(html, text[at..match.Index]);
            if (match.Groups[1].Success) style.Apply(match.Groups[1].Value);
            at = match.Index + match.Length;
        }
        style.Write(html, text[at..]);
        return html.ToString();
    }

    /// <summary>"10 %\r20 %\r30 %\n" is how progress is drawn; the last one is what remains.</summary>
    private static string Overwritten(string text)
    {
        if (!text.Contains('\r')) return text;
        IEnumerable<string> lines = text.Replace("\r\n", "\n").Split('\n').Select(line =>
            line.TrimEnd('\r') is var shown && shown.LastIndexOf('\r') is var start and >= 0 ? shown[(start + 1)..] : shown);
        return string.Join('\n', lines);
    }

    private sealed class Style
    {
        private readonly SortedSet<string> _classes = [];
        private string? _foreground, _background;

        public void Write(StringBuilder html, string text)
        {
            if (text.Length == 0) return;
            string inline = (_foreground is null ? "" : $"color:{_foreground};") + (_background is null ? "" : $"background:{_background};");
            bool plain = _classes.Count == 0 && inline.Length == 0;
            if (!plain)
            {
                html.Append("<span");
                if (_classes.Count > 0) html.Append($" class=\"{string.Join(' ', _classes)}\"");
                if (inline.Length > 0) html.Append($" style=\"{inline}\"");
                html.Append('>');
            }
            html.Append(WebUtility.HtmlEncode(text));
            if (!plain) html.Append("</span>");
        }

        /// <summary>One "select graphic rendition" sequence: its numbers, as ECMA-48 and xterm define them.</summary>
        public void Apply(string parameters)
        {
            int[] codes = [.. parameters.Split(';', ':').Select(code => int.TryParse(code, CultureInfo.InvariantCulture, out int number) ? number : 0)];
            for (int i = 0; i < codes.Length; i++)
            {
                int code = codes[i];
                if (code == 0) Reset();
                else if (code is 1 or 2 or 3 or 4) _classes.Add($"a{code}");
                else if (code == 22) _classes.RemoveWhere(name => name is "a1" or "a2");
                else if (code is 23 or 24) _classes.Remove($"a{code - 20}");
                else if (code is 38 or 48) Extended(codes, ref i, code == 38);
                else if (code is >= 30 and <= 37 or >= 90 and <= 97) Foreground($"f{code}");
                else if (code == 39) Foreground(null);
                else if (code is >= 40 and <= 47 or >= 100 and <= 107) Background($"b{code}");
                else if (code == 49) Background(null);
            }
        }

        private void Extended(int[] codes, ref int i, bool isForeground)
        {
            string? colour = null;
            if (i + 2 < codes.Length && codes[i + 1] == 5)
            {
                colour = Indexed(codes[i + 2] & 255);
                i += 2;
            }
            else if (i + 4 < codes.Length && codes[i + 1] == 2)
            {
                colour = $"rgb({codes[i + 2] & 255},{codes[i + 3] & 255},{codes[i + 4] & 255})";
                i += 4;
            }
            if (isForeground) (_foreground, _) = (colour, _classes.RemoveWhere(name => name[0] == 'f'));
            else (_background, _) = (colour, _classes.RemoveWhere(name => name[0] == 'b'));
        }

        /// <summary>xterm's 256 colours: 16 named ones, a cube of 6³, 24 greys.</summary>
        private static string Indexed(int index)
        {
            if (index >= 232) return $"rgb({8 + 10 * (index - 232)},{8 + 10 * (index - 232)},{8 + 10 * (index - 232)})";
            if (index < 16) return new[] { "black", "#b22", "#272", "#860", "#24b", "#829", "#177", "#999", "#666", "#d44", "#3a3", "#b90", "#46e", "#b4c", "#2aa", "#ddd" }[index];
            int red = (index - 16) / 36, green = (index - 16) / 6 % 6, blue = (index - 16) % 6;
            return $"rgb({Level(red)},{Level(green)},{Level(blue)})";

            static int Level(int step) => step == 0 ? 0 : 55 + 40 * step;
        }

        private void Foreground(string? name)
        {
            _foreground = null;
            _classes.RemoveWhere(other => other[0] == 'f');
            if (name is not null) _classes.Add(name);
        }

        private void Background(string? name)
        {
            _background = null;
            _classes.RemoveWhere(other => other[0] == 'b');
            if (name is not null) _classes.Add(name);
        }

        private void Reset()
        {
            _classes.Clear();
            (_foreground, _background) = (null, null);
        }
    }
}
