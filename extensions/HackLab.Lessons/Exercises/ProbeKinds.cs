namespace HackLab.Lessons;

/// <summary>What can be looked at in an answer, from the outside to the inside.</summary>
public static class ProbeKinds
{
    /// <summary>It is of the kind wanted: a number, text, an array of a certain shape.</summary>
    public const string Shape = "shape";

    /// <summary>No number in it is NaN or infinite.</summary>
    public const string Finite = "finite";

    /// <summary>Every number lies between two limits.</summary>
    public const string Range = "range";

    /// <summary>The numbers add up to what they must: an invariant such as probabilities that sum to 1.</summary>
    public const string Sum = "sum";

    /// <summary>The numbers are in order, the smallest first.</summary>
    public const string Sorted = "sorted";

    /// <summary>No value occurs twice.</summary>
    public const string Distinct = "distinct";

    /// <summary>Two lists share no value, as training and test rows must not.</summary>
    public const string Disjoint = "disjoint";

    /// <summary>Of a pair of numbers the first is above the second: a score above the baseline's.</summary>
    public const string Better = "better";

    /// <summary>A function gives the same result for the same arguments.</summary>
    public const string Repeatable = "repeatable";

    /// <summary>A function gives the reference's results for given arguments.</summary>
    public const string Calls = "calls";

    /// <summary>It agrees with the reference.</summary>
    public const string Reference = "reference";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Shape, Finite, Range, Sum, Sorted, Distinct, Disjoint, Better, Repeatable, Calls, Reference];
}
