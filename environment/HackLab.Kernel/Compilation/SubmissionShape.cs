using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HackLab.Kernel.Compilation;

/// <summary>What can be read from a cell's syntax alone.</summary>
internal static class SubmissionShape
{
    /// <summary>
    /// Whether later cells can use anything of this one: a declaration, a using, or a variable made within an expression
    /// (out var, a pattern). Others stay out of the chain, which keeps long sessions small and quick.
    /// </summary>
    public static bool Declares(CompilationUnitSyntax root)
    {
        if (root.Usings.Count > 0 || root.Externs.Count > 0) return true;
        foreach (MemberDeclarationSyntax member in root.Members)
        {
            if (member is not GlobalStatementSyntax { Statement: var statement }) return true;
            if (statement is not ExpressionStatementSyntax) 
            {
                if (statement is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax or LabeledStatementSyntax) return true;
            }
            if (statement.DescendantNodes().Any(node => node is VariableDesignationSyntax)) return true;
        }
        return false;
    }

    /// <summary>
    /// Whether each statement runs once and calls only what stands elsewhere. Optimising it would bring nothing, and cost the
    /// line of an index out of range.
    /// </summary>
    public static bool IsStraight(CompilationUnitSyntax root) =>
        root.Members.All(member => member is GlobalStatementSyntax or FieldDeclarationSyntax)
        && !root.DescendantNodes().Any(node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax
            or DoStatementSyntax or GotoStatementSyntax or LabeledStatementSyntax or AnonymousFunctionExpressionSyntax
            or LocalFunctionStatementSyntax or QueryExpressionSyntax);

    /// <summary>Whether the last statement is an expression without a semicolon.</summary>
    public static bool HasTrailingExpression(CompilationUnitSyntax root) =>
        root.Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } };
}
