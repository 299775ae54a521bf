using TorchSharp.Kernels;
using TorchSharp.Operators;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters and computation of recurrent networks with several layers: what LSTM, GRU and RNN share.</summary>
/// <param name="Inputs">Features of a step.</param>
/// <param name="Hidden">Hidden units.</param>
/// <param name="Layers">Number of layers.</param>
/// <param name="Bias">Whether there are biases.</param> <param name="BatchFirst">Whether sequences come as (N, T, I).</param>
/// <param name="Dropout">Probability of dropping a value between layers.</param>
/// <param name="Bidirectional">Whether there are two directions.</param>
internal sealed record RecurrentStack(
    long Inputs, long Hidden, long Layers, bool Bias, bool BatchFirst, double Dropout, bool Bidirectional)
{
    private Parameter[] _parameters = [];

    private int Directions => Bidirectional ? 2 : 1;

    private int PerDirection => Bias ? 4 : 2;

    /// <summary>Makes the parameters, uniform in ±1/√H, and registers them in PyTorch's order: from one seed come its
    /// weights.</summary>
    public void CreateParameters<TCell>(Action<string, Parameter> register, Device? device, ScalarType? dtype)
        where TCell : struct, ICell
    {
        Check();
        _parameters = new Parameter[Layers * Directions * PerDirection];
        int next = 0;
        for (int layer = 0; layer < Layers; layer++)
        {
            for (int direction = 0; direction < Directions; direction++)
            {
                long inputs = layer == 0 ? Inputs : Directions * Hidden, rows = TCell.Recurrent * Hidden;
                string suffix = $"_l{layer}{(direction == 1 ? "_reverse" : "")}";
                next = Create(next, "weight_ih" + suffix, [rows, inputs]);
                next = Create(next, "weight_hh" + suffix, [rows, Hidden]);
                if (Bias)
                {
                    next = Create(next, "bias_ih" + suffix, [rows]);
                    next = Create(next, "bias_hh" + suffix, [rows]);
                }
            }
        }

        int Create(int index, string name, long[] sizes)
        {
            register(name, _parameters[index] = UniformParameter(sizes, Hidden, device, dtype));
            return index + 1;
        }
    }

    /// <summary>A parameter drawn uniformly from ±1/√<paramref name="hidden"/>.</summary>
    public static Parameter UniformParameter(long[] sizes, long hidden, Device? device, ScalarType? dtype)
    {
        double bound = 1 / Math.Sqrt(hidden);
        return new Parameter(Randomness.UniformInto(empty(sizes, dtype, device), -bound, bound, null));
    }

    /// <summary>The parameter at a place of PyTorch's list for a layer and direction: 0 W_ih, 1 W_hh, 2 b_ih, 3 b_hh; null
    /// without biases.</summary>
    public Parameter? At(long layerAndDirection, int place) =>
        place >= PerDirection ? null : _parameters[layerAndDirection * PerDirection + place];

    /// <summary>Runs all layers; states are (layers·directions, N, H), or without N for a single sequence.</summary>
    public (Tensor Y, Tensor H, Tensor? C) Run<TCell>(string name, Tensor input, Tensor? h0, Tensor? c0, bool training)
        where TCell : struct, ICell
    {
        bool single = input.Sizes.Length == 2;
        CheckShapes(name, input, h0, c0);
        Tensor x = single ? Views.Unsqueeze(input, 1) : BatchFirst ? Views.Transpose(input, 0, 1) : input;
        h0 = single && h0 is not null ? Views.Unsqueeze(h0, 1) : h0;
        c0 = single && c0 is not null ? Views.Unsqueeze(c0, 1) : c0;
        var lastH = new Tensor[Layers];
        var lastC = new Tensor[Layers];
        for (int layer = 0; layer < Layers; layer++)
        {
            if (layer > 0 && training && Dropout > 0)
            {
                x = Dropouts.Drop(x, Dropout);
            }
            int first = layer * Directions * PerDirection;
            (x, lastH[layer], Tensor? c) = Recurrences.Layer<TCell>(
                x, _parameters.AsSpan(first, Directions * PerDirection).ToArray(), Bias, OfLayer(h0, layer), OfLayer(c0, layer));
            lastC[layer] = c ?? lastH[layer];
        }
        Tensor h = Layers == 1 ? lastH[0] : Joining.Cat(lastH, 0);
        Tensor? cells = !TCell.HasState ? null : Layers == 1 ? lastC[0] : Joining.Cat(lastC, 0);
        return single
            ? (Views.Squeeze(x, 1), Views.Squeeze(h, 1), cells is null ? null : Views.Squeeze(cells, 1))
            : (BatchFirst ? Views.Transpose(x, 0, 1) : x, h, cells);
    }

    private Tensor? OfLayer(Tensor? states, int layer) =>
        states is null ? null : Layers == 1 ? states : Views.Slice(states, 0, (long)layer * Directions, Directions, 1);

    private void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Inputs, "inputSize");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Hidden, "hiddenSize");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Layers, "numLayers");
        Dropouts.CheckProbability("dropout", Dropout);
    }

    private void CheckShapes(string name, Tensor input, Tensor? h0, Tensor? c0)
    {
        if (input.Sizes.Length is not (2 or 3))
        {
            throw new ArgumentException(
                $"{name}: Expected input to be 2-D or 3-D but received {input.Sizes.Length}-D tensor {Shape.Text(input.Sizes)}");
        }
        if (input.Sizes[^1] != Inputs)
        {
            throw new ArgumentException(
                $"{name}: input.size(-1) must be equal to input_size. Expected {Inputs}, got {input.Sizes[^1]} in "
                + $"{Shape.Text(input.Sizes)}");
        }
        if (input.Elements == 0)
        {
            throw new ArgumentException(
                $"{name}: Expected sequence length and batch size to be larger than 0, got {Shape.Text(input.Sizes)}");
        }
        long batch = input.Sizes.Length == 2 ? 1 : input.Sizes[BatchFirst ? 0 : 1];
        long[] expected = input.Sizes.Length == 2 ? [Layers * Directions, Hidden] : [Layers * Directions, batch, Hidden];
        foreach (Tensor? state in new ReadOnlySpan<Tensor?>([h0, c0]))
        {
            if (state is not null && !state.Sizes.AsSpan().SequenceEqual(expected))
            {
                string which = ReferenceEquals(state, h0) ? "hidden" : "cell";
                throw new ArgumentException(
                    $"{name}: Expected {which} size {Shape.Text(expected)}, got {Shape.Text(state.Sizes)}");
            }
        }
    }
}
