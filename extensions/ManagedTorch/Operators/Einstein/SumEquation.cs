using static TorchSharp.torch;

namespace TorchSharp.Operators.Einstein;

/// <summary>An equation like "bij,bjk->bik", read and checked.</summary>
internal sealed class SumEquation
{
    /// <summary>Stands for all axes that "..." covers, in a list of subscripts.</summary>
    public const char Ellipsis = '.';

    private SumEquation(List<char>[] operands, List<char> result)
    {
        Operands = operands;
        Result = result;
    }

    /// <summary>The subscripts of each operand.</summary>
    public List<char>[] Operands { get; }

    /// <summary>The subscripts of the result.</summary>
    public List<char> Result { get; }

    /// <summary>Reads an equation for a number of operands.</summary>
    /// <exception cref="ArgumentException">Not an equation, or one for another number of operands.</exception>
    public static SumEquation Read(string equation, int count)
    {
        if (count == 0)
        {
            throw new ArgumentException("einsum(): must provide at least one operand");
        }
        int arrow = equation.IndexOf("->", StringComparison.Ordinal);
        int end = arrow < 0 ? equation.Length : arrow;
        List<List<char>> operands = [[]];
        for (int i = 0; i < end; i++)
        {
            if (equation[i] == ',')
            {
                operands.Add([]);
                if (operands.Count > count)
                {
                    throw new ArgumentException("einsum(): fewer operands were provided than specified in the equation");
                }
            }
            else
            {
                i = ReadSubscript(equation, i, operands[^1], $"operand {operands.Count - 1}");
            }
        }
        if (operands.Count < count)
        {
            throw new ArgumentException("einsum(): more operands were provided than specified in the equation");
        }
        return new SumEquation([.. operands], arrow < 0 ? Implied(operands) : ReadResult(equation, arrow + 2, operands));
    }

    // Reads what stands at a place; returns its last character's place.
    private static int ReadSubscript(string equation, int at, List<char> subscripts, string where)
    {
        char c = equation[at];
        if (c == ' ')
        {
            return at;
        }
        if (c == '.')
        {
            if (subscripts.Contains(Ellipsis))
            {
                throw new ArgumentException($"einsum(): found '.' for {where} for which an ellipsis was already found");
            }
            if (at + 2 >= equation.Length || equation[at + 1] != '.' || equation[at + 2] != '.')
            {
                throw new ArgumentException($"einsum(): found '.' for {where} that is not part of any ellipsis");
            }
            subscripts.Add(Ellipsis);
            return at + 2;
        }
        if (!char.IsAsciiLetter(c))
        {
            throw new ArgumentException(
                $"einsum(): invalid subscript given at index {at} in the equation string, subscripts must be in [a-zA-Z]");
        }
        subscripts.Add(c);
        return at;
    }

    private static List<char> ReadResult(string equation, int at, List<List<char>> operands)
    {
        List<char> result = [];
        for (; at < equation.Length; at++)
        {
            int before = result.Count;
            at = ReadSubscript(equation, at, result, "output");
            if (result.Count == before || result[^1] == Ellipsis)
            {
                continue;
            }
            char c = result[^1];
            if (result.IndexOf(c) < before)
            {
                throw new ArgumentException($"einsum(): output subscript {c} appears more than once in the output");
            }
            if (!operands.Exists(operand => operand.Contains(c)))
            {
                throw new ArgumentException(
                    $"einsum(): output subscript {c} does not appear in the equation for any input operand");
            }
        }
        return result;
    }

    // Without an arrow: what "..." covers, then the letters that stand exactly once, capitals first.
    private static List<char> Implied(List<List<char>> operands)
    {
        var counts = new SortedDictionary<char, int>();
        foreach (List<char> operand in operands)
        {
            foreach (char c in operand)
            {
                counts[c] = counts.GetValueOrDefault(c) + 1;
            }
        }
        List<char> result = counts.Remove(Ellipsis) ? [Ellipsis] : [];
        foreach ((char c, int count) in counts)
        {
            if (count == 1)
            {
                result.Add(c);
            }
        }
        return result;
    }
}
