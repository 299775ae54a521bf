using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Knows which modules are being called in this thread, and names them in an error: "in net.encoder.0 (Linear):
/// …".</summary>
internal static class LayerPath
{
    private static readonly object Mark = new();

    [ThreadStatic]
    private static List<nn.Module>? t_calls;

    /// <summary>Called in this thread with each module and what its forward pass gave; null for nobody.</summary>
    [field: ThreadStatic]
    public static Action<nn.Module, object?>? Observer { get; set; }

    /// <summary>Notes that a module is called.</summary>
    public static void Enter(nn.Module module) => (t_calls ??= []).Add(module);

    /// <summary>Notes that the call is over.</summary>
    public static void Leave() => t_calls!.RemoveAt(t_calls.Count - 1);

    /// <summary>Whether it is an error about shapes, types or state that does not name the layer yet.</summary>
    public static bool IsToName(Exception error) =>
        !error.Data.Contains(Mark)
        && (error.GetType() == typeof(ArgumentException) || error.GetType() == typeof(ArgumentOutOfRangeException)
            || error.GetType() == typeof(InvalidOperationException) || error.GetType() == typeof(NotSupportedException));

    /// <summary>An error of the same type whose message begins with the path; the original with its stack is inside.</summary>
    public static Exception Name(Exception error)
    {
        string message = $"in {Path()}: {error.Message}";
        Exception named = error switch
        {
            ArgumentOutOfRangeException => new ArgumentOutOfRangeException(message, error),
            ArgumentException => new ArgumentException(message, error),
            NotSupportedException => new NotSupportedException(message, error),
            _ => new InvalidOperationException(message, error),
        };
        named.Data[Mark] = true;
        return named;
    }

    /// <summary>Notes that a hook saw a tensor: it may have been kept, so no container gives it back early.</summary>
    public static void Show(object? value)
    {
        if (value is Tensor tensor)
        {
            tensor.IsShown = true;
        }
        else if (value is ITuple tuple)
        {
            for (int i = 0; i < tuple.Length; i++)
            {
                Show(tuple[i]);
            }
        }
    }

    // From the module that the user called down to the one that failed, by the names under which each holds the next.
    private static string Path()
    {
        List<nn.Module> calls = t_calls!;
        string path = calls[0].GetName();
        for (int i = 1; i < calls.Count; i++)
        {
            path += "." + NameWithin(calls[i - 1], calls[i]);
        }
        return calls.Count == 1 ? path : $"{path} ({calls[^1].GetType().Name.Split('`')[0]})";
    }

    private static string NameWithin(nn.Module outer, nn.Module inner)
    {
        foreach ((string name, nn.Module module) in outer.named_modules())
        {
            if (ReferenceEquals(module, inner))
            {
                return name;
            }
        }
        return inner.GetName();
    }
}
