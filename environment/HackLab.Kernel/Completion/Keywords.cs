using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HackLab.Kernel.Completion;

/// <summary>The keywords that fit behind a token, chosen by that token alone: a few too many, but none that never fits.</summary>
internal static class Keywords
{
    private static readonly string[] Types =
        ["bool", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "nint", "nuint", "object", "sbyte", "short", "string", "uint", "ulong", "ushort"];

    private static readonly string[] Values =
        ["async", "await", "base", "checked", "default", "delegate", "false", "from", "nameof", "new", "null", "sizeof", "stackalloc",
        "static", "switch", "this", "throw", "true", "typeof", "unchecked"];

    private static readonly string[] Statements =
        ["break", "case", "catch", "const", "continue", "do", "else", "finally", "fixed", "for", "foreach", "goto", "if", "lock", "return",
        "try", "unsafe", "using", "var", "void", "while", "yield"];

    private static readonly string[] Declarations =
        ["abstract", "class", "const", "enum", "event", "explicit", "extern", "file", "implicit", "interface", "internal", "namespace", "operator",
        "override", "partial", "private", "protected", "public", "readonly", "record", "ref", "required", "sealed", "static", "struct", "unsafe",
        "virtual", "void", "volatile"];

    private static readonly string[] Arguments = ["in", "out", "params", "ref", "scoped", "this"];

    private static readonly string[] Accessors = ["add", "get", "init", "remove", "set"];

    private static readonly string[] Connectives =
        ["and", "as", "ascending", "by", "descending", "equals", "group", "in", "into", "is", "join", "let", "not", "on", "or", "orderby",
        "select", "switch", "when", "where", "with"];

    private static readonly string[] Patterns = ["not", "null", "true", "false", "var", "typeof", "nameof", "default", "when"];

    /// <summary>The keywords that can follow.</summary>
    public static IEnumerable<string> After(SyntaxToken before) => before.Kind() switch
    {
        SyntaxKind.None => Starting(before),
        SyntaxKind.DotToken or SyntaxKind.ColonColonToken or SyntaxKind.MinusGreaterThanToken => [],
        SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken => Starting(before),
        SyntaxKind.CloseParenToken when before.Parent is StatementSyntax => [.. Starting(before)],
        SyntaxKind.CloseBracketToken when before.Parent is AttributeListSyntax => [.. Declarations, .. Types],
        SyntaxKind.ElseKeyword or SyntaxKind.DoKeyword or SyntaxKind.TryKeyword or SyntaxKind.FinallyKeyword => Starting(before),
        SyntaxKind.ColonToken when before.Parent is SwitchLabelSyntax or LabeledStatementSyntax => Starting(before),
        SyntaxKind.OpenParenToken or SyntaxKind.CommaToken => before.Parent switch
        {
            StatementSyntax => [.. Types, .. Values, "var"],
            TypeArgumentListSyntax or TypeParameterListSyntax => Types,
            BaseParameterListSyntax => [.. Arguments, .. Types],
            _ => [.. Arguments, .. Types, .. Values, "var"],
        },
        SyntaxKind.UsingKeyword => before.Parent is UsingDirectiveSyntax ? ["static", "var", "unsafe"] : ["var"],
        SyntaxKind.NewKeyword or SyntaxKind.StackAllocKeyword or SyntaxKind.AsKeyword => Types,
        SyntaxKind.IsKeyword or SyntaxKind.CaseKeyword or SyntaxKind.NotKeyword or SyntaxKind.AndKeyword or SyntaxKind.OrKeyword => [.. Patterns, .. Types],
        SyntaxKind.OutKeyword or SyntaxKind.RefKeyword or SyntaxKind.InKeyword => [.. Types, .. Values, "var", "readonly"],
        SyntaxKind.YieldKeyword => ["break", "return"],
        SyntaxKind.GotoKeyword => ["case", "default"],
        SyntaxKind.AwaitKeyword => [.. Values, "foreach", "using"],
        SyntaxKind.LessThanToken when before.Parent is TypeArgumentListSyntax or TypeParameterListSyntax => Types,
        SyntaxKind.ThisKeyword or SyntaxKind.BaseKeyword or SyntaxKind.NullKeyword or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword => Connectives,
        SyntaxKind.ReturnKeyword or SyntaxKind.ThrowKeyword or SyntaxKind.WhenKeyword or SyntaxKind.WhereKeyword or SyntaxKind.SelectKeyword
            or SyntaxKind.OnKeyword or SyntaxKind.EqualsKeyword or SyntaxKind.ByKeyword or SyntaxKind.OrderByKeyword => [.. Types, .. Values, "not", "ref"],
        SyntaxKind.IdentifierToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.GreaterThanToken when !IsOperator(before) =>
            Connectives,
        var kind when IsModifier(kind) => [.. Declarations, .. Types, "async", "var"],
        var kind when IsLiteral(before) || SyntaxFacts.IsPredefinedType(kind) => IsLiteral(before) ? Connectives : [],
        var kind when SyntaxFacts.IsKeywordKind(kind) => [],
        _ => [.. Types, .. Values, "ref"],
    };

    private static string[] Starting(SyntaxToken before) => before.Parent switch
    {
        AccessorListSyntax or AccessorDeclarationSyntax { Parent: AccessorListSyntax } => [.. Accessors, "private", "protected", "internal"],
        BaseTypeDeclarationSyntax => [.. Declarations, .. Types],
        SwitchExpressionSyntax => [.. Patterns, .. Types],
        InitializerExpressionSyntax or AnonymousObjectCreationExpressionSyntax or InterpolationSyntax => [.. Types, .. Values],
        _ => [.. Statements, .. Declarations, .. Types, .. Values],
    };

    private static bool IsOperator(SyntaxToken token) => token.Parent is BinaryExpressionSyntax;

    private static bool IsLiteral(SyntaxToken token) => token.Parent is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax;

    private static bool IsModifier(SyntaxKind kind) => kind is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword
        or SyntaxKind.InternalKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.SealedKeyword or SyntaxKind.VirtualKeyword
        or SyntaxKind.OverrideKeyword or SyntaxKind.ReadOnlyKeyword or SyntaxKind.ConstKeyword or SyntaxKind.PartialKeyword or SyntaxKind.AsyncKeyword
        or SyntaxKind.UnsafeKeyword or SyntaxKind.ExternKeyword or SyntaxKind.RequiredKeyword or SyntaxKind.RecordKeyword or SyntaxKind.FileKeyword;
}
