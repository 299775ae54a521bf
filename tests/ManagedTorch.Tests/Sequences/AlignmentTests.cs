using TorchSharp.Modules;
using TorchSharp.Operators;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Sequences;

public sealed class AlignmentTests
{
    private static Tensor Whole(long[] sizes, params long[] values) => Creation.FromValues<long>(values, sizes);

    private static Tensor LogProbabilities(Tensor z) => SoftmaxFamily.LogSoftmax(z * 3.0, 2);

    [Fact]
    public void The_loss_and_its_gradient_are_PyTorchs_for_every_form_of_targets_and_reduction()
    {
        Tensor matrix = Whole([2, 3], 1, 2, 2, 3, 1, 4), row = Whole([5], 1, 2, 2, 3, 1);
        Check("matrix", x => F.ctc_loss(x, matrix, Whole([2], 7, 6), Whole([2], 3, 2)));
        Check("row", x => F.ctc_loss(x, row, Whole([2], 7, 6), Whole([2], 3, 2), reduction: nn.Reduction.Sum));
        Check("blank 4", x =>
            new CTCLoss(4, reduction: nn.Reduction.None).call(x, Whole([2, 3], 1, 2, 2, 3, 1, 0), Whole([2], 7, 7), Whole([2], 3,
                3)));
        Check("too short", x => nn.CTCLoss(zero_infinity: true).call(x, matrix, Whole([2], 3, 7), Whole([2], 3, 3)));
        Check("empty", x => F.ctc_loss(x, matrix, Whole([2], 5, 7), Whole([2], 0, 3), reduction: nn.Reduction.Sum));

        static void Check(string name, Func<Tensor, Tensor> loss)
        {
            Tensor z = SequenceCase.Waves(0, 7, 2, 5);
            SequenceCase.Of("CTC " + name).Check([loss(LogProbabilities(z))], [z], null);
        }
    }

    [Fact]
    public void The_loss_sums_over_all_ways_to_read_the_labels()
    {
        Tensor x = LogProbabilities(SequenceCase.Waves(0.2, 4, 1, 3)).detach();
        double[] log = SequenceCase.Numbers(x);
        double sum = 0;
        for (int path = 0; path < 81; path++)
        {
            int[] read = [path % 3, path / 3 % 3, path / 9 % 3, path / 27];
            int[] labels = [.. read.Where((c, t) => c != 0 && (t == 0 || read[t - 1] != c))];
            sum += labels.SequenceEqual([1, 2]) ? Math.Exp(read.Select((c, t) => log[t * 3 + c]).Sum()) : 0;
        }
        Tensor loss = F.ctc_loss(x, Whole([1, 2], 1, 2), Whole([1], 4), Whole([1], 2), reduction: nn.Reduction.Sum);
        Assert.Equal(-Math.Log(sum), SequenceCase.Numbers(loss)[0], 1e-12);
    }

    [Fact]
    public void A_long_sequence_in_float32_keeps_its_accuracy()
    {
        Tensor z = SequenceCase.Waves(0.37, 0, [400, 3, 40]), targets = Whole([3, 30], [.. Enumerable.Range(0, 90).Select(i =>
            1L + i * 7 % 39)]);
        Tensor ins = Whole([3], 400, 390, 300), outs = Whole([3], 30, 25, 30);
        var gradients = new double[2][];
        var losses = new double[2];
        for (int run = 0; run < 2; run++)
        {
            Tensor x = Copies.To(z, run == 0 ? ScalarType.Float32 : ScalarType.Float64).detach().requires_grad_();
            Tensor loss = F.ctc_loss(LogProbabilities(x), targets, ins, outs, reduction: nn.Reduction.Sum);
            loss.backward();
            (losses[run], gradients[run]) = (SequenceCase.Numbers(loss)[0], SequenceCase.Numbers(x.grad!));
        }
        Assert.Equal(losses[1], losses[0], 1e-6 * losses[1]);
        for (int i = 0; i < gradients[0].Length; i++)
        {
            // Each of 400 steps rounds log-probabilities of about 10 to 1e-6.
            Assert.Equal(gradients[1][i], gradients[0][i], 1e-4 * (1 + Math.Abs(gradients[1][i])));
        }
    }

    [Fact]
    public void A_sequence_too_short_for_its_labels_has_an_infinite_loss()
    {
        Tensor x = LogProbabilities(SequenceCase.Waves(0, 3, 1, 5));
        Tensor loss = F.ctc_loss(x, Whole([1, 3], 1, 2, 2), Whole([1], 3), Whole([1], 3));
        Assert.Equal(double.PositiveInfinity, SequenceCase.Numbers(loss)[0]);
    }

    [Fact]
    public void Targets_and_lengths_that_do_not_fit_are_named()
    {
        Tensor x = LogProbabilities(SequenceCase.Waves(0, 7, 2, 5)), ins = Whole([2], 7, 7), outs = Whole([2], 1, 1);
        Assert.Contains("5", Assert.Throws<ArgumentException>(() =>
            F.ctc_loss(x, Whole([2, 1], 1, 5), ins, outs)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "at most 7, but got value 8",
            Assert.Throws<ArgumentException>(() =>
                F.ctc_loss(x, Whole([2, 1], 1, 2), Whole([2], 7, 8), outs)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => F.ctc_loss(x, Whole([2, 1], 1, 2), ins, Whole([1], 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => F.ctc_loss(x, Whole([2, 1], 1, 2), ins, outs, blank: 5));
    }
}
