using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Layers in a row: each gets the output of the one before.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<(string Name, nn.IModule<Tensor, Tensor> Layer)> _layers = [];

    /// <summary>Layers named "0", "1", ….</summary>
    protected internal Sequential(params nn.Module<Tensor, Tensor>[] modules) : base(nameof(Sequential))
    {
        foreach (nn.Module<Tensor, Tensor> module in modules)
        {
            append(module);
        }
    }

    /// <summary>Layers with names.</summary>
    protected internal Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules) : base(nameof(Sequential))
    {
        foreach ((string name, nn.Module<Tensor, Tensor> submodule) in modules)
        {
            append(name, submodule);
        }
    }

    /// <summary>Number of layers.</summary>
    public int Count => _layers.Count;

    /// <summary>The layer at a place, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such layer.</exception>
    public nn.IModule<Tensor, Tensor> this[int index] => _layers[index].Layer;

    /// <summary>A Sequential of the layers in a range, which both hold; names stay.</summary>
    public Sequential this[Range index]
    {
        get
        {
            (int start, int length) = index.GetOffsetAndLength(Count);
            var part = new Sequential(Array.Empty<nn.Module<Tensor, Tensor>>());
            foreach ((string name, nn.IModule<Tensor, Tensor> layer) in _layers.GetRange(start, length))
            {
                part.append(name, layer);
            }
            return part;
        }
    }

    /// <summary>A Sequential of the layers from start up to, but without, end; null means from the first or to the
    /// last.</summary>
    public Sequential this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

    /// <summary>Adds a layer under the next number; returns itself.</summary>
    public Sequential append(nn.IModule<Tensor, Tensor> module) => append(Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>Adds a layer with a name; returns itself.</summary>
    /// <exception cref="ArgumentException">It is not a module, or the name contains a dot.</exception>
    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        ArgumentNullException.ThrowIfNull(module);
        register_module(name, module as nn.Module ?? throw new ArgumentException(
            "Sequential holds modules only.", nameof(module)));
        return this;
    }

    /// <summary>Sends the input through all layers. Without layers, the input under a second handle.</summary>
    public override Tensor forward(Tensor tensor)
    {
        if (_layers.Count == 0)
        {
            return Identity.SecondHandle(tensor);
        }
        Tensor x = tensor;
        bool isKeptByNobody = false;
        foreach ((_, nn.IModule<Tensor, Tensor> layer) in _layers)
        {
            bool isOurs = IsOurs(layer);
            Tensor y = layer.call(x);
            if (!ReferenceEquals(x, y))
            {
                if (isKeptByNobody && isOurs && !x.IsShown)
                {
                    x.Dispose();    // what the backward pass needs is pinned
                }
                isKeptByNobody = isOurs && !ReferenceEquals(y, tensor);
                x = y;
            }
        }
        return x;
    }

    private protected override void Registered(string name, nn.Module module)
    {
        if (module is nn.IModule<Tensor, Tensor> layer)
        {
            _layers.Add((name, layer));
        }
    }

    private protected override void Unregistered(string name) => _layers.RemoveAll(entry => entry.Name == name);

    // A module written by the user may keep its input or output; the engine's layers keep neither.
    private static bool IsOurs(nn.IModule<Tensor, Tensor> layer) =>
        layer.GetType().Assembly == typeof(Sequential).Assembly
        && (layer is not Sequential inner || inner._layers.TrueForAll(static entry => IsOurs(entry.Layer)));
}
