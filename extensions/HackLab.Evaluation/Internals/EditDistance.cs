using HackLab.Data.Hosting;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// The fewest substitutions, insertions and deletions that turn one sequence into another (V. Levenshtein, 1966), and one such
/// way, that with the most matches. Long pairs are split in the middle (D. Hirschberg, 1975), so that memory grows with the
/// length, not with its square.
/// </summary>
internal sealed class EditDistance
{
    // A table of at most so many cells is filled at once.
    private const long MostCells = 2_000_000;

    // Of ways with equally few edits the one with the fewest substitutions has the most matches and reads best: edits count in
    // the upper half of a number, substitutions among them in the lower.
    private const long OneEdit = 1L << 32, OneSubstitution = OneEdit + 1;

    private readonly int[] _a, _b;
    private readonly List<EditKind> _steps;
    private readonly CancellationToken _token = NotebookHost.Token;

    private EditDistance(int[] a, int[] b) => (_a, _b, _steps) = (a, b, new List<EditKind>(Math.Max(a.Length, b.Length)));

    /// <summary>The number of steps that are no match.</summary>
    public static int Of(int[] a, int[] b)
    {
        var pair = new EditDistance(a, b);
        return (int)(pair.LastRow(0, a.Length, 0, b.Length, backwards: false)[^1] / OneEdit);
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
            long[] before = LastRow(a0, middle, b0, b1, backwards: false), after = LastRow(middle, a1, b0, b1, backwards: true);
            for (int j = 1; j < before.Length; j++)
            {
                if (before[j] + after[after.Length - 1 - j] < before[best] + after[after.Length - 1 - best]) best = j;
            }
            Align(a0, middle, b0, b0 + best);
            Align(middle, a1, b0 + best, b1);
        }
    }

    /// <summary>The distances of a part of a to every beginning (or, backwards, every end) of a part of b.</summary>
    private long[] LastRow(int a0, int a1, int b0, int b1, bool backwards)
    {
        int columns = b1 - b0;
        long[] row = [.. Enumerable.Range(0, columns + 1).Select(j => j * OneEdit)];
        for (int i = 0; i < a1 - a0; i++)
        {
            _token.ThrowIfCancellationRequested();
            int own = _a[backwards ? a1 - 1 - i : a0 + i];
            long diagonal = row[0];
            row[0] = (i + 1) * OneEdit;
            for (int j = 0; j < columns; j++)
            {
                int other = _b[backwards ? b1 - 1 - j : b0 + j];
                long best = Math.Min(diagonal + (own == other ? 0 : OneSubstitution), Math.Min(row[j], row[j + 1]) + OneEdit);
                (diagonal, row[j + 1]) = (row[j + 1], best);
            }
        }
        return row;
    }

    /// <summary>
    /// The whole table, then the way back through it; of equally good ways one that substitutes first and has what is too much or
    /// missing behind.
    /// </summary>
    private void Fill(int a0, int a1, int b0, int b1)
    {
        int rows = a1 - a0, columns = b1 - b0, wide = columns + 1;
        var cost = new long[(rows + 1) * wide];
        for (int j = 0; j <= columns; j++) cost[j] = j * OneEdit;
        for (int i = 1; i <= rows; i++)
        {
            _token.ThrowIfCancellationRequested();
            cost[i * wide] = i * OneEdit;
            for (int j = 1; j <= columns; j++)
            {
                long step = cost[((i - 1) * wide) + j - 1] + (_a[a0 + i - 1] == _b[b0 + j - 1] ? 0 : OneSubstitution);
                cost[(i * wide) + j] = Math.Min(step, Math.Min(cost[((i - 1) * wide) + j], cost[(i * wide) + j - 1]) + OneEdit);
            }
        }
        int at = _steps.Count;
        for (int i = rows, j = columns; i > 0 || j > 0;)
        {
            bool same = i > 0 && j > 0 && _a[a0 + i - 1] == _b[b0 + j - 1];
            long here = cost[(i * wide) + j];
            EditKind kind = same && here == cost[((i - 1) * wide) + j - 1] ? EditKind.Match
                : j > 0 && here == cost[(i * wide) + j - 1] + OneEdit ? EditKind.Insertion
                : i > 0 && here == cost[((i - 1) * wide) + j] + OneEdit ? EditKind.Deletion : EditKind.Substitution;
            _steps.Add(kind);
            if (kind != EditKind.Insertion) i--;
            if (kind != EditKind.Deletion) j--;
        }
        _steps.Reverse(at, _steps.Count - at);
    }
}
