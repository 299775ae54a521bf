namespace HackLab.Data.Display;

/// <summary>
/// Tells a notebook kernel, by the attribute's simple name alone, which class shows values of the marked type. Both the
/// HackLab kernel and .NET Interactive look for it, so that no library here refers to a notebook host.
/// </summary>
/// <param name="formatterSourceType">
/// A class with a public parameterless constructor and one method <c>CreateTypeFormatters()</c>.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = true)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The class that makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The forms to show, best first.</summary>
    public string[] PreferredMimeTypes { get; set; } = ["text/html", "text/plain"];
}
