using TorchSharp.Operators;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Makes one batch of several samples: tensors of the same role are stacked along a new first axis.</summary>
internal static class Collate
{
    /// <summary>Of samples with tensors by name.</summary>
    public static Dictionary<string, Tensor> ByName(IEnumerable<Dictionary<string, Tensor>> samples, Device device)
    {
        List<Dictionary<string, Tensor>> all = [.. samples];
        var batch = new Dictionary<string, Tensor>();
        foreach (string name in all[0].Keys)
        {
            batch[name] = Stack(all, sample => sample.TryGetValue(name, out Tensor? tensor)
                ? tensor
                : throw new ArgumentException($"A sample lacks the tensor '{name}' that the first one has."), name);
        }
        return batch;
    }

    /// <summary>Of samples that are lists of tensors.</summary>
    public static IList<Tensor> ByPlace(IEnumerable<IList<Tensor>> samples, Device device)
    {
        List<IList<Tensor>> all = [.. samples];
        var batch = new Tensor[all[0].Count];
        for (int place = 0; place < batch.Length; place++)
        {
            batch[place] = Stack(all, sample => sample.Count == batch.Length
                ? sample[place]
                : throw new ArgumentException(
                    $"A sample has {sample.Count} tensors, the first one has {batch.Length}."), $"{place}");
        }
        return batch;
    }

    private static Tensor Stack<TSample>(List<TSample> samples, Func<TSample, Tensor> pick, string name)
    {
        Tensor first = pick(samples[0]);
        Tensor stacked = Tensor.Empty([samples.Count, .. first.Sizes], first.dtype);
        for (int i = 0; i < samples.Count; i++)
        {
            Tensor sample = pick(samples[i]);
            if (!sample.Sizes.AsSpan().SequenceEqual(first.Sizes))
            {
                throw new ArgumentException(
                    $"Tensor '{name}' of the samples: stack expects each tensor to be equal size, but got "
                    + $"{Shape.Text(first.Sizes)} at entry 0 and {Shape.Text(sample.Sizes)} at entry {i}");
            }
            using Tensor row = Views.Select(stacked, 0, i);
            Copies.Into(row, sample);
        }
        return stacked;
    }
}
