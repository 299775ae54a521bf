using System.Numerics;

namespace HackLab.Data;

/// <summary>
/// An array of n dimensions as a file holds it: numbers of one type, row-major (the last index runs fastest) whatever their
/// order in the file.
/// </summary>
public sealed class NdArray
{
    /// <summary>Puts values and shape together; the values are kept, not copied.</summary>
    /// <param name="values">A one-dimensional array of numbers or of <see cref="bool"/> or <see cref="Complex"/>.</param>
    /// <param name="shape">The length along each axis; empty for a single number.</param>
    /// <exception cref="ArgumentException">The shape does not hold as many values as there are.</exception>
    /// <example><code>new NdArray(new float[] { 1, 2, 3, 4, 5, 6 }, 2, 3)</code></example>
    public NdArray(Array values, params int[] shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(shape);
        long count = 1;
        foreach (int length in shape) count = length < 0 ? -1 : checked(count * length);
        if (values.Rank != 1 || count != values.Length)
            throw new ArgumentException($"{values.Length} values do not have the shape [{string.Join(", ", shape)}].", nameof(shape));
        (Values, Shape) = (values, [.. shape]);
    }

    /// <summary>The length along each axis; empty for a single number.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>
    /// The values, row-major: a <c>float[]</c>, <c>double[]</c>, <c>byte[]</c>, <c>short[]</c> … as in the file. Shared, not
    /// copied.
    /// </summary>
    public Array Values { get; }

    /// <summary>The type of one value.</summary>
    public Type ElementType => Values.GetType().GetElementType()!;

    /// <summary>How many values.</summary>
    public int Count => Values.Length;

    /// <summary>The values without a copy, where they are of that type.</summary>
    /// <typeparam name="T">The type of one value.</typeparam>
    /// <exception cref="InvalidCastException">They are of another type, which the message names.</exception>
    /// <example><code>float[] x = Npy.Read("x.npy").As&lt;float&gt;();</code></example>
    public T[] As<T>() => Values as T[] is { } values && typeof(T) == ElementType
        ? values
        : throw new InvalidCastException($"The array holds {ElementType.Name}, not {typeof(T).Name}; ToSingle() and ToDouble() convert.");

    /// <summary>The values as float: the array itself if it is one, else a converted copy.</summary>
    /// <exception cref="InvalidCastException">The values are complex.</exception>
    public float[] ToSingle() => Convert<float>();

    /// <summary>The values as double: the array itself if it is one, else a converted copy.</summary>
    /// <exception cref="InvalidCastException">The values are complex.</exception>
    public double[] ToDouble() => Convert<double>();

    /// <summary>Type and shape in one line.</summary>
    public override string ToString() => $"{ElementType.Name} [{string.Join(", ", Shape)}]";

    private TTo[] Convert<TTo>()
        where TTo : INumberBase<TTo> => Values switch
    {
        TTo[] same => same,
        float[] values => Converted<float, TTo>(values),
        double[] values => Converted<double, TTo>(values),
        Half[] values => Converted<Half, TTo>(values),
        // The runtime takes a sbyte[] for a byte[] in a pattern, hence the test of the type itself.
        _ when ElementType == typeof(byte) => Converted<byte, TTo>((byte[])Values),
        _ when ElementType == typeof(sbyte) => Converted<sbyte, TTo>((sbyte[])Values),
        _ when ElementType == typeof(short) => Converted<short, TTo>((short[])Values),
        _ when ElementType == typeof(ushort) => Converted<ushort, TTo>((ushort[])Values),
        _ when ElementType == typeof(int) => Converted<int, TTo>((int[])Values),
        _ when ElementType == typeof(uint) => Converted<uint, TTo>((uint[])Values),
        _ when ElementType == typeof(long) => Converted<long, TTo>((long[])Values),
        _ when ElementType == typeof(ulong) => Converted<ulong, TTo>((ulong[])Values),
        bool[] values => Array.ConvertAll(values, value => value ? TTo.One : TTo.Zero),
        _ => throw new InvalidCastException($"An array of {ElementType.Name} cannot become one of {typeof(TTo).Name}."),
    };

    private static TTo[] Converted<TFrom, TTo>(TFrom[] values)
        where TFrom : INumberBase<TFrom>
        where TTo : INumberBase<TTo>
    {
        var converted = new TTo[values.Length];
        for (int i = 0; i < values.Length; i++) converted[i] = TTo.CreateTruncating(values[i]);
        return converted;
    }
}
