using System.Text;
using HackLab.Kernel.Errors;

namespace HackLab.Kernel.Directives;

/// <summary>A word, a quoted text or a JSON value of a directive's line.</summary>
/// <param name="Value">Without its quotes.</param>
/// <param name="Quoted">Whether it had some: then it is text whatever it looks like.</param>
internal sealed record OptionText(string Value, bool Quoted)
{
    /// <summary>Parts a line at its blanks; not within quotes, and not within the brackets of JSON.</summary>
    /// <exception cref="DirectiveException">A quote or bracket is not closed.</exception>
    public static List<OptionText> Split(string directive, string line)
    {
        var texts = new List<OptionText>();
        for (int i = 0; i < line.Length;)
        {
            if (char.IsWhiteSpace(line[i])) i++;
            else if (line[i] is '"' or '\'') texts.Add(new OptionText(Quotation(directive, line, ref i), Quoted: true));
            else if (line[i] is '{' or '[') texts.Add(new OptionText(Json(directive, line, ref i), Quoted: false));
            else
            {
                // Quotes may also stand within, as in @input:"Your name".
                var word = new StringBuilder();
                while (i < line.Length && !char.IsWhiteSpace(line[i]))
                {
                    if (line[i] == '"') word.Append(Quotation(directive, line, ref i));
                    else word.Append(line[i++]);
                }
                texts.Add(new OptionText(word.ToString(), Quoted: false));
            }
        }
        return texts;
    }

    /// <summary>In double quotes a backslash keeps a quote or itself; elsewhere it is one, as in Windows paths.</summary>
    private static string Quotation(string directive, string line, ref int i)
    {
        char quote = line[i++];
        var text = new StringBuilder();
        for (; i < line.Length && line[i] != quote; i++)
        {
            if (quote == '"' && line[i] == '\\' && i + 1 < line.Length && line[i + 1] is ('"' or '\\')) i++;
            text.Append(line[i]);
        }
        if (i++ >= line.Length) throw new DirectiveException($"{directive}: a {quote} is not closed.");
        return text.ToString();
    }

    private static string Json(string directive, string line, ref int i)
    {
        int start = i, depth = 0;
        bool inString = false;
        for (; i < line.Length; i++)
        {
            if (line[i] == '"') inString = !inString;
            else if (inString && line[i] == '\\') i++;
            else if (inString) continue;
            else if (line[i] is '{' or '[') depth++;
            else if (line[i] is '}' or ']' && --depth == 0) return line[start..++i];
        }
        throw new DirectiveException($"{directive}: the {line[start]} of a JSON value is not closed.");
    }
}
