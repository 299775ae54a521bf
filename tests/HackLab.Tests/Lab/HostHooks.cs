using HackLab.Data.Display;
using Xunit;

namespace HackLab.Tests.Facade;

/// <summary>The hooks to the notebook's kernel are one per process, so tests that set them run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class HostHooks
{
    public const string Name = "Hooks to the notebook's kernel";
}

/// <summary>Stands in for the kernel: hands out a token, and keeps what is displayed.</summary>
internal sealed class FakeKernel : IDisposable
{
    private const string Token = "HackLab.Token", Display = "HackLab.Display", AtCellEnd = "HackLab.AtCellEnd";
    private readonly object? _tokenBefore = AppContext.GetData(Token), _displayBefore = AppContext.GetData(Display),
        _atCellEndBefore = AppContext.GetData(AtCellEnd);
    private readonly HashSet<Action> _atEnd = [];

    public FakeKernel(CancellationToken token = default)
    {
        AppContext.SetData(Token, () => token);
        AppContext.SetData(AtCellEnd, (Action work) => { _atEnd.Add(work); });
        AppContext.SetData(Display, (object first, string[] _) =>
        {
            var place = new List<string>();
            Places.Add(place);
            void Show(object value) => place.Add(value is IRichDisplay rich ? rich.ToText() : value.ToString()!);
            Show(first);
            return (Action<object>)Show;
        });
    }

    /// <summary>For each place of the output, what it showed one after the other.</summary>
    public List<List<string>> Places { get; } = [];

    /// <summary>What the kernel does when a cell's code has ended.</summary>
    public void EndCell()
    {
        foreach (Action work in _atEnd) work();
        _atEnd.Clear();
    }

    public void Dispose()
    {
        AppContext.SetData(AtCellEnd, _atCellEndBefore);
        AppContext.SetData(Token, _tokenBefore);
        AppContext.SetData(Display, _displayBefore);
    }
}
