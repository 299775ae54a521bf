using HackLab.Data;
using HackLab.Learning;
using HackLab.Tests.Cli;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace HackLab.Tests.Learning;

public class CheckpointTests
{
    [Theory]
    [InlineData("exponential")]
    [InlineData("plateau")]
    [InlineData("one cycle")]
    public void Three_epochs_and_three_more_are_six(string plan)
    {
        using var folder = new TemporaryFolder();
        TrainerOptions options = TrainerTests.Quiet with
        {
            Epochs = 6, BatchSize = 40, LearningRate = 0.01, ScheduleEachBatch = plan == "one cycle",
            Schedule = (optimizer, steps) => plan switch
            {
                "exponential" => optim.lr_scheduler.ExponentialLR(optimizer, 0.7),
                "plateau" => optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience: 0),
                _ => optim.lr_scheduler.OneCycleLR(optimizer, 0.05, total_steps: steps),
            },
        };
        var straight = TwoRings.Network(dropout: 0.2);
        TrainingResult expected = Fit(straight, options);

        // The first process dies in its fourth epoch; the second begins with other weights and takes the file's.
        string file = Path.Combine(folder.Path, "rings.checkpoint");
        int epochs = 0;
        Assert.Throws<InvalidOperationException>(() => Fit(TwoRings.Network(dropout: 0.2), options with
        {
            Checkpoint = file, OnEpoch = _ => { if (++epochs == 3) throw new InvalidOperationException("the power fails"); },
        }));
        var resumed = TwoRings.Network(dropout: 0.2);
        nn.init.zeros_(resumed.parameters().First());
        TrainingResult result = Fit(resumed, options with { Checkpoint = file, Resume = true });

        Assert.Equal(3, result.ResumedAfter);
        Assert.Equal(expected.Epochs.Select(e => (e.Loss, e.ValidationLoss, e.LearningRate)), result.Epochs.Select(e => (e.Loss, e.ValidationLoss, e.LearningRate)));
        Assert.Equal(expected.BestEpoch, result.BestEpoch);
        Assert.Equal(TrainerTests.Values(straight), TrainerTests.Values(resumed));
    }

    [Fact]
    public void Without_a_file_to_resume_from_it_begins_anew_and_writes_one()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "new.checkpoint");
        Assert.Equal(0, Fit(TwoRings.Network(), TrainerTests.Quiet with { Epochs = 2, Checkpoint = file, Resume = true }).ResumedAfter);
        Assert.True(File.Exists(file));
        TrainingResult nothingLeft = Fit(TwoRings.Network(), TrainerTests.Quiet with { Epochs = 2, Checkpoint = file, Resume = true });
        Assert.Equal(2, nothingLeft.ResumedAfter);
        Assert.Equal(2, nothingLeft.Epochs.Count);
    }

    [Fact]
    public void A_damaged_file_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "rings.checkpoint");
        TrainerOptions options = TrainerTests.Quiet with { Epochs = 1, Checkpoint = file };
        Fit(TwoRings.Network(), options);
        byte[] whole = File.ReadAllBytes(file);
        var network = TwoRings.Network();
        float[] before = TrainerTests.Values(network);
        var random = new Random(1);
        for (int i = 0; i < 300; i++)
        {
            byte[] damaged = [.. whole];
            if (i % 3 == 0) damaged = damaged[..random.Next(whole.Length)];
            else damaged[random.Next(whole.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(file, damaged);
            Assert.Throws<DataFormatException>(() => Fit(network, options with { Resume = true, Epochs = 2 }));
            Assert.Equal(before, TrainerTests.Values(network));
        }
    }

    [Fact]
    public void A_file_of_another_training_is_refused_and_says_how_it_differs()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "rings.checkpoint");
        TrainerOptions options = TrainerTests.Quiet with { Epochs = 1, Checkpoint = file };
        Fit(TwoRings.Network(), options);
        void Refuses(string words, nn.Module<Tensor, Tensor> network, TrainerOptions other)
        {
            float[] before = TrainerTests.Values(network);
            var error = Assert.Throws<DataFormatException>(() => Fit(network, other with { Resume = true, Epochs = 2 }));
            Assert.Contains(words, error.Message);
            Assert.Equal(before, TrainerTests.Values(network));
        }
        Refuses("seed", TwoRings.Network(), options with { Seed = 1 });
        Refuses("rows per batch", TwoRings.Network(), options with { BatchSize = 7 });
        Refuses("state of this network", nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 2)), options);
        Refuses("optimizer", TwoRings.Network(), options with { Optimizer = (p, rate) => optim.SGD(p, rate) });
    }

    private static TrainingResult Fit(nn.Module<Tensor, Tensor> network, TrainerOptions options)
    {
        (Tensor x, Tensor y) = TwoRings.Make(120, seed: 1);
        return Trainer.Fit(network, x, y, TwoRings.Make(80, seed: 2), options);
    }
}
