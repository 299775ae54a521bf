using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>Reads the values of a picture, which FITS stores with the highest byte first, and makes them physical ones.</summary>
internal static class FitsPixels
{
    internal static Array Read(InputFile file, FitsHeader header, FitsLayout layout, string unit, CancellationToken cancellation)
    {
        var source = new Source(file, layout.Values, $"data of {unit}", Scale(file, header, "BSCALE", 1), Scale(file, header, "BZERO", 0), Blank(file, header), cancellation);
        return layout.BitPix switch
        {
            8 => source.Whole<byte, sbyte, float>(-128, byte.MaxValue ^ 0x7F),
            16 => source.Whole<short, ushort, float>(32_768, short.MinValue),
            32 => source.Whole<int, uint, double>(2_147_483_648, int.MinValue),
            64 => source.Whole<long, ulong, double>(9_223_372_036_854_775_808, long.MinValue),
            -32 => source.Real<float>(),
            _ => source.Real<double>(),
        };
    }

    private static double Scale(InputFile file, FitsHeader header, string keyword, double otherwise)
    {
        if (header.Find(keyword) is not { } card) return otherwise;
        return header.Number(keyword) ?? throw file.Bad($"a number in {keyword}", $"{card.Value ?? "nothing"}");
    }

    private static long? Blank(InputFile file, FitsHeader header)
    {
        if (header.Find("BLANK") is not { Value: not null } card) return null;
        return header.Integer("BLANK") ?? throw file.Bad("a whole number in BLANK", $"{card.Value}");
    }

    private sealed record Source(InputFile File, long Count, string What, double Slope, double Zero, long? Blank, CancellationToken Cancellation)
    {
        /// <summary>
        /// Whole numbers: as they are, shifted by half their range, or scaled (Standard, 4.4.2.5 and table 11).
        /// </summary>
        internal Array Whole<TStored, TShifted, TScaled>(double half, TStored topBit)
            where TStored : unmanaged, IBinaryInteger<TStored>
            where TShifted : unmanaged
            where TScaled : unmanaged, IFloatingPointIeee754<TScaled>
        {
            if (Blank is not null || Slope != 1 || (Zero != 0 && Zero != half)) return Scaled<TStored, TScaled>();
            if (Zero == 0) return Stored<TStored>();
            // Adding half the range to a number in two's complement is turning its highest bit round.
            TShifted[] values = Stored<TShifted>();
            FlipTopBit(MemoryMarshal.Cast<TShifted, TStored>(values.AsSpan()), topBit);
            return values;
        }

        internal Array Real<T>()
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            T[] values = Stored<T>();
            if (Slope == 1 && Zero == 0) return values;
            for (int i = 0; i < values.Length; i++) values[i] = Physical<T, T>(values[i]);
            return values;
        }

        private T[] Stored<T>()
            where T : unmanaged => File.ReadValues<T>(Count, bigEndian: true, What, Cancellation);

        private TScaled[] Scaled<TStored, TScaled>()
            where TStored : unmanaged, IBinaryInteger<TStored>
            where TScaled : unmanaged, IFloatingPointIeee754<TScaled>
        {
            int size = Unsafe.SizeOf<TStored>();
            TScaled[] values = GC.AllocateUninitializedArray<TScaled>((int)Count);
            File.ReadBlocks(Count * size, What, Cancellation, (first, length, read) =>
            {
                var stored = new TStored[length / size];
                read(MemoryMarshal.AsBytes(stored.AsSpan()));
                if (BitConverter.IsLittleEndian) InputFile.SwapBytes(stored.AsSpan());
                Span<TScaled> target = values.AsSpan((int)(first / size), stored.Length);
                for (int i = 0; i < target.Length; i++)
                {
                    target[i] = Blank is { } blank && long.CreateTruncating(stored[i]) == blank ? TScaled.NaN : Physical<TStored, TScaled>(stored[i]);
                }
            });
            return values;
        }

        private TScaled Physical<TStored, TScaled>(TStored stored)
            where TStored : INumberBase<TStored>
            where TScaled : INumberBase<TScaled> => TScaled.CreateTruncating(Zero + (Slope * double.CreateTruncating(stored)));
    }

    private static void FlipTopBit<T>(Span<T> values, T topBit)
        where T : unmanaged, IBinaryInteger<T>
    {
        Span<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        for (int i = 0; i < vectors.Length; i++) vectors[i] ^= new Vector<T>(topBit);
        foreach (ref T value in values[(vectors.Length * Vector<T>.Count)..]) value ^= topBit;
    }
}
