using TorchSharp.Operators;
using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>An operation in place on a view, as an operation on the tensor that owns the memory.</summary>
/// <remarks>Input 0 is the old value of the whole; the formula of the operation sees only the part of the gradient in the
/// view.</remarks>
internal sealed class CopySlices : Node
{
    private readonly FunctionNode _operation;
    private readonly int _targetInput = -1;
    private readonly long[] _sizes;
    private readonly long[] _strides;
    private readonly long _offset;

    public CopySlices(FunctionNode operation, Tensor view, Tensor root, ReadOnlySpan<Tensor> inputs)
        : base("CopySlices", [root, .. inputs])
    {
        _operation = operation;
        _sizes = view.Sizes;
        _strides = view.Strides;
        _offset = view.Offset - root.Offset;
        RootStrides = root.Strides;
        for (int i = 0; i < inputs.Length; i++)
        {
            if (ReferenceEquals(inputs[i], view))
            {
                _targetInput = i;
                // Its gradient goes into the whole, through edge 0.
                Edges[i + 1] = default;
            }
        }
    }

    private long[] RootStrides { get; }

    public override void Release() => _operation.Release();

    public override Tensor?[] Apply(Tensor?[] dys)
    {
        Tensor whole = Copies.InLayout(dys[0]!, RootStrides);
        Tensor part = Views.Strided(whole, _sizes, _strides, whole.Offset + _offset);
        Tensor?[] inner = _operation.Apply([Copies.Clone(part)]);
        if (_targetInput >= 0 && inner[_targetInput] is { } old)
        {
            part.copy_(old);
        }
        else
        {
            part.zero_();
        }
        var results = new Tensor?[inner.Length + 1];
        results[0] = whole;
        inner.CopyTo(results, 1);
        if (_targetInput >= 0)
        {
            results[_targetInput + 1] = null;
        }
        return results;
    }
}
