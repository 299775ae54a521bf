using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HackLab.Learning.Internals;

/// <summary>Moves the rows of a leaf to its two children, each in its old order, from one of two lists to the other.</summary>
internal sealed class RowPartition(BinnedRows rows, Workers workers)
{
    // Below this number of rows the threads would wait longer than they work.
    private const int FewRows = 8192;

    private readonly byte[] _goesLeft = new byte[256];
    private readonly int[] _leftOf = new int[workers.Count];

    /// <summary>
    /// Splits from[start .. start + count] into the same place of <paramref name="to"/>. The histogram knows how many go left: so
    /// two
    /// threads, one from each end, need not count first.
    /// </summary>
    public void Split(int[] from, int[] to, int start, int count, int left, BinnedSplit split, int missing)
    {
        for (int b = 0; b < 256; b++) _goesLeft[b] = (byte)(b == missing ? (split.MissingLeft ? 1 : 0) : b <= split.Bin ? 1 : 0);
        byte[] column = rows.Columns[split.Feature];
        if (count < FewRows || workers.Count == 1)
        {
            Forward(from.AsSpan(start, count), to, start, start + left, column);
            return;
        }
        int parts = workers.Count;
        if (parts > 2) workers.Run(part => { if (part < parts - 2) _leftOf[part] = CountLeft(Part(part), column); });
        workers.Run(part =>
        {
            if (part == parts - 1)
            {
                Backward(Part(part), to, start + left - 1, start + count - 1, column);
                return;
            }
            int before = workers.PartStart(count, part), leftBefore = 0;
            for (int other = 0; other < part; other++) leftBefore += _leftOf[other];
            Forward(Part(part), to, start + leftBefore, start + left + before - leftBefore, column);
        });

        Span<int> Part(int part)
        {
            int at = workers.PartStart(count, part);
            return from.AsSpan(start + at, workers.PartStart(count, part + 1) - at);
        }
    }

    // Without a branch, which would be guessed wrongly every other time: the place is picked by a mask, 0 or all ones.
    private void Forward(ReadOnlySpan<int> from, int[] to, int left, int right, byte[] column)
    {
        ref byte bins = ref MemoryMarshal.GetArrayDataReference(column);
        ref byte goesLeft = ref MemoryMarshal.GetArrayDataReference(_goesLeft);
        ref int target = ref MemoryMarshal.GetArrayDataReference(to);
        foreach (int row in from)
        {
            int isLeft = Unsafe.Add(ref goesLeft, Unsafe.Add(ref bins, row));
            Unsafe.Add(ref target, right ^ ((left ^ right) & -isLeft)) = row;
            left += isLeft;
            right += 1 - isLeft;
        }
    }

    private void Backward(ReadOnlySpan<int> from, int[] to, int left, int right, byte[] column)
    {
        ref byte bins = ref MemoryMarshal.GetArrayDataReference(column);
        ref byte goesLeft = ref MemoryMarshal.GetArrayDataReference(_goesLeft);
        ref int target = ref MemoryMarshal.GetArrayDataReference(to);
        for (int i = from.Length - 1; i >= 0; i--)
        {
            int row = from[i];
            int isLeft = Unsafe.Add(ref goesLeft, Unsafe.Add(ref bins, row));
            Unsafe.Add(ref target, right ^ ((left ^ right) & -isLeft)) = row;
            left -= isLeft;
            right -= 1 - isLeft;
        }
    }

    private int CountLeft(ReadOnlySpan<int> part, byte[] column)
    {
        int count = 0;
        foreach (int row in part) count += _goesLeft[column[row]];
        return count;
    }
}
