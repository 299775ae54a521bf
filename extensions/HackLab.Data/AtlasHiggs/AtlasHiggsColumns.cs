using System.Globalization;

namespace HackLab.Data.AtlasHiggs;

/// <summary>Which column holds what, as the header says, and how a line becomes a row.</summary>
internal sealed class AtlasHiggsColumns
{
    private readonly string _file;
    private readonly string[] _names;
    private readonly int[] _features; // place of each feature among the columns
    private readonly int _label, _weight, _set;

    private AtlasHiggsColumns(string file, string[] names, int[] features, int label, int weight, int set) =>
        (_file, _names, _features, _label, _weight, _set) = (file, names, features, label, weight, set);

    internal int Count => _names.Length;

    /// <summary>Reads the header.</summary>
    /// <param name="header">The first line.</param>
    /// <param name="file">The file, for messages.</param>
    /// <param name="ofSet">Whether rows of one set are wanted, with the weights that the competition gave them.</param>
    internal static AtlasHiggsColumns Find(string header, string file, bool ofSet)
    {
        string[] names = [.. header.Split(',').Select(name => name.Trim().Trim('"'))];
        string? twice = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (twice is not null) throw new DataFormatException(file, "every name once", $"'{twice}' twice", "Rename one of the columns.", 1);
        string weight = ofSet ? AtlasHiggsSchema.KaggleWeight : AtlasHiggsSchema.Weight;
        string[] needed = [.. AtlasHiggsSchema.Features.Select(f => f.Name), AtlasHiggsSchema.Label, weight, .. ofSet ? [AtlasHiggsSchema.KaggleSet] : Array.Empty<string>()];
        string[] missing = [.. needed.Where(name => !names.Contains(name, StringComparer.Ordinal))];
        if (missing.Length > 0)
        {
            throw new DataFormatException(
                file, $"a header with the columns of the ATLAS challenge; missing: {string.Join(", ", missing)}",
                names.Length == 1 ? "a line without a comma" : $"{names.Length} other names",
                "Fetch the file again; its first line must name the columns, with commas between them.", 1);
        }
        return new AtlasHiggsColumns(
            file, names, [.. AtlasHiggsSchema.Features.Select(f => Array.IndexOf(names, f.Name))], Array.IndexOf(names, AtlasHiggsSchema.Label),
            Array.IndexOf(names, weight), ofSet ? Array.IndexOf(names, AtlasHiggsSchema.KaggleSet) : -1);
    }

    /// <summary>Adds the row of a line, if it is of the wanted set.</summary>
    internal void Parse(string line, long number, char? set, AtlasHiggsRows rows)
    {
        string[] fields = line.Split(',');
        if (fields.Length != _names.Length)
        {
            throw new DataFormatException(
                _file, $"{_names.Length} columns, as in the header", $"{fields.Length}", "The line is damaged or cut off: fetch the file again.", number);
        }
        if (set is { } wanted && fields[_set].Trim() != wanted.ToString()) return;
        rows.Y.Add(fields[_label].Trim() switch
        {
            "s" or "1" => 1,
            "b" or "0" => 0,
            string other => throw Wrong("s (signal) or b (background)", Quote(other), number, _label),
        });
        foreach (int column in _features) rows.X.Add((float)Number(fields[column], number, column, least: -1e30));
        rows.Weights.Add(Number(fields[_weight], number, _weight, least: 0));
    }

    private double Number(string field, long line, int column, double least)
    {
        if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            throw Wrong("a number", Quote(field), line, column);
        return value >= least && value < 1e30 ? value : throw Wrong(least == 0 ? "a weight of at least 0" : "a finite number", Quote(field), line, column);
    }

    private DataFormatException Wrong(string expected, string found, long line, int column) =>
        new(_file, expected, found, "Correct the row, or fetch the file again.", line, string.Create(CultureInfo.InvariantCulture, $"{column + 1} ({_names[column]})"));

    private static string Quote(string field)
    {
        if (field.Length == 0) return "nothing";
        string text = string.Concat(field.Take(40).Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return field.Length > 40 ? $"'{text}…'" : $"'{text}'";
    }
}
