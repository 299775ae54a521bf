using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace HackLab.Lessons.Internals;

/// <summary>Looks at an answer that is a function, by calling it.</summary>
internal static class FunctionProbes
{
    internal static string? Calls(Probe probe, object? answer, AnswerValue? value, string salt)
    {
        if (answer is not Delegate function) return Texts.Of("probe.function", AnswerProbes.Words(answer));
        foreach (FunctionCall call in probe.Calls ?? [])
        {
            AnswerValue? result = AnswerValue.Of(Invoke(function, call));
            if (result is null || !AnswerMarks.Fit(result, probe.Tolerance, salt, call.Marks))
                return Texts.Of("probe.calls", Show(call), result is null ? "null" : AnswerProbes.Show(result));
        }
        return null;
    }

    internal static string? Repeatable(Probe probe, object? answer, AnswerValue? value, string salt)
    {
        if (answer is not Delegate function) return Texts.Of("probe.function", AnswerProbes.Words(answer));
        foreach (FunctionCall call in probe.Calls ?? [])
        {
            AnswerValue? first = AnswerValue.Of(Invoke(function, call)), second = AnswerValue.Of(Invoke(function, call));
            bool same = first?.Numbers is { } a && second?.Numbers is { } b && a.AsSpan().SequenceEqual(b);
            if (!same) return Texts.Of("probe.repeatable", Show(call));
        }
        return null;
    }

    /// <summary>What the function gives; its own exceptions come out as they are.</summary>
    internal static object? Invoke(Delegate function, FunctionCall call)
    {
        // Of the type, not of the method: a closure's method has a parameter more.
        ParameterInfo[] parameters = function.GetType().GetMethod("Invoke")!.GetParameters();
        if (parameters.Length != call.Inputs.Count)
            throw new ArgumentException(Texts.Of("probe.parameters", call.Inputs.Count, parameters.Length));
        object?[] arguments = [.. parameters.Select((parameter, i) => Argument(call.Inputs[i], parameter.ParameterType))];
        try
        {
            return function.DynamicInvoke(arguments);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    private static object Argument(double[] values, Type type)
    {
        if (type == typeof(double[])) return values.ToArray();
        if (type == typeof(float[])) return Array.ConvertAll(values, value => (float)value);
        if (type == typeof(int[])) return Array.ConvertAll(values, value => (int)value);
        if (type.IsAssignableFrom(typeof(List<double>))) return values.ToList();
        return Convert.ChangeType(values[0], type, CultureInfo.InvariantCulture);
    }

    private static string Show(FunctionCall call) => string.Join(", ", call.Inputs.Select(values => values.Length == 1
        ? values[0].ToString("G6", CultureInfo.InvariantCulture)
        : $"[{string.Join(", ", values.Take(6).Select(value => value.ToString("G4", CultureInfo.InvariantCulture)))}{(values.Length > 6 ? ", …" : "")}]"));
}
