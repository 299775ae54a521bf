using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Benchmarks.Workloads;

/// <summary>Two bidirectional LSTM layers over (steps, batch, features), then a class for every step; trained by CTC.</summary>
internal sealed class LineReader : Module<Tensor, Tensor>
{
    private readonly LSTM lstm = LSTM(64, 128, numLayers: 2, bidirectional: true);
    private readonly Linear head = Linear(256, 40);

    private LineReader() : base("reader") => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        (Tensor steps, _, _) = lstm.call(x);                               // (100, B, 256), where B = batch
        return F.log_softmax(head.call(steps), 2);
    }

    internal static Workload Create()
    {
        LineReader model = new();
        Tensor x = randn(100, 16, 64), targets = randint(1, 40, new long[] { 16, 20 });
        Tensor lengths = full(16, 100, dtype: int64), targetLengths = full(16, 20, dtype: int64);
        return new Workload(model, () => F.ctc_loss(model.call(x), targets, lengths, targetLengths));
    }
}
