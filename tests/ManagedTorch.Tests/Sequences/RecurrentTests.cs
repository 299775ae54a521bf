using TorchSharp;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Modules;
using TorchSharp.Operators;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Sequences;

[Collection(DefaultGeneratorCollection.Name)]
public sealed class RecurrentTests
{
    public static TheoryData<string> Layers =>
        [.. SequenceCase.Names("LSTM "), .. SequenceCase.Names("GRU "), .. SequenceCase.Names("RNN ")];

    [Theory, MemberData(nameof(Layers))]
    public void A_recurrent_layer_starts_computes_and_differentiates_like_PyTorch(string name)
    {
        SequenceCase expected = SequenceCase.Of(name);
        string[] words = name.Split(' ');
        bool Option(string option) => name.Contains($"{option}=True", StringComparison.Ordinal);
        long layers = name.Contains("layers=2", StringComparison.Ordinal) ? 2 : 1;
        (bool both, bool first, bool bias) = (Option("both"), Option("first"), Option("bias"));
        manual_seed(1);
        nn.Module module = words[0] switch
        {
            "LSTM" => nn.LSTM(3, 5, layers, bias, first, bidirectional: both),
            "GRU" => nn.GRU(3, 5, layers, bias, first, bidirectional: both),
            _ => nn.RNN(3, 5, layers, words[1] == "relu" ? nn.NonLinearities.ReLU : nn.NonLinearities.Tanh, bias, first,
                bidirectional: both),
        };
        expected.CheckParameters(module);
        module.to(float64);
        Tensor x = SequenceCase.Waves(0, first ? [2, 4, 3] : [4, 2, 3]);
        long states = layers * (both ? 2 : 1);
        Tensor? h0 = Option("states") ? SequenceCase.Waves(1, states, 2, 5) : null, c0 = Option("states") ? SequenceCase.Waves(2,
            states, 2, 5) : null;
        Tensor[] inputs = h0 is null ? [x] : module is LSTM ? [x, h0, c0!] : [x, h0];
        Tensor[] results;
        if (module is LSTM lstm)
        {
            (Tensor y, Tensor h, Tensor c) = lstm.call(x, h0 is null ? null : (h0, c0!));
            results = [y, h, c];
        }
        else
        {
            (Tensor y, Tensor h) = module is GRU gru ? gru.call(x, h0) : ((RNN)module).call(x, h0);
            results = [y, h];
        }
        expected.Check(results, inputs, module);
    }

    [Theory, InlineData("LSTMCell"), InlineData("GRUCell"), InlineData("RNNCell")]
    public void A_cell_computes_one_step_like_PyTorch(string name)
    {
        manual_seed(2);
        nn.Module cell = name switch { "LSTMCell" => nn.LSTMCell(3, 5), "GRUCell" => nn.GRUCell(3, 5), _ => nn.RNNCell(3, 5) };
        SequenceCase.Of(name).CheckParameters(cell);
        cell.to(float64);
        Tensor x = SequenceCase.Waves(0, 2, 3), h = SequenceCase.Waves(1, 2, 5), c = SequenceCase.Waves(2, 2, 5);
        if (cell is LSTMCell lstm)
        {
            (Tensor newH, Tensor newC) = lstm.call(x, (h, c));
            SequenceCase.Of(name).Check([newH, newC], [x, h, c], cell);
            return;
        }
        Tensor result = cell is GRUCell gru ? gru.call(x, h) : ((RNNCell)cell).call(x, h);
        SequenceCase.Of(name).Check([result], [x, h], cell);
    }

    [Fact]
    public void Gradients_of_the_fused_steps_are_those_of_finite_differences()
    {
        Check<LstmCell>(4, true);
        Check<GruCell>(3, false);
        Check<TanhCell>(1, false);

        static void Check<TCell>(long blocks, bool hasState) where TCell : struct, ICell
        {
            const long Hidden = 9, Inputs = 2, Steps = 3, Batch = 2;
            Tensor Draw(int seed, params long[] sizes) => GradientCheck.Uniform(seed, -0.8, 0.8, sizes);
            Tensor[] inputs =
            [
                Draw(1, Steps, Batch, Inputs),
                Draw(2, blocks * Hidden, Inputs), Draw(3, blocks * Hidden, Hidden), Draw(4, blocks * Hidden), Draw(5,
                    blocks * Hidden),
                Draw(6, blocks * Hidden, Inputs), Draw(7, blocks * Hidden, Hidden), Draw(8, blocks * Hidden), Draw(9,
                    blocks * Hidden),
                Draw(10, 2, Batch, Hidden), Draw(11, 2, Batch, Hidden),
            ];
            GradientCheck.VerifyMany(
                x =>
                {
                    (Tensor y, Tensor h, Tensor? c) = Recurrences.Layer<TCell>(x[0], x[1..9], true, x[9], hasState ? x[10]
                        : null);
                    return c is null ? [y, h] : [y, h, c];
                },
                hasState ? inputs : inputs[..10]);
        }
    }

    [Fact]
    public void Many_rows_and_units_in_float32_agree_with_float64_for_any_number_of_threads()
    {
        manual_seed(3);
        LSTM single = nn.LSTM(24, 40, numLayers: 2, bidirectional: true);
        Tensor x = randn(30, 13, 24);
        int threads = Workers.Count;
        double[][] runs = new double[3][];
        for (int run = 0; run < runs.Length; run++)
        {
            Workers.Count = run == 0 ? 1 : 5;
            if (run == 2)
            {
                single.to(float64);
                x = Copies.To(x, ScalarType.Float64);
            }
            (Tensor y, _, _) = single.call(x);
            single.zero_grad();
            Reductions.Sum(Arithmetic.Multiply(y, y), [], false).backward();
            runs[run] = [.. SequenceCase.Numbers(y), .. single.parameters().SelectMany(p => SequenceCase.Numbers(p.grad!))];
        }
        Workers.Count = threads;
        double scale = runs[2].Max(Math.Abs);
        for (int i = 0; i < runs[0].Length; i++)
        {
            Assert.Equal(runs[2][i], runs[0][i], 1e-5 * (1 + scale));
            Assert.Equal(runs[0][i], runs[1][i], 1e-6 * (1 + scale));
        }
    }

    [Fact]
    public void One_sequence_without_a_batch_axis_gives_results_without_one()
    {
        LSTM lstm = nn.LSTM(3, 5, bidirectional: true);
        Tensor x = randn(4, 3);
        (Tensor y, Tensor h, Tensor c) = lstm.call(x);
        (Tensor all, _, _) = lstm.call(Views.Unsqueeze(x, 1));
        Assert.Equal([4L, 10], y.shape);
        Assert.Equal([2L, 5], h.shape);
        Assert.Equal([2L, 5], c.shape);
        Assert.Equal(SequenceCase.Numbers(all), SequenceCase.Numbers(y));
    }

    [Fact]
    public void Dropout_between_layers_draws_like_PyTorch_and_training_follows_its_losses()
    {
        manual_seed(8);
        LSTM lstm = nn.LSTM(6, 9, numLayers: 2, dropout: 0.3, bidirectional: true);
        Tensor x = Copies.To(SequenceCase.Waves(0.37, 0, [7, 3, 6]), ScalarType.Float32);
        Tensor target = Copies.To(SequenceCase.Waves(0.11, 0, [7, 3, 18]), ScalarType.Float32);
        Training.AssertLosses(SequenceCase.Of("train LSTM").losses!, lstm, 0.5f, () =>
        {
            (Tensor y, _, _) = lstm.call(x);
            Tensor difference = y - target;
            return Reductions.Sum(difference * difference, [], false) / (float)(7 * 3 * 18);
        });
    }

    [Fact]
    public void A_wrong_shape_names_what_was_expected()
    {
        LSTM lstm = nn.LSTM(3, 5);
        ArgumentException width = Assert.Throws<ArgumentException>(() => lstm.call(randn(4, 2, 7)));
        Assert.Contains("Expected 3, got 7", width.Message, StringComparison.Ordinal);
        ArgumentException state = Assert.Throws<ArgumentException>(() =>
            lstm.call(randn(4, 2, 3), (zeros(1, 1, 5), zeros(1, 2, 5))));
        Assert.Contains("Expected hidden size [1, 2, 5], got [1, 1, 5]", state.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_derivative_is_refused_with_the_reason()
    {
        LSTM lstm = nn.LSTM(3, 5);
        Tensor x = randn(4, 2, 3).requires_grad_();
        (Tensor y, _, _) = lstm.call(x);
        Tensor gradient = Engine.Gradients([Reductions.Sum(y, [], false)], null, true, true, [x])[0]!;
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => Reductions.Sum(gradient * gradient, [], false).backward());
        Assert.Contains("second derivatives are not offered", error.Message, StringComparison.Ordinal);
    }
}
