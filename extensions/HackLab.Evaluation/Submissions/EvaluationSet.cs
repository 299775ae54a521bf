using System.Security.Cryptography;
using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>
/// The rows to predict, without their labels. Its SHA-256 goes into every submission, so that predictions for other rows are
/// found out.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class EvaluationSet : IRichDisplay
{
    /// <summary>Puts a set together.</summary>
    /// <param name="challenge">What it is for.</param>
    /// <param name="name">What it is called, for captions.</param>
    /// <param name="ids">What names each row; for formats without ids, any text per row.</param>
    /// <param name="content">The bytes that teams got: its hash is taken of them.</param>
    /// <param name="data">The features, where they are a table; the class of each row is unknown.</param>
    public EvaluationSet(Challenge challenge, string name, IReadOnlyList<string> ids, ReadOnlyMemory<byte> content,
        TabularData? data = null)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(ids);
        (Challenge, Name, Ids, Content, Rows) = (challenge, name, ids, content, data);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
    }

    /// <summary>What it is for.</summary>
    public Challenge Challenge { get; }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>What names each row, shape [n].</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>n, how many rows there are to predict.</summary>
    public int Count => Ids.Count;

    /// <summary>The features of each row, to predict from; null where they are no table. All rows have the class "not
    /// told".</summary>
    public TabularData? Rows { get; }

    /// <summary>The SHA-256 of the file that teams got, 64 hexadecimal digits.</summary>
    public string Sha256 { get; }

    internal ReadOnlyMemory<byte> Content { get; }

    /// <summary>Reads the evaluation set that the tutor gave; or makes the one to practise with.</summary>
    /// <param name="challenge">The challenge's short name.</param>
    /// <param name="source">A file such as <c>higgs-evaluation.csv</c>, or <c>practice</c>.</param>
    /// <param name="practiceRows">How many rows the practice set has; null for as many as usual.</param>
    /// <exception cref="DataFormatException">There is no such file, or it does not hold such a set.</exception>
    /// <exception cref="ArgumentException">There is no such challenge.</exception>
    /// <example><code>var evaluation = EvaluationSet.Load("higgs", "practice");</code></example>
    public static EvaluationSet Load(string challenge, string source, int? practiceRows = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        Challenge found = Challenges.Find(challenge);
        return source == "practice" ? found.Practice(practiceRows).Set : found.LoadEvaluation(source);
    }

    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>For example <c>practice: 5,000 rows, sha256 3fa9…</c>.</summary>
    public override string ToString() => Words.Of($"{Name}: {Count:N0} rows, sha256 {Sha256[..12]}…");

    private Table Show() => new(
        $"{Challenge.Title} · the rows to predict", ["", ""],
        [
            ["set", Name], ["rows", Count], ["labels", "none: the tutor has them"], ["sha256", Sha256],
            ["hand in", string.Join("; ", Challenge.Files.Select(file => file.Summary))],
            ["scored by", $"{Challenge.Metric}, {(Challenge.HigherIsBetter ? "higher" : "lower")} is better"],
        ]);
}
