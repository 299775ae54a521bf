using System.Globalization;
using System.Text;
using HackLab.Kernel.Directives;
using HackLab.Kernel.Execution;
using HackLab.Kernel.Runtime;
using Microsoft.CodeAnalysis.CSharp;

namespace HackLab.Kernel.Languages;

/// <summary>Makes a result an array of records in C#, with a property of the right type for each column.</summary>
internal static class SqlRows
{
    // What every record has already, or inherits.
    private static readonly HashSet<string> Taken =
        ["Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "EqualityContract", "PrintMembers", "Clone", "Deconstruct"];

    /// <summary>Declares the record <c>ResultRow</c> and the variable <c>result</c>.</summary>
    public static void Declare(string name, SqlTable table, CellJob job, Session session)
    {
        (SqlTable typed, string[] types) = table.Typed();
        string record = char.ToUpperInvariant(name[0]) + name[1..] + "Row";
        string[] members = MemberNames(table.Columns, record);
        long ticket = SharedValues.Leave(typed.Rows.ToArray());
        var code = new StringBuilder();
        code.Append(CultureInfo.InvariantCulture, $"public record {record}({string.Join(", ", types.Zip(members, (type, member) => $"{type} {member}"))});\n");
        code.Append(CultureInfo.InvariantCulture, $"{record}[] {name} = global::System.Array.ConvertAll(");
        code.Append(CultureInfo.InvariantCulture, $"global::HackLab.Kernel.Runtime.SharedValues.Take<object[][]>({ticket}), ");
        code.Append(CultureInfo.InvariantCulture, $"v => new {record}({string.Join(", ", types.Select((type, i) => $"({type})v[{i}]"))}));");
        SharedVariable.Run(code.ToString(), name, job, session);
    }

    /// <summary>Column names as C# can write them: count(*) becomes count, 2nd becomes _2nd, twice the same gets a number.</summary>
    private static string[] MemberNames(IReadOnlyList<SqlColumn> columns, string record)
    {
        var used = new HashSet<string>(Taken) { record };
        return [.. columns.Select((column, i) =>
        {
            string plain = string.Concat(column.Name.Select(c => SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_')).Trim('_');
            if (plain.Length == 0) plain = string.Create(CultureInfo.InvariantCulture, $"column{i + 1}");
            if (!SyntaxFacts.IsIdentifierStartCharacter(plain[0])) plain = "_" + plain;
            string name = plain;
            for (int n = 2; !used.Add(name); n++) name = string.Create(CultureInfo.InvariantCulture, $"{plain}{n}");
            return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
        })];
    }
}
