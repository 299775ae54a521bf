namespace HackLab.Lessons;

/// <summary>A question with several options, one of them right.</summary>
/// <param name="Id">Its name, such as <c>HIG-B-Q1</c>.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Options">What can be chosen, a first, each with what to say to whom chose it.</param>
/// <param name="Mark">A salted digest of the right option's letter.</param>
public sealed record QuizQuestion(string Id, string Question, IReadOnlyList<QuizOption> Options, string Mark);

/// <summary>An option of a question.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Reply">What to say to whom chose it: why it is right, or which thought leads there.</param>
public sealed record QuizOption(string Text, string Reply);
