using System.Net;
using System.Text;
using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Gallery;

/// <summary>All figures on one page that needs nothing else: the picture, and beside it the interactive one.</summary>
internal static class GalleryPage
{
    private const string Style = """
        :root{color-scheme:light dark}
        body{margin:16px;font-family:system-ui,sans-serif;background:light-dark(#fff,#16181d);color:light-dark(#1f2430,#e6e8ec)}
        section{margin:0 0 24px} h2{font-size:16px;margin:0 0 8px} .pair{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}
        .pair>div{flex:0 1 auto;min-width:0;max-width:100%} .interactive{width:720px}
        """;

    /// <summary>The folder that pages and pictures go to.</summary>
    public static string Folder { get; } = Path.Combine(HackLabRepository.Root, "artifacts", "gallery");

    /// <summary>Writes the page.</summary>
    /// <returns>Its path.</returns>
    public static string Write(IEnumerable<GalleryFigure> figures)
    {
        var html = new StringBuilder($"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Gallery of figures</title>
            <style>{Style}</style></head><body><h1>Every kind of figure</h1>

            """);
        bool isFirst = true;
        foreach (GalleryFigure figure in figures)
        {
            html.Append($"<section id=\"{figure.Name}\"><h2>Chart.{figure.Kind}: {WebUtility.HtmlEncode(figure.Figure.Title)}</h2><div class=\"pair\">\n")
                .Append($"<div class=\"still\">{figure.Figure.ToHtml()}</div>\n")
                .Append($"<div class=\"interactive\">{figure.Figure.Interactive(embed: isFirst).ToHtml()}</div>\n</div></section>\n");
            isFirst = false;
        }
        Directory.CreateDirectory(Folder);
        // Pictures of an earlier page would be taken for those of this one.
        foreach (string picture in Directory.EnumerateFiles(Folder, "*.png")) File.Delete(picture);
        string path = Path.Combine(Folder, "index.html");
        File.WriteAllText(path, html.Append("</body></html>\n").ToString());
        return path;
    }
}
