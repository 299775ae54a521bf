using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HackLab.Kernel.Inspection;

/// <summary>Writes documentation comments as Markdown or as plain text.</summary>
internal sealed partial class DocumentationText(bool markdown)
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds C#.</summary>
    public void Code(string code)
    {
        Break(2);
        _text.Append(markdown ? $"```csharp\n{code}\n```" : code);
        Break(2);
    }

    /// <summary>Adds words, and behind them, if given, something set as code.</summary>
    public void Paragraph(string words, string? code = null)
    {
        Break(2);
        _text.Append(words);
        if (code is not null) Literal(code);
        Break(2);
    }

    /// <summary>Adds the parameter that is being typed.</summary>
    public void Parameter(string name, string type, XElement? description)
    {
        Break(2);
        _text.Append(markdown ? $"**`{name}`** (`{type}`)" : $"{name} ({type})");
        if (description is null) return;
        _text.Append(": ");
        Inline(description);
        Break(2);
    }

    /// <summary>Adds a comment's sections in the order in which one reads them.</summary>
    public void Sections(XElement documentation)
    {
        Section(documentation, "summary", "");
        List(documentation, "typeparam", "name", "Type parameters");
        List(documentation, "param", "name", "Parameters");
        Section(documentation, "returns", "Returns");
        Section(documentation, "value", "Value");
        List(documentation, "exception", "cref", "Exceptions");
        Section(documentation, "remarks", "Remarks");
        Section(documentation, "example", "Example");
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString().Trim();

    /// <summary>Shortens what cref says: <c>M:System.String.Trim(System.Char)</c> to <c>String.Trim</c>.</summary>
    internal static string ShortName(string cref)
    {
        char kind = cref is [var letter, ':', ..] ? letter : '!';
        string name = cref is [_, ':', ..] ? cref[2..] : cref;
        name = Arity().Replace(name.Split('(')[0], "");
        // Script is the type that the compiler makes of a cell.
        string[] parts = (name.StartsWith("Script.", StringComparison.Ordinal) ? name["Script.".Length..] : name).Split('.');
        if (parts[^1] == "#ctor") return parts[^2];
        return kind is 'M' or 'P' or 'F' or 'E' && parts.Length > 1 ? $"{parts[^2]}.{parts[^1]}" : parts[^1];
    }

    private void Section(XElement documentation, string name, string title)
    {
        foreach (XElement element in documentation.Elements(name).Where(HasContent))
        {
            Break(2);
            if (title.Length > 0) Title(title);
            Inline(element);
            Break(2);
        }
    }

    private void List(XElement documentation, string name, string key, string title)
    {
        XElement[] elements = [.. documentation.Elements(name).Where(HasContent)];
        if (elements.Length == 0) return;
        Break(2);
        Title(title);
        foreach (XElement element in elements)
        {
            Break(1);
            _text.Append(markdown ? "- " : "  ");
            Literal(key == "cref" ? ShortName((string?)element.Attribute(key) ?? "") : (string?)element.Attribute(key) ?? "");
            _text.Append(": ");
            Inline(element);
        }
        Break(2);
    }

    private static bool HasContent(XElement element) => element.HasElements || !string.IsNullOrWhiteSpace(element.Value);

    private void Title(string title)
    {
        _text.Append(markdown ? $"**{title}**" : title + ":");
        Break(markdown ? 2 : 1);
    }

    private void Inline(XElement element)
    {
        foreach (XNode node in element.Nodes())
        {
            if (node is XText words) Words(words.Value);
            else if (node is XElement inner) Element(inner);
        }
    }

    private void Element(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "see" or "seealso" when element.Attribute("href") is { } address:
                string label = HasContent(element) ? Spaces().Replace(element.Value, " ").Trim() : address.Value;
                _text.Append(markdown ? $"[{label}]({address.Value})" : label == address.Value ? label : $"{label} ({address.Value})");
                break;
            case "see" or "seealso" when HasContent(element): Inline(element); break;
            case "see" or "seealso": Literal((string?)element.Attribute("langword") ?? ShortName((string?)element.Attribute("cref") ?? "")); break;
            case "paramref" or "typeparamref": Literal((string?)element.Attribute("name") ?? ""); break;
            case "c" or "tt": Literal(element.Value); break;
            case "code": Block(element.Value); break;
            case "para" or "p": Break(2); Inline(element); Break(2); break;
            case "br": Break(1); break;
            case "list": Items(element); break;
            case "b" or "strong": Marked(element, "**"); break;
            case "i" or "em": Marked(element, "*"); break;
            default: Inline(element); break;
        }
    }

    private void Items(XElement list)
    {
        int number = 0;
        Break(2);
        foreach (XElement item in list.Elements().Where(e => e.Name == "item" || e.Name == "listheader"))
        {
            Break(1);
            string mark = (string?)list.Attribute("type") == "number" ? $"{++number}. " : "- ";
            _text.Append(markdown ? mark : "  " + mark);
            if (item.Element("term") is { } term)
            {
                if (markdown) _text.Append("**");
                Inline(term);
                _text.Append(markdown ? "**" : "");
                if (item.Element("description") is not null) _text.Append(": ");
            }
            Inline(item.Element("description") ?? (item.Element("term") is null ? item : new XElement("none")));
        }
        Break(2);
    }

    private void Marked(XElement element, string mark)
    {
        if (markdown) _text.Append(mark);
        Inline(element);
        if (markdown) _text.Append(mark);
    }

    private void Block(string code)
    {
        string[] lines = code.ReplaceLineEndings("\n").Trim('\n').TrimEnd().Split('\n');
        int indent = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        string text = string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : ""));
        Break(2);
        _text.Append(markdown ? $"```csharp\n{text}\n```" : "    " + text.Replace("\n", "\n    ", StringComparison.Ordinal));
        Break(2);
    }

    private void Literal(string code)
    {
        // A text with a backtick is fenced by two.
        string fence = code.Contains('`', StringComparison.Ordinal) ? "``" : "`";
        _text.Append(markdown ? fence + code + fence : code);
    }

    /// <summary>Line breaks and indentation of the comment mean nothing.</summary>
    private void Words(string words)
    {
        string text = Spaces().Replace(words, " ");
        bool atStart = _text.Length == 0 || char.IsWhiteSpace(_text[^1]);
        if (atStart) text = text.TrimStart();
        _text.Append(markdown ? Special().Replace(text, @"\$0") : text);
    }

    /// <summary>Ends the line, or with 2 the paragraph.</summary>
    private void Break(int lines)
    {
        int length = _text.Length;
        while (length > 0 && _text[length - 1] == ' ') length--;
        _text.Length = length;
        if (length == 0) return;
        int present = 0;
        while (present < lines && present < length && _text[length - 1 - present] == '\n') present++;
        _text.Append('\n', lines - present);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();

    [GeneratedRegex(@"[*_`<\[\]\\]")]
    private static partial Regex Special();
}
