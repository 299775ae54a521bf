namespace HackLab.Data.Renaissance;

/// <summary>
/// A grey picture of a page on its way from the scanner to lines of text. Each step gives the picture that the next one takes:
/// <see cref="WithoutRim"/>, <see cref="Halves"/>, <see cref="Straightened()"/>, then <see cref="PageLayout.Of"/>.
/// </summary>
/// <param name="Pixels">Brightness, 0 black to 1 white, shape [height, width].</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public sealed partial record PageImage(float[] Pixels, int Width, int Height)
{
    /// <summary>Brightness, 0 black to 1 white, shape [height, width].</summary>
    public float[] Pixels { get; } = Checked(Pixels, Width, Height);

    /// <summary>The grey of a picture in colours.</summary>
    /// <param name="picture">A page as a scanner or a PDF gives it.</param>
    /// <example><code>PageImage page = PageImage.Of(Pdf.Open("book.pdf").Render(2));</code></example>
    public static PageImage Of(RasterImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return new PageImage(picture.ToGrey(), picture.Width, picture.Height);
    }

    /// <summary>A part of the picture.</summary>
    /// <param name="left">Its first column.</param>
    /// <param name="top">Its first row.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It does not lie within the picture.</exception>
    /// <example><code>PageImage corner = page.Crop(0, 0, 100, 100);</code></example>
    public PageImage Crop(int left, int top, int width, int height)
    {
        if (left < 0 || width < 1 || left + width > Width)
            throw new ArgumentOutOfRangeException(
                nameof(width), $"Columns {left} to {left + width - 1} were asked for; there are 0 to {Width - 1}.");
        if (top < 0 || height < 1 || top + height > Height)
            throw new ArgumentOutOfRangeException(
                nameof(height), $"Rows {top} to {top + height - 1} were asked for; there are 0 to {Height - 1}.");
        var part = new float[width * height];
        for (int row = 0; row < height; row++)
            Pixels.AsSpan(((top + row) * Width) + left, width).CopyTo(part.AsSpan(row * width));
        return new PageImage(part, width, height);
    }

    /// <summary>
    /// The picture without what the scanner saw beside the paper: from each side, columns and rows go until one has at least
    /// 0.75 of the brightness of the brightest (means of the middle three fifths).
    /// </summary>
    /// <example><code>PageImage paper = PageImage.Of(picture).WithoutRim();</code></example>
    public PageImage WithoutRim()
    {
        (int left, int right) = Bright(Means(Width, Height, 1, Width));
        (int top, int bottom) = Bright(Means(Height, Width, Width, 1));
        return Crop(left, top, right - left + 1, bottom - top + 1);
    }

    /// <summary>
    /// Left and right page of an open book, parted at <see cref="Fold"/>; the picture itself where it is no wider than high and
    /// so shows one page.
    /// </summary>
    /// <returns>One or two pictures, the left one first.</returns>
    /// <example><code>foreach (PageImage page in paper.Halves()) …</code></example>
    public IReadOnlyList<PageImage> Halves()
    {
        if (Width <= Height) return [this];
        int fold = Fold();
        return [Crop(0, 0, fold, Height), Crop(fold, 0, Width - fold, Height)];
    }

    /// <summary>
    /// The column where the two pages of an open book meet: in the middle third the widest gap between columns with print, and
    /// in that gap the column in deepest shade (mean brightness over five columns).
    /// </summary>
    /// <returns>A column; the middle one where no gap is found.</returns>
    /// <example><code>int fold = paper.Fold();</code></example>
    public int Fold()
    {
        int from = Width / 3, to = Width * 2 / 3, rows = Math.Max(1, Height * 3 / 5);
        int[] ink = InkColumns(Height / 5, (Height / 5) + rows);
        float[] shade = Means(Width, Height, 1, Width);
        // Print darkens at least a fiftieth of a column's rows; specks and the shade of the fold itself do not.
        (int first, int length) = (Width / 2, 0);
        for (int column = from, start = from; column <= to; column++)
        {
            if (column < to && ink[column] * 50 < rows) continue;
            if (column - start > length) (first, length) = (start, column - start);
            start = column + 1;
        }
        int best = first + (length / 2);
        for (int column = first + 2; column < first + length - 2; column++)
        {
            if (Shade(column) < Shade(best)) best = column;
        }
        return Math.Clamp(best, 1, Width - 1);

        float Shade(int column)
        {
            float sum = 0;
            for (int near = column - 2; near <= column + 2; near++) sum += shade[Math.Clamp(near, 0, Width - 1)];
            return sum;
        }
    }

    private int[] InkColumns(int top, int bottom)
    {
        float limit = Otsu();
        var ink = new int[Width];
        for (int row = top; row < Math.Min(bottom, Height); row++)
        {
            for (int column = 0; column < Width; column++)
            {
                if (Pixels[(row * Width) + column] < limit) ink[column]++;
            }
        }
        return ink;
    }

    // Means along the other axis, over its middle three fifths: what happens at corners does not count.
    private float[] Means(int count, int across, int step, int stepAcross)
    {
        int from = across / 5, to = Math.Max(from + 1, across - from);
        var means = new float[count];
        for (int i = 0; i < count; i++)
        {
            double sum = 0;
            for (int j = from; j < to; j++) sum += Pixels[(i * step) + (j * stepAcross)];
            means[i] = (float)(sum / (to - from));
        }
        return means;
    }

    private static (int First, int Last) Bright(float[] means)
    {
        float limit = 0.75f * means.Max();
        int first = Array.FindIndex(means, value => value >= limit), last = Array.FindLastIndex(means, value => value >= limit);
        return first < 0 ? (0, means.Length - 1) : (first, last);
    }

    private static float[] Checked(float[] pixels, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (pixels.Length != (long)width * height)
            throw new ArgumentException($"There are {pixels.Length} pixels, not {height} × {width}.", nameof(pixels));
        int bad = Array.FindIndex(pixels, float.IsNaN);
        if (bad >= 0)
            throw new ArgumentException(
                $"The pixel in row {bad / width}, column {bad % width} is not a number (NaN).", nameof(pixels));
        return pixels;
    }
}
