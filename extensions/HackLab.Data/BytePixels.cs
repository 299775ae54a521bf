namespace HackLab.Data;

/// <summary>Pixels from 0 to 1 in one byte each, for samples: v becomes the nearest of 0, 1/255, …, 1.</summary>
internal static class BytePixels
{
    /// <summary>One byte per pixel; what lies outside 0 … 1 becomes 0 or 255.</summary>
    internal static byte[] Pack(ReadOnlySpan<float> pixels)
    {
        var bytes = new byte[pixels.Length];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)Math.Clamp(Math.Round(pixels[i] * 255.0), 0, 255);
        return bytes;
    }

    /// <summary>The next pixels of a stream, as numbers again.</summary>
    /// <exception cref="EndOfStreamException">The stream holds fewer.</exception>
    internal static float[] Read(Stream stream, int count)
    {
        var bytes = new byte[count];
        stream.ReadExactly(bytes);
        return Array.ConvertAll(bytes, value => value / 255f);
    }
}
