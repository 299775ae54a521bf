using System.Runtime.CompilerServices;
using System.Text;

namespace HackLab.Data.Delimited;

/// <summary>Turns blocks of text into arrays, one for each column.</summary>
internal sealed unsafe class ColumnsBlockParser
{
    private readonly TableLayout _layout;
    private readonly ColumnPlan _plan;
    private readonly NativeArena _arena;
    private readonly byte[][] _missing;
    private readonly TextPool _pool = new();
    private readonly nint[] _values;
    private readonly string?[]?[] _texts;
    private readonly bool[]?[] _present;
    private int _room;

    internal ColumnsBlockParser(TableLayout layout, ColumnPlan plan, NativeArena arena, IReadOnlyList<string> missing)
    {
        (_layout, _plan, _arena) = (layout, plan, arena);
        _missing = [.. missing.Select(Encoding.UTF8.GetBytes)];
        _values = new nint[layout.Columns];
        _texts = new string?[]?[layout.Columns];
        _present = new bool[]?[layout.Columns];
    }

    internal static int SizeOf(ColumnType? type) => type switch
    {
        ColumnType.Boolean => 1,
        ColumnType.Int32 or ColumnType.Single => 4,
        ColumnType.Text => 0,
        _ => 8,
    };

    /// <summary>Notes what kinds of fields a block has, all of it or its first rows.</summary>
    internal void Look(TextBlock block, int rows = int.MaxValue)
    {
        byte* p = block.Start + block.Begin;
        var seen = new FieldKinds[_layout.Columns];
        while (p < block.End && rows-- > 0)
        {
            if (!_layout.SkipLine(block, ref p, out _)) Look(block, p, 0, ref p, seen);
        }
        for (int column = 0; column < seen.Length; column++) _plan.See(column, seen[column]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal ColumnsBlock? Parse(TextBlock block)
    {
        if (_plan.IsBroken)
        {
            Look(block);
            return null;
        }
        Reserve(block);
        int last = _layout.Columns - 1, row = 0;
        byte delimiter = _layout.Dialect.Delimiter, newline = _layout.Dialect.Newline, comment = _layout.Dialect.Comment;
        bool blanks = _layout.Dialect.Blanks;
        ColumnType?[] types = _plan.Types;
        byte* p = block.Start + block.Begin, empty = null;
        for (; p < block.End; row++)
        {
            byte* record = p;
            if ((*p <= (byte)' ' || *p == comment) && _layout.SkipLine(block, ref p, out bool isEmpty))
            {
                if (isEmpty && empty == null) empty = record;
                row--;
                continue;
            }
            if (empty != null) throw _layout.EmptyLine(block, empty);
            for (int column = 0; column <= last; column++)
            {
                while (blanks && _layout.Dialect.IsBlank(*p)) p++;
                byte* field = p;
                if (TryNumber(types[column], _values[column], row, ref p))
                {
                    if (column < last ? *p == delimiter : *p == newline)
                    {
                        p++;
                        continue;
                    }
                    if (column == last && *p == (byte)'\r' && p[1] == newline)
                    {
                        p += 2;
                        continue;
                    }
                    p = field;
                }
                if (Careful(block, record, column, row, ref p)) continue;
                // A value that the column's type does not hold: the rest of the file is only looked at, then all is read again.
                _plan.Break();
                LookOn(block, record, p);
                return null;
            }
        }
        return Result(block, row, empty);
    }

    private void Reserve(TextBlock block)
    {
        _room = Math.Max(block.Newlines, 1);
        nuint total = 0;
        foreach (ColumnType? type in _plan.Types) total += Stride(type);
        byte* start = _arena.Reserve(total, block.Index == 0 && block.IsLastOfFile);
        for (int column = 0; column < _values.Length; column++)
        {
            _values[column] = (nint)start;
            start += Stride(_plan.Types[column]);
            _texts[column] = _plan.Types[column] == ColumnType.Text ? new string?[_room] : null;
            _present[column] = null;
        }
        _arena.Take(total);
    }

    private nuint Stride(ColumnType? type) => (((nuint)_room * (nuint)SizeOf(type)) + 7) & ~(nuint)7;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryNumber(ColumnType? type, nint values, int row, ref byte* p)
    {
        switch (type)
        {
            case ColumnType.Double:
                return NumberParser.TryRead(ref p, out ((double*)values)[row]);
            case ColumnType.Single:
                return NumberParser.TryRead(ref p, out ((float*)values)[row]);
            case ColumnType.Int32:
                bool fits = NumberParser.TryReadInteger(ref p, out long integer) && integer == (int)integer;
                ((int*)values)[row] = (int)integer;
                return fits;
            case ColumnType.Int64:
                return NumberParser.TryReadInteger(ref p, out ((long*)values)[row]);
            default:
                return false;
        }
    }

    // Everything but a plain number with its delimiter right behind it; false, and not moved, if the type does not hold the
    // value.
    private bool Careful(TextBlock block, byte* record, int column, int row, ref byte* at)
    {
        byte* p = at;
        if (Fields.Next(_layout.Dialect, ref p, block.End, out Field field) is { } fault) throw _layout.WrongQuotes(block, record, column, fault);
        if (field.IsLast != (column == _layout.Columns - 1) || (_layout.Dialect.Blanks && field.Text.IsEmpty && !field.IsQuoted))
            throw _layout.WrongCount(block, record);
        ColumnType? type = _plan.Types[column];
        ReadOnlySpan<byte> token = type == ColumnType.Text ? field.Text : field.Token;
        if (!field.IsQuoted && IsMissing(token)) Miss(type, column, row);
        else if (!TryStore(block, record, column, row, type, token, field))
        {
            if (!_plan.IsGiven(column)) return false;
            throw _layout.Wrong(
                block, record, column, $"a value of type {type}, as asked for", TableLayout.Quote(token),
                "Correct the value, ask for another type, or name it in Missing.");
        }
        at = p;
        return true;
    }

    private bool TryStore(TextBlock block, byte* record, int column, int row, ColumnType? type, ReadOnlySpan<byte> token, Field field)
    {
        nint values = _values[column];
        switch (type)
        {
            case ColumnType.Double:
                return FieldKind.TryReal(token, out ((double*)values)[row]);
            case ColumnType.Single:
                return FieldKind.TryReal(token, out ((float*)values)[row]);
            case ColumnType.Int32:
                bool fits = FieldKind.TryInteger(token, out long integer) && integer == (int)integer;
                ((int*)values)[row] = (int)integer;
                return fits;
            case ColumnType.Int64:
                return FieldKind.TryInteger(token, out ((long*)values)[row]);
            case ColumnType.Boolean:
                return FieldKind.TryBoolean(token, out ((bool*)values)[row]);
            case ColumnType.Date:
                return FieldKind.TryDate(token, out ((DateTime*)values)[row]);
            case ColumnType.Text:
                int place = -1;
                _texts[column]![row] = (field.IsQuoted ? null : _pool.Find(token, out place)) ?? _pool.Keep(_layout.Text(block, record, column, field), place);
                return true;
            default:
                return false;
        }
    }

    private void Miss(ColumnType? type, int column, int row)
    {
        if (_present[column] is not { } present)
        {
            _present[column] = present = new bool[_room];
            Array.Fill(present, true);
        }
        present[row] = false;
        if (type is null or ColumnType.Double) ((double*)_values[column])[row] = double.NaN;
        else if (type == ColumnType.Single) ((float*)_values[column])[row] = float.NaN;
        else new Span<byte>((void*)(_values[column] + ((nint)row * SizeOf(type))), SizeOf(type)).Clear();
    }

    private bool IsMissing(ReadOnlySpan<byte> token)
    {
        foreach (byte[] word in _missing)
        {
            if (token.SequenceEqual(word)) return true;
        }
        return false;
    }

    // From one field on, to the end of the block.
    private void LookOn(TextBlock block, byte* record, byte* field)
    {
        var seen = new FieldKinds[_layout.Columns];
        int column = 0;
        for (byte* p = record; p < field; column++) Fields.Next(_layout.Dialect, ref p, block.End, out _);
        byte* at = field;
        Look(block, record, column, ref at, seen);
        for (column = 0; column < seen.Length; column++) _plan.See(column, seen[column]);
        block.Begin = (int)(at - block.Start);
        Look(block);
    }

    // The fields of a record from one column on. Records with too many or too few are left to the pass that stores.
    private void Look(TextBlock block, byte* record, int column, ref byte* at, FieldKinds[] seen)
    {
        Field field;
        do
        {
            if (Fields.Next(_layout.Dialect, ref at, block.End, out field) is { } fault) throw _layout.WrongQuotes(block, record, column, fault);
            ReadOnlySpan<byte> token = field.Token;
            if (column < seen.Length && (field.IsQuoted || !(IsMissing(token) || IsMissing(field.Text)))) seen[column] |= FieldKind.Of(token);
            column++;
        }
        while (!field.IsLast);
    }

    private ColumnsBlock Result(TextBlock block, int rows, byte* empty) => new(
        _arena, _arena.Piece, [.. _values], [.. _texts], [.. _present], rows, empty == null ? null : _layout.EmptyLine(block, empty));
}
