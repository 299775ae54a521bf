namespace HackLab.Data;

/// <summary>The five filters of a row (Specification, section 9): each byte against a guess from its neighbours.</summary>
internal static class PngRow
{
    /// <summary>Turns differences into bytes, in place.</summary>
    /// <param name="filter">0 to 4.</param>
    /// <param name="row">The row.</param>
    /// <param name="above">The row above, whole; zeros above the first.</param>
    /// <param name="step">Bytes of a pixel, at least 1.</param>
    internal static void Restore(int filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        above = above[..row.Length];
        switch (filter)
        {
            case 1:
                for (int i = step; i < row.Length; i++) row[i] += row[i - step];
                break;
            case 2:
                for (int i = 0; i < row.Length; i++) row[i] += above[i];
                break;
            case 3:
                for (int i = 0; i < row.Length; i++) row[i] += (byte)(((i < step ? 0 : row[i - step]) + above[i]) >> 1);
                break;
            case 4:
                for (int i = 0; i < row.Length; i++) row[i] += i < step ? above[i] : Paeth(row[i - step], above[i], above[i - step]);
                break;
        }
    }

    /// <summary>Turns bytes into differences.</summary>
    internal static void Apply(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int step, Span<byte> target)
    {
        for (int i = 0; i < row.Length; i++)
        {
            byte left = i < step ? (byte)0 : row[i - step], up = above[i], corner = i < step ? (byte)0 : above[i - step];
            int guess = filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) >> 1,
                _ => Paeth(left, up, corner),
            };
            target[i] = (byte)(row[i] - guess);
        }
    }

    private static byte Paeth(byte left, byte up, byte corner)
    {
        int toLeft = Math.Abs(up - corner), toUp = Math.Abs(left - corner), toCorner = Math.Abs(left + up - (2 * corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
