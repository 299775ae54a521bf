using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HackLab.Cli.Running;

/// <summary>Turns a value from the command line into a C# literal of the type that the notebook declares.</summary>
internal static class ParameterLiteral
{
    /// <summary>The declaration to inject, such as "int epochs = 3;".</summary>
    /// <exception cref="UsageException">The value does not fit the type.</exception>
    public static string Declare(ParameterDeclaration parameter, string value)
    {
        string type = parameter.Type.TrimEnd('?');
        if (parameter.Type.EndsWith('?') && value == "null") return $"{parameter.Type} {parameter.Name} = null;";
        if (type == "var") type = TypeOf(parameter.Initial) ?? "";
        string literal = Literal(type, value) ?? Member(parameter, type, value)
            ?? throw new UsageException($"-p {parameter.Name}={value}: {parameter.Name} is {Described(parameter, type)}.");
        return $"{parameter.Type} {parameter.Name} = {literal};";
    }

    private static string? Literal(string type, string value)
    {
        const NumberStyles real = NumberStyles.Float;
        CultureInfo culture = CultureInfo.InvariantCulture;
        switch (type)
        {
            case "string": return SymbolDisplay.FormatLiteral(value, quote: true);
            case "bool": return bool.TryParse(value, out bool truth) ? (truth ? "true" : "false") : null;
            case "char": return value.Length == 1 ? SymbolDisplay.FormatLiteral(value[0], quote: true) : null;
            case "int": return int.TryParse(value, culture, out int i) ? i.ToString(culture) : null;
            case "long": return long.TryParse(value, culture, out long l) ? l.ToString(culture) + "L" : null;
            case "uint": return uint.TryParse(value, culture, out uint u) ? u.ToString(culture) + "U" : null;
            case "ulong": return ulong.TryParse(value, culture, out ulong ul) ? ul.ToString(culture) + "UL" : null;
            case "short": return short.TryParse(value, culture, out short s) ? s.ToString(culture) : null;
            case "byte": return byte.TryParse(value, culture, out byte b) ? b.ToString(culture) : null;
            case "double": return double.TryParse(value, real, culture, out double d) ? Real(d, "double", "d") : null;
            case "float": return float.TryParse(value, real, culture, out float f) ? Real(f, "float", "f") : null;
            case "decimal": return decimal.TryParse(value, real, culture, out decimal m) ? m.ToString(culture) + "m" : null;
            default: return null;
        }
    }

    // "d" keeps 2 a double where the cell says var; a number too large for the type reads as infinity.
    private static string Real<T>(T value, string type, string suffix) where T : IFormattable, System.Numerics.IFloatingPointIeee754<T> =>
        T.IsNaN(value) ? type + ".NaN"
        : T.IsPositiveInfinity(value) ? type + ".PositiveInfinity"
        : T.IsNegativeInfinity(value) ? type + ".NegativeInfinity"
        : value.ToString("R", CultureInfo.InvariantCulture) + suffix;

    /// <summary>A name of the same enumeration: "Full" or "Size.Full" where the notebook says Size.Sample.</summary>
    private static string? Member(ParameterDeclaration parameter, string type, string value)
    {
        if (parameter.Initial is not MemberAccessExpressionSyntax member || IsBuiltIn(type)) return null;
        string owner = member.Expression.ToString();
        string name = value.StartsWith(owner + ".", StringComparison.Ordinal) ? value[(owner.Length + 1)..] : value;
        return SyntaxFacts.IsValidIdentifier(name) ? $"{owner}.{name}" : null;
    }

    private static string? TypeOf(ExpressionSyntax? initial)
    {
        if (initial is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression or (int)SyntaxKind.UnaryPlusExpression } sign)
        {
            initial = sign.Operand;
        }
        return (initial as LiteralExpressionSyntax)?.Token.Value switch
        {
            string => "string", bool => "bool", char => "char", int => "int", long => "long", uint => "uint", ulong => "ulong",
            double => "double", float => "float", decimal => "decimal", _ => null,
        };
    }

    private static bool IsBuiltIn(string type) => type.Length > 0 && SyntaxFacts.GetKeywordKind(type) != SyntaxKind.None;

    private static string Described(ParameterDeclaration parameter, string type)
    {
        string now = parameter.Initial is null ? "" : $" (now {parameter.Initial})";
        return type switch
        {
            "bool" => $"a bool{now}; expected true or false",
            "char" => $"a char{now}; expected one character",
            "int" or "long" or "uint" or "ulong" or "short" or "byte" => $"a whole number of type {type}{now}; expected such a number",
            "double" or "float" or "decimal" => $"a number of type {type}{now}; expected one such as 0.5 or 1e-3",
            _ when parameter.Initial is MemberAccessExpressionSyntax member => $"one of {member.Expression}'s names{now}; expected such a name",
            _ => $"declared as {parameter.Type}{now}; only numbers, text, bool, char and enumeration names can be set from here",
        };
    }
}
