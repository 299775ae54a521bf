using HackLab.Data.Hosting;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// The fewest substitutions, insertions and deletions that turn one sequence into another (V. Levenshtein, 1966), and one such
/// way. Long pairs are split in the middle (D. Hirschberg, 1975), so that memory grows with the length, not with its square.
/// </summary>
internal sealed class EditDistance
{
    // A table of at most so many cells is filled at once.
    private const long MostCells = 4_000_000;

    private readonly int[] _a, _b;
    private readonly List<EditKind> _steps;
    private readonly CancellationToken _token = NotebookHost.Token;

    private EditDistance(int[] a, int[] b) => (_a, _b, _steps) = (a, b, new List<EditKind>(Math.Max(a.Length, b.Length)));

    /// <summary>The number of steps that are no match.</summary>
    public static int Of(int[] a, int[] b)
    {
        var pair = new EditDistance(a, b);
        return pair.LastRow(0, a.Length, 0, b.Length, backwards: false)[^1];
    }

    /// <summary>The steps from a to b, in order.</summary>
    public static List<EditKind> Steps(int[] a, int[] b)
    {
        var pair = new EditDistance(a, b);
        pair.Align(0, a.Length, 0, b.Length);
        return pair._steps;
    }

    private void Align(int a0, int a1, int b0, int b1)
    {
        if (a0 == a1 || b0 == b1)
        {
            _steps.AddRange(Enumerable.Repeat(EditKind.Deletion, a1 - a0));
            _steps.AddRange(Enumerable.Repeat(EditKind.Insertion, b1 - b0));
        }
        else if ((long)(a1 - a0) * (b1 - b0) <= MostCells || a1 - a0 == 1)
        {
            Fill(a0, a1, b0, b1);
        }
        else
        {
            int middle = (a0 + a1) / 2, best = 0;
            int[] before = LastRow(a0, middle, b0, b1, backwards: false), after = LastRow(middle, a1, b0, b1, backwards: true);
            for (int j = 1; j < before.Length; j++)
            {
                if (before[j] + after[after.Length - 1 - j] < before[best] + after[after.Length - 1 - best]) best = j;
            }
            Align(a0, middle, b0, b0 + best);
            Align(middle, a1, b0 + best, b1);
        }
    }

    /// <summary>The distances of a part of a to every beginning (or, backwards, every end) of a part of b.</summary>
    private int[] LastRow(int a0, int a1, int b0, int b1, bool backwards)
    {
        int columns = b1 - b0;
        int[] row = [.. Enumerable.Range(0, columns + 1)];
        for (int i = 0; i < a1 - a0; i++)
        {
            _token.ThrowIfCancellationRequested();
            int own = _a[backwards ? a1 - 1 - i : a0 + i], diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < columns; j++)
            {
                int other = _b[backwards ? b1 - 1 - j : b0 + j];
                int best = Math.Min(diagonal + (own == other ? 0 : 1), Math.Min(row[j], row[j + 1]) + 1);
                (diagonal, row[j + 1]) = (row[j + 1], best);
            }
        }
        return row;
    }

    /// <summary>The whole table, then the way back through it; of equally short ways one that keeps to the diagonal.</summary>
    private void Fill(int a0, int a1, int b0, int b1)
    {
        int rows = a1 - a0, columns = b1 - b0, wide = columns + 1;
        var cost = new int[(rows + 1) * wide];
        for (int j = 0; j <= columns; j++) cost[j] = j;
        for (int i = 1; i <= rows; i++)
        {
            _token.ThrowIfCancellationRequested();
            cost[i * wide] = i;
            for (int j = 1; j <= columns; j++)
            {
                int step = cost[((i - 1) * wide) + j - 1] + (_a[a0 + i - 1] == _b[b0 + j - 1] ? 0 : 1);
                cost[(i * wide) + j] = Math.Min(step, Math.Min(cost[((i - 1) * wide) + j], cost[(i * wide) + j - 1]) + 1);
            }
        }
        int at = _steps.Count;
        for (int i = rows, j = columns; i > 0 || j > 0;)
        {
            bool same = i > 0 && j > 0 && _a[a0 + i - 1] == _b[b0 + j - 1];
            int here = cost[(i * wide) + j];
            EditKind kind = i > 0 && j > 0 && here == cost[((i - 1) * wide) + j - 1] + (same ? 0 : 1) ? same ? EditKind.Match : EditKind.Substitution
                : i > 0 && here == cost[((i - 1) * wide) + j] + 1 ? EditKind.Deletion : EditKind.Insertion;
            _steps.Add(kind);
            if (kind != EditKind.Insertion) i--;
            if (kind != EditKind.Deletion) j--;
        }
        _steps.Reverse(at, _steps.Count - at);
    }
}
