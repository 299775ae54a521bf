namespace HackLab.Learning;

/// <summary>How much a model leans on one feature.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Value">Its weight; for linear models with a sign: above 0 it raises the score, below 0 it lowers it.</param>
public sealed record FeatureImportance(string Name, double Value);
