using System.Globalization;

namespace HackLab.Data;

/// <summary>How the images show themselves: what they are and how many there are of each class.</summary>
public sealed partial class LabelledImages
{
    /// <inheritdoc/>
    public string ToHtml() => Overview().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Overview().ToText();

    /// <summary>Name, size and class counts in one line.</summary>
    public override string ToString()
    {
        int[] counts = ClassCounts();
        string classes = string.Join(", ", ClassNames.Select((name, c) => string.Create(CultureInfo.InvariantCulture, $"{counts[c]:N0} {name}")));
        return string.Create(CultureInfo.InvariantCulture, $"{Name}: {Count:N0} images of {Channels} × {Height} × {Width} ({classes})");
    }

    private Table Overview()
    {
        int[] counts = ClassCounts();
        var rows = new List<object?[]>();
        for (int label = 0; label < counts.Length; label++)
        {
            (float smallest, double sum, float largest) = (float.NaN, 0, float.NaN);
            for (int i = 0; i < Count; i++)
            {
                if (Y[i] != label) continue;
                foreach (float pixel in Image(i))
                    (smallest, sum, largest) = (float.MinNumber(smallest, pixel), sum + pixel, float.MaxNumber(largest, pixel));
            }
            double pixels = (double)counts[label] * Channels * Height * Width;
            rows.Add([ClassNames[label], counts[label], smallest, sum / pixels, largest]);
        }
        return new Table(ToString(), ["class", "images", "smallest pixel", "mean pixel", "largest pixel"], rows);
    }
}
