using static TorchSharp.torch;

namespace HackLab.Learning.Internals;

/// <summary>A copy of a network's weights and buffers, to go back to.</summary>
internal sealed class BestWeights(nn.Module model) : IDisposable
{
    private Dictionary<string, Tensor>? _copy;

    internal bool IsEmpty => _copy is null;

    internal void Keep()
    {
        using IDisposable off = no_grad();
        if (_copy is null)
        {
            _copy = model.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone().DetachFromDisposeScope());
            return;
        }
        foreach ((string name, Tensor value) in model.state_dict()) _copy[name].copy_(value);
    }

    internal void Restore()
    {
        if (_copy is null) return;
        using IDisposable off = no_grad();
        foreach ((string name, Tensor value) in model.state_dict()) value.copy_(_copy[name]);
    }

    internal void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        nn.Module.save_state_dict(writer, _copy!);
    }

    public void Dispose()
    {
        if (_copy is null) return;
        foreach (Tensor value in _copy.Values) value.Dispose();
        _copy = null;
    }
}
