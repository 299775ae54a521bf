using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HackLab.Kernel.Compilation;

/// <summary>
/// Puts a check of the interrupt flag into every loop, lambda and goto, and a check of the stack into functions, properties
/// and lambdas that may call themselves. The checks add no line break, so lines stay those that were typed.
/// </summary>
internal sealed class LoopGuardRewriter : CSharpSyntaxRewriter
{
    private const string GuardType = "global::HackLab.Kernel.Runtime.Guard";

    private static readonly StatementSyntax Check =
        SyntaxFactory.ParseStatement($"if({GuardType}.Stop){GuardType}.Throw();");

    private static readonly StatementSyntax Enter = SyntaxFactory.ParseStatement($"{GuardType}.Enter();");

    private readonly Lazy<SemanticModel> _model;
    private readonly HashSet<string> _recursive;

    private LoopGuardRewriter(Lazy<SemanticModel> model, HashSet<string> recursive)
    {
        _model = model;
        _recursive = recursive;
    }

    /// <summary>The guarded tree, or the same tree if nothing in it can run for long.</summary>
    /// <param name="tree">The cell.</param>
    /// <param name="model">Asked only if there is a lambda with an expression body.</param>
    public static SyntaxTree Guard(SyntaxTree tree, Func<SemanticModel> model)
    {
        SyntaxNode root = tree.GetRoot();
        var rewriter = new LoopGuardRewriter(new Lazy<SemanticModel>(model), FunctionsCalledHere(root));
        SyntaxNode guarded = rewriter.Visit(root);
        return ReferenceEquals(guarded, root) ? tree : tree.WithRootAndOptions(guarded, tree.Options);
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        var visited = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return visited.WithStatement(Guarded(visited.Statement));
    }

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node)
    {
        var visited = (DoStatementSyntax)base.VisitDoStatement(node)!;
        return visited.WithStatement(Guarded(visited.Statement));
    }

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        var visited = (ForStatementSyntax)base.VisitForStatement(node)!;
        return visited.WithStatement(Guarded(visited.Statement));
    }

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node)
    {
        var visited = (ForEachStatementSyntax)base.VisitForEachStatement(node)!;
        return visited.WithStatement(Guarded(visited.Statement));
    }

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        var visited = (ForEachVariableStatementSyntax)base.VisitForEachVariableStatement(node)!;
        return visited.WithStatement(Guarded(visited.Statement));
    }

    /// <summary>Console.Clear would clear the terminal that the kernel was started from.</summary>
    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        bool clears = node.ArgumentList.Arguments.Count == 0 && node.Expression is MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "Clear",
            Expression: IdentifierNameSyntax { Identifier.ValueText: "Console" }
                or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Console", Expression: IdentifierNameSyntax { Identifier.ValueText: "System" } },
        };
        return clears
            ? SyntaxFactory.ParseExpression($"global::{SubmissionCompiler.AmbientType}.ClearOutput()").WithTriviaFrom(node)
            : base.VisitInvocationExpression(node);
    }

    public override SyntaxNode? VisitGotoStatement(GotoStatementSyntax node) =>
        SyntaxFactory.Block(Check, node.WithoutTrivia()).WithTriviaFrom(node);

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) =>
        GuardLambda(node, (LambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!);

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) =>
        GuardLambda(node, (LambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!);

    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        var visited = (AnonymousMethodExpressionSyntax)base.VisitAnonymousMethodExpression(node)!;
        return visited.WithBlock(Prefix(CallsByName(node) ? Enter : Check, visited.Block));
    }

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var visited = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        if (!_recursive.Contains(node.Identifier.ValueText)) return visited;
        if (visited.Body is { } body) return visited.WithBody(Prefix(Enter, body));
        if (visited.ExpressionBody is not { } arrow) return visited;
        return visited.WithExpressionBody(null).WithSemicolonToken(default)
            .WithBody(Block(Enter, arrow, ReturnsNothing(node.ReturnType, node.Modifiers), visited.SemicolonToken));
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var visited = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        if (!_recursive.Contains(node.Identifier.ValueText)) return visited;
        if (visited.Body is { } body) return visited.WithBody(Prefix(Enter, body));
        if (visited.ExpressionBody is not { } arrow) return visited;
        return visited.WithExpressionBody(null).WithSemicolonToken(default)
            .WithBody(Block(Enter, arrow, ReturnsNothing(node.ReturnType, node.Modifiers), visited.SemicolonToken));
    }

    /// <summary>A property that names itself, by mistake or in the next node of a list, may call itself.</summary>
    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        var visited = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
        if (!node.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == node.Identifier.ValueText)) return visited;
        if (visited.ExpressionBody is { } arrow)
        {
            AccessorDeclarationSyntax getter = SyntaxFactory.AccessorDeclaration(
                SyntaxKind.GetAccessorDeclaration, Block(Enter, arrow, returnsNothing: false, visited.SemicolonToken));
            return visited.WithExpressionBody(null).WithSemicolonToken(default)
                .WithAccessorList(SyntaxFactory.AccessorList(SyntaxFactory.SingletonList(getter)));
        }
        return visited.WithAccessorList(visited.AccessorList!.WithAccessors([.. visited.AccessorList.Accessors.Select(Entered)]));
    }

    private static AccessorDeclarationSyntax Entered(AccessorDeclarationSyntax accessor)
    {
        if (accessor.Body is { } body) return accessor.WithBody(Prefix(Enter, body));
        if (accessor.ExpressionBody is not { } arrow) return accessor;
        return accessor.WithExpressionBody(null).WithSemicolonToken(default)
            .WithBody(Block(Enter, arrow, !accessor.IsKind(SyntaxKind.GetAccessorDeclaration), accessor.SemicolonToken));
    }

    /// <summary>Whether a lambda calls something by its bare name, which may be the variable that holds the lambda itself.</summary>
    private static bool CallsByName(AnonymousFunctionExpressionSyntax lambda) => lambda.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Any(call => call.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" });

    /// <summary>Names of functions declared in the cell that are also called in it, or called without being named.</summary>
    private static HashSet<string> FunctionsCalledHere(SyntaxNode root)
    {
        var declared = new HashSet<string>();
        var called = new HashSet<string> { "ToString", "Equals", "GetHashCode", "CompareTo" };
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            switch (node)
            {
                case MethodDeclarationSyntax method: declared.Add(method.Identifier.ValueText); break;
                case LocalFunctionStatementSyntax function: declared.Add(function.Identifier.ValueText); break;
                case InvocationExpressionSyntax { Expression: SimpleNameSyntax name }: called.Add(name.Identifier.ValueText); break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }:
                    called.Add(member.Name.Identifier.ValueText);
                    break;
            }
        }
        declared.IntersectWith(called);
        return declared;
    }

    private LambdaExpressionSyntax GuardLambda(LambdaExpressionSyntax original, LambdaExpressionSyntax visited)
    {
        StatementSyntax check = CallsByName(original) ? Enter : Check;
        if (visited.Block is { } block) return visited.WithBlock(Prefix(check, block));
        if (visited.ExpressionBody is null or ThrowExpressionSyntax || !IsDelegate(original, out bool returnsNothing)) return visited;
        ExpressionSyntax expression = visited.ExpressionBody;
        StatementSyntax last = returnsNothing ? SyntaxFactory.ExpressionStatement(expression) : Return(expression);
        return visited.WithExpressionBody(null).WithBlock(SyntaxFactory.Block(check, last));
    }

    /// <summary>An expression tree cannot hold statements, so only lambdas that become delegates are guarded.</summary>
    private bool IsDelegate(LambdaExpressionSyntax lambda, out bool returnsNothing)
    {
        returnsNothing = false;
        if (_model.Value.GetTypeInfo(lambda).ConvertedType is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke }) return false;
        bool isAsync = lambda.AsyncKeyword != default;
        returnsNothing = invoke.ReturnsVoid || (isAsync && invoke.ReturnType is INamedTypeSymbol { IsGenericType: false });
        return true;
    }

    private static bool ReturnsNothing(TypeSyntax type, SyntaxTokenList modifiers) =>
        type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
        || (modifiers.Any(SyntaxKind.AsyncKeyword) && type is not GenericNameSyntax and not QualifiedNameSyntax { Right: GenericNameSyntax });

    private static BlockSyntax Block(StatementSyntax first, ArrowExpressionClauseSyntax arrow, bool returnsNothing, SyntaxToken end)
    {
        StatementSyntax last = arrow.Expression switch
        {
            ThrowExpressionSyntax thrown => SyntaxFactory.ThrowStatement(
                SyntaxFactory.Token(SyntaxKind.ThrowKeyword).WithTrailingTrivia(SyntaxFactory.Space),
                thrown.Expression,
                SyntaxFactory.Token(SyntaxKind.SemicolonToken)),
            var value when returnsNothing => SyntaxFactory.ExpressionStatement(value),
            var value => Return(value),
        };
        BlockSyntax block = SyntaxFactory.Block(first, last);
        // A line break behind the arrow stays one.
        return block.WithOpenBraceToken(block.OpenBraceToken.WithTriviaFrom(arrow.ArrowToken))
            .WithCloseBraceToken(block.CloseBraceToken.WithTrailingTrivia(end.TrailingTrivia));
    }

    private static ReturnStatementSyntax Return(ExpressionSyntax value) => SyntaxFactory.ReturnStatement(
        SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space),
        value,
        SyntaxFactory.Token(SyntaxKind.SemicolonToken));

    private static StatementSyntax Guarded(StatementSyntax statement) => statement switch
    {
        BlockSyntax block => Prefix(Check, block),
        _ => SyntaxFactory.Block(Check, statement),
    };

    private static BlockSyntax Prefix(StatementSyntax first, BlockSyntax block) => block.WithStatements(block.Statements.Insert(0, first));
}
