using System.Text.Json;

namespace HackLab.Learning.Files;

/// <summary>
/// Writes the fields of a model as JSON. Numbers get as many digits as it takes to read back the same bits; those that are not
/// finite, which JSON does not know, are written as text.
/// </summary>
internal sealed class ModelWriter(Utf8JsonWriter json)
{
    internal void Add(string field, string value) => json.WriteString(field, value);

    internal void Add(string field, int value) => json.WriteNumber(field, value);

    internal void Add(string field, bool value) => json.WriteBoolean(field, value);

    internal void Add<TEnum>(string field, TEnum value)
        where TEnum : struct, Enum => json.WriteString(field, value.ToString());

    internal void Add(string field, double value)
    {
        json.WritePropertyName(field);
        Value(value);
    }

    internal void Add(string field, IEnumerable<string> values)
    {
        json.WriteStartArray(field);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    internal void Add(string field, ReadOnlySpan<int> values)
    {
        json.WriteStartArray(field);
        foreach (int value in values) json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    internal void Add(string field, ReadOnlySpan<float> values)
    {
        json.WriteStartArray(field);
        foreach (float value in values)
        {
            if (float.IsFinite(value)) json.WriteNumberValue(value);
            else Value(value);
        }
        json.WriteEndArray();
    }

    internal void Add(string field, ReadOnlySpan<double> values)
    {
        json.WriteStartArray(field);
        foreach (double value in values) Value(value);
        json.WriteEndArray();
    }

    /// <summary>Fields within a field.</summary>
    internal void Part(string field, Action<ModelWriter> write)
    {
        json.WritePropertyName(field);
        Object(() => write(this));
    }

    /// <summary>A list of groups of fields, for example the trees of a forest.</summary>
    internal void Parts<T>(string field, IEnumerable<T> items, Action<T, ModelWriter> write)
    {
        json.WriteStartArray(field);
        foreach (T item in items) Object(() => write(item, this));
        json.WriteEndArray();
    }

    /// <summary>A whole model within a field.</summary>
    internal void Model(string field, object model)
    {
        json.WritePropertyName(field);
        Model(model);
    }

    /// <summary>A list of whole models.</summary>
    internal void Models(string field, IEnumerable<object> models)
    {
        json.WriteStartArray(field);
        foreach (object model in models) Model(model);
        json.WriteEndArray();
    }

    /// <summary>A whole model: its kind and version, then its fields.</summary>
    internal void Model(object model)
    {
        ModelKind kind = ModelKinds.Find(model.GetType()) ?? throw new ArgumentException(
            $"A {model.GetType().Name} cannot be written: only the models of {nameof(HackLab)}.{nameof(Learning)} can "
            + $"({string.Join(", ", ModelKinds.All.Select(k => k.Name))}).", nameof(model));
        Object(() =>
        {
            json.WriteString("model", kind.Name);
            json.WriteNumber("version", kind.Version);
            kind.Write(model, this);
        });
    }

    private void Object(Action write)
    {
        json.WriteStartObject();
        write();
        json.WriteEndObject();
    }

    private void Value(double value)
    {
        if (double.IsFinite(value)) json.WriteNumberValue(value);
        else json.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
    }
}
