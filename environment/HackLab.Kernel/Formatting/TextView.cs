using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace HackLab.Kernel.Formatting;

/// <summary>Values as plain text: arrays keep their shape, long sequences are cut with a count.</summary>
internal static class TextView
{
    private const int MostDepth = 4;

    /// <summary>The text of a value.</summary>
    public static string Of(object value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    /// <summary>The text of an element or member: strings quoted, nested values short.</summary>
    public static string Inline(object? value)
    {
        var text = new StringBuilder();
        WriteNested(text, value, 1);
        return text.ToString();
    }

    /// <summary>The first elements of a sequence and how many more there are: null if it does not say without counting.</summary>
    public static (List<object?> Shown, int? More) Cut(IEnumerable sequence, int limit)
    {
        var shown = new List<object?>(Math.Min(limit, 64));
        IEnumerator elements = sequence.GetEnumerator();
        try
        {
            while (shown.Count < limit && elements.MoveNext()) shown.Add(elements.Current);
            if (sequence is ICollection collection) return (shown, Math.Max(0, collection.Count - shown.Count));
            // One more look tells whether the end was met; counting on could be long, or never end.
            return (shown, shown.Count < limit || !elements.MoveNext() ? 0 : Count(sequence) - shown.Count);
        }
        finally
        {
            (elements as IDisposable)?.Dispose();
        }
    }

    /// <summary>What is said of elements that are not shown.</summary>
    public static string More(int? count) => count is { } more ? $"… ({more.ToString("N0", CultureInfo.InvariantCulture)} more)" : "… (more)";

    private static int? Count(IEnumerable sequence)
    {
        Type? generic = sequence.GetType().GetInterfaces().FirstOrDefault(i =>
            i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>) || i.GetGenericTypeDefinition() == typeof(ICollection<>)));
        return generic?.GetProperty("Count")?.GetValue(sequence) as int?;
    }

    private static void Write(StringBuilder text, object value, int depth)
    {
        switch (value)
        {
            case Exception error:
                text.Append(TypeName.Of(error.GetType())).Append(": ").Append(error.Message);
                break;
            case var _ when Scalar.Is(value):
                text.Append(Scalar.Text(value));
                break;
            case Array { Rank: 2 } grid:
                WriteGrid(text, grid);
                break;
            case IDictionary dictionary:
                WritePairs(text, dictionary, depth);
                break;
            case IEnumerable sequence:
                WriteSequence(text, sequence, depth);
                break;
            case ITuple tuple:
                WriteTuple(text, tuple, depth);
                break;
            default:
                WriteObject(text, value, depth);
                break;
        }
    }

    private static void WriteNested(StringBuilder text, object? value, int depth)
    {
        if (value is null) text.Append("null");
        else if (value is string word) text.Append('"').Append(word).Append('"');
        else if (FormatterRegistry.Find(value.GetType(), "text/plain") is not null) text.Append(ValueFormatter.FormatAs(value, "text/plain"));
        else if (depth > MostDepth) text.Append(Members.HasOwnText(value.GetType()) ? value.ToString() : TypeName.Of(value.GetType()));
        else Write(text, value, depth);
    }

    private static void WriteSequence(StringBuilder text, IEnumerable sequence, int depth)
    {
        (List<object?> shown, int? more) = Cut(sequence, Microsoft.DotNet.Interactive.Formatting.Formatter.ListExpansionLimit);
        bool rows = depth == 0 && shown.Count > 0 && shown.All(e => e is IEnumerable and not string);
        text.Append('[').Append(rows ? "\n  " : shown.Count > 0 ? " " : "");
        for (int i = 0; i < shown.Count; i++)
        {
            if (i > 0) text.Append(rows ? ",\n  " : ", ");
            WriteNested(text, shown[i], depth + 1);
        }
        if (more is null or > 0) text.Append(rows ? ",\n  " : ", ").Append(More(more));
        text.Append(rows ? "\n]" : shown.Count > 0 ? " ]" : "]");
    }

    private static void WritePairs(StringBuilder text, IDictionary dictionary, int depth)
    {
        (List<object?> shown, int? more) = Cut(dictionary.Keys, Microsoft.DotNet.Interactive.Formatting.Formatter.ListExpansionLimit);
        text.Append("{ ");
        for (int i = 0; i < shown.Count; i++)
        {
            if (i > 0) text.Append(", ");
            WriteNested(text, shown[i], depth + 1);
            text.Append(": ");
            WriteNested(text, dictionary[shown[i]!], depth + 1);
        }
        if (more is null or > 0) text.Append(", ").Append(More(more));
        text.Append(" }");
    }

    private static void WriteTuple(StringBuilder text, ITuple tuple, int depth)
    {
        text.Append('(');
        for (int i = 0; i < tuple.Length; i++)
        {
            if (i > 0) text.Append(", ");
            WriteNested(text, tuple[i], depth + 1);
        }
        text.Append(')');
    }

    private static void WriteObject(StringBuilder text, object value, int depth)
    {
        Type type = value.GetType();
        // An anonymous type's own text names its arrays instead of showing them.
        bool anonymous = Members.IsAnonymous(type);
        if (Members.HasOwnText(type) && !anonymous)
        {
            text.Append(value);
            return;
        }
        if (!anonymous) text.Append(TypeName.Of(type)).Append(' ');
        var members = Members.Of(type);
        if (members.Count == 0)
        {
            if (anonymous) text.Append("{ }");
            else text.Length--;
            return;
        }
        text.Append("{ ");
        for (int i = 0; i < members.Count; i++)
        {
            if (i > 0) text.Append(", ");
            text.Append(members[i].Name).Append(" = ");
            if (anonymous && Members.Value(members[i], value) is string word) text.Append(word);    // as its own text has it
            else WriteNested(text, Members.Value(members[i], value), depth + 2);
        }
        text.Append(" }");
    }

    private static void WriteGrid(StringBuilder text, Array grid)
    {
        int limit = Microsoft.DotNet.Interactive.Formatting.Formatter.ListExpansionLimit;
        int rows = Math.Min(grid.GetLength(0), limit), columns = Math.Min(grid.GetLength(1), limit);
        string[,] cells = new string[rows, columns];
        int width = 1;
        for (int r = 0; r < rows; r++)
        {
            for (int c = 0; c < columns; c++)
                width = Math.Max(width, (cells[r, c] = Inline(grid.GetValue(r + grid.GetLowerBound(0), c + grid.GetLowerBound(1)))).Length);
        }
        text.Append(CultureInfo.InvariantCulture, $"{TypeName.Of(grid.GetType().GetElementType()!)}[{grid.GetLength(0)}, {grid.GetLength(1)}]");
        for (int r = 0; r < rows; r++)
        {
            text.Append('\n');
            for (int c = 0; c < columns; c++) text.Append(c == 0 ? "  " : " ").Append(cells[r, c].PadLeft(width));
            if (columns < grid.GetLength(1)) text.Append(" …");
        }
        if (rows < grid.GetLength(0)) text.Append("\n  ").Append(More(grid.GetLength(0) - rows));
    }
}
