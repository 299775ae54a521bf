namespace HackLab.Charts;

/// <summary>Named values to compare with others, such as one feature of one class.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Values">The values, shape [n].</param>
public sealed record Sample(string Name, IReadOnlyList<float> Values);
