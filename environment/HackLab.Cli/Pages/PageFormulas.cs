using System.Text;
using System.Text.RegularExpressions;

namespace HackLab.Cli.Pages;

/// <summary>What a page with formulas carries: KaTeX with the fonts these formulas can use, or a note where it is missing.</summary>
internal static partial class PageFormulas
{
    // The rest is always included: letters, Greek, operators and brackets of every size.
    private static readonly (string Font, string Commands)[] Rare =
    [
        ("KaTeX_Caligraphic", @"\\(mathcal|cal)\b"), ("KaTeX_Fraktur", @"\\(mathfrak|frak|Re|Im)\b"), ("KaTeX_Script", @"\\mathscr\b"),
        ("KaTeX_SansSerif", @"\\(mathsf|textsf|sf)\b"), ("KaTeX_Typewriter", @"\\(mathtt|texttt|tt|verb)\b"),
        ("KaTeX_Math-BoldItalic", @"\\(boldsymbol|bm|bold)"),
    ];

    // Reads the same delimiters that stay visible without KaTeX.
    private const string Start = """
        for (const element of document.querySelectorAll(".math")) {
          const tex = element.textContent.trim().replace(/^\\[(\[]|\\[)\]]$/g, "");
          const displayMode = element.tagName === "DIV" || element.classList.contains("display");
          katex.render(tex, element, { displayMode, throwOnError: false, strict: "ignore" });
        }
        """;

    /// <summary>For the head of the page; empty without formulas.</summary>
    public static string Style(IReadOnlyCollection<string> formulas, WebAssets assets)
    {
        if (formulas.Count == 0 || assets.KatexStyle is not { } style || assets.KatexScript is null) return "";
        string all = string.Join('\n', formulas);
        return $"<style>{FontFaces().Replace(style, face => Keep(face.Value, all, assets))}</style>\n";
    }

    /// <summary>For the end of the page; empty without formulas.</summary>
    public static string Script(IReadOnlyCollection<string> formulas, WebAssets assets) =>
        formulas.Count > 0 && assets.KatexScript is { } script && assets.KatexStyle is not null
            ? $"<script>{PageOutputs.InScript(script)}\n{Start}</script>\n" : "";

    /// <summary>Says why formulas look raw; empty where they do not.</summary>
    public static string Note(IReadOnlyCollection<string> formulas, WebAssets assets) =>
        formulas.Count > 0 && Script(formulas, assets).Length == 0
            ? "<p class=\"note\">Formulas are shown as TeX source: this build of HackLab has no KaTeX. Build it once with a network connection.</p>\n" : "";

    [GeneratedRegex("@font-face\\{[^}]*\\}")]
    private static partial Regex FontFaces();

    [GeneratedRegex("fonts/(KaTeX_[A-Za-z0-9-]+)\\.woff2")]
    private static partial Regex FontFile();

    [GeneratedRegex("src:[^;}]*")]
    private static partial Regex Source();

    private static string Keep(string face, string formulas, WebAssets assets)
    {
        string font = FontFile().Match(face).Groups[1].Value;
        foreach ((string rare, string commands) in Rare)
        {
            if (font.StartsWith(rare, StringComparison.Ordinal) && !Regex.IsMatch(formulas, commands)) return "";
        }
        return assets.KatexFont(font) is { } bytes
            ? Source().Replace(face, $"src:url(data:font/woff2;base64,{Convert.ToBase64String(bytes)}) format(\"woff2\")", 1) : "";
    }
}
