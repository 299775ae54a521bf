using System.Globalization;

namespace HackLab.Lessons.Internals;

/// <summary>Looks at an answer; what is not met is said in a sentence, what is met is null.</summary>
internal static class AnswerProbes
{
    private delegate string? Look(Probe probe, object? answer, AnswerValue? value, string salt);

    private static readonly Dictionary<string, Look> Looks = new()
    {
        [ProbeKinds.Shape] = Shape,
        [ProbeKinds.Finite] = Finite,
        [ProbeKinds.Range] = Range,
        [ProbeKinds.Sum] = Sum,
        [ProbeKinds.Sorted] = Sorted,
        [ProbeKinds.Distinct] = Distinct,
        [ProbeKinds.Disjoint] = Disjoint,
        [ProbeKinds.Better] = Better,
        [ProbeKinds.Repeatable] = FunctionProbes.Repeatable,
        [ProbeKinds.Calls] = FunctionProbes.Calls,
        [ProbeKinds.Reference] = Reference,
    };

    /// <summary>The sentence for the first probe that the answer does not meet; null if it meets all.</summary>
    internal static string? FirstUnmet(Exercise exercise, object? answer, string salt)
    {
        AnswerValue? value = AnswerValue.Of(answer);
        foreach (Probe probe in exercise.Probes)
        {
            if (Looks[probe.Kind](probe, answer, value, salt) is { } sentence) return probe.Message ?? sentence;
        }
        return null;
    }

    private static string? Shape(Probe probe, object? answer, AnswerValue? value, string salt)
    {
        if (value is null) return Texts.Of("probe.kind", Words(answer));
        if (probe.Shape is not { } shape) return null;
        bool fits = value.Shape.Length == shape.Count && value.Shape.Zip(shape, (found, wanted) => wanted < 0 || wanted == found).All(same => same);
        return fits ? null : Texts.Of("probe.shape", Wanted(shape), value.Kind());
    }

    private static string? Finite(Probe probe, object? answer, AnswerValue? value, string salt)
    {
        int bad = value?.Numbers is { } numbers ? Array.FindIndex(numbers, number => !double.IsFinite(number)) : -1;
        return bad < 0 ? null : Texts.Of("probe.finite", value!.Numbers![bad], bad, value.Numbers.Count(number => !double.IsFinite(number)));
    }

    private static string? Range(Probe probe, object? answer, AnswerValue? value, string salt)
    {
        (double min, double max) = (probe.Min ?? double.NegativeInfinity, probe.Max ?? double.PositiveInfinity);
        int bad = value?.Numbers is { } numbers ? Array.FindIndex(numbers, number => !(number >= min && number <= max)) : -1;
        if (bad < 0) return null;
        string place = value!.Shape.Length == 0 ? "" : Texts.Of("probe.place", bad);
        return (probe.Min, probe.Max) switch
        {
            ({ }, null) => Texts.Of("probe.below", value.Numbers![bad], place, min),
            (null, { }) => Texts.Of("probe.above", value.Numbers![bad], place, max),
            _ => Texts.Of("probe.range", value.Numbers![bad], place, min, max),
        };
    }

    private static string? Sum(Probe probe, object? answer, AnswerValue? value, string salt)
    {
        if (value?.Numbers is not { } numbers || probe.Sum is not { } wanted) return null;
        double sum = numbers.Sum();
        return Math.Abs(sum - wanted) <= probe.Tolerance ? null : Texts.Of("probe.sum", wanted, sum);
    }

    private static string? Sorted(Probe probe, object? answer, AnswerValue? value, string salt)
    {
        if (value?.Numbers is not { } numbers) return null;
        for (int i = 1; i < numbers.Length; i++)
            if (numbers[i] < numbers[i - 1]) return Texts.Of("probe.sorted", i - 1, numbers[i - 1], i, numbers[i]);
        return null;
    }

    private static string? Distinct(Probe probe, object? answer, AnswerValue? value, string salt)
    {
        var seen = new HashSet<object>();
        foreach (object item in value?.Numbers is { } numbers ? numbers.Cast<object>() : value?.Texts ?? [])
            if (!seen.Add(item)) return Texts.Of("probe.distinct", item);
        return null;
    }

    private static string? Disjoint(Probe probe, object? answer, AnswerValue? value, string salt)
    {
        if (AnswerValue.PairOf(answer) is not var (first, second)) return Texts.Of("probe.pair", Words(answer));
        int shared = first.ToHashSet().Intersect(second).Count();
        return shared == 0 ? null : Texts.Of("probe.disjoint", shared);
    }

    private static string? Better(Probe probe, object? answer, AnswerValue? value, string salt)
    {
        if (value?.Numbers is not [var mine, var other]) return Texts.Of("probe.two", Words(answer));
        return mine >= other + (probe.Min ?? 0) ? null : Texts.Of("probe.better", mine, other, probe.Min ?? 0);
    }

    private static string? Reference(Probe probe, object? answer, AnswerValue? value, string salt)
    {
        if (value is null) return Texts.Of("probe.kind", Words(answer));
        return AnswerMarks.Fit(value, probe.Tolerance, salt, probe.Marks ?? []) ? null : Texts.Of("probe.reference", Show(value));
    }

    /// <summary>A value as a learner reads it.</summary>
    internal static string Show(AnswerValue value) => value.Shape.Length > 0
        ? value.Kind()
        : value.Texts is { } texts ? $"'{texts[0]}'" : value.Numbers![0].ToString("G6", CultureInfo.InvariantCulture);

    internal static string Words(object? answer) => answer?.GetType().Name ?? "null";

    private static string Wanted(IReadOnlyList<int> shape) =>
        shape.Count == 0 ? Texts.Of("probe.single") : $"[{string.Join(", ", shape.Select(size => size < 0 ? "…" : size.ToString(CultureInfo.InvariantCulture)))}]";
}
