namespace HackLab.Learning.Internals;

/// <summary>Sums over rows, in the units of <see cref="RowGradients"/>.</summary>
/// <param name="Gradients">Σ g.</param>
/// <param name="Hessians">Σ h, and above it the number of rows.</param>
internal readonly record struct GradientSum(long Gradients, long Hessians)
{
    public static GradientSum operator +(GradientSum a, GradientSum b) => new(a.Gradients + b.Gradients, a.Hessians + b.Hessians);

    public static GradientSum operator -(GradientSum a, GradientSum b) => new(a.Gradients - b.Gradients, a.Hessians - b.Hessians);
}
