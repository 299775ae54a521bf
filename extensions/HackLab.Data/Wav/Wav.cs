using System.Buffers.Binary;
using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>Reads and writes WAV sounds: chunks in a RIFF file (Microsoft and IBM, 1991; WAVE_FORMAT_EXTENSIBLE, 2001).</summary>
public static class Wav
{
    /// <summary>
    /// Reads a sound of whole numbers (8, 16, 24, 32 bits) or floating-point ones (32, 64 bits). Whole numbers are divided by
    /// half their range, so that 16 bits give -1 to 32767/32768.
    /// </summary>
    /// <param name="path">A .wav file.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="DataFormatException">
    /// The file cannot be read, is damaged, or packs its samples (MP3, A-law, …).
    /// </exception>
    /// <example><code>WavSound chirp = Wav.Read("GW150914.wav");</code></example>
    public static WavSound Read(string path, CancellationToken cancellation = default) => InputFile.Read(path, file => WavReader.Read(file, cancellation));

    /// <summary>
    /// Writes a sound, under a temporary name until it is whole. Whole numbers are rounded, and what lies beyond their range is
    /// cut to it.
    /// </summary>
    /// <param name="path">Where.</param>
    /// <param name="sound">The sound.</param>
    /// <param name="format">How a sample is stored.</param>
    /// <exception cref="ArgumentException">A sample is not a number, or the file would pass 4 GB.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <example><code>Wav.Write("chirp.wav", new WavSound(4096, 1, strain));</code></example>
    public static void Write(string path, WavSound sound, WavFormat format = WavFormat.Pcm16)
    {
        ArgumentNullException.ThrowIfNull(sound);
        int size = format switch { WavFormat.Pcm8 => 1, WavFormat.Pcm16 => 2, WavFormat.Pcm24 => 3, WavFormat.Pcm32 or WavFormat.Float32 => 4, WavFormat.Float64 => 8, _ => throw new ArgumentOutOfRangeException(nameof(format)) };
        long bytes = sound.Samples.LongLength * size;
        if (bytes > uint.MaxValue - 64 || sound.Channels * size > ushort.MaxValue || (long)sound.Rate * sound.Channels * size > uint.MaxValue)
            throw new ArgumentException($"{sound} with {size} bytes a sample is more than a WAV file can state.", nameof(sound));
        int bad = Array.FindIndex(sound.Samples, double.IsNaN);
        if (bad >= 0) throw new ArgumentException($"Sample {bad} is not a number.", nameof(sound));
        byte[] header = Header(sound, format, size, (uint)bytes);
        OutputFile.Write(path, file =>
        {
            file.Write(header);
            Span<byte> sample = stackalloc byte[8];
            foreach (double value in sound.Samples)
            {
                Store(value, format, sample);
                file.Write(sample[..size]);
            }
            if (bytes % 2 != 0) file.WriteByte(0);
        });
    }

    private static byte[] Header(WavSound sound, WavFormat format, int size, uint bytes)
    {
        var header = new byte[44];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), 36 + bytes + (bytes % 2));
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(20), (short)(format >= WavFormat.Float32 ? WavReader.Float : WavReader.Pcm));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(22), (ushort)sound.Channels);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), sound.Rate);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(28), (uint)((long)sound.Rate * sound.Channels * size));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(32), (ushort)(sound.Channels * size));
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(34), (short)(8 * size));
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(40), bytes);
        return header;
    }

    private static void Store(double value, WavFormat format, Span<byte> target)
    {
        switch (format)
        {
            case WavFormat.Pcm8: target[0] = (byte)(128 + Whole(value, 128)); break;
            case WavFormat.Pcm16: BinaryPrimitives.WriteInt16LittleEndian(target, (short)Whole(value, 32_768)); break;
            case WavFormat.Pcm24: BinaryPrimitives.WriteInt32LittleEndian(target, (int)Whole(value, 8_388_608)); break;
            case WavFormat.Pcm32: BinaryPrimitives.WriteInt32LittleEndian(target, (int)Whole(value, 2_147_483_648)); break;
            case WavFormat.Float32: BinaryPrimitives.WriteSingleLittleEndian(target, (float)value); break;
            default: BinaryPrimitives.WriteDoubleLittleEndian(target, value); break;
        }
    }

    private static long Whole(double value, double half) => (long)Math.Clamp(Math.Round(value * half), -half, half - 1);
}
