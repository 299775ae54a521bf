using System.Globalization;
using System.Numerics;
using System.Text.Json;
using HackLab.Data;

namespace HackLab.Learning.Files;

/// <summary>Reads and checks the fields of a model, or of a part of one. Each method throws <see cref="DataFormatException"/>.</summary>
internal sealed partial class ModelReader
{
    private readonly string _file, _place;
    private readonly JsonElement _fields;

    internal ModelReader(string file, string place, JsonElement fields)
    {
        (_file, _place, _fields) = (file, place, fields);
        if (fields.ValueKind != JsonValueKind.Object)
            throw new DataFormatException(file, $"{(place.Length == 0 ? "a model" : place)} in braces", Words(fields), Advice);
    }

    /// <summary>The version of the model that is being read.</summary>
    internal int Version { get; private init; } = ModelFile.FirstVersion;

    private static string Advice => "The file is damaged, or something else wrote it: save the model again.";

    internal string Text(string field) => TextOf(Field(field), field);

    internal bool Flag(string field) =>
        Field(field) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean()
        : throw Bad(field, "true or false", Words(Field(field)));

    internal int Int(string field, int min = 0, int max = int.MaxValue)
    {
        JsonElement value = Field(field);
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= min && number <= max) return number;
        throw Bad(field, Invariant($"a whole number from {min} to {max}"), Words(value));
    }

    /// <summary>A finite number in a range, ends included.</summary>
    internal double Number(string field, double min = double.MinValue, double max = double.MaxValue)
    {
        double number = NumberOf(Field(field), field);
        if (number >= min && number <= max) return number;
        throw Bad(field, Invariant($"a number from {min} to {max}"), Invariant($"{number}"));
    }

    /// <summary>A number that may be infinite or NaN.</summary>
    internal double AnyNumber(string field) => NumberOf(Field(field), field);

    internal TEnum Choice<TEnum>(string field)
        where TEnum : struct, Enum
    {
        string text = Text(field);
        if (Enum.GetNames<TEnum>().Contains(text, StringComparer.Ordinal)) return Enum.Parse<TEnum>(text);
        throw Bad(field, $"one of {string.Join(", ", Enum.GetNames<TEnum>())}", $"'{text}'");
    }

    internal string[] Texts(string field, int? count = null) => [.. Items(field, count).Select((item, i) => TextOf(item, At(field, i)))];

    /// <summary>Names, at least one, none twice: features or classes.</summary>
    internal string[] Names(string field, int? count = null)
    {
        string[] names = Texts(field, count);
        if (names.Length == 0) throw Bad(field, "at least one name", "none");
        string? twice = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null ? names : throw Bad(field, "different names", $"'{twice}' twice");
    }

    internal int[] Ints(string field, int? count = null, int min = 0, int max = int.MaxValue)
    {
        JsonElement.ArrayEnumerator items = Items(field, count, out int length);
        var values = new int[length];
        int i = 0;
        foreach (JsonElement item in items)
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt32(out int value) || value < min || value > max)
                throw Bad(At(field, i), Invariant($"a whole number from {min} to {max}"), Words(item));
            values[i++] = value;
        }
        return values;
    }

    /// <summary>Numbers, as many as asked for; infinity and NaN only where they are said to have a meaning.</summary>
    internal float[] Floats(string field, int? count = null, bool finite = true) => Numbers<float>(field, count, finite);

    /// <summary>Numbers, as many as asked for; infinity and NaN only where they are said to have a meaning.</summary>
    internal double[] Doubles(string field, int? count = null, bool finite = true) => Numbers<double>(field, count, finite);

    /// <summary>Shares of a whole: numbers above 0, at most 1, whose sum is 1 to rounding.</summary>
    internal double[] Shares(string field, int count)
    {
        double[] shares = Doubles(field, count);
        int bad = Array.FindIndex(shares, share => share is <= 0 or > 1);
        if (bad >= 0) throw Bad(At(field, bad), "a share above 0 and at most 1", Invariant($"{shares[bad]}"));
        return Math.Abs(shares.Sum() - 1) < 1e-6 ? shares : throw Bad(field, "shares that add up to 1", Invariant($"{shares.Sum()}"));
    }

    /// <summary>Fields within a field.</summary>
    internal ModelReader Part(string field) => new(_file, Name(field), Field(field)) { Version = Version };

    /// <summary>A list of groups of fields.</summary>
    internal IReadOnlyList<ModelReader> Parts(string field, int? count = null) =>
        [.. Items(field, count).Select((item, i) => new ModelReader(_file, Name(At(field, i)), item) { Version = Version })];

    /// <summary>A whole model within a field.</summary>
    internal T Model<T>(string field)
        where T : class => new ModelReader(_file, Name(field), Field(field)).AsModel<T>();

    /// <summary>A list of whole models.</summary>
    internal T[] Models<T>(string field, int? count = null)
        where T : class => [.. Items(field, count).Select((item, i) => new ModelReader(_file, Name(At(field, i)), item).AsModel<T>())];

    internal bool Has(string field) => _fields.TryGetProperty(field, out _);

    /// <summary>The exception for a field of this file.</summary>
    internal DataFormatException Bad(string field, string expected, string found) =>
        new(_file, $"{expected} in '{Name(field)}'", found, Advice);

    /// <summary>Reads all of it as a model of the kind it says it is.</summary>
    internal T AsModel<T>()
        where T : class
    {
        string name = Text("model");
        ModelKind kind = ModelKinds.Find(name)
            ?? throw Bad("model", $"one of {string.Join(", ", ModelKinds.All.Select(k => k.Name))}", $"'{name}'");
        int version = Int("version", ModelFile.FirstVersion);
        if (version > kind.Version)
        {
            throw new DataFormatException(
                _file, $"{name} of version {kind.Version} at most in '{Name("version")}'", $"{version}",
                "A later HackLab wrote it: use that one, or save the model again with this one.");
        }
        if (!kind.Type.IsAssignableTo(typeof(T)))
        {
            throw new DataFormatException(
                _file, $"{Article(typeof(T).Name)} in '{Name("model")}'", $"{Article(name)}", "Check the path, or load it as what it is.");
        }
        try
        {
            return (T)kind.Read(new ModelReader(_file, _place, _fields) { Version = version });
        }
        catch (Exception error) when (error is ArgumentException or OverflowException)   // lengths that no file could hold
        {
            throw new DataFormatException(_file, $"{Article(name)} that fits together", error.Message, Advice, inner: error);
        }
    }

    private static string Article(string name) => $"{("AEIO".Contains(name[0]) ? "an" : "a")} {name}";
}
