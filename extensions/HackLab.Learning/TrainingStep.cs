namespace HackLab.Learning;

/// <summary>What was reached after one step of training.</summary>
/// <param name="Iteration">Steps done; 0 is the untrained model.</param>
/// <param name="Loss">Mean log loss over the training rows, without the penalty on large coefficients.</param>
/// <param name="ValidationLoss">The same over the validation rows; null if none were given.</param>
/// <param name="Elapsed">Time since training began.</param>
public sealed record TrainingStep(int Iteration, double Loss, double? ValidationLoss, TimeSpan Elapsed);
