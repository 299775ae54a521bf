namespace TorchSharp.Operators;

/// <summary>Settings for the two axes of images, as the public functions take them.</summary>
internal static class Axes
{
    /// <summary>Two numbers; one stands for both, none for the default.</summary>
    /// <exception cref="ArgumentException">Another count.</exception>
    public static (int Y, int X) Pair(long[]? values, int otherwise) => values switch
    {
        null or [] => (otherwise, otherwise),
        [long both] => ((int)both, (int)both),
        [long y, long x] => ((int)y, (int)x),
        _ => throw new ArgumentException($"expected one or two numbers for the axes of an image, found {values.Length}"),
    };

    /// <summary>Two numbers from a tuple.</summary>
    public static (int Y, int X) Pair((long, long) values) => ((int)values.Item1, (int)values.Item2);

    /// <summary>Two numbers from a tuple, or the default.</summary>
    public static (int Y, int X) Pair((long, long)? values, (int, int) otherwise) =>
        values is { } given ? Pair(given) : otherwise;

    /// <summary>The same number for both axes, or the default.</summary>
    public static (int Y, int X) Both(long? value, (int, int) otherwise) =>
        value is { } given ? ((int)given, (int)given) : otherwise;
}
