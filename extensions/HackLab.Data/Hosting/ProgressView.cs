using System.Globalization;
using System.Net;
using HackLab.Data.Display;

namespace HackLab.Data.Hosting;

/// <summary>One state of a progress bar.</summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
internal sealed class ProgressView(string title, long done, long total, TimeSpan elapsed, bool ended, bool interrupted) : IRichDisplay
{
    private const int TextWidth = 24;

    private bool IsKnown => total > 0;

    private double Share => IsKnown ? Math.Clamp(done / (double)total, 0, 1) : ended && !interrupted ? 1 : 0;

    public string ToHtml()
    {
        string width = (100 * Share).ToString("0.#", CultureInfo.InvariantCulture);
        string colour = interrupted ? "#D55E00" : "#0072B2";
        string name = title.Length == 0 ? "" : $"<b style=\"font-weight:600\">{WebUtility.HtmlEncode(title)}</b> ";
        return $"""
            <div role="progressbar" aria-valuemin="0" aria-valuemax="100" aria-valuenow="{width}" aria-label="{WebUtility.HtmlEncode(title)}" style="font-family:system-ui,-apple-system,'Segoe UI',sans-serif;font-size:13px;max-width:640px;padding:8px 12px;border-radius:8px;background:#fff;color:#1f2430">
            <div>{name}{WebUtility.HtmlEncode(Words())}</div>
            <div style="height:8px;margin-top:6px;border-radius:4px;background:#e4e7ec;overflow:hidden"><div style="height:100%;width:{width}%;background:{colour}"></div></div>
            </div>
            """;
    }

    public string ToText()
    {
        int full = (int)Math.Round(TextWidth * Share);
        string bar = IsKnown ? $"{new string('█', full)}{new string('░', TextWidth - full)} " : "";
        return $"{(title.Length == 0 ? "" : title + " ")}{bar}{Words()}";
    }

    public override string ToString() => ToText();

    private string Words()
    {
        double seconds = elapsed.TotalSeconds, rate = seconds > 0 ? done / seconds : 0;
        string count = IsKnown
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(100 * Share):0} % · {done:N0} of {total:N0}")
            : string.Create(CultureInfo.InvariantCulture, $"{done:N0} done");
        string speed = rate > 0 ? string.Create(CultureInfo.InvariantCulture, $" · {(rate >= 10 ? rate.ToString("N0", CultureInfo.InvariantCulture) : rate.ToString("0.##", CultureInfo.InvariantCulture))} per s") : "";
        if (interrupted) return $"{count}{speed} · interrupted after {Span(seconds)}; what was done is kept";
        if (ended) return $"{count}{speed} · took {Span(seconds)}";
        // Before a step is done nothing is known of the time left.
        return IsKnown && rate > 0 ? $"{count}{speed} · {Span((total - done) / rate)} left" : $"{count}{speed} · {Span(seconds)}";
    }

    private static string Span(double seconds) => seconds switch
    {
        < 0 => "0 s",
        < 10 => seconds.ToString("0.0", CultureInfo.InvariantCulture) + " s",
        < 60 => seconds.ToString("0", CultureInfo.InvariantCulture) + " s",
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{(int)(seconds / 60)} min {(int)(seconds % 60)} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(long)(seconds / 3600)} h {(long)(seconds / 60) % 60} min"),
    };
}
