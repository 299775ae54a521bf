namespace HackLab.Evaluation;

/// <summary>A column of numbers in a file of predictions.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Description">What it holds, as part of a sentence: <c>how much the event looks like signal</c>.</param>
/// <param name="Min">The least value allowed.</param>
/// <param name="Max">The largest value allowed.</param>
public sealed record PredictionColumn(
    string Name, string Description, double Min = double.NegativeInfinity, double Max = double.PositiveInfinity);
