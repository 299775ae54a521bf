namespace HackLab.Learning.Internals;

/// <summary>
/// Sorts numbers by their bits, 11 at a time: three passes instead of the 17 comparisons per value that 200,000 take.
/// </summary>
internal static class FloatSort
{
    private const int Bits = 11, Buckets = 1 << Bits;

    /// <summary>Ascending; there must be no NaN.</summary>
    public static void Sort(float[] values)
    {
        if (values.Length < Buckets)
        {
            Array.Sort(values);
            return;
        }
        uint[] keys = new uint[values.Length], other = new uint[values.Length];
        for (int i = 0; i < keys.Length; i++) keys[i] = Key(values[i]);
        var starts = new int[Buckets];
        for (int shift = 0; shift < 32; shift += Bits)
        {
            Array.Clear(starts);
            foreach (uint key in keys) starts[(key >> shift) & (Buckets - 1)]++;
            int sum = 0;
            for (int b = 0; b < Buckets; b++) (starts[b], sum) = (sum, sum + starts[b]);
            foreach (uint key in keys) other[starts[(key >> shift) & (Buckets - 1)]++] = key;
            (keys, other) = (other, keys);
        }
        for (int i = 0; i < keys.Length; i++) values[i] = Value(keys[i]);
    }

    // The bits of positive numbers are in the order of the numbers, those of negative ones in the opposite order and above them.
    private static uint Key(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        return (bits >> 31) != 0 ? ~bits : bits | 0x8000_0000;
    }

    private static float Value(uint key) => BitConverter.UInt32BitsToSingle((key >> 31) != 0 ? key & 0x7FFF_FFFF : ~key);
}
