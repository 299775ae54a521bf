using System.Globalization;

namespace HackLab.Data;

/// <summary>The header of one unit of a FITS file: its cards, in the file's order, and values by keyword.</summary>
public sealed class FitsHeader
{
    private readonly Dictionary<string, FitsCard> _first = new(StringComparer.OrdinalIgnoreCase);

    internal FitsHeader(IReadOnlyList<FitsCard> cards)
    {
        Cards = cards;
        foreach (FitsCard card in cards) _first.TryAdd(card.Keyword, card);
    }

    /// <summary>All cards but END; long strings that go over several cards (CONTINUE) are one.</summary>
    public IReadOnlyList<FitsCard> Cards { get; }

    /// <summary>The lines of comment.</summary>
    public IEnumerable<string> Comments => Cards.Where(card => card.Keyword == "COMMENT").Select(card => card.Comment);

    /// <summary>The lines of history: what was done to the data.</summary>
    public IEnumerable<string> History => Cards.Where(card => card.Keyword == "HISTORY").Select(card => card.Comment);

    /// <summary>The first card of that keyword; null if there is none.</summary>
    public FitsCard? Find(string keyword) => _first.GetValueOrDefault(keyword);

    /// <summary>A string; null if there is no such card or its value is none.</summary>
    /// <example><code>string? telescope = header.Text("TELESCOP");</code></example>
    public string? Text(string keyword) => Find(keyword)?.Value as string;

    /// <summary>A number as double; null if there is no such card or its value is none.</summary>
    public double? Number(string keyword) => Find(keyword)?.Value switch
    {
        double value => value,
        long value => value,
        _ => null,
    };

    /// <summary>A whole number; null if there is no such card or its value is none.</summary>
    public long? Integer(string keyword) => Find(keyword)?.Value as long?;

    /// <summary>True or false; null if there is no such card or its value is neither.</summary>
    public bool? Flag(string keyword) => Find(keyword)?.Value as bool?;

    /// <summary>How many cards.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Cards.Count} header cards");
}
