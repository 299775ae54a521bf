using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace HackLab.Data.Delimited;

/// <summary>Turns blocks of text into rows of numbers.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed unsafe class NumberBlockParser<T>(TableLayout layout, NativeArena arena, IReadOnlyList<string>? missing)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly byte[][] _missing = [.. (missing ?? []).Select(Encoding.UTF8.GetBytes)];

    // Optimised at once: the embedded samples are read in a fresh process, where the runtime would start with slow code.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal NumberBlock Parse(TextBlock block)
    {
        int columns = layout.Columns, last = columns - 1;
        byte delimiter = layout.Dialect.Delimiter, newline = layout.Dialect.Newline, comment = layout.Dialect.Comment;
        bool blanks = layout.Dialect.Blanks;
        nuint room = checked((nuint)block.Newlines * (nuint)columns * (nuint)sizeof(T));
        var values = (T*)arena.Reserve(room, block.Index == 0 && block.IsLastOfFile);
        T* to = values;
        byte* p = block.Start + block.Begin, end = block.End, empty = null;
        while (p < end)
        {
            byte* record = p;
            if ((*p <= (byte)' ' || *p == comment) && layout.SkipLine(block, ref p, out bool isEmpty))
            {
                if (isEmpty && empty == null) empty = record;
                continue;
            }
            if (empty != null) throw layout.EmptyLine(block, empty);
            for (int column = 0; column < last; column++)
            {
                while (blanks && layout.Dialect.IsBlank(*p)) p++;
                byte* field = p;
                if (NumberParser.TryRead(ref p, out T value) && *p == delimiter) p++;
                else value = Careful(block, record, column, ref p, field);
                *to++ = value;
            }
            byte* lastField = p;
            if (NumberParser.TryRead(ref p, out T lastValue) && *p == newline) p++;
            else if (p != lastField && *p == (byte)'\r' && p[1] == newline) p += 2;
            else lastValue = Careful(block, record, last, ref p, lastField);
            *to++ = lastValue;
        }
        nuint bytes = (nuint)(to - values) * (nuint)sizeof(T);
        arena.Take(bytes);
        return new NumberBlock(arena, arena.Piece, (nint)values, (int)((to - values) / columns), empty == null ? null : layout.EmptyLine(block, empty));
    }

    // Everything but a plain number with its delimiter right behind it: blanks, quotes, missing values, and mistakes.
    private T Careful(TextBlock block, byte* record, int column, ref byte* at, byte* start)
    {
        at = start;
        if (Fields.Next(layout.Dialect, ref at, block.End, out Field field) is { } fault) throw layout.WrongQuotes(block, record, column, fault);
        ReadOnlySpan<byte> token = field.Token;
        if (field.IsLast != (column == layout.Columns - 1) || (layout.Dialect.Blanks && token.IsEmpty && !field.IsQuoted)) throw layout.WrongCount(block, record);
        bool isNumber = NumberParser.TryParse(token, out T value);
        if (isNumber && T.IsFinite(value)) return value;
        if (!field.IsQuoted && IsMissing(token)) return T.NaN;
        if (isNumber) throw layout.Wrong(block, record, column, "a finite number", TableLayout.Quote(token), Repair);
        string advice = token.Contains((byte)',') ? "Numbers must be written with a point, not a comma; or pass Delimiter = ','."
            : token.IsEmpty ? Repair
            : "Correct the file; if the columns are cut at the wrong places, pass Delimiter.";
        throw layout.Wrong(block, record, column, "a number", TableLayout.Quote(token), advice);
    }

    private const string Repair = "Remove the row, put a number in its place, or allow missing values: Missing = DelimitedOptions.UsualMissing.";

    private bool IsMissing(ReadOnlySpan<byte> token)
    {
        foreach (byte[] word in _missing)
        {
            if (token.SequenceEqual(word)) return true;
        }
        return false;
    }
}
