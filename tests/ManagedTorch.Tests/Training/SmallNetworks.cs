using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Training;

/// <summary>The networks of Reference/training.py, with their data and losses.</summary>
internal static class SmallNetworks
{
    public static (Module<Tensor, Tensor> Network, Func<Tensor, Tensor, Tensor> Loss, Tensor X, Tensor Target) Make(string name) => name switch
    {
        "mlp" => (
            Sequential(Linear(6, 16), nn.Tanh(), Linear(16, 16), ReLU(), Dropout(0.1), Linear(16, 3)),
            CrossEntropyLoss().call, Values(32, 6), Classes(32, 3)),
        "cnn" => (
            Sequential(
                Conv2d(2, 4, 3, padding: 1), BatchNorm2d(4), ReLU(), MaxPool2d(2), Conv2d(4, 8, 3), LeakyReLU(0.1),
                AdaptiveAvgPool2d(1), Flatten(), Linear(8, 1)),
            BCEWithLogitsLoss().call, Values(16, 2, 8, 8), Classes(16, 2).to(float32).reshape(16, 1)),
        "lstm" => (new Reader(), MSELoss().call, Values(12, 7, 3), Values(12, 2)),
        "transformer" => (new Attentive(), CrossEntropyLoss().call, Values(6, 10, 5), Classes(10, 3)),
        _ => throw new ArgumentException(name),
    };

    private static Tensor Values(params long[] shape) =>
        ((arange(shape.Aggregate(1L, (a, b) => a * b), dtype: int64) * 37 + 11) % 97 - 48).to(float32).div(32).reshape(shape);

    private static Tensor Classes(long count, long of) => (arange(count, dtype: int64) * 5 + 2) % of;

    /// <summary>A bidirectional LSTM of two layers; what it has at the last step is mapped to two numbers.</summary>
    private sealed class Reader : Module<Tensor, Tensor>
    {
        private readonly LSTM lstm = LSTM(3, 8, 2, batchFirst: true, bidirectional: true, dropout: 0.2);
        private readonly Linear @out = Linear(16, 2);

        public Reader() : base(nameof(Reader)) => RegisterComponents();

        public override Tensor forward(Tensor x) => @out.call(lstm.call(x).Item1.select(1, -1));
    }

    /// <summary>Tokens (S, N, 5) through an encoder of two layers; the mean over the tokens is mapped to three scores.</summary>
    private sealed class Attentive : Module<Tensor, Tensor>
    {
        private readonly Linear embed = Linear(5, 16);
        private readonly TransformerEncoder encoder = TransformerEncoder(TransformerEncoderLayer(16, 4, 32, 0.1), 2);
        private readonly Linear @out = Linear(16, 3);

        public Attentive() : base(nameof(Attentive)) => RegisterComponents();

        public override Tensor forward(Tensor x) => @out.call(encoder.call(embed.call(x)).mean([0]));
    }
}
