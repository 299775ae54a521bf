using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>The gradients of an operation's inputs from that of its result; null for an input that has none.</summary>
internal delegate Tensor?[] BackwardFunction(Tensor dy, Node node);

/// <summary>The gradients of an operation's inputs from those of its results; null for a result that nobody used.</summary>
internal delegate Tensor?[] BackwardOfManyFunction(Tensor?[] dys, Node node);

/// <summary>Where a gradient goes: to an output of an earlier operation.</summary>
internal readonly record struct Edge(Node? Function, int Output);

/// <summary>One recorded operation: where the gradients of its inputs go, and what it needs to compute them.</summary>
internal abstract class Node
{
    private static long s_sequence;

    private readonly Edge[] _edges;
    private readonly long[][] _inputSizes;
    private Saved[] _saved = [];
    private bool _released;

    protected Node(string name, ReadOnlySpan<Tensor> inputs)
    {
        Name = name;
        Sequence = Interlocked.Increment(ref s_sequence);
        _edges = inputs.Length == 0 ? [] : new Edge[inputs.Length];
        _inputSizes = inputs.Length == 0 ? [] : new long[inputs.Length][];
        for (int i = 0; i < inputs.Length; i++)
        {
            _edges[i] = inputs[i].GradientEdge;
            _inputSizes[i] = inputs[i].Sizes;
        }
    }

    /// <summary>The operation, as PyTorch calls it: AddBackward0.</summary>
    public string Name { get; }

    /// <summary>Later operations have larger numbers; the engine goes backwards by them.</summary>
    public long Sequence { get; }

    /// <summary>Where the gradients of the inputs go.</summary>
    public Edge[] Edges => _edges;

    /// <summary>How many results the operation has.</summary>
    public virtual int Outputs => 1;

    /// <summary>Gradients that arrived so far in the current pass, by output.</summary>
    public Tensor?[]? Pending { get; set; }

    /// <summary>The engine's pass that <see cref="Dependencies"/> belongs to.</summary>
    public long Pass { get; set; }

    /// <summary>How many later operations still have to deliver a gradient in this pass.</summary>
    public int Dependencies { get; set; }

    /// <summary>Intermediate results whose gradient the user wants to keep.</summary>
    public List<(Tensor Tensor, int Output)>? Retained { get; set; }

    /// <summary>A tensor saved for the backward pass, by its place.</summary>
    /// <exception cref="InvalidOperationException">It was changed in place since, or freed by an earlier backward
    /// pass.</exception>
    public Tensor this[int place]
    {
        get
        {
            CheckNotReleased();
            return _saved[place].Unpack();
        }
    }

    /// <summary>Whether input <paramref name="input"/> wants a gradient.</summary>
    public bool Needs(int input) => _edges[input].Function is not null;

    /// <summary>The sizes of input <paramref name="input"/>.</summary>
    public long[] SizesOf(int input) => _inputSizes[input];

    /// <summary>The gradients of the inputs.</summary>
    public abstract Tensor?[] Apply(Tensor?[] dys);

    /// <summary>Keeps tensors, as they are now, for the backward pass.</summary>
    public void Save(ReadOnlySpan<Tensor> tensors)
    {
        if (tensors.Length > 0)
        {
            _saved = new Saved[tensors.Length];
            for (int i = 0; i < tensors.Length; i++)
            {
                _saved[i] = new Saved(tensors[i]);
            }
        }
    }

    /// <summary>Gives back what was saved; the node cannot run again.</summary>
    public virtual void Release()
    {
        if (_released || _saved.Length == 0)
        {
            return;
        }
        _released = true;
        foreach (Saved saved in _saved)
        {
            saved.Release();
        }
        _saved = [];
    }

    /// <summary>Throws if an earlier pass released it.</summary>
    public void CheckNotReleased()
    {
        if (_released)
        {
            throw new InvalidOperationException(
                "Trying to backward through the graph a second time (or directly access saved tensors after they have already "
                + "been freed). Saved intermediate values of the graph are freed when you call .backward() or "
                + "autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time.");
        }
    }

    // The tensor itself, pinned: it keeps its memory even when the user disposes it before the backward pass.
    private readonly struct Saved(Tensor tensor)
    {
        private readonly Tensor _tensor = Pinned(tensor);
        private readonly int _version = tensor.Storage.Version;

        public Tensor Unpack()
        {
            if (_tensor.Storage.Version != _version)
            {
                throw new InvalidOperationException(
                    "one of the variables needed for gradient computation has been modified by an inplace operation: "
                    + $"[{Tensors.ElementType.Name(_tensor.dtype)} {Tensors.Shape.Text(_tensor.Sizes)}], which is output "
                    + $"{_tensor.OutputIndex} of {_tensor.GradientFunction?.Name ?? "AccumulateGrad"}, is at version "
                    + $"{_tensor.Storage.Version}; expected version {_version} instead.");
            }
            return _tensor;
        }

        public void Release() => _tensor.Unpin();

        private static Tensor Pinned(Tensor tensor)
        {
            tensor.Pin();
            return tensor;
        }
    }
}

/// <summary>An operation with one result.</summary>
internal sealed class FunctionNode(string name, ReadOnlySpan<Tensor> inputs, BackwardFunction backward) : Node(name, inputs)
{
    public override Tensor?[] Apply(Tensor?[] dys) => backward(dys[0]!, this);
}

/// <summary>An operation with several results.</summary>
internal sealed class ManyOutputsNode(string name, int outputs, ReadOnlySpan<Tensor> inputs, BackwardOfManyFunction backward)
    : Node(name, inputs)
{
    public override int Outputs => outputs;

    public override Tensor?[] Apply(Tensor?[] dys) => backward(dys, this);
}
