using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What training needs besides networks.</summary>
    public static partial class utils
    {
        /// <summary>Data sets and their division into batches.</summary>
        public static partial class data
        {
            /// <summary>Tensors with the same first axis as a data set: sample i is [t₀[i], t₁[i], …].</summary>
            /// <exception cref="ArgumentException">No tensor, or their first sizes differ.</exception>
            public static TensorDataset TensorDataset(params Tensor[] tensors) => new(tensors);

            /// <summary>Loads batches as tensors by name.</summary>
            /// <param name="dataset">The samples.</param>
            /// <param name="batchSize">Samples in a batch.</param>
            /// <param name="shuffle">Whether to take them in random order.</param>
            /// <param name="device">The CPU or null.</param>
            /// <param name="seed">For the same order in every epoch; null for a new one each time.</param>
            /// <param name="num_worker">From 2 on, that many batches are loaded ahead by a thread of its own.</param>
            /// <param name="drop_last">Whether to leave out a last batch that is not full.</param>
            /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
            /// <param name="disposeDataset">Whether disposing the loader disposes the data set.</param>
            public static DataLoader DataLoader(
                Dataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1,
                bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset);

            /// <summary>Loads batches as tensors by name, in the order of <paramref name="shuffler"/>.</summary>
            public static DataLoader DataLoader(
                Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1,
                bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset);

            /// <summary>Loads batches as lists of tensors: of a TensorDataset, batch[0] are rows of its first tensor.</summary>
            /// <param name="dataset">The samples.</param>
            /// <param name="batchSize">Samples in a batch.</param>
            /// <param name="shuffle">Whether to take them in random order.</param>
            /// <param name="device">The CPU or null.</param>
            /// <param name="seed">For the same order in every epoch; null for a new one each time.</param>
            /// <param name="num_worker">From 2 on, that many batches are loaded ahead by a thread of its own.</param>
            /// <param name="drop_last">Whether to leave out a last batch that is not full.</param>
            /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
            /// <param name="disposeDataset">Whether disposing the loader disposes the data set.</param>
            public static IterableDataLoader DataLoader(
                IterableDataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null,
                int num_worker = 1,
                bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset);

            /// <summary>Loads batches as lists of tensors, in the order of <paramref name="shuffler"/>.</summary>
            public static IterableDataLoader DataLoader(
                IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1,
                bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset);

            /// <summary>Samples by number.</summary>
            public abstract class Dataset<T> : IDisposable
            {
                /// <summary>Number of samples.</summary>
                public abstract long Count { get; }

                /// <summary>The sample of that number, from 0.</summary>
                public abstract T GetTensor(long index);

                /// <summary>Gives back what it holds.</summary>
                public void Dispose()
                {
                    Dispose(true);
                    GC.SuppressFinalize(this);
                }

                /// <summary>Gives back what it holds.</summary>
                protected virtual void Dispose(bool disposing)
                {
                }
            }

            /// <summary>Samples by number, each with tensors by name.</summary>
            public abstract class Dataset : Dataset<Dictionary<string, Tensor>>
            {
            }

            /// <summary>Samples by number, each a list of tensors.</summary>
            public abstract class IterableDataset : Dataset<IList<Tensor>>
            {
            }
        }
    }
}
