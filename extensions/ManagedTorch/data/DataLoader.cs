using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Loads batches as tensors by name.</summary>
public class DataLoader : DataLoader<Dictionary<string, Tensor>, Dictionary<string, Tensor>>
{
    /// <summary>Loads in order or shuffled; see torch.utils.data.DataLoader.</summary>
    public DataLoader(
        utils.data.Dataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null,
        int num_worker = 1,
        bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate.ByName, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    /// <summary>Loads in a given order; see torch.utils.data.DataLoader.</summary>
    public DataLoader(
        utils.data.Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1,
        bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate.ByName, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }
}
