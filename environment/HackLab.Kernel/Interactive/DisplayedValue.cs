using HackLab.Kernel;
using HackLab.Kernel.Execution;
using HackLab.Kernel.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>Something that was shown and can be replaced in place.</summary>
public sealed class DisplayedValue
{
    private readonly CellRun? _cell;
    private readonly string[] _mimeTypes;

    private DisplayedValue(CellRun? cell, string id, string[] mimeTypes)
    {
        _cell = cell;
        DisplayId = id;
        _mimeTypes = mimeTypes;
    }

    /// <summary>Names the shown value towards the client.</summary>
    public string DisplayId { get; }

    /// <summary>The forms it is shown in.</summary>
    public IReadOnlyList<string> MimeTypes => _mimeTypes;

    /// <summary>Shows another value in the same place.</summary>
    public void Update(object? updatedValue)
    {
        MimeBundle bundle = ValueFormatter.Format(updatedValue, _mimeTypes);
        // From a later cell it is that one's message: clients listen to the running cell.
        CellRun? running = CellRun.Current is { Ended: false } current ? current : _cell;
        if (running is { } cell) cell.Pump.Post(() => cell.Output.UpdateDisplay(bundle, DisplayId), Length(bundle));
        else Console.WriteLine(bundle.Data.GetValueOrDefault("text/plain"));
    }

    internal static DisplayedValue Show(object? value, string[] mimeTypes)
    {
        var shown = new DisplayedValue(CellRun.Current, Guid.NewGuid().ToString("N"), mimeTypes);
        MimeBundle bundle = ValueFormatter.Format(value, mimeTypes);
        if (shown._cell is { } cell) cell.Pump.Post(() => cell.Output.Display(bundle, shown.DisplayId), Length(bundle));
        else Console.WriteLine(bundle.Data.GetValueOrDefault("text/plain"));
        return shown;
    }

    private static int Length(MimeBundle bundle) => bundle.Data.Values.Sum(text => text.Length);
}
