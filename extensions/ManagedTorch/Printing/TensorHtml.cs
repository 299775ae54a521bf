using System.Globalization;
using System.Net;
using System.Text;
using TorchSharp.Operators;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Printing;

/// <summary>A tensor as a notebook shows it: shape, type, range and mean, and a table of values.</summary>
/// <remarks>The table shows the last two axes; of more axes, the first place on each. Long axes are cut in the middle.</remarks>
internal static class TensorHtml
{
    private const int MostRows = 10;
    private const int MostColumns = 12;

    /// <summary>Self-contained HTML.</summary>
    public static string Of(Tensor tensor)
    {
        using IDisposable off = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor.detach();
        var html = new StringBuilder("<div><div><b>Tensor</b> ");
        html.Append(x.Sizes.Length == 0 ? "number" : string.Join(" × ", x.Sizes)).Append(" · ").Append(ElementName(x.dtype));
        html.Append(tensor.requires_grad ? " · requires gradient" : "").Append(Range(x)).Append("</div>");
        if (x.Elements > 0)
        {
            Table(x, html);
        }
        return html.Append("</div>").ToString();
    }

    private static void Table(Tensor x, StringBuilder html)
    {
        Tensor matrix = x;
        while (matrix.Sizes.Length > 2)
        {
            matrix = Views.Select(matrix, 0, 0);
        }
        if (x.Sizes.Length > 2)
        {
            string place = string.Join(", ", Enumerable.Repeat("0", x.Sizes.Length - 2));
            html.Append("<div>the part [").Append(place).Append(", .., ..]</div>");
        }
        while (matrix.Sizes.Length < 2)
        {
            matrix = Views.Unsqueeze(matrix, 0);
        }
        var format = new NumberFormat("g5", CultureInfo.InvariantCulture);
        html.Append("<table style=\"border-collapse:collapse;font-variant-numeric:tabular-nums\">");
        foreach (long row in new CutAxis(matrix.Sizes[0], MostRows).Places())
        {
            html.Append("<tr>");
            foreach (long column in new CutAxis(matrix.Sizes[1], MostColumns).Places())
            {
                string cell = row < 0 ? "⋮" : column < 0 ? "…"
                    : format.All(Views.Select(Views.Select(matrix, 0, row), 0, column))[0];
                html.Append("<td style=\"text-align:right;padding:1px 8px\">").Append(WebUtility.HtmlEncode(cell))
                    .Append("</td>");
            }
            html.Append("</tr>");
        }
        html.Append("</table>");
    }

    // Least, greatest and mean of the finite values, and how many are not finite.
    private static string Range(Tensor x)
    {
        if (x.Elements < 2 || ElementType.IsComplex(x.dtype))
        {
            return "";
        }
        double[] values = Copies.To(x, ScalarType.Float64).data<double>().ToArray();
        double least = double.PositiveInfinity, greatest = double.NegativeInfinity, sum = 0;
        long finite = 0;
        foreach (double value in values)
        {
            if (double.IsFinite(value))
            {
                least = Math.Min(least, value);
                greatest = Math.Max(greatest, value);
                sum += value;
                finite++;
            }
        }
        string others = finite < values.Length
            ? string.Create(CultureInfo.InvariantCulture, $" · {values.Length - finite} not finite") : "";
        return finite == 0
            ? others
            : string.Create(CultureInfo.InvariantCulture, $" · from {least:g5} to {greatest:g5}, mean {sum / finite:g5}{others}");
    }

    private static string ElementName(ScalarType type) => type switch
    {
        ScalarType.Byte => "uint8",
        ScalarType.ComplexFloat32 => "complex64",
        ScalarType.ComplexFloat64 => "complex128",
        _ => type.ToString().ToLowerInvariant(),
    };
}
