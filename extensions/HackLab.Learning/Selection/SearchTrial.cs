namespace HackLab.Learning;

/// <summary>What one setting came to.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Scores">The score of each fold.</param>
/// <param name="Seconds">What fitting and testing all folds took.</param>
public sealed record SearchTrial(Setting Setting, IReadOnlyList<double> Scores, double Seconds)
{
    /// <summary>The mean of the scores.</summary>
    public double Mean => Scores.Average();

    /// <summary>How much the scores differ, √(Σ(score − mean)² / folds).</summary>
    public double Std => Math.Sqrt(Scores.Average(score => (score - Mean) * (score - Mean)));
}
