using System.Globalization;

namespace HackLab.Data;

/// <summary>
/// Reads the little of Python that stands in the head of an .npy file: a dictionary of strings, True and False, and tuples of
/// whole numbers. Anything else in brackets (a structured type) is stepped over.
/// </summary>
internal ref struct PythonLiteral
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private PythonLiteral(ReadOnlySpan<char> text) => _text = text;

    /// <summary>
    /// Keys with a string, a bool, a long[] or, for what was stepped over, an object; null if it is no such dictionary.
    /// </summary>
    internal static Dictionary<string, object>? ReadDictionary(ReadOnlySpan<char> text)
    {
        var literal = new PythonLiteral(text);
        var entries = new Dictionary<string, object>(StringComparer.Ordinal);
        if (!literal.Take('{')) return null;
        while (!literal.Take('}'))
        {
            if (literal.String() is not { } key || !literal.Take(':') || literal.Value() is not { } value || !entries.TryAdd(key, value)) return null;
            if (!literal.Take(',') && literal.Next() != '}') return null;
        }
        return literal.Next() == '\0' && literal._at == text.Length ? entries : null;
    }

    private object? Value() => Next() switch
    {
        '\'' or '"' => String(),
        '(' => Tuple(),
        '[' => StepOver(),
        'T' when Word("True") => true,
        'F' when Word("False") => false,
        _ => null,
    };

    private char Next()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\n' or '\t' or '\r') _at++;
        return _at < _text.Length ? _text[_at] : '\0';
    }

    private bool Take(char wanted)
    {
        if (Next() != wanted || wanted == '\0') return false;
        _at++;
        return true;
    }

    private bool Word(string word)
    {
        if (!_text[_at..].StartsWith(word, StringComparison.Ordinal)) return false;
        _at += word.Length;
        return true;
    }

    private string? String()
    {
        char quote = Next();
        if (quote is not ('\'' or '"')) return null;
        int length = _text[(_at + 1)..].IndexOf(quote);
        if (length < 0) return null;
        string value = _text.Slice(_at + 1, length).ToString();
        _at += length + 2;
        return value;
    }

    // "()", "(3,)", "(3, 4)"; Python 2 wrote "(3L, 4L)".
    private long[]? Tuple()
    {
        var numbers = new List<long>();
        Take('(');
        while (!Take(')'))
        {
            Next();
            int digits = 0;
            while (_at + digits < _text.Length && char.IsAsciiDigit(_text[_at + digits])) digits++;
            if (!long.TryParse(_text.Slice(_at, digits), NumberStyles.None, CultureInfo.InvariantCulture, out long number)) return null;
            _at += digits;
            Take('L');
            numbers.Add(number);
            if (!Take(',') && Next() != ')') return null;
        }
        return [.. numbers];
    }

    private object? StepOver()
    {
        int depth = 0;
        do
        {
            char next = Next();
            if (next == '\0') return null;
            if (next is '\'' or '"')
            {
                if (String() is null) return null;
                continue;
            }
            depth += next is '[' or '(' ? 1 : next is ']' or ')' ? -1 : 0;
            _at++;
        }
        while (depth > 0);
        return new object();
    }
}
