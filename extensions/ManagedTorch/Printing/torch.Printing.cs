using System.Globalization;
using TorchSharp.Printing;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Columns aligned at the right, as Julia does.</summary>
    public const TensorStringStyle julia = TensorStringStyle.Julia;

    /// <summary>Nested brackets, as NumPy does.</summary>
    public const TensorStringStyle numpy = TensorStringStyle.Numpy;

    /// <summary>Nested braces that C# can read.</summary>
    public const TensorStringStyle csharp = TensorStringStyle.CSharp;

    /// <summary>The style that is used where none is named: Julia's unless changed.</summary>
    /// <exception cref="ArgumentException">Set to Default.</exception>
    public static TensorStringStyle TensorStringStyle
    {
        get => PrintOptions.Style;
        set => PrintOptions.Style = value == TensorStringStyle.Default
            ? throw new ArgumentException("The style cannot be set to Default.")
            : value;
    }

    /// <summary>Sets how tensors are written; what is null stays.</summary>
    public static void set_printoptions(
        TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null,
            int? maxRows = null,
        int? maxColumns = null)
    {
        TensorStringStyle = style ?? TensorStringStyle;
        PrintOptions.FloatFormat = floatFormat ?? PrintOptions.FloatFormat;
        PrintOptions.Width = linewidth ?? PrintOptions.Width;
        PrintOptions.NewLine = newLine ?? PrintOptions.NewLine;
        PrintOptions.MaxRows = maxRows ?? PrintOptions.MaxRows;
        PrintOptions.MaxColumns = maxColumns ?? PrintOptions.MaxColumns;
    }

    /// <summary>Sets how many digits tensors are written with; what is null stays.</summary>
    public static void set_printoptions(
        int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null,
            int? maxColumns = null) =>
        set_printoptions(
            null, string.Create(CultureInfo.InvariantCulture, $"{(sci_mode ? 'E' : 'F')}{precision}"), linewidth, newLine,
                maxRows, maxColumns);

    public partial class Tensor
    {
        /// <summary>Shape, type and device: "[2x3], type = Float32, device = cpu".</summary>
        public override string ToString() => ToString(TensorStringStyle.Metadata);

        /// <summary>With values if <paramref name="disamb"/> is true, else shape, type and device.</summary>
        public string ToString(
            bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            ToString(disamb ? TensorStringStyle : TensorStringStyle.Metadata, fltFormat, width, cultureInfo, newLine);

        /// <summary>The tensor as text.</summary>
        /// <param name="style">How.</param> <param name="fltFormat">.NET's format of floating-point numbers, "g5" by
        /// default.</param>
        /// <param name="width">Longest line in Julia's style.</param> <param name="cultureInfo">The current one by
        /// default.</param>
        /// <param name="newLine">What ends a line.</param>
        public string ToString(
            TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null,
                string? newLine = null)
        {
            var format = new NumberFormat(fltFormat ?? PrintOptions.FloatFormat, cultureInfo ?? CultureInfo.CurrentCulture);
            string end = newLine ?? PrintOptions.NewLine;
            return (style == TensorStringStyle.Default ? TensorStringStyle : style) switch
            {
                TensorStringStyle.Julia => JuliaText.Of(this, format, width ?? PrintOptions.Width, end),
                TensorStringStyle.Numpy => NumpyText.Of(this, format, end),
                TensorStringStyle.CSharp => CSharpText.Of(this, format, end),
                _ => Metadata.Of(this),
            };
        }
    }
}

public static partial class TensorExtensionMethods
{
    /// <summary>The tensor with its values as text.</summary>
    public static string str(
        this torch.Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null,
            CultureInfo? cultureInfo = null,
        TensorStringStyle style = TensorStringStyle.Default) =>
        tensor.ToString(style, fltFormat, width, cultureInfo, newLine);

    /// <summary>The tensor as text with aligned columns.</summary>
    public static string jlstr(
        this torch.Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null,
            CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);

    /// <summary>The tensor as text in brackets.</summary>
    public static string npstr(
        this torch.Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null,
            CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.Numpy, fltFormat, width, cultureInfo, newLine);

    /// <summary>The tensor as text in braces.</summary>
    public static string cstr(
        this torch.Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null,
            CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.CSharp, fltFormat, width, cultureInfo, newLine);

    /// <summary>Shape, type and device as text.</summary>
    public static string metastr(this torch.Tensor tensor) => tensor.ToString(TensorStringStyle.Metadata);

    /// <summary>Writes the tensor with its values to the console, and returns it.</summary>
    public static torch.Tensor print(
        this torch.Tensor t, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null,
        TensorStringStyle style = TensorStringStyle.Default)
    {
        Console.WriteLine(t.ToString(style, fltFormat, width, cultureInfo, newLine));
        return t;
    }
}
