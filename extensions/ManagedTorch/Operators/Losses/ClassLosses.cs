using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Losses of scores for classes (N, C, d…) or (C): the true class is a number, or each class has a
/// probability.</summary>
internal static unsafe class ClassLosses
{
    /// <summary>-log of softmax(x) at the true class, or its mean under given probabilities.</summary>
    public static Tensor CrossEntropy(
        Tensor x, Tensor target, Tensor? weight, long ignored, nn.Reduction reduction, double smoothing)
    {
        FloatingTypes.Require("cross_entropy", x);
        if (!(smoothing >= 0 && smoothing <= 1))
        {
            throw new ArgumentException($"label_smoothing must be between 0.0 and 1.0. Got: {smoothing}");
        }
        if (ElementType.IsFloating(target.dtype) && target.Sizes.AsSpan().SequenceEqual(x.Sizes))
        {
            return OfShares(x, target, weight, reduction, smoothing);
        }
        var targets = new ClassTargets(x, target, weight, ignored);
        Tensor rows = ClassTargets.Rows(x);
        return smoothing == 0 ? Fused(rows, targets, reduction) : Smoothed(rows, targets, weight, reduction, smoothing);
    }

    /// <summary>-x at the true class, x being log-probabilities.</summary>
    public static Tensor NegativeLogLikelihood(Tensor x, Tensor target, Tensor? weight, long ignored, nn.Reduction reduction)
    {
        FloatingTypes.Require("nll_loss", x);
        var targets = new ClassTargets(x, target, weight, ignored);
        return Likelihood(ClassTargets.Rows(x), targets, reduction);
    }

    private static Tensor Fused(Tensor rows, ClassTargets targets, nn.Reduction reduction)
    {
        Tensor losses = Tensor.EmptyLike(targets.Weight), logSums = Tensor.EmptyLike(losses);
        long count = losses.Elements, classes = targets.Classes;
        if (rows.dtype == ScalarType.Float32)
        {
            Kernels.CrossEntropy.Forward(
                rows.Data<float>(), targets.Index.Data<long>(), losses.Data<float>(), logSums.Data<float>(), count, classes);
        }
        else
        {
            Kernels.CrossEntropy.Forward(
                rows.Data<double>(), targets.Index.Data<long>(), losses.Data<double>(), logSums.Data<double>(), count, classes);
        }
        double total = targets.Total;
        Tensor y = Reduced(losses, targets, reduction);
        if (!Tape.Needs(rows))
        {
            return y;
        }
        return Tape.Record(y, "CrossEntropyLossBackward0", [rows], [rows, logSums, targets.Index, targets.Weight], (dy, node) =>
        {
            Tensor given = Slopes(dy, node[3], total, reduction);
            if (GradMode.Enabled)
            {
                return [(SoftmaxFamily.Softmax(node[0], -1) - OneHot(node[2], node.SizesOf(0),
                dy.dtype)) * Views.Unsqueeze(given, 1)];
            }
            Tensor dx = Tensor.EmptyLike(node[0]);
            if (dx.dtype == ScalarType.Float32)
            {
                Kernels.CrossEntropy.Backward(
                    node[0].Data<float>(), node[1].Data<float>(), node[2].Data<long>(), given.Data<float>(), dx.Data<float>(),
                    dx.Sizes[0],
                    dx.Sizes[1]);
            }
            else
            {
                Kernels.CrossEntropy.Backward(
                    node[0].Data<double>(), node[1].Data<double>(), node[2].Data<long>(), given.Data<double>(),
                    dx.Data<double>(), dx.Sizes[0],
                    dx.Sizes[1]);
            }
            return [dx];
        });
    }

    private static Tensor Likelihood(Tensor rows, ClassTargets targets, nn.Reduction reduction)
    {
        Tensor losses = Tensor.EmptyLike(targets.Weight);
        long* index = targets.Index.Data<long>();
        long classes = targets.Classes;
        for (long i = 0; i < losses.Elements; i++)
        {
            if (rows.dtype == ScalarType.Float32)
            {
                losses.Data<float>()[i] = index[i] < 0 ? 0 : -rows.Data<float>()[i * classes + index[i]];
            }
            else
            {
                losses.Data<double>()[i] = index[i] < 0 ? 0 : -rows.Data<double>()[i * classes + index[i]];
            }
        }
        double total = targets.Total;
        Tensor y = Reduced(losses, targets, reduction);
        // d/dx = -w at the true class
        return !Tape.Needs(rows) ? y : Tape.Record(y, "NllLossBackward0", [rows], [targets.Index, targets.Weight], (dy, node) =>
            [Views.Unsqueeze(Slopes(dy, node[1], total, reduction), 1) * OneHot(node[0], node.SizesOf(0), dy.dtype, -1)]);
    }

    // (1 - ε)·loss + ε·mean over classes of -w·log softmax
    private static Tensor Smoothed(Tensor rows, ClassTargets targets, Tensor? weight, nn.Reduction reduction, double smoothing)
    {
        Tensor logs = SoftmaxFamily.LogSoftmax(rows, -1);
        Tensor all = -Reductions.Sum(weight is null ? logs : logs * weight, [1], keepdim: false);
        Tensor counted = Comparisons.Compare<GreaterOrEqual>(targets.Index, 0);
        all = Selection.Where(counted, all, 0);
        Tensor share = reduction switch
        {
            nn.Reduction.None => Views.View(all, targets.Sizes),
            nn.Reduction.Sum => Reductions.Sum(all, [], false),
            _ => Reductions.Sum(all, [], false) / targets.Total,
        };
        return Likelihood(logs, targets, reduction) * (1 - smoothing) + share * (smoothing / targets.Classes);
    }

    private static Tensor OfShares(Tensor x, Tensor target, Tensor? weight, nn.Reduction reduction, double smoothing)
    {
        int axis = x.Sizes.Length == 1 ? 0 : 1;
        long classes = x.Sizes[axis];
        Tensor shares = smoothing == 0 ? target : target * (1 - smoothing) + smoothing / classes;
        Tensor terms = SoftmaxFamily.LogSoftmax(x, axis) * shares;
        if (weight is not null)
        {
            var sizes = new long[x.Sizes.Length];
            Array.Fill(sizes, 1);
            sizes[axis] = classes;
            terms *= Views.View(Copies.AsContiguous(weight), sizes);
        }
        return reduction switch
        {
            nn.Reduction.None => -Reductions.Sum(terms, [axis], false),
            nn.Reduction.Sum => -Reductions.Sum(terms, [], false),
            _ => -Reductions.Sum(terms, [], false) / ((double)x.Elements / classes),
        };
    }

    // Losses times weights in the targets' shape, their sum, or that divided by the sum of the weights; changes the losses.
    private static Tensor Reduced(Tensor losses, ClassTargets targets, nn.Reduction reduction)
    {
        if (reduction == nn.Reduction.None)
        {
            Arithmetic.NumericInto<Times>(losses, losses, targets.Weight);
            return losses.Alias(targets.Sizes, Shape.ContiguousStrides(targets.Sizes), 0);
        }
        double sum = losses.dtype == ScalarType.Float32
            ? Reduction.Dot(losses.Data<float>(), targets.Weight.Data<float>(), losses.Elements)
            : Reduction.Dot(losses.Data<double>(), targets.Weight.Data<double>(), losses.Elements);
        return Creation.Full([], reduction == nn.Reduction.Mean ? sum / targets.Total : sum, losses.dtype);
    }

    // The gradient of each row's loss.
    private static Tensor Slopes(Tensor dy, Tensor weight, double total, nn.Reduction reduction) => reduction switch
    {
        nn.Reduction.None => Views.Reshape(dy, [-1]) * weight,
        nn.Reduction.Sum => weight * dy,
        _ => weight * (dy / total),
    };

    // value at the class of each row, 0 elsewhere.
    private static Tensor OneHot(Tensor index, long[] sizes, ScalarType type, double value = 1)
    {
        Tensor y = Creation.Full(sizes, 0, type);
        long* at = index.Data<long>();
        for (long i = 0; i < sizes[0]; i++)
        {
            if (at[i] >= 0 && type == ScalarType.Float32)
            {
                y.Data<float>()[i * sizes[1] + at[i]] = (float)value;
            }
            else if (at[i] >= 0)
            {
                y.Data<double>()[i * sizes[1] + at[i]] = value;
            }
        }
        return y;
    }
}
