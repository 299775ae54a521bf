using System.Collections;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Goes through a data set in batches; each enumeration is an epoch.</summary>
/// <remarks>With <c>disposeBatch</c> a batch lives until the next one is asked for: keep none, or clone.</remarks>
public class DataLoader<T, S> : IDisposable, IEnumerable<S>
{
    /// <summary>Loads in order or shuffled.</summary>
    /// <param name="dataset">The samples.</param>
    /// <param name="batchSize">Samples in a batch.</param>
    /// <param name="collate_fn">Makes one batch of several samples.</param>
    /// <param name="shuffle">Whether to take them in random order.</param>
    /// <param name="device">The CPU or null.</param>
    /// <param name="seed">For the same order in every epoch; null for a new one each time.</param>
    /// <param name="num_worker">From 2 on, that many batches are loaded ahead by a thread of its own.</param>
    /// <param name="drop_last">Whether to leave out a last batch that is not full.</param>
    /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
    /// <param name="disposeDataset">Whether disposing the loader disposes the data set.</param>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is below 1.</exception>
    public DataLoader(
        utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false,
        Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true,
        bool disposeDataset = true)
        : this(
            dataset, batchSize, collate_fn, shuffle ? new FisherYatesShuffler(dataset.Count, seed) : InOrder(dataset), device,
            num_worker,
            drop_last, disposeBatch, disposeDataset)
    {
    }

    /// <summary>Loads in a given order.</summary>
    /// <param name="dataset">The samples.</param>
    /// <param name="batchSize">Samples in a batch.</param>
    /// <param name="collate_fn">Makes one batch of several samples.</param>
    /// <param name="shuffler">The numbers of the samples; enumerated once per epoch.</param>
    /// <param name="device">The CPU or null.</param>
    /// <param name="num_worker">From 2 on, that many batches are loaded ahead by a thread of its own.</param>
    /// <param name="drop_last">Whether to leave out a last batch that is not full.</param>
    /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
    /// <param name="disposeDataset">Whether disposing the loader disposes the data set.</param>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is below 1.</exception>
    public DataLoader(
        utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler,
        Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        Device.Check(device);
        this.dataset = dataset;
        batch_size = batchSize;
        this.collate_fn = collate_fn;
        sampler = shuffler;
        this.Device = device ?? CPU;
        num_workers = Math.Max(1, num_worker);
        this.drop_last = drop_last;
        DisposeBatch = disposeBatch;
        DisposeDataset = disposeDataset;
    }

    /// <summary>The samples.</summary>
    public utils.data.Dataset<T> dataset { get; }

    /// <summary>Samples in a batch.</summary>
    public int batch_size { get; }

    /// <summary>Makes one batch of several samples.</summary>
    public Func<IEnumerable<T>, Device, S> collate_fn { get; }

    /// <summary>The numbers of the samples, in order.</summary>
    public IEnumerable<long> sampler { get; }

    /// <summary>From 2 on, that many batches are loaded ahead.</summary>
    public int num_workers { get; }

    /// <summary>Whether a last batch that is not full is left out.</summary>
    public bool drop_last { get; }

    /// <summary>Whether a batch is disposed when the next one is asked for.</summary>
    public bool DisposeBatch { get; }

    /// <summary>Whether disposing the loader disposes the data set.</summary>
    public bool DisposeDataset { get; }

    /// <summary>The CPU.</summary>
    public Device Device { get; }

    /// <summary>Number of batches.</summary>
    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count + batch_size - 1) / batch_size;

    /// <summary>Starts an epoch.</summary>
    public IEnumerator<S> GetEnumerator() => num_workers > 1 ? LoadAhead() : LoadInTurn();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Disposes the data set, if so asked at construction.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the data set, if so asked at construction.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset)
        {
            dataset.Dispose();
        }
    }

    /// <summary>The batch of the samples of these numbers.</summary>
    private protected virtual S Load(long[] indices) => collate_fn(Array.ConvertAll(indices, dataset.GetTensor), Device);

    private static IEnumerable<long> InOrder(utils.data.Dataset<T> dataset)
    {
        for (long i = 0; i < dataset.Count; i++)
        {
            yield return i;
        }
    }

    private IEnumerator<S> LoadInTurn()
    {
        foreach (long[] indices in Chunks())
        {
            LoadedBatch<S> batch = LoadBatch(indices);
            try
            {
                yield return batch.Take(DisposeBatch);
            }
            finally
            {
                batch.Release(DisposeBatch);
            }
        }
    }

    private IEnumerator<S> LoadAhead()
    {
        using var ahead =
            new Prefetch<LoadedBatch<S>>(Chunks().Select(LoadBatch), num_workers, static batch => batch.Release(true));
        while (ahead.TryTake(out LoadedBatch<S>? batch))
        {
            try
            {
                yield return batch.Take(DisposeBatch);
            }
            finally
            {
                batch.Release(DisposeBatch);
            }
        }
    }

    // The scope tells which tensors were made for the batch: those are disposed with it, tensors that the data set keeps are not.
    private LoadedBatch<S> LoadBatch(long[] indices)
    {
        using DisposeScope scope = NewDisposeScope();
        S value = Load(indices);
        IDisposable[] made = [.. scope.DisposablesView];
        scope.Detach(made);
        return new LoadedBatch<S>(value, made);
    }

    private IEnumerable<long[]> Chunks()
    {
        var chunk = new List<long>(batch_size);
        foreach (long index in sampler)
        {
            chunk.Add(index);
            if (chunk.Count == batch_size)
            {
                yield return chunk.ToArray();
                chunk.Clear();
            }
        }
        if (chunk.Count > 0 && !drop_last)
        {
            yield return chunk.ToArray();
        }
    }
}
