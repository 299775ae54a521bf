using System.Net;
using HackLab.Data.Display;

namespace HackLab.Lessons;

/// <summary>What a check says of an answer: a state, in a word and a sign and not by colour alone, and a sentence.</summary>
/// <param name="Id">The exercise.</param>
/// <param name="State">How the answer stands.</param>
/// <param name="Sentence">What was found, and what to do.</param>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record CheckResult(string Id, CheckState State, string Sentence) : IRichDisplay
{
    private (string Sign, string Colour) Look => State switch
    {
        CheckState.Passed => ("✔", "#1a7f5a"),
        CheckState.NotYet => ("✎", "#b45309"),
        CheckState.Error => ("✘", "#b42318"),
        _ => ("○", "#57606a"),
    };

    private string Word => Name(State);

    /// <inheritdoc/>
    public string ToHtml() => $"""
        <div role="status" style="font-family:system-ui,-apple-system,'Segoe UI',sans-serif;font-size:14px;max-width:680px;padding:8px 12px;border-left:4px solid {Look.Colour};border-radius:4px;background:#fff;color:#1f2430">
        <b style="color:{Look.Colour}">{Look.Sign} {WebUtility.HtmlEncode(Id)}: {WebUtility.HtmlEncode(Word)}</b> {SentenceHtml.Of(Sentence)}
        </div>
        """;

    /// <inheritdoc/>
    public string ToText() => $"{Look.Sign} {Id}: {Word}. {Sentence}";

    /// <summary>A state in words.</summary>
    internal static string Name(CheckState state) => Texts.Of(state switch
    {
        CheckState.Passed => "state.passed",
        CheckState.NotYet => "state.not-yet",
        CheckState.Error => "state.error",
        _ => "state.not-started",
    });

    /// <summary>The same as text.</summary>
    public override string ToString() => ToText();
}
