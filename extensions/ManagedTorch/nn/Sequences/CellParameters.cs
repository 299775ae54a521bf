using TorchSharp.Kernels;
using TorchSharp.Operators;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters and one step of a recurrent network: what LSTMCell, GRUCell and RNNCell share.</summary>
internal sealed class CellParameters
{
    private readonly Action<string, Parameter?> _register;
    private readonly Parameter?[] _parameters = new Parameter?[4];
    private static readonly string[] Names = ["weight_ih", "weight_hh", "bias_ih", "bias_hh"];

    /// <summary>Makes the parameters, uniform in ±1/√H, in PyTorch's order.</summary>
    public CellParameters(long inputs, long hidden, long blocks, bool bias, Action<string, Parameter?> register, Device? device,
        ScalarType? dtype)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs, "inputSize");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hidden, "hiddenSize");
        _register = register;
        this[0] = RecurrentStack.UniformParameter([blocks * hidden, inputs], hidden, device, dtype);
        this[1] = RecurrentStack.UniformParameter([blocks * hidden, hidden], hidden, device, dtype);
        this[2] = bias ? RecurrentStack.UniformParameter([blocks * hidden], hidden, device, dtype) : null;
        this[3] = bias ? RecurrentStack.UniformParameter([blocks * hidden], hidden, device, dtype) : null;
    }

    /// <summary>0 W_ih, 1 W_hh, 2 b_ih, 3 b_hh.</summary>
    public Parameter? this[int place]
    {
        get => _parameters[place];
        set
        {
            _parameters[place] = value;
            _register(Names[place], value);
        }
    }

    /// <summary>The next hidden and cell states, for an input (N, I) or (I).</summary>
    public (Tensor H, Tensor? C) Step<TCell>(string name, Tensor input, Tensor? h0, Tensor? c0) where TCell : struct, ICell
    {
        if (_parameters[0] is not { } inputWeights || _parameters[1] is not { } hiddenWeights
            || (_parameters[2] is null) != (_parameters[3] is null))
        {
            throw new InvalidOperationException($"{name}: weight_ih and weight_hh must be set, and both biases or none");
        }
        long inputs = inputWeights.Sizes[1], hidden = hiddenWeights.Sizes[1];
        bool single = input.Sizes.Length == 1;
        if (input.Sizes.Length is not (1 or 2) || input.Sizes[^1] != inputs)
        {
            throw new ArgumentException($"{name}: expected input (N, {inputs}) or ({inputs}), got {Shape.Text(input.Sizes)}");
        }
        long[] expected = single ? [hidden] : [input.Sizes[0], hidden];
        foreach (Tensor? state in new ReadOnlySpan<Tensor?>([h0, c0]))
        {
            if (state is not null && !state.Sizes.AsSpan().SequenceEqual(expected))
            {
                throw new ArgumentException($"{name}: expected states {Shape.Text(expected)}, got {Shape.Text(state.Sizes)}");
            }
        }
        bool bias = _parameters[2] is not null;
        ReadOnlySpan<Tensor> weights = bias
            ? [inputWeights, hiddenWeights, _parameters[2]!, _parameters[3]!]
            : [inputWeights, hiddenWeights];
        long batch = single ? 1 : input.Sizes[0];
        (_, Tensor h, Tensor? c) = Recurrences.Layer<TCell>(
            Views.Reshape(input, [1, batch, inputs]), weights, bias, Batch(h0, batch, hidden), Batch(c0, batch, hidden));
        return (Views.View(h, expected), c is null ? null : Views.View(c, expected));
    }

    private static Tensor? Batch(Tensor? state, long batch, long hidden) =>
        state is null ? null : Views.Reshape(state, [1, batch, hidden]);
}
