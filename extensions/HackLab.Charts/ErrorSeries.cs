namespace HackLab.Charts;

/// <summary>Measured points with their uncertainties.</summary>
/// <param name="Name">What the legend calls them.</param>
/// <param name="X">Horizontal values, shape [n].</param>
/// <param name="Y">Vertical values, shape [n].</param>
/// <param name="YError">
/// How far each bar reaches above its point (and below it, unless <see cref="YErrorLow"/> is given), shape [n], at least 0.
/// </param>
public sealed record ErrorSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<double> YError)
{
    /// <summary>How far each bar reaches below its point, shape [n]; null for as far as above.</summary>
    public IReadOnlyList<double>? YErrorLow { get; init; }

    /// <summary>How far bars reach to both sides, shape [n]; null for none.</summary>
    public IReadOnlyList<double>? XError { get; init; }
}
