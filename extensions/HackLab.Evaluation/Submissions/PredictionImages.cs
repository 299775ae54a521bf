using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>Pictures of one channel, all of the same size, in the order of the evaluation set.</summary>
public sealed record PredictionImages : PredictionContent
{
    /// <summary>Puts pictures together; the array is kept, not copied.</summary>
    /// <param name="pixels">The pixels, picture after picture, each row by row from the top, shape [n, height, width].</param>
    /// <param name="height">Rows of a picture, at least 1.</param>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <exception cref="ArgumentException">The pixels are no whole number of pictures.</exception>
    /// <example><code>new PredictionImages(painted, 128, 128)</code></example>
    public PredictionImages(float[] pixels, int height, int width)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        long size = (long)height * width;
        if (pixels.Length % size != 0)
        {
            throw new ArgumentException(
                Words.Of($"{pixels.Length:N0} pixels are no whole number of pictures of {height} × {width}."), nameof(pixels));
        }
        (Pixels, Height, Width, Count) = (pixels, height, width, (int)(pixels.Length / size));
    }

    /// <summary>The pixels, shape [n, height, width]. Shared, not copied: do not write into it.</summary>
    public float[] Pixels { get; }

    /// <summary>Rows of a picture.</summary>
    public int Height { get; }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>n, the number of pictures.</summary>
    public int Count { get; }

    /// <summary>One picture, shape [height, width].</summary>
    /// <param name="picture">Which, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such picture.</exception>
    public ReadOnlySpan<float> Image(int picture) => (uint)picture < (uint)Count
        ? Pixels.AsSpan(picture * Height * Width, Height * Width)
        : throw new ArgumentOutOfRangeException(nameof(picture), picture, $"There are pictures 0 to {Count - 1}.");
}
