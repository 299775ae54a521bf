namespace HackLab.Evaluation;

/// <summary>How well one class is told apart.</summary>
/// <param name="Name">What the class is called.</param>
/// <param name="Precision">Of the rows called so, the share that is.</param>
/// <param name="Recall">Of the rows that are, the share called so.</param>
/// <param name="F">The harmonic mean of both, weighted by β (F1 where β is 1).</param>
/// <param name="Support">How many rows (or how much weight) are of the class.</param>
public sealed record ClassScores(string Name, double Precision, double Recall, double F, double Support);
