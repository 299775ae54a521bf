using HackLab.Lessons.Authoring;

namespace HackLab.Cli.Release;

/// <summary>One way to run a cell that checks an answer or asks a question.</summary>
/// <param name="Kind">Untouched, with one of the wrong answers, or solved.</param>
/// <param name="Number">Which of the wrong answers, from 0.</param>
/// <param name="Source">The cell's code.</param>
internal sealed record Take(TakeKind Kind, int Number, string Source);

/// <summary>What a cell is run with.</summary>
internal enum TakeKind
{
    Untouched,
    Wrong,
    Solved,
}

/// <summary>How a take went.</summary>
/// <param name="Id">The exercise or question.</param>
/// <param name="Take">What was run.</param>
/// <param name="Witness">What the check saw; null if the cell failed before it.</param>
/// <param name="Elapsed">The cell's time.</param>
/// <param name="Error">What the cell failed with; null if it did not.</param>
internal sealed record TakeOutcome(string Id, Take Take, CheckWitness? Witness, TimeSpan Elapsed, string? Error);
