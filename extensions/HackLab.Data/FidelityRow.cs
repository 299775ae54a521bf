namespace HackLab.Data;

/// <summary>One number of simulated data beside the same number of real data.</summary>
/// <param name="Dataset">The data set's name in the catalogue.</param>
/// <param name="Quantity">What is compared, with its unit, for example <c>ring radius (px)</c>.</param>
/// <param name="Simulated">The number for simulated data; null where it cannot be had.</param>
/// <param name="Real">The number for real data; null where there are none to compare with.</param>
/// <param name="Difference">How far they are apart, in the measure that <paramref name="Note"/> names; null if not compared.</param>
/// <param name="Limit">The difference that may not be passed; null where none is set.</param>
/// <param name="Note">How it was measured, on how many rows, or why it was not.</param>
public sealed record FidelityRow(
    string Dataset, string Quantity, double? Simulated, double? Real, double? Difference, double? Limit, string Note)
{
    /// <summary>
    /// What numbers of one kind have in common, so that a report can give their median and worst difference; empty for a number that
    /// stands for itself.
    /// </summary>
    public string Group { get; init; } = "";

    /// <summary>True within the limit, false beyond it, null where there is no limit or no difference.</summary>
    public bool? Holds => Difference is { } difference && Limit is { } limit ? difference <= limit : null;
}
