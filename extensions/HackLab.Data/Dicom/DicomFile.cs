using System.Globalization;
using System.Text;

namespace HackLab.Data;

/// <summary>A DICOM file: a grey picture in physical values, and the elements that describe it.</summary>
public sealed class DicomFile
{
    private readonly IReadOnlyDictionary<DicomTag, ReadOnlyMemory<byte>> _elements;

    internal DicomFile(string path, IReadOnlyDictionary<DicomTag, ReadOnlyMemory<byte>> elements, NdArray image) => (Path, _elements, Image) = (path, elements, image);

    /// <summary>Where it was read from.</summary>
    public string Path { get; }

    /// <summary>
    /// The picture, float, shape [rows, columns] or of several frames [frames, rows, columns], the first row at the top. In CT
    /// the unit is Hounsfield's: air -1000, water 0.
    /// </summary>
    public NdArray Image { get; }

    /// <summary>The numbers of all elements outside of sequences, the pixels' own left out.</summary>
    public IEnumerable<DicomTag> Tags => _elements.Keys;

    /// <summary>Whether small values are meant to be shown white (MONOCHROME1), as on film.</summary>
    public bool IsInverted => Text(DicomTag.Photometric) == "MONOCHROME1";

    /// <summary>The distance of rows and of columns, in mm; null if the file does not say.</summary>
    public (double Row, double Column)? PixelSpacing => Numbers(DicomTag.PixelSpacing) is [var row, var column, ..] ? (row, column) : null;

    /// <summary>
    /// The middle and width of the values that should be told apart when it is shown; null if the file does not say.
    /// </summary>
    public (double Centre, double Width)? Window =>
        Numbers(DicomTag.WindowCentre) is [var centre, ..] && Numbers(DicomTag.WindowWidth) is [var width, ..] && width >= 1 ? (centre, width) : null;

    /// <summary>The text of an element, without blanks at its end; null if there is no such element.</summary>
    /// <example><code>string? machine = file.Text(DicomTag.Modality);   // "CT"</code></example>
    public string? Text(DicomTag tag) => _elements.TryGetValue(tag, out ReadOnlyMemory<byte> value) ? Encoding.Latin1.GetString(value.Span).Trim(' ', '\0') : null;

    /// <summary>The numbers of an element that writes them as text, split at backslashes; empty if there are none.</summary>
    public IReadOnlyList<double> Numbers(DicomTag tag)
    {
        var numbers = new List<double>();
        foreach (string part in (Text(tag) ?? "").Split('\\'))
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number)) return [];
            numbers.Add(number);
        }
        return numbers;
    }

    /// <summary>A whole number that an element stores in two bytes; null if there is none.</summary>
    public int? Integer(DicomTag tag) => _elements.TryGetValue(tag, out ReadOnlyMemory<byte> value) && value.Length >= 2 ? value.Span[0] | (value.Span[1] << 8) : null;

    /// <summary>
    /// The picture as it should be shown: 0 black to 1 white, by (x - (c - 0.5)) / (w - 1) + 0.5 cut to that range (PS3.3,
    /// C.11.2.1.2.1), and turned round where small values are white.
    /// </summary>
    /// <param name="centre">The middle c of the window; with width, null for the file's own, else for all values.</param>
    /// <param name="width">The width w of the window, at least 1.</param>
    /// <returns>The shape of <see cref="Image"/>.</returns>
    /// <exception cref="ArgumentException">Only one of the two is given, or the width is below 1.</exception>
    /// <example><code>float[] lungs = ct.Windowed(centre: -600, width: 1500);</code></example>
    public float[] Windowed(double? centre = null, double? width = null)
    {
        if (centre.HasValue != width.HasValue || !(width is null or >= 1)) throw new ArgumentException($"A window has a centre and a width of at least 1, not {centre} and {width}.");
        float[] values = Image.As<float>();
        (double c, double w) = centre is not null ? (centre.Value, width!.Value) : Window ?? ((double)values.Min() + values.Max() + 1) switch
        {
            var sum => (sum / 2, Math.Max(1, (double)values.Max() - values.Min() + 1)),
        };
        return Array.ConvertAll(values, value =>
        {
            double from = value - (c - 0.5), half = (w - 1) / 2;
            double shown = from <= -half ? 0 : from > half ? 1 : (from / (w - 1)) + 0.5;
            return (float)(IsInverted ? 1 - shown : shown);
        });
    }

    /// <summary>Kind and size in one line.</summary>
    public override string ToString() => $"{Path}: {Text(DicomTag.Modality)} {Image}";
}
