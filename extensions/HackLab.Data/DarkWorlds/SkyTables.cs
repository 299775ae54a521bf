using System.Globalization;
using HackLab.Data.Delimited;

namespace HackLab.Data.DarkWorlds;

/// <summary>A row of the table of halos.</summary>
/// <param name="Sky">The sky's name.</param>
/// <param name="Halos">Where its halos are.</param>
/// <param name="Reference">The competition's reference point.</param>
/// <param name="Line">In which line of the file it stands.</param>
internal sealed record SkyHalos(string Sky, SkyPoint[] Halos, SkyPoint Reference, long Line);

/// <summary>The two kinds of tables: galaxies of one sky, and halos of all. In both, no value may be missing.</summary>
internal static class SkyTables
{
    private const int MostHalos = 3;

    internal static Galaxy[] Galaxies(string path, CancellationToken cancellation)
    {
        string[] names = ["x", "y", "e1", "e2"];
        TypedColumns table = Read(path, "GalaxyID", [], names, cancellation);
        float[][] values = [.. names.Select(name => table[name].As<float>())];
        return [.. Enumerable.Range(0, table.Rows)
            .Select(i => new Galaxy(values[0][i], values[1][i], values[2][i], values[3][i]))];
    }

    internal static List<SkyHalos> Halos(string path, CancellationToken cancellation)
    {
        IEnumerable<string> columns = Enumerable.Range(1, MostHalos)
            .SelectMany(number => new[] { $"halo_x{number}", $"halo_y{number}" });
        string[] names = ["x_ref", "y_ref", .. columns];
        TypedColumns table = Read(path, "SkyId", ["numberHalos"], names, cancellation);
        string[] skies = table["SkyId"].As<string>();
        int[] counts = table["numberHalos"].As<int>();
        float[][] values = [.. names.Select(name => table[name].As<float>())];
        var rows = new List<SkyHalos>(table.Rows);
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < table.Rows; i++)
        {
            long line = i + 2;   // behind the header; empty lines stand at the end only
            if (counts[i] is < 1 or > MostHalos)
            {
                throw new DataFormatException(path, "one to three halos", counts[i].ToString(CultureInfo.InvariantCulture),
                    "Correct the row.", line, "numberHalos");
            }
            if (!known.Add(skies[i]))
                throw new DataFormatException(
                    path, "every sky once", $"{skies[i]} twice", "Remove one of the rows.", line, "SkyId");
            SkyPoint[] halos = [.. Enumerable.Range(1, counts[i]).Select(number => Point(number, i))];
            rows.Add(new SkyHalos(skies[i], halos, Point(0, i), line));
        }
        return rows;

        SkyPoint Point(int pair, int row) => new(values[2 * pair][row], values[(2 * pair) + 1][row]);
    }

    private static TypedColumns Read(
        string path, string name, string[] counts, string[] numbers, CancellationToken cancellation)
    {
        var types = new Dictionary<string, ColumnType> { [name] = ColumnType.Text };
        foreach (string count in counts) types.Add(count, ColumnType.Int32);
        foreach (string number in numbers) types.Add(number, ColumnType.Single);
        var options = new DelimitedOptions { Delimiter = ',', Missing = [], Cancellation = cancellation };
        TypedColumns table = NamedColumns.Read(path, types, options);
        return table.Rows > 0 ? table
            : throw new DataFormatException(
                path, "rows of data behind the header", "the end of the file", "Fetch the file again.");
    }
}
