using HackLab.Kernel.Errors;

namespace HackLab.Kernel.Directives;

/// <summary>The words and options after a directive's name.</summary>
internal sealed class DirectiveOptions
{
    private readonly Dictionary<string, OptionText> _values = [];
    private readonly List<string> _words = [];
    private readonly string _directive;

    private DirectiveOptions(string directive) => _directive = directive;

    /// <summary>What is no option.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>Reads a line.</summary>
    /// <param name="directive">Its name, for messages.</param>
    /// <param name="arguments">What follows the name.</param>
    /// <param name="switches">The options without a value.</param>
    /// <param name="options">The options with one; "-n --name" is one option of two names, told under the last.</param>
    /// <param name="mostWords">How many words may stand beside options.</param>
    /// <exception cref="DirectiveException">An option is unknown, twice there or without its value; there are too many words.</exception>
    public static DirectiveOptions Read(string directive, string arguments, string[] switches, string[] options, int mostWords = 0)
    {
        var read = new DirectiveOptions(directive);
        List<OptionText> texts = OptionText.Split(directive, arguments);
        for (int i = 0; i < texts.Count; i++)
        {
            OptionText text = texts[i];
            if (text.Quoted || !text.Value.StartsWith('-') || text.Value.Length < 2 || !char.IsLetter(text.Value.TrimStart('-').FirstOrDefault()))
            {
                read._words.Add(text.Value);
                continue;
            }
            string[] known = [.. switches, .. options.SelectMany(o => o.Split(' '))];
            if (!known.Contains(text.Value)) throw read.Unknown(text.Value, known);
            string name = (options.FirstOrDefault(o => o.Split(' ').Contains(text.Value)) ?? text.Value).Split(' ')[^1];
            bool needsValue = !switches.Contains(text.Value);
            if (needsValue && i + 1 == texts.Count) throw new DirectiveException($"{directive}: {text.Value} needs a value after it.");
            if (!read._values.TryAdd(name, needsValue ? texts[++i] : text)) throw new DirectiveException($"{directive}: {name} is there twice.");
        }
        if (read._words.Count > mostWords)
            throw new DirectiveException($"{directive}: what is \"{read._words[mostWords]}\"? A text with blanks stands in \"quotes\".");
        return read;
    }

    /// <summary>Whether an option is there.</summary>
    public bool Has(string option) => _values.ContainsKey(option);

    /// <summary>An option's value; null if it is not there.</summary>
    public OptionText? Find(string option) => _values.GetValueOrDefault(option);

    /// <summary>The value of an option that must be there.</summary>
    /// <exception cref="DirectiveException">It is not.</exception>
    public OptionText Get(string option) => Find(option) ?? throw new DirectiveException($"{_directive} needs {option}.");

    /// <summary>A value that must be there and be the name of a variable.</summary>
    /// <exception cref="DirectiveException">It is missing or no name.</exception>
    public string Name(string option) => SharedVariable.CheckName(_directive, Get(option).Value);

    private DirectiveException Unknown(string option, string[] known) => new(known.Length == 0
        ? $"{_directive} has no options, so {option} means nothing to it."
        : $"{_directive}: there is no option {option}. Did you mean {Nearest.To(option, known)}? It knows {string.Join(", ", known)}.");
}
