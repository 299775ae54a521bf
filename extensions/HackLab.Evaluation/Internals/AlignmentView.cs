using System.Globalization;
using System.Net;
using System.Text;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// Two texts one above the other with their errors marked. Below each error stands a letter (S substituted, I inserted,
/// D deleted), so that it does not rest on colour.
/// </summary>
internal static class AlignmentView
{
    // A page of print; more makes the notebook heavy and nobody reads it.
    private const int MostEdits = 4000, LineWidth = 90;

    private const string Style =
        "<style>.hacklab-align{font-family:monospace;line-height:1.25}" +
        ".hacklab-align>span{display:inline-block;vertical-align:top;white-space:pre;margin-bottom:.5em}" +
        ".hacklab-align.w>span{margin-right:1ch}.hacklab-align b{font-weight:bold;border-bottom:2px solid;text-align:center}" +
        ".hacklab-align .s{background:#f6c99f;color:#000}" +
        ".hacklab-align .i{background:#9fc9f6;color:#000}.hacklab-align .d{background:#d9d9d9;color:#000}</style>";

    public static string Html(TextAlignment alignment)
    {
        var html = new StringBuilder("<div>").Append(Style).Append("<div>").Append(WebUtility.HtmlEncode(alignment.ToString()));
        html.Append("</div><div style=\"opacity:.75\">")
            .Append("Above: the true text. Below: what was read. S substituted, I inserted, D deleted.</div>");
        bool words = alignment.Unit == "word";
        html.Append(words ? "<div class=\"hacklab-align w\">" : "<div class=\"hacklab-align\">");
        string gap = words ? " " : "";
        foreach ((EditKind kind, string above, string below) in Runs(alignment, gap))
        {
            char mark = Mark(kind);
            string said = kind switch
            {
                EditKind.Substitution => $"{above} read as {below}",
                EditKind.Insertion => $"{below} inserted",
                _ => $"{above} not read",
            };
            string top = Seen(above, kind), bottom = Seen(below, kind), title = WebUtility.HtmlEncode(said);
            if (kind == EditKind.Match) html.Append($"<span>{top}<br>{bottom}<br> </span>");
            else html.Append($"<span><b class=\"{char.ToLowerInvariant(mark)}\" title=\"{title}\">{top}<br>{bottom}</b><br>{mark}</span>");
        }
        return html.Append("</div>").Append(WebUtility.HtmlEncode(LeftOut(alignment))).Append("</div>").ToString();
    }

    public static string Text(TextAlignment alignment)
    {
        var text = new StringBuilder(alignment.ToString());
        StringBuilder above = new(), below = new(), marks = new();
        int used = 0;
        void Flush()
        {
            if (used == 0) return;
            string line = $"\n\ntrue  {above.ToString().TrimEnd()}\nread  {below.ToString().TrimEnd()}\n      {marks}";
            text.Append(line.TrimEnd());
            above.Clear();
            below.Clear();
            marks.Clear();
            used = 0;
        }
        foreach (Edit edit in alignment.Edits.Take(MostEdits))
        {
            string top = Plain(edit.Reference, edit.Kind), bottom = Plain(edit.Hypothesis, edit.Kind);
            int width = Math.Max(Width(top), Width(bottom)), gap = alignment.Unit == "word" ? 1 : 0;
            if (used + width > LineWidth) Flush();
            above.Append(top).Append(' ', width - Width(top) + gap);
            below.Append(bottom).Append(' ', width - Width(bottom) + gap);
            marks.Append(Mark(edit.Kind)).Append(' ', width - 1 + gap);
            used += width + gap;
        }
        Flush();
        string left = LeftOut(alignment);
        return left.Length == 0 ? text.ToString() : $"{text}\n{left}";
    }

    /// <summary>
    /// Steps with matches put together, so that a page is some hundred elements and not thousands; they still wrap at blanks.
    /// </summary>
    private static IEnumerable<(EditKind Kind, string Above, string Below)> Runs(TextAlignment alignment, string gap)
    {
        var run = new List<string>();
        foreach (Edit edit in alignment.Edits.Take(MostEdits))
        {
            if (edit.Kind == EditKind.Match) run.Add(edit.Reference);
            bool ends = edit.Kind != EditKind.Match || edit.Reference == " " || run.Count >= 12;
            if (ends && run.Count > 0)
            {
                yield return (EditKind.Match, string.Join(gap, run), string.Join(gap, run));
                run.Clear();
            }
            if (edit.Kind != EditKind.Match) yield return (edit.Kind, edit.Reference, edit.Hypothesis);
        }
        if (run.Count > 0) yield return (EditKind.Match, string.Join(gap, run), string.Join(gap, run));
    }

    private static char Mark(EditKind kind) => kind switch
    {
        EditKind.Substitution => 'S',
        EditKind.Insertion => 'I',
        EditKind.Deletion => 'D',
        _ => ' ',
    };

    // A missing or wrong blank must be seen.
    private static string Seen(string unit, EditKind kind) => WebUtility.HtmlEncode(Plain(unit, kind));

    private static string Plain(string unit, EditKind kind) =>
        kind == EditKind.Match ? unit : unit switch { "" => "∅", " " => "␣", _ => unit };

    private static int Width(string text) => new StringInfo(text).LengthInTextElements;

    private static string LeftOut(TextAlignment alignment) => alignment.Edits.Count <= MostEdits
        ? "" : Words.Of($"The first {MostEdits:N0} of {alignment.Edits.Count:N0} steps are shown.");
}
