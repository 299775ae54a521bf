using System.Reflection;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Training;

/// <summary>Against PyTorch 1.13: Reference/training.py.</summary>
[Collection(DefaultGeneratorCollection.Name)]
public sealed class TrainingTests
{
    private static readonly JsonElement Reference = Load();

    public static TheoryData<string, string> Runs => [.. Reference.EnumerateObject().Select(entry => entry.Name.Split(' ')).Select(p => (p[0], p[1]))];

    [Theory]
    [MemberData(nameof(Runs))]
    public void From_the_same_seed_a_network_follows_PyTorchs_loss_over_20_steps(string name, string optimizer)
    {
        manual_seed(7);
        (nn.Module<Tensor, Tensor> network, Func<Tensor, Tensor, Tensor> lossOf, Tensor x, Tensor target) = SmallNetworks.Make(name);
        TorchSharp.Modules.OptimizerHelper opt = optimizer == "SGD"
            ? optim.SGD(network.parameters(), 0.05, momentum: 0.9)
            : optim.Adam(network.parameters(), 0.01);
        int step = 0;
        foreach (JsonElement expected in Reference.GetProperty($"{name} {optimizer}").EnumerateArray())
        {
            opt.zero_grad();
            Tensor loss = lossOf(network.call(x), target);
            loss.backward();
            opt.step();
            double wanted = expected.GetDouble(), found = loss.item<float>();
            Assert.True(Math.Abs(found - wanted) <= 1e-4 * wanted, $"step {step}: {wanted:R} expected, found {found:R}");
            step++;
        }
        Assert.Equal(20, step);
    }

    [Theory]
    [InlineData("mlp")]
    [InlineData("cnn")]
    [InlineData("lstm")]
    public void A_step_in_steady_state_leaves_little_garbage(string name)
    {
        (nn.Module<Tensor, Tensor> network, Func<Tensor, Tensor, Tensor> lossOf, Tensor x, Tensor target) = SmallNetworks.Make(name);
        TorchSharp.Modules.OptimizerHelper opt = optim.Adam(network.parameters(), 0.01);
        Train(5);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Train(10);
        Assert.InRange((GC.GetTotalAllocatedBytes(precise: true) - before) / 10, 0, 64 * 1024);

        void Train(int steps)
        {
            for (int i = 0; i < steps; i++)
            {
                using DisposeScope scope = NewDisposeScope();
                opt.zero_grad();
                lossOf(network.call(x), target).backward();
                opt.step();
            }
        }
    }

    private static JsonElement Load()
    {
        using Stream file = Assembly.GetExecutingAssembly().GetManifestResourceStream("ManagedTorch.Tests.Reference.training.json")!;
        return JsonDocument.Parse(file).RootElement;
    }
}
