using System.Reflection;
using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Operators;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Modules;

/// <summary>Against PyTorch 1.13: Reference/optim.py.</summary>
public sealed class OptimTests
{
    private static readonly JsonElement Reference = Load();

    public static TheoryData<string> Optimizers =>
        [.. Reference.GetProperty("optimizers").EnumerateObject().Select(entry => entry.Name)];

    public static TheoryData<string> Schedulers =>
        [.. Reference.GetProperty("schedulers").EnumerateObject().Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Twenty_steps_follow_PyTorch(string key)
    {
        Problem problem = new();
        OptimizerHelper optimizer = Make(key, problem.Parameters);
        double[] expected = Numbers(Reference.GetProperty("optimizers").GetProperty(key));
        for (int step = 0; step < expected.Length; step++)
        {
            double loss = problem.Step(optimizer, key);
            Assert.Equal(expected[step], loss, expected[step] * 1e-12);
        }
    }

    [Theory]
    [InlineData("SGD momentum")]
    [InlineData("Adam amsgrad")]
    [InlineData("AdamW")]
    [InlineData("RMSProp centered")]
    [InlineData("Adagrad")]
    [InlineData("groups")]
    public void A_saved_optimiser_goes_on_as_the_original(string key)
    {
        double[] expected = Numbers(Reference.GetProperty("optimizers").GetProperty(key));
        Problem problem = new();
        OptimizerHelper optimizer = Make(key, problem.Parameters);
        for (int step = 0; step < 10; step++)
        {
            problem.Step(optimizer, key);
        }
        using var file = new MemoryStream();
        optimizer.save_state_dict(new BinaryWriter(file));
        OptimizerHelper second = Make(key, problem.Parameters);
        byte[] bytes = file.ToArray();
        for (int cut = 0; cut < bytes.Length; cut += 7)
        {
            Exception error = Assert.ThrowsAny<Exception>(() =>
                second.load_state_dict(new BinaryReader(new MemoryStream(bytes, 0, cut))));
            Assert.True(error is InvalidDataException or ArgumentException, error.ToString());
        }
        file.Position = 0;
        second.load_state_dict(new BinaryReader(file));
        for (int step = 10; step < expected.Length; step++)
        {
            Assert.Equal(expected[step], problem.Step(second, key), expected[step] * 1e-12);
        }
        OptimizerHelper other = key == "AdamW" ? Make("Adam", problem.Parameters) : Make("AdamW", problem.Parameters);
        file.Position = 0;
        Assert.Throws<InvalidDataException>(() => other.load_state_dict(new BinaryReader(file)));
    }

    [Theory]
    [MemberData(nameof(Schedulers))]
    public void Rates_and_momenta_over_twenty_epochs_are_those_of_PyTorch(string key)
    {
        var optimizer = optim.SGD([new Parameter(zeros(1))], 0.2, momentum: 0.9);
        optim.lr_scheduler.LRScheduler scheduler = Make(key, optimizer);
        double[] metrics = Numbers(Reference.GetProperty("metrics"));
        int step = 0;
        foreach (JsonElement expected in Reference.GetProperty("schedulers").GetProperty(key).EnumerateArray())
        {
            Assert.Equal(expected[0].GetDouble(), optimizer.ParamGroups.First().LearningRate, 1e-13);
            Assert.Equal(expected[1].GetDouble(), optimizer.Momentum, 1e-13);
            Assert.Equal(optimizer.ParamGroups.First().LearningRate, scheduler.get_last_lr().Single());
            if (step == metrics.Length)
            {
                break;
            }
            if (key == "ReduceLROnPlateau")
            {
                scheduler.step(metrics[step]);
            }
            else
            {
                scheduler.step();
            }
            step++;
        }
    }

    [Fact]
    public void Polynomial_decay_ends_at_zero()
    {
        var optimizer = optim.SGD([new Parameter(zeros(1))], 0.2);
        optim.lr_scheduler.LRScheduler scheduler = optim.lr_scheduler.PolynomialLR(optimizer, 4, 2);
        for (int epoch = 0; epoch <= 6; epoch++)
        {
            Assert.Equal(0.2 * Math.Pow(1 - Math.Min(epoch, 4) / 4.0, 2), scheduler.get_last_lr().Single(), 1e-15);
            scheduler.step();
        }
    }

    [Fact]
    public void Momentum_goes_on_after_zero_grad_without_a_backward_pass()
    {
        var parameter = new Parameter(tensor(new double[] { 1 }));
        var optimizer = optim.SGD([parameter], 0.1, momentum: 0.5);
        (parameter * 2.0).Sum().backward();
        optimizer.step();        // b = 2, p = 1 - 0.2
        optimizer.zero_grad();
        optimizer.step();        // b = 1, p = 0.8 - 0.1
        Assert.Equal(0.7, parameter.detach().item<double>(), 1e-15);
    }

    [Fact]
    public void The_norm_is_that_of_all_gradients_together()
    {
        var a = new Parameter(tensor(new double[] { 0, 0 }));
        var b = new Parameter(tensor(new double[] { 0 }));
        void Backward()
        {
            a.ForgetGradient(false);
            b.ForgetGradient(false);
            ((a * tensor(new double[] { 3, -4 })).Sum() + (b * 12.0).Sum()).backward();
        }
        Backward();
        Assert.Equal(13, nn.utils.clip_grad_norm_([a, b], 6.5), 1e-12);
        Assert.Equal([1.5, -2], a.grad!.data<double>().ToArray().Select(g => Math.Round(g, 5)));
        Backward();
        Assert.Equal(12, nn.utils.clip_grad_norm_([a, b], 100, double.PositiveInfinity), 1e-12);
        Assert.Equal(19, nn.utils.clip_grad_norm_([a, b], 100, 1), 1e-12);
        nn.utils.clip_grad_value_([a, b], 3.5);
        Assert.Equal([3, -3.5], a.grad!.data<double>().ToArray());
    }

    [Fact]
    public void A_parameter_in_two_groups_is_refused()
    {
        var parameter = new Parameter(zeros(1));
        var optimizer = optim.Adam([parameter]);
        Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new Adam.ParamGroup([parameter])));
        Assert.Throws<ArgumentException>(
            () => optimizer.add_param_group(new SGD.ParamGroup([new Parameter(zeros(1))], new SGD.Options())));
    }

    private static OptimizerHelper Make(string key, Parameter[] p) => key switch
    {
        "SGD" => optim.SGD(p, 0.05),
        "SGD momentum" => optim.SGD(p, 0.02, momentum: 0.9, weight_decay: 0.01),
        "SGD nesterov" => optim.SGD(p, 0.02, momentum: 0.8, nesterov: true),
        "SGD dampening" => optim.SGD(p, 0.02, momentum: 0.8, dampening: 0.5),
        "Adam" => optim.Adam(p, 0.05),
        "Adam amsgrad" => optim.Adam(p, 0.05, 0.8, 0.9, weight_decay: 0.1, amsgrad: true),
        "AdamW" => optim.AdamW(p, 0.05, weight_decay: 0.1),
        "RMSProp" => optim.RMSProp(p, 0.01),
        "RMSProp centered" => optim.RMSProp(p, 0.01, momentum: 0.5, centered: true, weight_decay: 0.01),
        "Adagrad" => optim.Adagrad(p, 0.1, lr_decay: 0.1, initial_accumulator_value: 0.2),
        "groups" =>
            optim.SGD([new SGD.ParamGroup([p[0]], new SGD.Options()), new SGD.ParamGroup([p[1]], 0.2, momentum: 0.5)], 0.05),
        "clip" or "clip value" => optim.SGD(p, 0.5),
        _ => throw new ArgumentException(key),
    };

    private static optim.lr_scheduler.LRScheduler Make(string key, SGD o) => key switch
    {
        "StepLR" => optim.lr_scheduler.StepLR(o, 3, 0.5),
        "MultiStepLR" => optim.lr_scheduler.MultiStepLR(o, [2, 5, 5, 11], 0.5),
        "ExponentialLR" => optim.lr_scheduler.ExponentialLR(o, 0.9),
        "CosineAnnealingLR" => optim.lr_scheduler.CosineAnnealingLR(o, 7, 0.01),
        "LinearLR" => optim.lr_scheduler.LinearLR(o, 0.2, 0.9, 6),
        "ConstantLR" => optim.lr_scheduler.ConstantLR(o, 0.25, 4),
        "PolynomialLR" => optim.lr_scheduler.PolynomialLR(o, 9, 2),
        "LambdaLR" => optim.lr_scheduler.LambdaLR(o, epoch => 1.0 / (1 + epoch)),
        "MultiplicativeLR" => optim.lr_scheduler.MultiplicativeLR(o, epoch => epoch % 2 == 1 ? 0.9 : 1.05),
        "OneCycleLR" => optim.lr_scheduler.OneCycleLR(o, 1.0, total_steps: 21),
        "OneCycleLR linear" => optim.lr_scheduler.OneCycleLR(
            o, 1.0, epochs: 7, steps_per_epoch: 3, pct_start: 0.4, three_phase: true,
            anneal_strategy: optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy.Linear),
        "CyclicLR" => optim.lr_scheduler.CyclicLR(o, 0.01, 0.3, 3, 5),
        "CyclicLR triangular2" => optim.lr_scheduler.CyclicLR(
            o, 0.01, 0.3, 3, mode: optim.lr_scheduler.impl.CyclicLR.Mode.Triangular2),
        "CyclicLR exp_range" => optim.lr_scheduler.CyclicLR(
            o, 0.01, 0.3, 3, mode: optim.lr_scheduler.impl.CyclicLR.Mode.ExpRange, gamma: 0.95),
        "ReduceLROnPlateau" => optim.lr_scheduler.ReduceLROnPlateau(o, factor: 0.5, patience: 2, cooldown: 1),
        "SequentialLR" => optim.lr_scheduler.SequentialLR(
            o,
            [
                optim.lr_scheduler.ConstantLR(o, 0.1, 3), optim.lr_scheduler.CosineAnnealingLR(o, 8),
                optim.lr_scheduler.ExponentialLR(o, 0.8),
            ],
            [3, 11]),
        "ChainedLR" => optim.lr_scheduler.ChainedLR(
            [optim.lr_scheduler.ConstantLR(o, 0.1, 3), optim.lr_scheduler.ExponentialLR(o, 0.9)]),
        _ => throw new ArgumentException(key),
    };

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetDouble())];

    private static JsonElement Load()
    {
        Assembly assembly = typeof(OptimTests).Assembly;
        using Stream stream = assembly.GetManifestResourceStream(
            assembly.GetManifestResourceNames().Single(name => name.EndsWith(".optim.json", StringComparison.Ordinal)))!;
        return JsonDocument.Parse(stream).RootElement;
    }

    /// <summary>Least squares: y ≈ x·Wᵀ + b.</summary>
    private sealed class Problem
    {
        private readonly Tensor _x = Creation.FromValues<double>(Numbers(Reference.GetProperty("x")), [8, 3]);
        private readonly Tensor _y = Creation.FromValues<double>(Numbers(Reference.GetProperty("y")), [8, 2]);

        public Parameter[] Parameters { get; } =
        [
            new(Creation.FromValues<double>(Numbers(Reference.GetProperty("w")), [2, 3])),
            new(Creation.FromValues<double>(Numbers(Reference.GetProperty("b")), [2])),
        ];

        public double Step(OptimizerHelper optimizer, string key)
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.zero_grad();
            Tensor error = MatrixProducts.Linear(_x, Parameters[0], Parameters[1]) - _y;
            Tensor loss = Reductions.Sum(error * error, [], false) / 8.0;
            loss.backward();
            if (key == "clip")
            {
                nn.utils.clip_grad_norm_(Parameters, 0.7);
            }
            if (key == "clip value")
            {
                nn.utils.clip_grad_value_(Parameters, 0.3);
            }
            optimizer.step();
            return loss.item<double>();
        }
    }
}
