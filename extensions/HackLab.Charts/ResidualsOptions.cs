namespace HackLab.Charts;

/// <summary>Settings of figures of predictions against the truth.</summary>
public sealed record ResidualsOptions : FigureOptions
{
    /// <summary>
    /// The uncertainty of each prediction, shape [n], above 0: the lower panel then shows pulls, (prediction − truth) /
    /// uncertainty. Null
    /// for plain residuals.
    /// </summary>
    public IReadOnlyList<double>? Error { get; init; }

    /// <summary>What is predicted, with its unit in brackets, as in <c>velocity [m/s]</c>.</summary>
    public string Quantity { get; init; } = "value";
}
