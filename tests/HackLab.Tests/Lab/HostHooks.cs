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
    private const string Token = "HackLab.Token", Display = "HackLab.Display";
    private readonly object? _tokenBefore = AppContext.GetData(Token), _displayBefore = AppContext.GetData(Display);

    public FakeKernel(CancellationToken token = default)
    {
        AppContext.SetData(Token, () => token);
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

    public void Dispose()
    {
        AppContext.SetData(Token, _tokenBefore);
        AppContext.SetData(Display, _displayBefore);
    }
}
