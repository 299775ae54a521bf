using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Printing;

/// <summary>NumPy's style: values in nested brackets.</summary>
internal static class NumpyText
{
    /// <summary>The text for one tensor.</summary>
    public static string Of(Tensor x, NumberFormat format, string newLine)
    {
        if (x.Sizes.Length == 0)
        {
            return format.All(x)[0];
        }
        using IDisposable off = no_grad();
        var text = new StringBuilder();
        new NestedText(format, newLine, '[', ']', "", blankLines: true, "").Write(x, 0, text);
        return text.ToString();
    }
}
