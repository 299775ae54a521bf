using HackLab.Data;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>
/// The rules of the quantum challenge, which ML4SCI set: a circuit of at most 20 qubits, and nothing learnt from gluons. How many
/// numbers were learnt is told, so that others can compare; ML4SCI announced a limit for them and named none.
/// </summary>
/// <example><code>QuantumRules.Problems(train, qubits: 9, parameters: 36)   // empty: all rules are kept</code></example>
public static class QuantumRules
{
    /// <summary>The most qubits that a circuit may have.</summary>
    public const int MostQubits = 20;

    /// <summary>What breaks the rules, in sentences; empty if they are kept.</summary>
    /// <param name="learntFrom">All images that had a say in the weights: 1 quark, 0 gluon.</param>
    /// <param name="qubits">How many qubits the largest circuit has; 0 for a model without one.</param>
    /// <param name="parameters">How many numbers the model has learnt, classical ones too.</param>
    /// <exception cref="ArgumentNullException">There are no images.</exception>
    /// <example><code>
    /// foreach (string problem in QuantumRules.Problems(train, qubits: 21, parameters: 36)) Console.WriteLine(problem);
    /// // The circuit has 21 qubits; at most 20 are allowed.
    /// </code></example>
    public static IReadOnlyList<string> Problems(LabelledImages learntFrom, int qubits, long parameters)
    {
        ArgumentNullException.ThrowIfNull(learntFrom);
        int gluons = learntFrom.Y.Count(label => label != QuantumChallenge.Quark);
        var problems = new List<string>();
        if (gluons > 0)
        {
            problems.Add(Words.Of(
                $"Of the {learntFrom.Count:N0} images learnt from {gluons:N0} are gluons; learn from quarks alone, whose label is 1."));
        }
        if (learntFrom.Count == 0) problems.Add("There are no images to learn from.");
        problems.AddRange(Problems(new SubmissionCard { Team = "-", Model = "-", Qubits = qubits, Parameters = parameters }));
        return problems;
    }

    /// <summary>What the card alone tells: it is looked at again when a pack is scored.</summary>
    internal static IEnumerable<string> Problems(SubmissionCard card)
    {
        if (card.Qubits is not { } qubits) yield return "Qubits is not said: how many has the largest circuit? 0 for a model without one.";
        else if (qubits < 0) yield return Words.Of($"The circuit has {qubits} qubits; it cannot be fewer than 0.");
        else if (qubits > MostQubits) yield return Words.Of($"The circuit has {qubits} qubits; at most {MostQubits} are allowed.");
        if (card.Parameters is not { } parameters) yield return "Parameters is not said: how many numbers has the model learnt?";
        else if (parameters < 0) yield return Words.Of($"The model cannot have learnt {parameters} numbers.");
    }
}
