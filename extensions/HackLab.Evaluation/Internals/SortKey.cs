namespace HackLab.Evaluation.Internals;

/// <summary>Whole numbers in the order of the floating-point numbers they stand for; −0 and 0 are the same.</summary>
internal static class SortKey
{
    // In IEEE 754 the bits of positive numbers are in their order; those of negative ones are in the opposite order.
    public static uint Of(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value + 0f);
        return bits ^ ((uint)((int)bits >> 31) | 0x8000_0000u);
    }

    public static ulong Of(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return bits ^ ((ulong)((long)bits >> 63) | 0x8000_0000_0000_0000ul);
    }

    /// <summary>The number that a key stands for.</summary>
    public static float ToSingle(uint key) => BitConverter.UInt32BitsToSingle(key ^ (~(uint)((int)key >> 31) | 0x8000_0000u));
}
