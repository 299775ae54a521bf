namespace HackLab.Learning;

/// <summary>A text that beam search found.</summary>
/// <param name="Text">The text.</param>
/// <param name="LogProbability">ln P(text | scores): all ways to write it that stayed in the beam, added up.</param>
/// <param name="Score">What it was chosen by: with the language model's part and the bonus for each character.</param>
public sealed record BeamHypothesis(string Text, double LogProbability, double Score);
