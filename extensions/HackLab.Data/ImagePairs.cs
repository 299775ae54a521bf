using System.Globalization;
using HackLab.Data.Display;

namespace HackLab.Data;

/// <summary>
/// Pairs of pictures of the same thing for super-resolution: a coarse, noisy one and a fine one. It never changes; arrays are
/// handed out without a copy, so do not write into them.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class ImagePairs : IRowSet<ImagePairs>, IRichDisplay
{
    /// <summary>Puts arrays together; they are kept, not copied.</summary>
    /// <param name="name">What the pairs are called, for captions.</param>
    /// <param name="low">The coarse pictures, shape [n, 1, h, w].</param>
    /// <param name="high">The fine pictures of the same things in the same order, shape [n, 1, s·h, s·w].</param>
    /// <param name="lowHeight">h, rows of a coarse picture.</param>
    /// <param name="lowWidth">w, columns of a coarse picture.</param>
    /// <param name="scale">s, how many fine pixels lie along a coarse one, at least 1.</param>
    /// <exception cref="ArgumentException">Lengths do not fit together.</exception>
    public ImagePairs(string name, float[] low, float[] high, int lowHeight, int lowWidth, int scale)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(low);
        ArgumentNullException.ThrowIfNull(high);
        ArgumentOutOfRangeException.ThrowIfLessThan(lowHeight, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(lowWidth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        long size = (long)lowHeight * lowWidth;
        if (low.Length % size != 0)
            throw new ArgumentException($"{low.Length} values are not a whole number of {lowHeight} × {lowWidth} pictures.", nameof(low));
        if (high.Length != (long)low.Length * scale * scale)
        {
            throw new ArgumentException(
                $"high holds {high.Length} values; {low.Length / size} pictures {scale} times as fine need {(long)low.Length * scale * scale}.",
                nameof(high));
        }
        (Name, Low, High, LowHeight, LowWidth, Scale) = (name, low, high, lowHeight, lowWidth, scale);
        Count = (int)(low.Length / size);
    }

    /// <summary>What the pairs are called.</summary>
    public string Name { get; }

    /// <summary>The coarse pictures, shape [n, 1, h, w]. Shared, not copied: do not write into it.</summary>
    public float[] Low { get; }

    /// <summary>The fine pictures, shape [n, 1, s·h, s·w]. Shared, not copied: do not write into it.</summary>
    public float[] High { get; }

    /// <summary>n, the number of pairs.</summary>
    public int Count { get; }

    /// <summary>h, the rows of a coarse picture.</summary>
    public int LowHeight { get; }

    /// <summary>w, the columns of a coarse picture.</summary>
    public int LowWidth { get; }

    /// <summary>s, how many fine pixels lie along a coarse one.</summary>
    public int Scale { get; }

    /// <summary>s·h, the rows of a fine picture.</summary>
    public int HighHeight => LowHeight * Scale;

    /// <summary>s·w, the columns of a fine picture.</summary>
    public int HighWidth => LowWidth * Scale;

    /// <summary>The pixels of one coarse picture, shape [h, w].</summary>
    /// <param name="pair">Which, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pair.</exception>
    public ReadOnlySpan<float> LowImage(int pair) => Image(Low, pair, LowHeight * LowWidth);

    /// <summary>The pixels of one fine picture, shape [s·h, s·w].</summary>
    /// <param name="pair">Which, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pair.</exception>
    public ReadOnlySpan<float> HighImage(int pair) => Image(High, pair, HighHeight * HighWidth);

    /// <summary>A copy of the given pairs, in the order given; a pair may be asked for more than once.</summary>
    /// <param name="pairs">Numbers from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pair.</exception>
    /// <example><code>pairs.Take([0, 2, 4])</code></example>
    public ImagePairs Take(params ReadOnlySpan<int> pairs)
    {
        var (low, high) = (new float[pairs.Length * LowHeight * LowWidth], new float[pairs.Length * HighHeight * HighWidth]);
        for (int i = 0; i < pairs.Length; i++)
        {
            LowImage(pairs[i]).CopyTo(low.AsSpan(i * LowHeight * LowWidth));
            HighImage(pairs[i]).CopyTo(high.AsSpan(i * HighHeight * HighWidth));
        }
        return new ImagePairs(Name, low, high, LowHeight, LowWidth, Scale);
    }

    /// <inheritdoc/>
    public string ToHtml() => Overview().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Overview().ToText();

    /// <summary>Name and size in one line.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}: {Count:N0} pairs of {LowHeight} × {LowWidth} and {HighHeight} × {HighWidth}");

    private Table Overview()
    {
        Statistics low = Statistics.Of(Low), high = Statistics.Of(High);
        return new Table(ToString(), ["pictures", "pixels", "smallest", "mean", "std", "largest"],
        [
            ["low", $"{LowHeight} × {LowWidth}", low.Min, low.Mean, low.Std, low.Max],
            ["high", $"{HighHeight} × {HighWidth}", high.Min, high.Mean, high.Std, high.Max],
        ]);
    }

    private ReadOnlySpan<float> Image(float[] all, int pair, int size)
    {
        if ((uint)pair >= (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(pair), pair, $"{Name} has pairs 0 to {Count - 1}.");
        return all.AsSpan(checked(pair * size), size);
    }
}
