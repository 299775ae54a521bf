namespace TorchSharp.Utils;

/// <summary>Gives a field of a module another name in the state dictionary.</summary>
/// <example><code>[ComponentName(Name = "weight")] private readonly Parameter _w;</code></example>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    /// <summary>The name under which the field is registered.</summary>
    public string Name { get; set; } = "";
}
