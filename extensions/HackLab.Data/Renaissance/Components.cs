namespace HackLab.Data.Renaissance;

/// <summary>Pieces of ink whose pixels touch by sides or corners (connected components).</summary>
internal static class Components
{
    /// <summary>
    /// Takes pieces out that are higher than letters, with all that lies in the boxes around them (an initial's leaves), within a
    /// part of the page.
    /// </summary>
    internal static void Clear(bool[] ink, int width, int left, int right, int top, int bottom, int highest)
    {
        int height = ink.Length / width;
        (top, bottom) = (Math.Max(top, 0), Math.Min(bottom, height - 1));
        var seen = new bool[ink.Length];
        var piece = new List<int>();
        for (int row = top; row <= bottom; row++)
        {
            for (int column = left; column <= right; column++)
            {
                int at = (row * width) + column;
                if (!ink[at] || seen[at]) continue;
                (int first, int last) = Collect(at);
                if (last - first + 1 <= highest) continue;
                int from = piece.Min(pixel => pixel % width), to = piece.Max(pixel => pixel % width);
                for (int y = first; y <= last; y++) ink.AsSpan((y * width) + from, to - from + 1).Clear();
            }
        }

        (int First, int Last) Collect(int start)
        {
            piece.Clear();
            piece.Add(start);
            seen[start] = true;
            (int first, int last) = (start / width, start / width);
            for (int i = 0; i < piece.Count; i++)
            {
                int y = piece[i] / width, x = piece[i] % width;
                (first, last) = (Math.Min(first, y), Math.Max(last, y));
                for (int v = Math.Max(y - 1, top); v <= Math.Min(y + 1, bottom); v++)
                {
                    for (int u = Math.Max(x - 1, left); u <= Math.Min(x + 1, right); u++)
                    {
                        int near = (v * width) + u;
                        if (!ink[near] || seen[near]) continue;
                        seen[near] = true;
                        piece.Add(near);
                    }
                }
            }
            return (first, last);
        }
    }
}
