using System.Reflection;
using System.Text.RegularExpressions;
using HackLab.Kernel.Formatting;

namespace HackLab.Kernel.Errors;

/// <summary>Names of methods in a traceback as the person wrote them, not as the compiler did.</summary>
internal static partial class FrameName
{
    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>For example <c>Mean(float[] x)</c> or <c>lambda in Mean</c>; empty for the top of a cell.</summary>
    public static string Of(MethodBase? method)
    {
        if (method is null) return "?";
        string name = method.Name, type = method.DeclaringType is { } declaring ? Outer(declaring) : "";
        if (name == "MoveNext" && method.DeclaringType is { } machine && Inner().Match(machine.Name) is { Success: true } state)
            return state.Groups[1].Value is "<Initialize>" or "" ? "" : Join(type, state.Groups[1].Value);
        if (LocalFunction().Match(name) is { Success: true } local) return Join(type, local.Groups[1].Value);
        if (Lambda().Match(name) is { Success: true } lambda)
            return lambda.Groups[1].Value.StartsWith('<') ? "lambda" : $"lambda in {Join(type, lambda.Groups[1].Value)}";
        if (name is "<Initialize>" or "<Factory>") return "";
        if (name == ".ctor") name = "new " + type;
        else name = Join(type, name);
        return $"{name}({string.Join(", ", method.GetParameters().Select(p => $"{TypeName.Of(p.ParameterType)} {p.Name}"))})";
    }

    /// <summary>
    /// Frames that say nothing about the person's code: the kernel's, those of awaits, and what the framework calls within itself.
    /// </summary>
    public static bool IsMachinery(MethodBase method)
    {
        Type? type = method.DeclaringType;
        if (type is null) return true;
        string name = type.FullName ?? "";
        if (name.StartsWith("HackLab.Kernel.", StringComparison.Ordinal)
            || name.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal)
            || name.StartsWith("System.Runtime.ExceptionServices.", StringComparison.Ordinal)) return true;
        bool called = method.IsPublic && type.IsVisible;
        return !called && Path.GetDirectoryName(type.Assembly.Location) == Framework;
    }

    /// <summary>Whether a method was compiled in this session.</summary>
    public static bool IsSession(MethodBase? method) =>
        method?.Module.Assembly.GetName().Name?.StartsWith("Cell_", StringComparison.Ordinal) == true;

    /// <summary>The type that the compiler makes of a cell.</summary>
    private static bool IsCell(Type type) =>
        type is { Name: "Script", Namespace: null } && type.Assembly.GetName().Name!.StartsWith("Cell_", StringComparison.Ordinal);

    private static string Outer(Type type)
    {
        while (type.DeclaringType is { } outer && type.Name.StartsWith('<')) type = outer;
        return IsCell(type) || type.Name.StartsWith('<') ? "" : TypeName.Of(type);
    }

    private static string Join(string type, string name) => type.Length == 0 ? name : $"{type}.{name}";

    [GeneratedRegex(@"^<(.*)>d__\d+")]
    private static partial Regex Inner();

    [GeneratedRegex(@"^<.*>g__([^|]+)\|")]
    private static partial Regex LocalFunction();

    [GeneratedRegex(@"^<(.*)>b__")]
    private static partial Regex Lambda();
}
