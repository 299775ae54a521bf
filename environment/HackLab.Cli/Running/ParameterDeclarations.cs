using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HackLab.Cli.Running;

/// <summary>One variable that a parameters cell declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as written: "int", "double?", "Size", or "var".</param>
/// <param name="Initial">The expression it is set to.</param>
internal sealed record ParameterDeclaration(string Name, string Type, ExpressionSyntax? Initial);

/// <summary>Reads what a parameters cell declares, from its syntax; nothing is run.</summary>
internal static class ParameterDeclarations
{
    public static IReadOnlyList<ParameterDeclaration> In(string code)
    {
        var options = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(LanguageVersion.Latest);
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(code, options).GetRoot();
        return [.. root.Members.Select(Declared).OfType<VariableDeclarationSyntax>().SelectMany(Each)];
    }

    private static VariableDeclarationSyntax? Declared(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration,
        GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax local } => local.Declaration,
        _ => null,
    };

    private static IEnumerable<ParameterDeclaration> Each(VariableDeclarationSyntax declaration) =>
        declaration.Variables.Select(variable =>
            new ParameterDeclaration(variable.Identifier.ValueText, declaration.Type.ToString(), variable.Initializer?.Value));
}
