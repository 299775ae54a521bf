using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Tensors;
using Xunit;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests;

/// <summary>What a training step leaves behind: little for the garbage collector, and no tensor.</summary>
/// <remarks>They look at the whole process, so nothing runs beside them.</remarks>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const int WarmUp = 30, Steps = 60;

    public static TheoryData<string> Networks => ["mlp", "cnn", "skips", "encoder", "lstm"];

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_step_in_a_scope_leaves_little_garbage_and_no_tensor(string network)
    {
        Func<Tensor> loss = Create(network, out nn.Module model);
        using optim.Optimizer optimizer = optim.Adam(model.parameters());
        for (int i = 0; i < WarmUp; i++)
        {
            StepInScope(loss, optimizer);
        }
        long rented = StoragePool.RentedBytes, garbage = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Steps; i++)
        {
            StepInScope(loss, optimizer);
        }
        garbage = (GC.GetAllocatedBytesForCurrentThread() - garbage) / Steps;
        Assert.InRange(garbage, 1, 64 * 1024);
        Assert.InRange(StoragePool.RentedBytes, 0, rented);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_step_without_a_scope_leaves_little_garbage_and_bounded_memory(string network)
    {
        Func<Tensor> loss = Create(network, out nn.Module model);
        using optim.Optimizer optimizer = optim.Adam(model.parameters());
        Step(loss, optimizer);
        // What nobody disposes is rented until a collection: the pool reaches its size only after a few of them.
        for (int i = 0; i < 5 * WarmUp; i++)
        {
            Step(loss, optimizer);
        }
        long before = StoragePool.RentedBytes + StoragePool.IdleBytes, garbage = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 5 * Steps; i++)
        {
            Step(loss, optimizer);
        }
        // The pool may still grow: when collections come decides how much lies about at once. What it keeps is no garbage, and it is
        // bounded: without collections these steps would leave hundreds of megabytes.
        long growth = Math.Max(0, StoragePool.RentedBytes + StoragePool.IdleBytes - before);
        garbage = (GC.GetAllocatedBytesForCurrentThread() - garbage - growth) / (5 * Steps);
        Assert.InRange(garbage, -1024, 64 * 1024);
        Assert.InRange(growth, 0, 64 << 20);
    }

    [Fact]
    public void Tensors_that_nobody_disposes_share_a_bounded_pool()
    {
        for (int i = 0; i < 1000; i++)
        {
            _ = zeros(1 << 20);    // 4 MiB
        }
        Assert.InRange(StoragePool.RentedBytes, 0, 1L << 29);
    }

    [Fact]
    public void A_gradient_that_is_added_to_another_is_given_back()
    {
        using Tensor x = ones(1 << 16).requires_grad_();
        long before = 0;
        for (int i = 0; i < 20; i++)
        {
            using (NewDisposeScope())
            {
                Tensor y = x * 2;
                (y.exp() + y.sin() + y * y + y).sum().backward();
            }
            x.grad!.Dispose();
            x.grad = null;
            before = i == 2 ? StoragePool.RentedBytes : before;
        }
        Assert.InRange(StoragePool.RentedBytes, 0, before);
    }

    [Fact]
    public void A_gradient_returned_for_two_inputs_reaches_both()
    {
        using Tensor a = full(3, 2f).requires_grad_(), b = full(3, 3f).requires_grad_();
        Tensor p = a * 2, q = b * 3;
        Tensor r = p * q;             // q's gradient has a part when that of the sum arrives
        (r + (p + q) + (q + q)).sum().backward();
        // d/da = 2(q + 1) = 2·(9 + 1), d/db = 3(p + 1 + 2) = 3·(4 + 3)
        Assert.Equal([20f, 20, 20], a.grad!.data<float>().ToArray());
        Assert.Equal([21f, 21, 21], b.grad!.data<float>().ToArray());
    }

    private static void StepInScope(Func<Tensor> loss, optim.Optimizer optimizer)
    {
        using DisposeScope scope = NewDisposeScope();
        Step(loss, optimizer);
    }

    private static void Step(Func<Tensor> loss, optim.Optimizer optimizer)
    {
        Tensor value = loss();
        value.backward();
        optimizer.step();
        optimizer.zero_grad();
    }

    private static Func<Tensor> Create(string network, out nn.Module model)
    {
        manual_seed(1);
        switch (network)
        {
            case "mlp":
            {
                Sequential mlp = nn.Sequential(nn.Linear(28, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1));
                Tensor x = randn(100, 28), y = rand(100, 1);
                model = mlp;
                return () => F.binary_cross_entropy_with_logits(mlp.call(x), y);
            }
            case "cnn":
            {
                Sequential cnn = nn.Sequential(
                    nn.Conv2d(1, 8, 3, padding: 1), nn.BatchNorm2d(8), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(8 * 64, 3));
                Tensor x = randn(8, 1, 16, 16), y = randint(0, 3, new long[] { 8 });
                model = cnn;
                return () => F.cross_entropy(cnn.call(x), y);
            }
            case "skips":
            {
                Sequential first = nn.Sequential(nn.Conv2d(1, 8, 3, padding: 1), nn.ReLU());
                Conv2d second = nn.Conv2d(8, 8, 3, padding: 1), last = nn.Conv2d(16, 1, 1);
                Tensor x = randn(4, 1, 32, 32);
                model = nn.ModuleList<nn.Module>(first, second, last);
                return () =>
                {
                    Tensor d = first.call(x);
                    return F.mse_loss(last.call(cat([d + second.call(d), d], 1)), x);
                };
            }
            case "encoder":
            {
                TransformerEncoder encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(32, 4, dim_feedforward: 64), 2);
                Tensor x = randn(10, 8, 32), y = randn(10, 8, 32);
                model = encoder;
                return () => F.mse_loss(encoder.call(x), y);
            }
            default:
            {
                LSTM lstm = nn.LSTM(8, 16, numLayers: 2, bidirectional: true);
                Tensor x = randn(12, 4, 8), y = randn(12, 4, 32);
                model = lstm;
                return () => F.mse_loss(lstm.call(x).Item1, y);
            }
        }
    }
}
