using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HackLab.Kernel.Completion;

/// <summary>Parameter names, as in <c>Plot(x, title: "…")</c>.</summary>
internal static class NamedArguments
{
    /// <summary>Names of parameters that an argument starting behind a token could be for.</summary>
    public static IEnumerable<Candidate> At(SyntaxToken before, SemanticModel model)
    {
        if (before.Parent is not ArgumentListSyntax list || before == list.CloseParenToken) return [];
        HashSet<string> named = [.. list.Arguments.Select(a => a.NameColon?.Name.Identifier.ValueText).OfType<string>()];
        int position = list.Arguments.GetSeparators().Count(comma => comma.SpanStart <= before.SpanStart && before.IsKind(SyntaxKind.CommaToken));
        return Callee.Methods(list, model)
            .SelectMany(method => method.Parameters.Skip(position))
            .Where(parameter => !named.Contains(parameter.Name))
            .DistinctBy(parameter => parameter.Name)
            .Select(parameter => new Candidate(
                new CompletionItem(parameter.Name + ":", "parameter", parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)),
                parameter.Name, Candidate.Session));
    }
}
