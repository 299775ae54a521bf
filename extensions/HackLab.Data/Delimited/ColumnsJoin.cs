using System.Runtime.InteropServices;

namespace HackLab.Data.Delimited;

/// <summary>Puts the columns of all blocks together.</summary>
internal static unsafe class ColumnsJoin
{
    internal static TypedColumn[] Join(List<ColumnsBlock> blocks, ColumnPlan plan, string file, out int rows)
    {
        long count = 0;
        DataFormatException? empty = null;
        foreach (ColumnsBlock block in blocks)
        {
            if (empty is not null && block.Rows > 0) throw empty;
            empty ??= block.Empty;
            count += block.Rows;
        }
        if (count > Array.MaxLength) throw new DataFormatException(file, $"at most {Array.MaxLength} rows", $"{count}", "Split the file.");
        int all = rows = (int)count;
        ColumnType[] types = [.. plan.Types.Select(type => type ?? ColumnType.Double)];
        Array[] values = [.. types.Select(type => NewArray(type, all))];
        bool[]?[] present = [.. types.Select((_, column) => blocks.Exists(block => block.Present[column] is not null) ? new bool[all] : null)];
        int at = 0;
        foreach (ColumnsBlock block in blocks)
        {
            block.Arena.ReleaseBefore(block.Piece);
            for (int column = 0; column < types.Length; column++)
            {
                Copy(block, column, types[column], values[column], at);
                if (present[column] is not { } mask) continue;
                if (block.Present[column] is { } part) Array.Copy(part, 0, mask, at, block.Rows);
                else Array.Fill(mask, true, at, block.Rows);
            }
            at += block.Rows;
        }
        return [.. types.Select((type, column) => NewColumn(plan.Names[column], type, values[column], present[column]))];
    }

    private static void Copy(ColumnsBlock block, int column, ColumnType type, Array values, int at)
    {
        if (block.Texts[column] is { } texts)
        {
            Array.Copy(texts, 0, values, at, block.Rows);
            return;
        }
        nint size = ColumnsBlockParser.SizeOf(type), bytes = block.Rows * size;
        fixed (byte* start = &MemoryMarshal.GetArrayDataReference(values))
        {
            Buffer.MemoryCopy((void*)block.Values[column], start + (at * size), bytes, bytes);
        }
    }

    private static Array NewArray(ColumnType type, int rows) => type switch
    {
        ColumnType.Boolean => GC.AllocateUninitializedArray<bool>(rows),
        ColumnType.Int32 => GC.AllocateUninitializedArray<int>(rows),
        ColumnType.Int64 => GC.AllocateUninitializedArray<long>(rows),
        ColumnType.Single => GC.AllocateUninitializedArray<float>(rows),
        ColumnType.Double => GC.AllocateUninitializedArray<double>(rows),
        ColumnType.Date => GC.AllocateUninitializedArray<DateTime>(rows),
        _ => new string?[rows],
    };

    private static TypedColumn NewColumn(string name, ColumnType type, Array values, bool[]? present) => type switch
    {
        ColumnType.Boolean => new TypedColumn<bool>(name, type, (bool[])values, present),
        ColumnType.Int32 => new TypedColumn<int>(name, type, (int[])values, present),
        ColumnType.Int64 => new TypedColumn<long>(name, type, (long[])values, present),
        ColumnType.Single => new TypedColumn<float>(name, type, (float[])values, present),
        ColumnType.Double => new TypedColumn<double>(name, type, (double[])values, present),
        ColumnType.Date => new TypedColumn<DateTime>(name, type, (DateTime[])values, present),
        _ => new TypedColumn<string?>(name, type, (string?[])values, present),
    };
}
