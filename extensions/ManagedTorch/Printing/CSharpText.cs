using System.Text;
using TorchSharp.Operators;
using static TorchSharp.torch;

namespace TorchSharp.Printing;

/// <summary>C#'s style: a head line, then values in nested braces.</summary>
internal static class CSharpText
{
    /// <summary>The text for one tensor.</summary>
    public static string Of(Tensor x, NumberFormat format, string newLine)
    {
        string head = $"{Metadata.Of(x)}, value = ";
        string suffix = x.dtype == ScalarType.Float32 ? "f" : "";
        if (x.Sizes.Length == 0)
        {
            return head + format.All(x)[0];
        }
        using IDisposable off = no_grad();
        var text = new StringBuilder(head);
        var nested = new NestedText(format, newLine, '{', '}', ",", blankLines: false, suffix);
        if (x.Sizes.Length == 1)
        {
            text.Append(Keyword(x.dtype)).Append(" [] ");
            nested.Write(x, 0, text);
            return text.ToString();
        }
        text.Append(newLine).Append(Keyword(x.dtype)).Append(" [").Append(',', x.Sizes.Length - 1).Append("] {").Append(newLine);
        foreach (long place in new CutAxis(x.Sizes[0], PrintOptions.MaxRows).Places())
        {
            text.Append(' ');
            if (place < 0)
            {
                text.Append("...");
            }
            else
            {
                nested.Write(Views.Select(x, 0, place), 1, text);
                text.Append(place < x.Sizes[0] - 1 ? "," : "");
            }
            text.Append(newLine);
        }
        return text.Append('}').ToString();
    }

    private static string Keyword(ScalarType type) => type switch
    {
        ScalarType.Float32 => "float",
        ScalarType.Float64 => "double",
        ScalarType.Int64 => "long",
        ScalarType.Int32 => "int",
        ScalarType.Byte => "byte",
        ScalarType.Bool => "bool",
        ScalarType.ComplexFloat32 => "complex32",
        _ => "complex64",
    };
}
