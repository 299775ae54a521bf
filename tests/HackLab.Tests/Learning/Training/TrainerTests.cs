using HackLab.Learning;
using HackLab.Simulation.Numerics;
using HackLab.Tests.Facade;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace HackLab.Tests.Learning;

[Collection(HostHooks.Name)]
public class TrainerTests
{
    [Fact]
    public void A_fit_is_the_loop_that_one_would_write()
    {
        (Tensor x, Tensor y) = TwoRings.Make(200, seed: 1);
        var fitted = TwoRings.Network();
        TrainingResult result = Trainer.Fit(fitted, x, y, options: Quiet with { Epochs = 3, BatchSize = 64, KeepBest = false });

        var written = TwoRings.Network();
        using var optimizer = optim.Adam(written.parameters(), 1e-3);
        for (int epoch = 1; epoch <= 3; epoch++)
        {
            int[] order = [.. Enumerable.Range(0, 200)];
            new SeededRandom(42, epoch).Shuffle(order.AsSpan());
            double sum = 0;
            foreach (int[] rows in order.Chunk(64))
            {
                Tensor index = tensor(Array.ConvertAll(rows, row => (long)row));
                optimizer.zero_grad();
                Tensor loss = nn.functional.cross_entropy(written.call(x.index_select(0, index)), y.index_select(0, index));
                loss.backward();
                optimizer.step();
                sum += loss.item<float>() * rows.Length;
            }
            Assert.Equal(sum / 200, result.Epochs[epoch - 1].Loss, 1e-12);
        }
        Assert.Equal(Values(written), Values(fitted));
        Assert.Equal(StopReason.IterationLimit, result.Stopped);
    }

    [Fact]
    public void It_learns_what_a_straight_line_cannot_tell_apart_and_says_how_well()
    {
        (Tensor x, Tensor y) = TwoRings.Make(600, seed: 1);
        (Tensor X, Tensor Y) validation = TwoRings.Make(200, seed: 2);
        var network = TwoRings.Network();
        TrainingResult result = Trainer.Fit(network, x, y, validation, Quiet with
        {
            Epochs = 60, LearningRate = 1e-2, Metrics = [TrainingMetric.Accuracy], Monitor = "accuracy",
        });
        Assert.True(result.BestValue > 0.97, result.ToString());
        Assert.False(network.training);
        double right = network.call(validation.X).argmax(1).eq(validation.Y).to(float64).mean().item<double>();
        Assert.Equal(result.BestValue, right, 1e-6);
        Assert.Equal(result.Best!.Metrics["accuracy"], result.BestValue);
        Assert.Contains("best accuracy", result.ToText());
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_another_seed_others()
    {
        (Tensor x, Tensor y) = TwoRings.Make(200, seed: 1);
        double[][] losses = [.. new[] { 42, 42, 7 }.Select(seed =>
            Trainer.Fit(TwoRings.Network(dropout: 0.3), x, y, options: Quiet with { Epochs = 3, Seed = seed })
                .Epochs.Select(e => e.Loss).ToArray())];
        Assert.Equal(losses[0], losses[1]);
        Assert.NotEqual(losses[0], losses[2]);
    }

    [Fact]
    public void Training_ends_when_its_patience_does_with_the_weights_of_the_best_epoch()
    {
        // Labels that nothing explains: what is learnt from 40 rows makes others worse, sooner or later.
        (Tensor x, Tensor y) = TwoRings.Make(40, seed: 1, noise: 5);
        (Tensor X, Tensor Y) validation = TwoRings.Make(200, seed: 2, noise: 5);
        var network = TwoRings.Network();
        TrainingResult result = Trainer.Fit(network, x, y, validation, Quiet with { Epochs = 500, Patience = 3, LearningRate = 3e-2 });
        Assert.Equal(StopReason.EarlyStopped, result.Stopped);
        Assert.Equal(result.BestEpoch + 3, result.Epochs.Count);
        Assert.Equal(result.Epochs.Min(e => e.ValidationLoss), result.BestValue);
        double again = nn.functional.cross_entropy(network.call(validation.X), validation.Y).item<float>();
        Assert.Equal(result.BestValue, again, 1e-6);
    }

    [Fact]
    public void A_used_up_budget_of_seconds_ends_it_after_the_batch_that_has_begun()
    {
        (Tensor x, Tensor y) = TwoRings.Make(200, seed: 1);
        TrainingResult result = Trainer.Fit(TwoRings.Network(), x, y, (x, y), Quiet with { MaxSeconds = 1e-9, BatchSize = 50 });
        Assert.Equal(StopReason.TimeLimit, result.Stopped);
        EpochRecord only = Assert.Single(result.Epochs);
        Assert.Equal(0.25, only.Share);
        Assert.NotNull(only.ValidationLoss);
        Assert.Contains("until the time was used up", result.ToString());
    }

    [Fact]
    public void An_interrupt_keeps_the_best_weights_so_far()
    {
        using var stop = new CancellationTokenSource();
        using var kernel = new FakeKernel(stop.Token);
        (Tensor x, Tensor y) = TwoRings.Make(200, seed: 1);
        var network = TwoRings.Network();
        float[] best = [];
        TrainingResult result = Trainer.Fit(network, x, y, (x, y), Quiet with
        {
            OnEpoch = reached =>
            {
                if (reached.Epochs.Count < 4) return;
                best = Values(network);
                stop.Cancel();
            },
        });
        Assert.Equal(StopReason.Interrupted, result.Stopped);
        Assert.Equal(4, result.Epochs.Count);
        Assert.Equal(4, result.BestEpoch);
        Assert.Equal(best, Values(network));
    }

    [Fact]
    public void Steps_that_lead_nowhere_are_taken_back()
    {
        (Tensor x, Tensor y) = TwoRings.Make(200, seed: 1);
        var network = TwoRings.Network();
        TrainingResult result = Trainer.Fit(network, x, y.to(float32) * 1e20f, options: Quiet with
        {
            Loss = (output, target) => (output.select(1, 0) - target).pow(2).mean(), Optimizer = (p, _) => optim.SGD(p, 1e6),
        });
        Assert.Equal(StopReason.Diverged, result.Stopped);
        Assert.Contains("smaller learning rate", result.ToString());
    }

    [Fact]
    public void Long_gradients_are_cut_to_the_length_allowed()
    {
        (Tensor x, Tensor y) = TwoRings.Make(64, seed: 1);
        var network = TwoRings.Network();
        float[] before = Weights();
        Trainer.Fit(network, x * 1000, y, options: Quiet with
        {
            Epochs = 1, BatchSize = 64, ClipGradientNorm = 0.01, Optimizer = (p, _) => optim.SGD(p, 1), KeepBest = false,
        });
        double moved = Math.Sqrt(Weights().Zip(before, (a, b) => ((double)a - b) * (a - b)).Sum());
        Assert.Equal(0.01, moved, 1e-5);

        float[] Weights() => [.. network.parameters().SelectMany(p => p.detach().data<float>().ToArray())];
    }

    [Fact]
    public void Plans_step_after_epochs_or_after_batches()
    {
        (Tensor x, Tensor y) = TwoRings.Make(100, seed: 1);
        TrainingResult halved = Trainer.Fit(TwoRings.Network(), x, y, options: Quiet with
        {
            Epochs = 3, LearningRate = 0.01, Schedule = (optimizer, _) => optim.lr_scheduler.ExponentialLR(optimizer, 0.5),
        });
        Assert.Equal([0.01, 0.005, 0.0025], halved.Epochs.Select(e => Math.Round(e.LearningRate, 12)));
        int asked = 0;
        TrainingResult byBatch = Trainer.Fit(TwoRings.Network(), x, y, options: Quiet with
        {
            Epochs = 3, BatchSize = 30, ScheduleEachBatch = true,
            Schedule = (optimizer, steps) => optim.lr_scheduler.CosineAnnealingLR(optimizer, asked = steps),
        });
        Assert.Equal(3 * 4, asked);
        Assert.Equal(0, byBatch.Epochs[^1].LearningRate, 1e-9);
    }

    [Fact]
    public void A_notebook_shows_one_picture_that_ends_with_the_result()
    {
        using var kernel = new FakeKernel();
        (Tensor x, Tensor y) = TwoRings.Make(100, seed: 1);
        TrainingResult result = Trainer.Fit(TwoRings.Network(), x, y, options: new() { Epochs = 5 });
        List<string> shown = Assert.Single(kernel.Places);
        Assert.Contains("epoch 5", shown[^1] + result.ToText());
        Assert.DoesNotContain("Training: ", shown[^1]);
    }

    [Fact]
    public void Whatever_a_row_is_a_function_can_give_its_loss()
    {
        using Tensor target = tensor(new float[] { 1, 2, 3, 4 });
        var network = nn.Linear(1, 1);
        var seen = new List<int>();
        TrainingResult result = Trainer.Fit(
            network, 4,
            rows =>
            {
                seen.AddRange(rows);
                return (network.call(ones(rows.Length, 1)).squeeze(1) - target.index_select(0, tensor(rows.Select(r => (long)r).ToArray()))).pow(2).mean();
            },
            () => (network.call(ones(1, 1)) - 2.5f).abs().item<float>(),
            Quiet with { Epochs = 200, BatchSize = 2, LearningRate = 0.05 });
        Assert.Equal([0, 1, 2, 3], seen.Take(4).Order());
        Assert.True(result.BestValue < 0.05, result.ToString());
    }

    [Fact]
    public void Bad_settings_are_named()
    {
        (Tensor x, Tensor y) = TwoRings.Make(10, seed: 1);
        var network = TwoRings.Network();
        void Refuses(string word, Action fit) => Assert.Contains(word, Assert.Throws<ArgumentException>(fit).Message);
        Refuses("Epochs must be above 0", () => Trainer.Fit(network, x, y, options: Quiet with { Epochs = 0 }));
        Refuses("MaxSeconds", () => Trainer.Fit(network, x, y, options: Quiet with { MaxSeconds = double.NaN }));
        Refuses("BatchSize", () => Trainer.Fit(network, x, y, options: Quiet with { BatchSize = -1 }));
        Refuses("same number of rows", () => Trainer.Fit(network, x, y.narrow(0, 0, 5), options: Quiet));
        Refuses("no metric 'AUC'", () => Trainer.Fit(network, x, y, options: Quiet with { Monitor = "AUC" }));
        Refuses("Resume needs", () => Trainer.Fit(network, x, y, options: Quiet with { Resume = true }));
        Refuses("mean squared error needs", () => Trainer.Fit(network, x, y.to(float32), options: Quiet));
    }

    [Fact]
    public void Metrics_see_classes_scores_or_values()
    {
        Tensor y = tensor(new long[] { 0, 1, 1 }), two = tensor(new float[,] { { 2, 0 }, { 0, 1 }, { 3, 0 } }), one = tensor(new float[] { -1, 2, 3 });
        Assert.Equal(2 / 3.0, TrainingMetric.Accuracy.Value(y, two), 1e-12);
        Assert.Equal(1, TrainingMetric.Accuracy.Value(y, one), 1e-12);
        float[] scores = [];
        TrainingMetric.OfScores("s", (_, s) => (scores = s).Length).Value(y, two);
        Assert.Equal(1 / (1 + Math.Exp(2)), scores[0], 1e-6);
        TrainingMetric.OfScores("s", (_, s) => (scores = s).Length).Value(y, one);
        Assert.Equal(1 / (1 + Math.Exp(-2)), scores[1], 1e-6);
        Assert.Equal(2, TrainingMetric.OfValues("largest", (a, b) => a.Zip(b, (p, q) => Math.Abs(p - q)).Max()).Value(y, one), 1e-6);
    }

    internal static readonly TrainerOptions Quiet = new() { Show = false };

    internal static float[] Values(nn.Module network) => [.. network.state_dict().Values.SelectMany(v => v.to(float32).data<float>().ToArray())];
}
