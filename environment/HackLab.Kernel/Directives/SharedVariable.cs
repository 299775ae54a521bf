using HackLab.Kernel.Errors;
using HackLab.Kernel.Execution;
using HackLab.Kernel.Runtime;
using Microsoft.CodeAnalysis.CSharp;

namespace HackLab.Kernel.Directives;

/// <summary>Makes a value of another language an ordinary variable of C#, by a line of C# that the session runs.</summary>
internal static class SharedVariable
{
    /// <summary>Declares a variable whose value is in hand.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="type">Its type as C# writes it.</param>
    /// <param name="value">Its value, of that type.</param>
    /// <param name="job">The running cell.</param>
    /// <param name="session">The session.</param>
    public static void Declare(string name, string type, object? value, CellJob job, Session session)
    {
        long ticket = SharedValues.Leave(value);
        Run($"{type} {name} = global::HackLab.Kernel.Runtime.SharedValues.Take<{type}>({ticket});", name, job, session);
    }

    /// <summary>Runs C# that declares a variable.</summary>
    public static void Run(string code, string name, CellJob job, Session session) => session.RunCSharp(code, job, $"shared {name}");

    /// <summary>The name, if it is one.</summary>
    /// <exception cref="DirectiveException">It is none that C# can use.</exception>
    public static string CheckName(string directive, string name) =>
        SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name
            : throw new DirectiveException($"{directive}: {name} cannot be a variable's name. It starts with a letter, then letters, digits and _.");
}
