using System.Reflection;

namespace HackLab.Data.Hosting;

/// <summary>
/// .NET Interactive, found by reflection if it is loaded. Its own <c>display(x).Update(y)</c> is broken in its last builds, but
/// the value that <c>KernelInvocationContext.Display(object, string[])</c> returns updates well, so that is what is used.
/// Whatever is missing counts as not there: a library must not fail because of its host.
/// </summary>
internal static class InteractiveHost
{
    private const string AssemblyName = "Microsoft.DotNet.Interactive";
    private const BindingFlags AnyStatic = BindingFlags.Public | BindingFlags.Static;

    internal static bool IsRunning => Context() is not null;

    internal static CancellationToken? Token() =>
        Context() is { } context && context.GetType().GetProperty("CancellationToken")?.GetValue(context) is CancellationToken token ? token : null;

    internal static IDisplayed? Display(object value)
    {
        object? context = Context();
        MethodInfo? display = context is null ? null : FindDisplay(context.GetType());
        if (display is null) return null;
        object?[] arguments = display.IsStatic ? [context, value, Array.Empty<string>()] : [value, Array.Empty<string>()];
        object? shown = display.Invoke(display.IsStatic ? null : context, arguments);
        MethodInfo? update = shown?.GetType().GetMethod("Update", [typeof(object)]);
        return new Displayed(shown, update);
    }

    /// <summary>Its <c>Kernel.GetInputAsync(string, …)</c>; null where it cannot ask.</summary>
    internal static string? Ask(string prompt)
    {
        MethodInfo? ask = Assembly()?.GetType(AssemblyName + ".Kernel")?.GetMethods(AnyStatic)
            .FirstOrDefault(m => m.Name == "GetInputAsync" && m.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(string));
        if (ask is null) return null;
        object?[] arguments = [.. ask.GetParameters().Select((p, i) => i == 0 ? prompt : p.HasDefaultValue ? p.DefaultValue : null)];
        return ask.Invoke(null, arguments) is Task<string> answer ? answer.GetAwaiter().GetResult() : null;
    }

    private static Assembly? Assembly() =>
        AppDomain.CurrentDomain.GetAssemblies().LastOrDefault(a => a.GetName().Name == AssemblyName);

    private static object? Context() =>
        Assembly()?.GetType(AssemblyName + ".KernelInvocationContext")?.GetProperty("Current", AnyStatic)?.GetValue(null);

    // Either a method of the context, or an extension method anywhere in its assembly.
    private static MethodInfo? FindDisplay(Type context)
    {
        MethodInfo? own = context.GetMethod("Display", [typeof(object), typeof(string[])]);
        if (own is not null) return own;
        return context.Assembly.GetExportedTypes()
            .Where(t => t is { IsAbstract: true, IsSealed: true })
            .SelectMany(t => t.GetMethods(AnyStatic))
            .FirstOrDefault(m => m.Name == "Display" && m.GetParameters().Select(p => p.ParameterType)
                .SequenceEqual([context, typeof(object), typeof(string[])]));
    }

    private sealed class Displayed(object? shown, MethodInfo? update) : IDisplayed
    {
        public void Update(object value) => update?.Invoke(shown, [value]);
    }
}
