using System.Buffers.Binary;
using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>Goes through the chunks of a WAV file: "fmt " says how samples are stored, "data" holds them.</summary>
internal static class WavReader
{
    internal const int Pcm = 1, Float = 3, Extensible = 0xFFFE;

    private sealed record Format(int Kind, int Channels, int Rate, int Bits);

    internal static WavSound Read(InputFile file, CancellationToken cancellation)
    {
        var header = new byte[12];
        if (file.ReadSome(header) < 12 || !header.AsSpan().StartsWith("RIFF"u8) || !header.AsSpan(8).SequenceEqual("WAVE"u8))
            throw file.Bad("a WAV file, which begins with RIFF and WAVE", header.AsSpan().StartsWith("RF64"u8) ? "RF64, of more than 4 GB" : "something else", "Is this the right file?");
        Format? format = null;
        while (true)
        {
            int read = file.ReadSome(header.AsSpan(0, 8));
            if (read < 8) throw file.Bad("a chunk of samples (data)", "the end of the file", "The file is cut off: fetch it again.");
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
            if (header.AsSpan().StartsWith("data"u8)) return Samples(file, format ?? throw file.Bad("a chunk \"fmt \" before the samples", "none"), length, cancellation);
            file.Require(length, "a chunk");
            long end = file.Position + length + (length % 2);   // chunks begin at even bytes
            if (header.AsSpan().StartsWith("fmt "u8)) format = ReadFormat(file, (int)Math.Min(length, 40));
            file.Skip(Math.Min(end, file.LengthAtMost) - file.Position, "a chunk");
        }
    }

    private static Format ReadFormat(InputFile file, int length)
    {
        Span<byte> chunk = stackalloc byte[40];
        if (length < 16) throw file.Bad("a format (fmt) of 16 bytes or more", $"{length}");
        file.ReadExactly(chunk[..length], "format");
        int kind = BinaryPrimitives.ReadUInt16LittleEndian(chunk), channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]);
        uint rate = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        int align = BinaryPrimitives.ReadUInt16LittleEndian(chunk[12..]), bits = BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]);
        // The extensible format's own name begins with the number of the plain one.
        if (kind == Extensible && length == 40) kind = BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]);
        bool known = (kind == Pcm && bits is 8 or 16 or 24 or 32) || (kind == Float && bits is 32 or 64);
        if (kind is not (Pcm or Float) || !known) throw file.Bad("whole numbers of 8, 16, 24 or 32 bits or floating-point ones of 32 or 64", $"format {kind} with {bits} bits", "Packed sounds must be unpacked first, for example with ffmpeg.");
        if (channels == 0 || rate is 0 or > int.MaxValue || align != channels * bits / 8)
            throw file.Bad("channels, a rate, and the bytes of all channels together", $"{channels} channels at {rate} Hz, {align} bytes");
        return new Format(kind, channels, (int)rate, bits);
    }

    private static WavSound Samples(InputFile file, Format format, uint length, CancellationToken cancellation)
    {
        int size = format.Bits / 8;
        if (length % (size * format.Channels) != 0) throw file.Bad($"a whole number of {format.Channels} × {format.Bits} bits", $"{length:N0} bytes");
        file.Require(length, "samples");
        var samples = new double[length / (uint)size];
        file.ReadBlocks(length, "samples", cancellation, (first, bytes, read) =>
        {
            var block = new byte[bytes];
            read(block);
            Convert(block, samples.AsSpan((int)(first / size), bytes / size), format);
        });
        return new WavSound(format.Rate, format.Channels, samples);
    }

    private static void Convert(ReadOnlySpan<byte> bytes, Span<double> samples, Format format)
    {
        int size = format.Bits / 8;
        for (int i = 0; i < samples.Length; i++, bytes = bytes[size..])
        {
            samples[i] = (format.Kind, format.Bits) switch
            {
                (Pcm, 8) => (bytes[0] - 128) / 128.0,
                (Pcm, 16) => BinaryPrimitives.ReadInt16LittleEndian(bytes) / 32_768.0,
                (Pcm, 24) => (bytes[0] | (bytes[1] << 8) | ((sbyte)bytes[2] << 16)) / 8_388_608.0,
                (Pcm, _) => BinaryPrimitives.ReadInt32LittleEndian(bytes) / 2_147_483_648.0,
                (_, 32) => BinaryPrimitives.ReadSingleLittleEndian(bytes),
                _ => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
            };
        }
    }
}
