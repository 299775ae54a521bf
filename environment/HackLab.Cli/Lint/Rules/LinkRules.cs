using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HackLab.Cli.Lint.Rules;

/// <summary>What a lesson points to is there: headings, files, and data as they were published.</summary>
internal static partial class LinkRules
{
    public static IEnumerable<LintRule> All =>
    [
        new("links_only_to_what_is_there", LinksResolve) { Editions = Editions.All },
        new("names_data_by_their_published_hash", HashesAreKnown) { Editions = Editions.All },
    ];

    private static IEnumerable<Complaint> LinksResolve(Lesson lesson)
    {
        HashSet<string> headings = [.. TextRules.Parsed(lesson)
            .SelectMany(cell => cell.Document.Descendants<HeadingBlock>())
            .Select(heading => "#" + TextRules.Text(heading).Replace(' ', '-'))];
        foreach ((LessonCell cell, MarkdownDocument document) in TextRules.Parsed(lesson))
        {
            IEnumerable<string> inHtml = AddressInHtml().Matches(PlainText.WithoutCode(cell.Source))
                .Select(match => match.Groups[1].Value);
            foreach (string address in document.Descendants<LinkInline>().Select(link => link.Url ?? "").Concat(inHtml))
            {
                if (address.StartsWith('#'))
                {
                    if (!headings.Contains(Uri.UnescapeDataString(address)))
                        yield return new($"there is no heading for {address}",
                            "Write the heading's words with hyphens for blanks.", cell);
                }
                else if (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
                    && uri.Scheme is "https" or "mailto" or "attachment")
                {
                    continue;   // whether the web is there is not for a check without a network to say
                }
                else if (Problem(lesson, address) is { } problem)
                {
                    yield return new($"the link '{address}' {problem}",
                        "Write it as seen from this notebook's folder, or add the file.", cell);
                }
            }
        }
    }

    private static string? Problem(Lesson lesson, string address)
    {
        if (address.Length == 0) return "is empty";
        string path = Uri.UnescapeDataString(address.Split('#')[0]);
        if (path.Contains("://", StringComparison.Ordinal)) return "should be https";
        if (Path.IsPathRooted(path)) return "is an absolute path";
        string full = Path.GetFullPath(Path.Combine(lesson.Folder, path));
        if (!full.StartsWith(lesson.Course.Root, StringComparison.Ordinal)) return "leaves HackLab's folder";
        return File.Exists(full) || Directory.Exists(full) ? null : "leads to nothing";
    }

    /// <summary>A SHA-256 that stands in a lesson must be one of the catalogue's.</summary>
    private static IEnumerable<Complaint> HashesAreKnown(Lesson lesson)
    {
        var named = lesson.Cells.SelectMany(cell => Sha256().Matches(cell.Source)
            .Select(match => (Cell: cell, Hash: match.Value))).ToList();
        if (named.Count == 0) return [];
        string catalog = Path.Combine(lesson.Course.Root, "datasets", "catalog");
        string known = Directory.Exists(catalog)
            ? string.Concat(Directory.EnumerateFiles(catalog, "*.json").Select(File.ReadAllText)) : "";
        return named.Where(one => !known.Contains(one.Hash, StringComparison.OrdinalIgnoreCase)).Select(one => new Complaint(
            $"no data set of the catalogue has the SHA-256 {one.Hash[..12]}…",
            "Take it from datasets/catalog, or leave it out.", one.Cell));
    }

    [GeneratedRegex("<(?:img|a)\\b[^>]*?(?:src|href)=\"([^\"]*)\"")]
    private static partial Regex AddressInHtml();

    [GeneratedRegex(@"\b[0-9a-fA-F]{64}\b")]
    private static partial Regex Sha256();
}
