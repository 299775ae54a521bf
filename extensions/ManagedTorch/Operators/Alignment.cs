using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Connectionist temporal classification: the loss of reading a text whose position in a sequence is not
/// known.</summary>
internal static unsafe class Alignment
{
    /// <summary>-log p(targets | log_probs) of each sequence, their sum, or the mean of loss / max(target length, 1).</summary>
    /// <remarks>The gradient is PyTorch's: the one of log_softmax's input. Second derivatives are not offered.</remarks>
    public static Tensor Loss(
        Tensor logProbs, Tensor targets, Tensor inputLengths, Tensor targetLengths, long blank, bool zeroInfinity,
            nn.Reduction reduction)
    {
        FloatingTypes.Require("ctc_loss", logProbs);
        if (logProbs.Sizes.Length is not (2 or 3))
        {
            throw new ArgumentException($"ctc_loss: expected log_probs (T, N, C) or (T, C), got {Shape.Text(logProbs.Sizes)}");
        }
        bool single = logProbs.Sizes.Length == 2;
        Tensor x = Copies.AsContiguous(single ? Views.Unsqueeze(logProbs, 1) : logProbs);
        var texts = new TargetTexts(x.Sizes, targets, inputLengths, targetLengths, blank);
        Tensor losses = x.dtype == ScalarType.Float32
            ? Losses<float>(x, texts, zeroInfinity, reduction)
            : Losses<double>(x, texts, zeroInfinity, reduction);
        return single && reduction == nn.Reduction.None ? Views.Squeeze(losses, 0) : losses;
    }

    private static Tensor Losses<T>(Tensor x, TargetTexts texts, bool zeroInfinity, nn.Reduction reduction)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (long steps, long batch) = (x.Sizes[0], x.Sizes[1]);
        nint row = ConnectionistLoss.RowLength(2 * texts.LongestLength + 1);
        Tensor alpha = Tensor.Empty([batch, steps, row], x.dtype), offsets = Tensor.Empty([batch, steps], ScalarType.Float64);
        Tensor losses = Tensor.Empty([batch], ScalarType.Float64);
        fixed (TargetText* each = texts.Each)
        fixed (long* labels = texts.Labels)
        {
            var work = new Pass<T>(
                each, labels, texts.Blank, x.Data<T>(), x.Sizes, alpha.Data<T>(), row, offsets.Data<double>(),
                    losses.Data<double>(), null, null);
            Workers.For((int)batch, work);
        }
        double* loss = losses.Data<double>();
        double total = 0;
        Tensor y = Tensor.Empty(reduction == nn.Reduction.None ? [batch] : [], x.dtype);
        for (int n = 0; n < batch; n++)
        {
            double value = zeroInfinity && double.IsPositiveInfinity(loss[n]) ? 0 : loss[n];
            total += value * Share(texts, n, batch, reduction);
            if (reduction == nn.Reduction.None)
            {
                y.Data<T>()[n] = T.CreateTruncating(value);
            }
        }
        if (reduction != nn.Reduction.None)
        {
            *y.Data<T>() = T.CreateTruncating(total);
        }
        return Tape.Record(y, "CtcLossBackward0", [x], [x, alpha, offsets, losses], (dy, node) =>
            FirstOrder.Only("ctc_loss", [Gradient<T>(dy.detach(), node, texts, row, zeroInfinity, reduction)], GradMode.Enabled
                ? [dy, node[0]] : []));
    }

    private static Tensor Gradient<T>(Tensor dy, Node node, TargetTexts texts, nint row, bool zeroInfinity,
        nn.Reduction reduction)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Tensor x = node[0], dx = Tensor.EmptyLike(x), given = Copies.AsContiguous(dy);
        int batch = checked((int)x.Sizes[1]);
        var weights = new T[batch];
        double* losses = node[3].Data<double>();
        for (int n = 0; n < batch; n++)
        {
            // NaN stands for a sequence that cannot be aligned, whose gradient is 0 by request and undefined otherwise.
            double share = double.CreateTruncating(given.Data<T>()[reduction == nn.Reduction.None ? n : 0]) * Share(texts, n,
                batch, reduction);
            weights[n] = !double.IsPositiveInfinity(losses[n]) ? T.CreateTruncating(share) : zeroInfinity ? T.Zero : T.NaN;
        }
        fixed (TargetText* each = texts.Each)
        fixed (long* labels = texts.Labels)
        fixed (T* weight = weights)
        {
            var work = new Pass<T>(
                each, labels, texts.Blank, x.Data<T>(), x.Sizes, node[1].Data<T>(), row, node[2].Data<double>(), losses,
                    dx.Data<T>(), weight);
            Workers.For(batch, work);
        }
        return dx;
    }

    private static double Share(TargetTexts texts, int n, long batch, nn.Reduction reduction) =>
        reduction == nn.Reduction.Mean ? 1.0 / (batch * Math.Max(1, texts.Each[n].Length)) : 1;

    /// <summary>One part is one sequence: its loss, or with dx its gradient.</summary>
    private readonly struct Pass<T> : IWork where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly TargetText* _texts;
        private readonly long* _labels;
        private readonly T* _x, _alpha, _dx, _weights;
        private readonly double* _offsets, _losses;
        private readonly nint _row, _steps, _batch, _classes;
        private readonly int _blank;

        public Pass(TargetText* texts, long* labels, int blank, T* x, long[] sizes, T* alpha, nint row, double* offsets,
            double* losses, T* dx, T* weights)
        {
            _texts = texts;
            _labels = labels;
            _blank = blank;
            _x = x;
            _alpha = alpha;
            _row = row;
            _offsets = offsets;
            _losses = losses;
            _dx = dx;
            _weights = weights;
            (_steps, _batch, _classes) = ((nint)sizes[0], (nint)sizes[1], (nint)sizes[2]);
        }

        public void Run(int n)
        {
            var sequence = new LabelledSequence<T>
            {
                LogProbs = _x + n * _classes,
                Step = _batch * _classes,
                Steps = _texts[n].Steps,
                Classes = (int)_classes,
                Blank = _blank,
                Length = _texts[n].Length,
                Labels = _labels + _texts[n].Start,
            };
            T* alpha = _alpha + n * _steps * _row;
            double* offsets = _offsets + n * _steps;
            if (_dx == null)
            {
                _losses[n] = ConnectionistLoss.Forward(sequence, alpha, _row, offsets);
                return;
            }
            T* dx = _dx + n * _classes;
            bool aligned = !double.IsPositiveInfinity(_losses[n]);
            if (aligned)
            {
                ConnectionistLoss.Backward(sequence, alpha, _row, offsets, _losses[n], _weights[n], dx);
            }
            for (nint t = aligned ? sequence.Steps : 0; t < _steps; t++)
            {
                new Span<T>(dx + t * sequence.Step, sequence.Classes).Fill(t < sequence.Steps ? _weights[n] : T.Zero);
            }
        }
    }
}
