namespace HackLab.Evaluation.Internals;

/// <summary>Checks masks to compare, once, at the border.</summary>
internal static class MaskInput
{
    // Every neighbour of a cell along the axes; more axes than this nobody segments.
    private const int MostAxes = 4;

    public static void Same(int truth, int other)
    {
        if (truth != other)
        {
            throw new ArgumentException(
                $"The true mask has {truth} cells and the other {other}; each needs the other.", "yHat");
        }
        if (truth == 0) throw new ArgumentException("The masks have no cells.", "y");
    }

    /// <summary>How many cells an image of that shape has; the masks must be a whole number of such images.</summary>
    public static int Cells(int all, ReadOnlySpan<int> shape)
    {
        long product = 1;
        foreach (int length in shape) product = length < 1 ? 0 : product * length;
        if (product is > 0 and <= int.MaxValue && all % product == 0) return (int)product;
        throw new ArgumentException(
            $"{all} cells are no whole number of images of the shape [{string.Join(", ", shape.ToArray())}].", nameof(shape));
    }

    /// <summary>Checks shape and spacing; without spacing every cell has side 1.</summary>
    public static double[] Spacing(int cells, ReadOnlySpan<int> shape, ReadOnlySpan<double> spacing)
    {
        long product = 1;
        foreach (int length in shape) product = length < 1 ? 0 : product * length;
        if (shape.Length is < 1 or > MostAxes || product != cells)
        {
            throw new ArgumentException(
                $"The shape [{string.Join(", ", shape.ToArray())}] does not fit {cells} cells.", nameof(shape));
        }
        if (spacing.IsEmpty) return [.. Enumerable.Repeat(1.0, shape.Length)];
        if (spacing.Length != shape.Length)
        {
            throw new ArgumentException(
                $"There are {shape.Length} axes and {spacing.Length} spacings; each axis needs one.", nameof(spacing));
        }
        foreach (double step in spacing)
        {
            if (!(step > 0) || !double.IsFinite(step))
            {
                throw new ArgumentException(
                    Words.Of($"A spacing is {step}; each must be finite and above 0."), nameof(spacing));
            }
        }
        return spacing.ToArray();
    }

    /// <summary>The cells of a mask with a neighbour along an axis that is not in it; beyond the grid nothing is.</summary>
    public static bool[] Surface(ReadOnlySpan<bool> mask, ReadOnlySpan<int> shape)
    {
        var surface = new bool[mask.Length];
        int stride = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            for (int i = 0; i < mask.Length; i++)
            {
                if (!mask[i]) continue;
                int at = i / stride % shape[axis];
                if (at == 0 || at == shape[axis] - 1 || !mask[i - stride] || !mask[i + stride]) surface[i] = true;
            }
            stride *= shape[axis];
        }
        return surface;
    }
}
