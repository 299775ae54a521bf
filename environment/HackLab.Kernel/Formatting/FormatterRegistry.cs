using System.Collections.Concurrent;
using System.Reflection;

namespace HackLab.Kernel.Formatting;

/// <summary>Writes one form of a value; false if it cannot.</summary>
internal delegate bool FormatValue(object value, TextWriter writer);

/// <summary>
/// Which code shows values of a type: what a notebook registered, then what the type's own library offers by convention
/// (an attribute whose simple name is TypeFormatterSourceAttribute, found on the type, its bases and its interfaces).
/// </summary>
internal static class FormatterRegistry
{
    private const string ConventionName = "TypeFormatterSourceAttribute";
    private static readonly ConcurrentDictionary<(Type Type, string MimeType), FormatValue> Registered = new();
    private static readonly ConcurrentDictionary<Type, string[]> Preferred = new();
    private static readonly ConcurrentDictionary<Type, ConventionFormatters?> Conventions = new();

    /// <summary>Registers how a notebook wants a type shown.</summary>
    public static void Register(Type type, string mimeType, FormatValue format) => Registered[(type, mimeType)] = format;

    /// <summary>Which forms to show of a type, best first.</summary>
    public static void Prefer(Type type, string[] mimeTypes) => Preferred[type] = mimeTypes;

    /// <summary>Forgets what notebooks registered.</summary>
    public static void Reset()
    {
        Registered.Clear();
        Preferred.Clear();
    }

    /// <summary>The formatter of a type for one form; null if only the built-in one is left.</summary>
    public static FormatValue? Find(Type type, string mimeType)
    {
        if (!Registered.IsEmpty)
        {
            foreach (Type candidate in Lineage(type))
            {
                if (Registered.TryGetValue((candidate, mimeType), out FormatValue? format)) return format;
            }
        }
        return Convention(type)?.Formatters.GetValueOrDefault(mimeType);
    }

    /// <summary>The forms asked for by registration or convention; null if the built-in choice applies.</summary>
    public static string[]? PreferredMimeTypes(Type type)
    {
        if (!Preferred.IsEmpty || !Registered.IsEmpty)
        {
            foreach (Type candidate in Lineage(type))
            {
                if (Preferred.TryGetValue(candidate, out string[]? mimeTypes)) return mimeTypes;
                string[] registered = [.. Registered.Keys.Where(key => key.Type == candidate).Select(key => key.MimeType)];
                if (registered.Length > 0) return registered;
            }
        }
        return Convention(type)?.MimeTypes;
    }

    private static IEnumerable<Type> Lineage(Type type)
    {
        for (Type? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
            if (current.IsGenericType) yield return current.GetGenericTypeDefinition();
        }
        foreach (Type contract in type.GetInterfaces()) yield return contract;
    }

    private static ConventionFormatters? Convention(Type type) => Conventions.GetOrAdd(type, static t =>
    {
        foreach (Type candidate in Lineage(t))
        {
            Attribute? attribute = candidate.GetCustomAttributes(inherit: false).OfType<Attribute>()
                .FirstOrDefault(a => a.GetType().Name == ConventionName);
            if (attribute is not null) return ConventionFormatters.From(attribute, t);
        }
        return null;
    });
}

/// <summary>The formatters that a library offers for a type by convention.</summary>
internal sealed record ConventionFormatters(string[] MimeTypes, IReadOnlyDictionary<string, FormatValue> Formatters)
{
    /// <summary>Reads the attribute and asks its source; null if it does not keep to the convention.</summary>
    public static ConventionFormatters? From(Attribute attribute, Type shown)
    {
        if (Property<Type>(attribute, "FormatterSourceType") is not { } sourceType) return null;
        object? source = Activator.CreateInstance(sourceType, nonPublic: true);
        MethodInfo? create = sourceType.GetMethod("CreateTypeFormatters", BindingFlags.Instance | BindingFlags.Public, []);
        if (create?.Invoke(source, null) is not System.Collections.IEnumerable created) return null;
        var formatters = new Dictionary<string, FormatValue>();
        foreach (object formatter in created)
        {
            if (Property<string>(formatter, "MimeType") is not { } mimeType) continue;
            if (Property<Type>(formatter, "Type") is { } type && !type.IsAssignableFrom(shown)) continue;
            MethodInfo? format = formatter.GetType().GetMethods()
                .FirstOrDefault(m => m.Name == "Format" && m.ReturnType == typeof(bool) && m.GetParameters() is [_, { ParameterType: var writer }]
                    && writer == typeof(TextWriter));
            if (format is not null)
                formatters.TryAdd(mimeType, (value, writer) => format.Invoke(formatter, [value, writer]) is true);
        }
        string[]? preferred = Property<string[]>(attribute, "PreferredMimeTypes");
        return formatters.Count == 0 ? null : new(preferred is { Length: > 0 } ? preferred : [.. formatters.Keys], formatters);
    }

    private static T? Property<T>(object instance, string name) where T : class =>
        instance.GetType().GetProperty(name)?.GetValue(instance) as T;
}
