using HackLab.Data;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>
/// A file of pictures: an array of NumPy (.npy) with 32-bit or 16-bit floats, shape [n, height, width] or [n, 1, height, width], in the
/// order of the evaluation set.
/// </summary>
/// <example><code>new ImagesFormat("sharp.npy", 128, 128, "the pictures as a good camera would show them")</code></example>
public sealed class ImagesFormat : PredictionFormat
{
    // True pixels lie between 0 and 1; nothing that was scaled as they are comes near these.
    private const float Lowest = -1, Highest = 2;

    private readonly string _description;

    /// <summary>Describes such a file.</summary>
    /// <param name="fileName">What it is called.</param>
    /// <param name="height">Rows of a picture, at least 1.</param>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="description">What the pictures show, as part of a sentence.</param>
    public ImagesFormat(string fileName, int height, int width, string description)
        : base(fileName)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentNullException.ThrowIfNull(description);
        (Height, Width, _description) = (height, width, description);
    }

    /// <summary>Rows of a picture.</summary>
    public int Height { get; }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <inheritdoc/>
    public override string Description =>
        $"{FileName}: {_description}; an array of NumPy of 32-bit floats (16 bits will do), shape [n, {Height}, {Width}], the black "
        + "of a picture at 0 and its brightest point at 1, pictures in the order of the evaluation set.";

    internal override string Summary => $"{FileName}, shape [n, {Height}, {Width}]";

    /// <inheritdoc/>
    public override PredictionContent Read(ReadOnlyMemory<byte> content, string where, int mostRows = int.MaxValue)
    {
        using var stream = new ArrayBytes(content);
        NpyHeader header = NpyHeader.Read(stream, where);
        if (header.Type.Code is not ("f4" or "f2"))
            throw Wrong(where, "32-bit or 16-bit floats (<f4 or <f2)", header.Type.Description, "Save array.astype('float32').");
        int? count = header.Shape switch
        {
            [var n, var h, var w] when h == Height && w == Width => n,
            [var n, 1, var h, var w] when h == Height && w == Width => n,
            _ => null,
        };
        if (count is not { } pictures)
        {
            throw Wrong(where, $"the shape (n, {Height}, {Width})", $"({string.Join(", ", header.Shape)})",
                "Put whole pictures one after the other, in the order of the evaluation set.");
        }
        if (pictures > mostRows)
        {
            throw Wrong(where, Words.Of($"{mostRows:N0} pictures"), Words.Of($"{pictures:N0}"),
                "Predict each picture of the evaluation set once, and no others.");
        }
        // The length that the head promises is compared with the bytes there are before any room is made for it.
        NpyFile.CheckLength(header, content.Length - stream.Position, where);
        var values = new NdArray(NpyData.Read(header, stream), header.Shape);
        return new PredictionImages(values.ToSingle(), Height, Width);
    }

    /// <inheritdoc/>
    public override byte[] Write(PredictionContent content)
    {
        if (content is not PredictionImages images || images.Height != Height || images.Width != Width)
            throw new ArgumentException($"{FileName} holds pictures of {Height} × {Width}.", nameof(content));
        using var stream = new MemoryStream();
        NpyFile.Write(stream, new NdArray(images.Pixels, images.Count, Height, Width));
        return stream.ToArray();
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Problems(PredictionContent content, IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (content is not PredictionImages images) return [$"{FileName} holds pictures, but something else was given."];
        if (images.Height != Height || images.Width != Width)
            return [$"{FileName} holds pictures of {Height} × {Width}, but these have {images.Height} × {images.Width}."];
        var problems = new List<string>();
        if (images.Count != ids.Count)
        {
            problems.Add(Words.Of($"{images.Count:N0} pictures, but the evaluation set has {ids.Count:N0}: ")
                + "predict each of its pictures once, in its order.");
        }
        (int bad, int first) = (0, 0);
        for (int i = 0; i < images.Pixels.Length; i++)
        {
            if (!float.IsFinite(images.Pixels[i]) && bad++ == 0) first = i;
        }
        if (bad > 0)
        {
            int size = Height * Width;
            problems.Add(Words.Of($"{bad:N0} pixels are no finite numbers, first {images.Pixels[first]} in picture ")
                + Words.Of($"{(first / size) + 1:N0}, row {first % size / Width}, column {first % Width}: ")
                + "look where your model divides by zero, or whether training ran away.");
        }
        return problems;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Warnings(PredictionContent content)
    {
        if (content is not PredictionImages { Pixels.Length: > 0 } images) return [];
        (float min, float max) = (images.Pixels.Min(), images.Pixels.Max());
        if (min == max) return ["All pixels are equal: did the model learn anything?"];
        return min < Lowest || max > Highest
            ? [Words.Of($"Pixels go from {min:0.##} to {max:0.##}, true ones from 0 to 1: were they scaled back?")] : [];
    }

    private static DataFormatException Wrong(string where, string expected, string found, string advice) =>
        new(where, expected, found, advice);

    /// <summary>Bytes in memory as the source of an array.</summary>
    private sealed class ArrayBytes(ReadOnlyMemory<byte> content) : MemoryStream(content.ToArray(), writable: false), INpySource
    {
        public T[] Read<T>(int count)
            where T : unmanaged => NpyData.ReadRaw<T>(this, count);
    }
}
