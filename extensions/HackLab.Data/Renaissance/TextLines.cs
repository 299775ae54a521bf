using System.Globalization;
using HackLab.Data.Display;
using HackLab.Simulation.PrintedPages;

namespace HackLab.Data.Renaissance;

/// <summary>Images of printed lines with their text: all of one height, each of its own width.</summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class TextLines : IRowSet<TextLines>, IRichDisplay
{
    /// <summary>Puts lines together.</summary>
    /// <param name="name">What they are called, for captions.</param>
    /// <param name="lines">The lines, at least one, all of one height.</param>
    /// <exception cref="ArgumentException">There is none, heights differ, or an image has not as many pixels as it
    /// says.</exception>
    public TextLines(string name, IReadOnlyList<LineImage> lines)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count == 0) throw new ArgumentException("There is no line.", nameof(lines));
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Height != lines[0].Height)
                throw new ArgumentException($"Line {i} is {lines[i].Height} pixels high, line 0 {lines[0].Height}.", nameof(lines));
            if (lines[i].Width < 1 || lines[i].Pixels.Length != lines[i].Width * lines[i].Height)
                throw new ArgumentException($"Line {i} has {lines[i].Pixels.Length} pixels, not {lines[i].Height} × {lines[i].Width}.", nameof(lines));
        }
        (Name, Lines) = (name, lines);
    }

    /// <summary>What they are called.</summary>
    public string Name { get; }

    /// <summary>The lines: pixels (brightness, 0 black to 1 white), size and text.</summary>
    public IReadOnlyList<LineImage> Lines { get; }

    /// <summary>n, how many lines.</summary>
    public int Count => Lines.Count;

    /// <summary>The rows of every line.</summary>
    public int Height => Lines[0].Height;

    /// <summary>The columns of the widest line.</summary>
    public int MaxWidth => Lines.Max(line => line.Width);

    /// <summary>Every character of the texts once, in the order of their numbers: what a network has to tell apart.</summary>
    public IReadOnlyList<char> Alphabet => [.. Lines.SelectMany(line => line.Text).Distinct().Order()];

    /// <summary>The images in one array, lines narrower than the widest with white to their right.</summary>
    /// <returns>Brightness, shape [n, height, <see cref="MaxWidth"/>].</returns>
    /// <example><code>float[] x = lines.Padded();</code></example>
    public float[] Padded()
    {
        int width = MaxWidth;
        var padded = new float[checked(Count * Height * width)];
        Array.Fill(padded, 1f);
        for (int i = 0; i < Count; i++)
        {
            for (int row = 0; row < Height; row++)
                Lines[i].Pixels.AsSpan(row * Lines[i].Width, Lines[i].Width).CopyTo(padded.AsSpan(((i * Height) + row) * width));
        }
        return padded;
    }

    /// <summary>The given lines, in the order given.</summary>
    /// <param name="lines">Numbers from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public TextLines Take(params ReadOnlySpan<int> lines)
    {
        var taken = new LineImage[lines.Length];
        for (int i = 0; i < lines.Length; i++)
        {
            if ((uint)lines[i] >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(lines), lines[i], $"{Name} has lines 0 to {Count - 1}.");
            taken[i] = Lines[lines[i]];
        }
        return new TextLines(Name, taken);
    }

    /// <inheritdoc/>
    public string ToHtml() => Overview().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Overview().ToText();

    /// <summary>Name and size in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Name}: {Count:N0} lines of {Height} × up to {MaxWidth} pixels, {Alphabet.Count} characters");

    private Table Overview() => new(
        ToString(), ["line", "pixels", "text"],
        [.. Lines.Take(8).Select((line, i) => new object?[] { i, $"{line.Height} × {line.Width}", line.Text })],
        Count > 8 ? $"The first 8 of {Count} lines." : "");
}
