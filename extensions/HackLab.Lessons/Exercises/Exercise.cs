using System.Text.Json.Serialization;

namespace HackLab.Lessons;

/// <summary>An exercise as learners get it: what is asked, how an answer is judged, and help; never the answer itself.</summary>
public sealed record Exercise
{
    /// <summary>Its name, such as <c>HIG-B-2</c>: topic, level, number.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>How many stars of difficulty, 1 to 3.</summary>
    public int Stars { get; init; } = 1;

    /// <summary>The minutes it takes someone who does it for the first time.</summary>
    public int Minutes { get; init; } = 5;

    /// <summary>The longest that a check may take, in seconds.</summary>
    public double BudgetSeconds { get; init; } = 2;

    /// <summary>What is looked at, in this order: the first that is not met gives the answer's sentence.</summary>
    public required IReadOnlyList<Probe> Probes { get; init; }

    /// <summary>Wrong answers that many give, each with what to say of it.</summary>
    public IReadOnlyList<Misconception> Misconceptions { get; init; } = [];

    /// <summary>
    /// Marks of what the cell gives before the learner has changed anything, where it has no blank: faulty code to repair.
    /// </summary>
    public IReadOnlyList<string>? Given { get; init; }

    /// <summary>Three rungs of help; the first is a question.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>The solution, veiled so that nobody reads it by accident.</summary>
    public string Solution { get; init; } = "";

    /// <summary>Why the solution is as it is; veiled too.</summary>
    public string Why { get; init; } = "";

    /// <summary>How far a number may be off when wrong answers and untouched cells are recognised.</summary>
    internal double ComparisonTolerance =>
        Probes.FirstOrDefault(probe => probe.Kind is ProbeKinds.Reference or ProbeKinds.Calls)?.Tolerance ?? 1e-6;
}

/// <summary>A wrong answer, recognised by its marks, and what it shows about how it came about.</summary>
/// <param name="Marks">Salted digests of the wrong answer.</param>
/// <param name="Message">What to say: which thought leads to it.</param>
public sealed record Misconception(IReadOnlyList<string> Marks, string Message);

/// <summary>One thing that is looked at in an answer.</summary>
public sealed record Probe
{
    /// <summary>Which thing: a name of <see cref="ProbeKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What to say when it is not met, instead of the general sentence of its kind.</summary>
    public string? Message { get; init; }

    /// <summary>The sizes that an array must have; -1 for any.</summary>
    public IReadOnlyList<int>? Shape { get; init; }

    /// <summary>The smallest number allowed.</summary>
    public double? Min { get; init; }

    /// <summary>The largest number allowed.</summary>
    public double? Max { get; init; }

    /// <summary>What numbers must add up to.</summary>
    public double? Sum { get; init; }

    /// <summary>How far a number may be off.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>Salted digests of the right answer, for agreement with the reference.</summary>
    public IReadOnlyList<string>? Marks { get; init; }

    /// <summary>For an answer that is a function: what it is called with.</summary>
    public IReadOnlyList<FunctionCall>? Calls { get; init; }
}

/// <summary>A call of the learner's function.</summary>
/// <param name="Inputs">The arguments, each a number or a list of numbers.</param>
/// <param name="Marks">Salted digests of the right result.</param>
public sealed record FunctionCall(IReadOnlyList<double[]> Inputs, [property: JsonRequired] IReadOnlyList<string> Marks);
