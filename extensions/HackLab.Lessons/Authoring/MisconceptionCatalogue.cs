using System.Text.Json;
using HackLab.Data;

namespace HackLab.Lessons.Authoring;

/// <summary>Wrong thoughts that come back in many exercises, in <c>notebooks/misconceptions.json</c>.</summary>
internal sealed class MisconceptionCatalogue
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true };

    private readonly Dictionary<string, CataloguedMisconception> _byName;

    private MisconceptionCatalogue(IEnumerable<CataloguedMisconception> all) => _byName = all.ToDictionary(one => one.Name);

    /// <summary>All, in the order of the file.</summary>
    public IReadOnlyCollection<CataloguedMisconception> All => _byName.Values;

    /// <summary>Reads it.</summary>
    /// <exception cref="DataFormatException">It is missing, or not such a list, or names one twice.</exception>
    public static MisconceptionCatalogue Load(string path)
    {
        try
        {
            return new(JsonSerializer.Deserialize<CataloguedMisconception[]>(File.ReadAllText(path), Json) ?? []);
        }
        catch (Exception e) when (e is IOException or JsonException or ArgumentException)
        {
            throw new DataFormatException(path, "a list of misconceptions: name, thought, message, tutor", e.Message, "See notebooks/writing-lessons.md.", inner: e);
        }
    }

    /// <summary>What a wrong answer is told.</summary>
    /// <exception cref="ArgumentException">The answer names a misconception that the catalogue does not have, or has neither name nor message.</exception>
    public string MessageOf(string exercise, WrongAnswer wrong)
    {
        if (wrong.Misconception is { } name && !_byName.ContainsKey(name))
            throw new ArgumentException($"{exercise}: there is no misconception '{name}' in misconceptions.json; there is {string.Join(", ", _byName.Keys)}.");
        return wrong.Message ?? (wrong.Misconception is { } known ? _byName[known].Message
            : throw new ArgumentException($"{exercise}: the wrong answer '{wrong.Code}' has neither a message nor a misconception."));
    }
}

/// <summary>A wrong thought.</summary>
/// <param name="Name">What wrong answers call it.</param>
/// <param name="Thought">The thought in the learner's own words.</param>
/// <param name="Message">What to say to somebody whose answer shows it.</param>
/// <param name="Tutor">A question or experiment by which a tutor can help.</param>
internal sealed record CataloguedMisconception(string Name, string Thought, string Message, string Tutor);
