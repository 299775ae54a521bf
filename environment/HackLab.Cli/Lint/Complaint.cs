namespace HackLab.Cli.Lint;

/// <summary>Something that is not as a rule asks for.</summary>
/// <param name="Found">What is there, or missing.</param>
/// <param name="Advice">What to do, as a sentence.</param>
/// <param name="Cell">Where; null for the lesson as a whole.</param>
internal sealed record Complaint(string Found, string Advice, LessonCell? Cell = null)
{
    /// <summary>The place in words: the cell's number and id.</summary>
    public string Place => Cell is null ? "" : Cell.Id.Length > 0 ? $"cell {Cell.Number} ({Cell.Id})" : $"cell {Cell.Number}";

    public override string ToString() => (Cell is null ? "" : Place + ": ") + $"{Found}. {Advice}";
}
