using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HackLab.Simulation.Numerics;

namespace HackLab.Lessons.Internals;

/// <summary>
/// Salted digests by which an answer is recognised without standing anywhere. A number is rounded to a grid as wide as the
/// tolerance, and its neighbours on the grid are accepted too; of many numbers their count and a few sums with seeded weights are
/// taken, which change when any number or the order changes.
/// </summary>
internal static class AnswerMarks
{
    private const int Sums = 4;

    /// <summary>The marks of the right answer.</summary>
    internal static IReadOnlyList<string> Of(AnswerValue answer, double tolerance, string salt) =>
        [.. Sketch(answer, tolerance).Select((part, place) => part.Text is { } text ? Digest(salt, place, text) : Digest(salt, place, Cell(part.Cell)))];

    /// <summary>Whether an answer has these marks, up to the tolerance.</summary>
    internal static bool Fit(AnswerValue answer, double tolerance, string salt, IReadOnlyList<string> marks)
    {
        List<(string? Text, double Cell)> sketch = Sketch(answer, tolerance);
        if (sketch.Count != marks.Count) return false;
        for (int place = 0; place < sketch.Count; place++)
        {
            (string? text, double cell) = sketch[place];
            bool fits = text is not null
                ? Digest(salt, place, text) == marks[place]
                : Enumerable.Range(-1, 3).Any(step => Digest(salt, place, Cell(cell + step)) == marks[place]);
            if (!fits) return false;
        }
        return true;
    }

    /// <summary>The mark of a question's right option.</summary>
    internal static string OfChoice(int option, string salt) => Digest(salt, 0, ((char)('a' + option)).ToString());

    /// <summary>What of an answer wrong answers are compared by: itself, or what a function gives when it is called.</summary>
    internal static object? Comparable(Exercise exercise, object? answer)
    {
        if (answer is not Delegate function) return answer;
        object?[]? results = exercise.Probes.FirstOrDefault(probe => probe.Calls is not null)?.Calls!.Select(call => FunctionProbes.Invoke(function, call)).ToArray();
        AnswerValue?[] values = Array.ConvertAll(results ?? [], AnswerValue.Of);
        // Lists of different lengths make no array together: their numbers are compared one after the other.
        return values.Length > 0 && values.All(value => value?.Numbers is not null) ? values.SelectMany(value => value!.Numbers!).ToArray() : results;
    }

    private static List<(string? Text, double Cell)> Sketch(AnswerValue answer, double tolerance)
    {
        List<(string?, double)> parts = [(string.Join("×", answer.Shape), 0)];
        if (answer.Texts is { } texts)
        {
            parts.Add((string.Join('\n', texts), 0));
            return parts;
        }
        double[] numbers = answer.Numbers!;
        if (numbers.Length == 1)
        {
            parts.Add(Rounded(numbers[0], tolerance));
            return parts;
        }
        for (int sum = 0; sum < Sums; sum++)
        {
            // Errors as large as the tolerance, here one way and there the other, add up to about its root of n.
            var weights = new SeededRandom(20141121, sum);
            double total = 0;
            foreach (double number in numbers) total += WeightOf(weights) * number;
            parts.Add(Rounded(total, tolerance * 2 * Math.Sqrt(Math.Max(1, numbers.Length))));
        }
        return parts;
    }

    // Between 1/2 and 1 and of either sign: of signs alone, one pair of places in sixteen has the same in all four sums, and two
    // numbers that change places there would go unseen.
    private static double WeightOf(SeededRandom weights) => (weights.NextInt(2) == 0 ? 0.5 : -0.5) * (1 + weights.NextDouble());

    private static (string? Text, double Cell) Rounded(double number, double step) =>
        double.IsFinite(number) ? (null, Math.Round(number / step)) : (number.ToString(CultureInfo.InvariantCulture), 0);

    // Without a sign for zero, which rounding can give either way.
    private static string Cell(double cell) => (cell + 0.0).ToString("R", CultureInfo.InvariantCulture) is "-0" ? "0" : cell.ToString("R", CultureInfo.InvariantCulture);

    private static string Digest(string salt, int place, string text)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}|{place}|{text}"));
        return Convert.ToBase64String(hash.AsSpan(0, 12));
    }
}
