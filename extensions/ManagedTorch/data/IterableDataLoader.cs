using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Loads batches as lists of tensors.</summary>
public class IterableDataLoader : DataLoader<IList<Tensor>, IList<Tensor>>
{
    /// <summary>Loads in order or shuffled; see torch.utils.data.DataLoader.</summary>
    public IterableDataLoader(
        utils.data.IterableDataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null,
        int num_worker = 1,
        bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate.ByPlace, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    /// <summary>Loads in a given order; see torch.utils.data.DataLoader.</summary>
    public IterableDataLoader(
        utils.data.IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1,
        bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate.ByPlace, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    // Rows of whole tensors are copied at once instead of sample by sample.
    private protected override IList<Tensor> Load(long[] indices) =>
        dataset is TensorDataset tensors ? tensors.Rows(indices) : base.Load(indices);
}
