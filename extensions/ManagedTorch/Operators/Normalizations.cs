using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Values brought to mean 0 and variance 1 over a batch, a layer or a group of channels, then scaled and
/// shifted.</summary>
/// <remarks>Their derivatives are computed by fused kernels and are not recorded: second derivatives are not offered.</remarks>
internal static unsafe class Normalizations
{
    /// <summary>Each channel of (N, C, …) with the mean and variance of the batch, or with the running ones.</summary>
    /// <param name="x">(N, C) or (N, C, …).</param> <param name="gamma">(C) or null for 1.</param> <param name="beta">(C) or null
    /// for 0.</param>
    /// <param name="runningMean">(C), moved towards the batch's mean in training; null for none.</param>
    /// <param name="runningVariance">(C), likewise with the unbiased variance.</param>
    /// <param name="training">Whether the batch's own statistics are used.</param>
    /// <param name="momentum">How far the running statistics move.</param> <param name="eps">Added to the variance.</param>
    public static Tensor Batch(
        Tensor x, Tensor? gamma, Tensor? beta, Tensor? runningMean, Tensor? runningVariance, bool training,
        double momentum, double eps)
    {
        FloatingTypes.RequireSame("batch_norm", x, gamma, beta);
        if (x.Sizes.Length < 2 || (gamma ?? runningMean) is { } perChannel && perChannel.Elements != x.Sizes[1])
        {
            throw new ArgumentException(
                $"batch_norm: expected input (N, C, ...) with C = {(gamma ?? runningMean)?.Elements}, got {Shape.Text(x.Sizes)}");
        }
        long channels = x.Sizes[1], values = x.Sizes[0] * Length(x);
        if (training && values < 2)
        {
            throw new ArgumentException(
                $"batch_norm: Expected more than 1 value per channel when training, got input size {Shape.Text(x.Sizes)}");
        }
        if (!training && (runningMean is null || runningVariance is null))
        {
            throw new ArgumentException("batch_norm: running_mean and running_var must be given in evaluation mode");
        }
        return x.dtype == ScalarType.Float32
            ? Batch<float>(x, gamma, beta, runningMean, runningVariance, training, momentum, eps, channels, values)
            : Batch<double>(x, gamma, beta, runningMean, runningVariance, training, momentum, eps, channels, values);
    }

    /// <summary>Each row of the last axes, of shape <paramref name="normalized"/>, with its own mean and variance.</summary>
    public static Tensor Layer(Tensor x, ReadOnlySpan<long> normalized, Tensor? gamma, Tensor? beta, double eps)
    {
        FloatingTypes.RequireSame("layer_norm", x, gamma, beta);
        if (normalized.Length == 0 || normalized.Length > x.Sizes.Length
            || !x.Sizes.AsSpan()[^normalized.Length..].SequenceEqual(normalized))
        {
            throw new ArgumentException(
                $"layer_norm: Given normalized_shape={Shape.Text(normalized)}, expected input with shape [*, "
                + $"{Shape.Text(normalized)[1..]}, but got input of size {Shape.Text(x.Sizes)}");
        }
        long columns = Shape.Elements(normalized);
        return x.dtype == ScalarType.Float32 ? Layer<float>(x, gamma, beta, eps, columns)
            : Layer<double>(x, gamma, beta, eps, columns);
    }

    /// <summary>Each group of channels of each example of (N, C, …) with its own mean and variance.</summary>
    public static Tensor Group(Tensor x, long groups, Tensor? gamma, Tensor? beta, double eps)
    {
        FloatingTypes.RequireSame("group_norm", x, gamma, beta);
        if (x.Sizes.Length < 2 || groups < 1 || x.Sizes[1] % groups != 0)
        {
            throw new ArgumentException(
                "group_norm: Expected number of channels in input to be divisible by num_groups, but got input of shape "
                + $"{Shape.Text(x.Sizes)} and num_groups={groups}");
        }
        return x.dtype == ScalarType.Float32 ? Group<float>(x, groups, gamma, beta, eps)
            : Group<double>(x, groups, gamma, beta, eps);
    }

    /// <summary>Each channel of each example of (N, C, …) with its own mean and variance, or with the running ones.</summary>
    public static Tensor Instance(
        Tensor x, Tensor? gamma, Tensor? beta, Tensor? runningMean, Tensor? runningVariance, bool fromInput,
        double momentum, double eps)
    {
        if (!fromInput)
        {
            return Batch(x, gamma, beta, runningMean, runningVariance, training: false, momentum, eps);
        }
        if (x.Sizes.Length < 3 || Length(x) < 2)
        {
            throw new ArgumentException(
                $"instance_norm: Expected more than 1 spatial element when training, got input size {Shape.Text(x.Sizes)}");
        }
        if (runningMean is not null && runningVariance is not null)
        {
            using IDisposable off = GradMode.Set(false);
            long examples = x.Sizes[0], channels = x.Sizes[1], length = Length(x);
            Tensor source = Copies.AsContiguous(x), mean = Tensor.Empty([examples, channels], x.dtype),
                variance = Tensor.EmptyLike(mean);
            if (x.dtype == ScalarType.Float32)
            {
                BatchNorm.Statistics(
                    source.Data<float>(), mean.Data<float>(), variance.Data<float>(), 1, examples * channels, length);
            }
            else
            {
                BatchNorm.Statistics(
                    source.Data<double>(), mean.Data<double>(), variance.Data<double>(), 1, examples * channels, length);
            }
            Move(runningMean, Arithmetic.Divide(Reductions.Sum(mean, [0], false), examples), momentum, 1);
            Move(runningVariance, Arithmetic.Divide(Reductions.Sum(variance, [0], false), examples), momentum,
                length / (length - 1.0));
        }
        return Group(x, x.Sizes[1], gamma, beta, eps);
    }

    private static Tensor Batch<T>(
        Tensor x0, Tensor? gamma0, Tensor? beta0, Tensor? runningMean, Tensor? runningVariance, bool training,
        double momentum, double eps,
        long channels, long values) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Tensor x = Copies.AsContiguous(x0);
        Tensor? gamma = gamma0 is null ? null : Copies.AsContiguous(gamma0),
            beta = beta0 is null ? null : Copies.AsContiguous(beta0);
        Tensor mean = Tensor.Empty([channels], x.dtype), rstd = Tensor.Empty([channels], x.dtype), y = Tensor.EmptyLike(x);
        long batch = x.Sizes[0], length = Length(x);
        if (training)
        {
            BatchNorm.Statistics(x.Data<T>(), mean.Data<T>(), rstd.Data<T>(), batch, channels, length);
            Move(runningMean, mean, momentum, 1);
            Move(runningVariance, rstd, momentum, values / (values - 1.0));
        }
        else
        {
            Copies.Into(mean, runningMean!);
            Copies.Into(rstd, runningVariance!);
        }
        BatchNorm.InverseDeviation(rstd.Data<T>(), rstd.Data<T>(), channels, eps);
        BatchNorm.Normalize(
            x.Data<T>(), mean.Data<T>(), rstd.Data<T>(), Address<T>(gamma), Address<T>(beta), y.Data<T>(), batch,
                channels, length);
        return Record(
            y, "NativeBatchNormBackward0", x, gamma, beta, mean, rstd, (dy, node, g, dx, dgamma, dbeta) => BatchNorm.Backward(
            node[0].Data<T>(), dy.Data<T>(), node[1].Data<T>(), node[2].Data<T>(), Address<T>(g),
            Address<T>(dx), Address<T>(dgamma), Address<T>(dbeta), batch, channels, length, training));
    }

    private static Tensor Layer<T>(Tensor x0, Tensor? gamma0, Tensor? beta0, double eps, long columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Tensor x = Copies.AsContiguous(x0);
        Tensor? gamma = gamma0 is null ? null : Copies.AsContiguous(gamma0),
            beta = beta0 is null ? null : Copies.AsContiguous(beta0);
        long rows = columns == 0 ? 0 : x.Elements / columns;
        Tensor mean = Tensor.Empty([rows], x.dtype), rstd = Tensor.Empty([rows], x.dtype), y = Tensor.EmptyLike(x);
        LayerNorm.Forward(
            x.Data<T>(), Address<T>(gamma), Address<T>(beta), y.Data<T>(), mean.Data<T>(), rstd.Data<T>(), rows, columns, eps);
        return Record(y, "NativeLayerNormBackward0", x, gamma, beta, mean, rstd, (dy, node, g, dx, dgamma, dbeta) =>
        {
            T* xs = node[0].Data<T>(), means = node[1].Data<T>(), rstds = node[2].Data<T>();
            LayerNorm.BackwardParameters(xs, dy.Data<T>(), means, rstds, Address<T>(dgamma), Address<T>(dbeta), rows, columns);
            if (dx is not null)
            {
                LayerNorm.BackwardInput(xs, dy.Data<T>(), Address<T>(g), means, rstds, dx.Data<T>(), rows, columns);
            }
        });
    }

    private static Tensor Group<T>(Tensor x0, long groups, Tensor? gamma0, Tensor? beta0, double eps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Tensor x = Copies.AsContiguous(x0);
        Tensor? gamma = gamma0 is null ? null : Copies.AsContiguous(gamma0),
            beta = beta0 is null ? null : Copies.AsContiguous(beta0);
        long batch = x.Sizes[0], channels = x.Sizes[1], length = Length(x);
        Tensor mean = Tensor.Empty([batch, groups], x.dtype), rstd = Tensor.Empty([batch, groups], x.dtype),
            y = Tensor.EmptyLike(x);
        GroupNorm.Forward(
            x.Data<T>(), Address<T>(gamma), Address<T>(beta), y.Data<T>(), mean.Data<T>(), rstd.Data<T>(), batch, channels,
                length, groups, eps);
        return Record(
            y, "NativeGroupNormBackward0", x, gamma, beta, mean, rstd, (dy, node, g, dx, dgamma, dbeta) => GroupNorm.Backward(
            node[0].Data<T>(), dy.Data<T>(), Address<T>(g), node[1].Data<T>(), node[2].Data<T>(),
            Address<T>(dx), Address<T>(dgamma), Address<T>(dbeta), batch, channels, length, groups));
    }

    /// <summary>Fills the gradients that are not null.</summary>
    private delegate void Gradients(Tensor dy, Node node, Tensor? gamma, Tensor? dx, Tensor? dgamma, Tensor? dbeta);

    private static Tensor Record(
        Tensor y, string name, Tensor x, Tensor? gamma, Tensor? beta, Tensor mean, Tensor rstd, Gradients gradients)
    {
        int gammaInput = gamma is null ? -1 : 1, betaInput = beta is null ? -1 : gamma is null ? 1 : 2;
        ReadOnlySpan<Tensor> inputs = (gamma, beta) switch
        {
            (null, null) => [x],
            (null, _) => [x, beta],
            (_, null) => [x, gamma],
            _ => [x, gamma, beta],
        };
        ReadOnlySpan<Tensor> saved = gamma is null ? [x, mean, rstd] : [x, mean, rstd, gamma];
        return Tape.Record(y, name, inputs, saved, (dy0, node) =>
        {
            if (GradMode.Enabled)
            {
                throw new NotSupportedException(
                    $"{name}: second derivatives through a normalisation layer are not offered (create_graph).");
            }
            Tensor dy = Copies.AsContiguous(dy0);
            var results = new Tensor?[node.Edges.Length];
            // The kernels may write dx over dy: memory just read is in the cache, new memory is not.
            results[0] = !node.Needs(0) ? null : dy.IsOursAlone ? dy : Tensor.EmptyLike(dy);
            Tensor? dgamma = gammaInput > 0 && node.Needs(gammaInput) ? Tensor.Empty(node.SizesOf(gammaInput), dy.dtype) : null;
            Tensor? dbeta = betaInput > 0 && node.Needs(betaInput) ? Tensor.Empty(node.SizesOf(betaInput), dy.dtype) : null;
            gradients(dy, node, gammaInput > 0 ? node[3] : null, results[0], dgamma, dbeta);
            if (gammaInput > 0)
            {
                results[gammaInput] = dgamma;
            }
            if (betaInput > 0)
            {
                results[betaInput] = dbeta;
            }
            return results;
        });
    }

    // running = (1 - momentum)·running + momentum·factor·batch
    private static void Move(Tensor? running, Tensor batch, double momentum, double factor)
    {
        if (running is null)
        {
            return;
        }
        if (running.dtype != batch.dtype || !running.IsContiguous || !batch.IsContiguous)
        {
            using IDisposable off = GradMode.Set(false);
            Tensor moved = Arithmetic.Add(
                Arithmetic.Multiply(running, 1 - momentum), Arithmetic.Multiply(batch, momentum * factor));
            Copies.Into(running, moved);
        }
        else if (running.dtype == ScalarType.Float32)
        {
            Move(running.Data<float>(), batch.Data<float>(), batch.Elements, momentum, factor);
        }
        else
        {
            Move(running.Data<double>(), batch.Data<double>(), batch.Elements, momentum, factor);
        }
        running.Storage.Version++;
    }

    // A loop, not operations on tensors: those left 3 kB of garbage for each layer and step.
    private static void Move<T>(T* running, T* batch, long count, double momentum, double factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T keep = Lanes.FromDouble<T>(1 - momentum), take = Lanes.FromDouble<T>(momentum * factor);
        for (long i = 0; i < count; i++)
        {
            running[i] = running[i] * keep + batch[i] * take;
        }
    }

    // What follows the channels.
    private static long Length(Tensor x) => Shape.Elements(x.Sizes.AsSpan()[2..]);

    private static T* Address<T>(Tensor? x) where T : unmanaged => x is null ? null : x.Data<T>();
}
