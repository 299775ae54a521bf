namespace HackLab.Evaluation;

/// <summary>What somebody reached on published data; another set than a simulated one, so not to be ranked with it.</summary>
/// <param name="Name">The model.</param>
/// <param name="Score">The value of the challenge's metric.</param>
/// <param name="Data">On which rows.</param>
/// <param name="Source">Where it stands.</param>
public sealed record PublishedResult(string Name, double Score, string Data, string Source);
