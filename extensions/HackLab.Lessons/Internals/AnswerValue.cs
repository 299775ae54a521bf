using System.Collections;
using System.Globalization;
using HackLab.Data;
using static TorchSharp.torch;

namespace HackLab.Lessons.Internals;

/// <summary>An answer of any type as what can be compared: numbers or texts in a shape.</summary>
internal sealed class AnswerValue
{
    // An answer of more values than this is no answer but a data set; nothing is learnt by looking at all of it.
    private const int MostValues = 10_000_000;

    private AnswerValue(double[]? numbers, string[]? texts, int[] shape) => (Numbers, Texts, Shape) = (numbers, texts, shape);

    /// <summary>The numbers row by row; null if it is text.</summary>
    internal double[]? Numbers { get; }

    /// <summary>The texts; null if it is numbers.</summary>
    internal string[]? Texts { get; }

    /// <summary>The sizes of its axes; empty for one value.</summary>
    internal int[] Shape { get; }

    /// <summary>The answer, or null if its type is none that can be compared.</summary>
    internal static AnswerValue? Of(object? answer) => answer switch
    {
        null => null,
        bool flag => new AnswerValue([flag ? 1 : 0], null, []),
        string text => new AnswerValue(null, [text.Trim()], []),
        Enum value => new AnswerValue(null, [value.ToString()], []),
        Tensor tensor => OfTensor(tensor),
        IConvertible number when IsNumber(number) => new AnswerValue([Convert.ToDouble(number, CultureInfo.InvariantCulture)], null, []),
        Array array => OfArray(array),
        System.Runtime.CompilerServices.ITuple tuple => OfItems([.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])]),
        IDictionary dictionary => OfDictionary(dictionary),
        IEnumerable values => OfItems([.. values.Cast<object?>().Take(MostValues + 1)]),
        _ => null,
    };

    /// <summary>The lists of an answer that consists of two: a tuple, or a split into training and test rows.</summary>
    internal static (double[] First, double[] Second)? PairOf(object? answer)
    {
        if (answer is System.Runtime.CompilerServices.ITuple { Length: 2 } tuple
            && Of(tuple[0]) is { Numbers: { } first } && Of(tuple[1]) is { Numbers: { } second })
        {
            return (first, second);
        }
        return answer is TrainTest<TabularData> split ? (RowsOf(split.Train), RowsOf(split.Test)) : null;
    }

    /// <summary>What it is, in words: "a number", "a list of 3 numbers".</summary>
    internal string Kind() => (Shape.Length, Texts is not null) switch
    {
        (0, true) => "text",
        (0, false) => "number",
        (1, true) => $"texts [{Shape[0]}]",
        _ => $"numbers [{string.Join(", ", Shape)}]",
    };

    // A row's values mixed into one number, so that equal rows are equal numbers.
    private static double[] RowsOf(TabularData data)
    {
        var rows = new double[data.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            ulong hash = 14695981039346656037;
            foreach (float value in data.Row(i)) hash = (hash ^ BitConverter.SingleToUInt32Bits(value)) * 1099511628211;
            rows[i] = hash >> 12;    // 52 bits: as many as a double holds exactly
        }
        return rows;
    }

    private static AnswerValue OfTensor(Tensor tensor)
    {
        using Tensor flat = tensor.detach().to(float64).flatten();
        return new AnswerValue(flat.data<double>().ToArray(), null, [.. tensor.shape.Select(size => (int)size)]);
    }

    private static AnswerValue? OfArray(Array array)
    {
        AnswerValue? flat = OfItems([.. array.Cast<object?>().Take(MostValues + 1)]);
        return flat is null || array.Rank == 1
            ? flat
            : new AnswerValue(flat.Numbers, flat.Texts, [.. Enumerable.Range(0, array.Rank).Select(array.GetLength)]);
    }

    // By key, since the order of a dictionary means nothing.
    private static AnswerValue? OfDictionary(IDictionary dictionary)
    {
        var entries = dictionary.Keys.Cast<object>().Select(key => (Key: Convert.ToString(key, CultureInfo.InvariantCulture) ?? "", Value: dictionary[key]));
        return OfItems([.. entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value)]);
    }

    private static AnswerValue? OfItems(object?[] items)
    {
        if (items.Length > MostValues) return null;
        AnswerValue?[] parts = Array.ConvertAll(items, Of);
        if (parts.Length == 0) return new AnswerValue([], null, [0]);
        if (parts.Any(part => part is null || !part.Shape.AsSpan().SequenceEqual(parts[0]!.Shape))) return null;
        int[] shape = [parts.Length, .. parts[0]!.Shape];
        if (parts.All(part => part!.Numbers is not null)) return new AnswerValue([.. parts.SelectMany(part => part!.Numbers!)], null, shape);
        return parts.All(part => part!.Texts is not null) ? new AnswerValue(null, [.. parts.SelectMany(part => part!.Texts!)], shape) : null;
    }

    private static bool IsNumber(IConvertible value) => value.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal;
}
