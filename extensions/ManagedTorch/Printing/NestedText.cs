using System.Text;
using TorchSharp.Operators;
using static TorchSharp.torch;

namespace TorchSharp.Printing;

/// <summary>Nested brackets with long axes cut in the middle: what NumPy's and C#'s style share.</summary>
internal sealed class NestedText(
    NumberFormat format, string newLine, char open, char close, string betweenRows, bool blankLines, string floatSuffix)
{
    /// <summary>Writes a tensor with at least one axis, indented by <paramref name="depth"/> blanks.</summary>
    public void Write(Tensor x, int depth, StringBuilder text)
    {
        if (x.Sizes.Length == 1)
        {
            WriteRow(x, text);
            return;
        }
        text.Append(open);
        bool isFirst = true;
        string gap = newLine + (blankLines && x.Sizes.Length > 2 ? newLine : "") + new string(' ', depth + 1);
        foreach (long place in new CutAxis(x.Sizes[0], PrintOptions.MaxRows).Places())
        {
            text.Append(isFirst ? "" : gap);
            isFirst = false;
            if (place < 0)
            {
                text.Append("...");
                continue;
            }
            Write(Views.Select(x, 0, place), depth + 1, text);
            text.Append(place < x.Sizes[0] - 1 ? betweenRows : "");
        }
        text.Append(close);
    }

    private void WriteRow(Tensor x, StringBuilder text)
    {
        text.Append(open);
        bool isFirst = true;
        foreach (long place in new CutAxis(x.Sizes[0], PrintOptions.MaxColumns).Places())
        {
            text.Append(isFirst ? "" : ", ");
            isFirst = false;
            if (place >= 0)
            {
                text.Append(format.All(Views.Select(x, 0, place), floatSuffix)[0]);
            }
            else
            {
                text.Append("...");
                isFirst = true;    // a blank follows, no comma
                text.Append(' ');
            }
        }
        text.Append(close);
    }
}
