using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Benchmarks.Workloads;

/// <summary>Two encoder layers over (tokens, batch, width); the first token carries the class.</summary>
internal sealed class TokenClassifier : Module<Tensor, Tensor>
{
    private readonly TransformerEncoder encoder = TransformerEncoder(TransformerEncoderLayer(64, 4, dim_feedforward: 256), 2);
    private readonly Linear head = Linear(64, 1);

    private TokenClassifier() : base("tokens") => RegisterComponents();

    public override Tensor forward(Tensor x) => head.call(encoder.call(x)[0]);

    internal static Workload Create()
    {
        TokenClassifier model = new();
        Tensor x = randn(65, 64, 64), y = (rand(64, 1) > 0.5).to(float32);
        return new Workload(model, () => F.binary_cross_entropy_with_logits(model.call(x), y));
    }
}
