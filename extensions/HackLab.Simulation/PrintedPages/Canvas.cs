namespace HackLab.Simulation.PrintedPages;

/// <summary>A sheet of grey: ink from 0 to 1, rows from the top.</summary>
internal sealed class Canvas(int width, int height)
{
    internal int Width { get; } = width;

    internal int Height { get; } = height;

    internal float[] Ink { get; private set; } = new float[width * height];

    /// <summary>
    /// Sets a letter: where two overlap the darker counts. Its ink fades by <paramref name="fadeX"/> from the middle to the
    /// right (to
    /// the left it grows, if negative) and by <paramref name="fadeY"/> downwards.
    /// </summary>
    internal void Set(Glyph glyph, int x, int baseline, float strength, float fadeX = 0, float fadeY = 0)
    {
        int left = x + glyph.Left, top = baseline - glyph.Baseline;
        for (int row = Math.Max(0, -top); row < glyph.Height && top + row < Height; row++)
        {
            for (int column = Math.Max(0, -left); column < glyph.Width && left + column < Width; column++)
            {
                ref float ink = ref Ink[((top + row) * Width) + left + column];
                float along = ((2f * column) / glyph.Width) - 1, down = ((2f * row) / glyph.Height) - 1;
                float faded = Math.Min(strength * (1 - (fadeX * along) - (fadeY * down)), 1);
                ink = Math.Max(ink, faded * glyph.Ink[(row * glyph.Width) + column]);
            }
        }
    }

    /// <summary>Weighted mean with the neighbours, (side, 1 − 2 side, side) along rows and then along columns.</summary>
    internal void Blur(float side)
    {
        var next = new float[Ink.Length];
        float middle = 1 - (2 * side);
        for (int row = 0; row < Height; row++)
        {
            ReadOnlySpan<float> from = Ink.AsSpan(row * Width, Width);
            Span<float> to = next.AsSpan(row * Width, Width);
            for (int i = 0; i < Width; i++)
                to[i] = (middle * from[i]) + (side * (from[Math.Max(i - 1, 0)] + from[Math.Min(i + 1, Width - 1)]));
        }
        for (int row = 0; row < Height; row++)
        {
            ReadOnlySpan<float> above = next.AsSpan(Math.Max(row - 1, 0) * Width, Width), at = next.AsSpan(row * Width, Width);
            ReadOnlySpan<float> below = next.AsSpan(Math.Min(row + 1, Height - 1) * Width, Width);
            Span<float> to = Ink.AsSpan(row * Width, Width);
            for (int i = 0; i < Width; i++) to[i] = (middle * at[i]) + (side * (above[i] + below[i]));
        }
    }

    /// <summary>Moves every column down by its own shift, in pixels, with linear interpolation; paper comes in at the
    /// edges.</summary>
    internal void Warp(ReadOnlySpan<float> shifts)
    {
        var next = new float[Ink.Length];
        for (int column = 0; column < Width; column++)
        {
            float shift = shifts[column];
            int whole = (int)MathF.Floor(shift);
            float part = shift - whole;
            for (int row = 0; row < Height; row++)
            {
                int from = row - whole;
                next[(row * Width) + column] = ((1 - part) * At(from, column)) + (part * At(from - 1, column));
            }
        }
        Ink = next;
    }

    private float At(int row, int column) => (uint)row < (uint)Height ? Ink[(row * Width) + column] : 0;
}
