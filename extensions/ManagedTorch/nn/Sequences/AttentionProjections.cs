using TorchSharp.Operators;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The parameters of attention with several heads: projections of queries, keys and values, and of the
/// results.</summary>
internal sealed class AttentionProjections
{
    private readonly long _width, _keyWidth, _valueWidth;
    private readonly Parameter? _inWeight, _queryWeight, _keyWeight, _valueWeight, _inBias, _extraKey, _extraValue;
    private readonly Linear _out;

    // Draws nothing; the order of drawing is that of Create.
    private AttentionProjections(
        long width, long keyWidth, long valueWidth, Parameter? inWeight, Parameter?[] separate, Parameter? inBias,
            Parameter?[] extra, Linear output)
    {
        (_width, _keyWidth, _valueWidth, _inWeight, _inBias, _out) = (width, keyWidth, valueWidth, inWeight, inBias, output);
        (_queryWeight, _keyWeight, _valueWeight) = (separate[0], separate[1], separate[2]);
        (_extraKey, _extraValue) = (extra[0], extra[1]);
    }

    /// <summary>Whether one weight (3·E, E) projects queries, keys and values.</summary>
    public bool IsPacked => _inWeight is not null;

    /// <summary>Whether there is a learned key and value.</summary>
    public bool HasExtraKey => _extraKey is not null;

    /// <summary>Draws parameters in PyTorch's order: the output's weight and bias, then the input's weights, Glorot uniform;
    /// biases are 0.</summary>
    public static AttentionProjections Create(long width, long keyWidth, long valueWidth, bool bias, bool addBias)
    {
        var output = nn.Linear(width, width, bias);
        bool packed = keyWidth == width && valueWidth == width;
        Parameter? inWeight = packed ? Glorot(3 * width, width) : null;
        Parameter?[] separate = packed
            ? new Parameter?[3]
            : [Glorot(width, width), Glorot(width, keyWidth), Glorot(width, valueWidth)];
        Parameter? inBias = bias ? new Parameter(zeros(3 * width)) : null;
        if (output.bias is { } outBias)
        {
            nn.init.zeros_(outBias);
        }
        Parameter?[] extra = addBias ? [Extra(width), Extra(width)] : new Parameter?[2];
        return new(width, keyWidth, valueWidth, inWeight, separate, inBias, extra, output);
    }

    /// <summary>The same with copies of the parameters.</summary>
    public AttentionProjections Copy() => new(
        _width, _keyWidth, _valueWidth, CopyOf(_inWeight), [CopyOf(_queryWeight), CopyOf(_keyWeight), CopyOf(_valueWeight)],
            CopyOf(_inBias),
        [CopyOf(_extraKey), CopyOf(_extraValue)], CopyOf(_out));

    /// <summary>A parameter with the same values; null for null.</summary>
    public static Parameter? CopyOf(Parameter? source) =>
        source is null ? null : new Parameter(Copies.Contiguous(source.detach()), source.requires_grad);

    /// <summary>A dense layer with the same values.</summary>
    public static Linear CopyOf(Linear source) => nn.Linear(CopyOf(source.weight)!, CopyOf(source.bias));

    /// <summary>Registers everything under PyTorch's names.</summary>
    public void Register(Action<string, Parameter> parameter, Action<string, nn.Module> module)
    {
        foreach ((string name, Parameter? value) in new (string, Parameter?)[]
        {
            ("in_proj_weight", _inWeight), ("q_proj_weight", _queryWeight), ("k_proj_weight", _keyWeight), ("v_proj_weight",
                _valueWeight),
            ("in_proj_bias", _inBias), ("bias_k", _extraKey), ("bias_v", _extraValue),
        })
        {
            if (value is not null)
            {
                parameter(name, value);
            }
        }
        module("out_proj", _out);
    }

    /// <summary>Refuses operands that do not fit each other or the weights.</summary>
    public void CheckShapes(Tensor query, Tensor key, Tensor value)
    {
        if (query.Sizes.Length != 3 || key.Sizes.Length != 3 || value.Sizes.Length != 3
            || query.Sizes[2] != _width || key.Sizes[2] != _keyWidth || value.Sizes[2] != _valueWidth
            || key.Sizes[1] != query.Sizes[1] || value.Sizes[1] != query.Sizes[1] || key.Sizes[0] != value.Sizes[0])
        {
            throw new ArgumentException(
                $"MultiheadAttention: expected query (L, N, {_width}), key (S, N, {_keyWidth}) and value (S, N, "
                + $"{_valueWidth}), got "
                + $"{Shape.Text(query.Sizes)}, {Shape.Text(key.Sizes)} and {Shape.Text(value.Sizes)}");
        }
    }

    /// <summary>Queries, keys and values of the same tensor, side by side: (L, N, 3·E).</summary>
    public Tensor Packed(Tensor x) => MatrixProducts.Linear(x, _inWeight!, _inBias);

    /// <summary>Queries, keys and values, each (·, N, E), with the extra ones behind the others.</summary>
    public Tensor[] Separate(Tensor query, Tensor key, Tensor value, bool addZero)
    {
        Tensor q = MatrixProducts.Linear(query, _queryWeight ?? Part(_inWeight!, 0), BiasPart(0));
        Tensor k = MatrixProducts.Linear(key, _keyWeight ?? Part(_inWeight!, 1), BiasPart(1));
        Tensor v = MatrixProducts.Linear(value, _valueWeight ?? Part(_inWeight!, 2), BiasPart(2));
        long[] one = [1, query.Sizes[1], _width];
        if (_extraKey is not null)
        {
            k = Joining.Cat([k, Views.Expand(_extraKey, one)], 0);
            v = Joining.Cat([v, Views.Expand(_extraValue!, one)], 0);
        }
        if (addZero)
        {
            Tensor zero = Creation.Full(one, 0, k.dtype);
            k = Joining.Cat([k, zero], 0);
            v = Joining.Cat([v, zero], 0);
        }
        return [q, k, v];
    }

    /// <summary>The output's projection.</summary>
    public Tensor Out(Tensor y) => _out.call(y);

    private Tensor? BiasPart(int part) => _inBias is null ? null : Part(_inBias, part);

    private Tensor Part(Tensor all, int part) => Views.Slice(all, 0, part * _width, _width, 1);

    private static Parameter Glorot(long rows, long columns)
    {
        var weight = new Parameter(empty(rows, columns));
        nn.init.xavier_uniform_(weight);
        return weight;
    }

    private static Parameter Extra(long width)
    {
        var value = new Parameter(empty(1, 1, width));
        nn.init.xavier_normal_(value);
        return value;
    }
}
