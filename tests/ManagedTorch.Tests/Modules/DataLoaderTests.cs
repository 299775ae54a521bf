using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace ManagedTorch.Tests.Modules;

public sealed class DataLoaderTests
{
    [Fact]
    public void The_order_of_a_seed_is_TorchSharps() => Assert.Equal([5L, 2, 4, 3, 0, 1], new FisherYatesShuffler(6, 1));

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public void Batches_of_tensors_are_their_rows(int workers, bool drop_last)
    {
        using TensorDataset set = TensorDataset(arange(0, 14).Reshaped(7, 2), arange(0, 7));
        using IterableDataLoader loader = DataLoader(set, 3, shuffle: true, seed: 1, num_worker: workers, drop_last: drop_last);
        Assert.Equal(drop_last ? 2 : 3, loader.Count);
        for (int epoch = 0; epoch < 2; epoch++)
        {
            var seen = new List<long>();
            foreach (IList<Tensor> batch in loader)
            {
                long[] labels = [.. batch[1].data<long>()];
                Assert.Equal([labels.Length, 2], batch[0].shape);
                Assert.Equal(labels.SelectMany(label => new[] { 2 * label, 2 * label + 1 }), batch[0].data<long>());
                seen.AddRange(labels);
            }
            Assert.Equal(new FisherYatesShuffler(7, 1).Take(drop_last ? 6 : 7), seen);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_batch_lives_until_the_next_one_and_samples_the_set_keeps_live_on(int workers)
    {
        var set = new Kept(10);
        using var loader = DataLoader(set, 4, num_worker: workers, disposeDataset: false);
        Dictionary<string, Tensor>? last = null;
        foreach (Dictionary<string, Tensor> batch in loader)
        {
            Assert.True(last is null || last["x"].IsInvalid);
            Assert.Equal(batch["x"].size(0), batch["n"].numel());
            last = batch;
        }
        Assert.True(last!["x"].IsInvalid);
        Assert.All(set.Samples, sample => Assert.False(sample.IsInvalid));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Batches_that_are_not_disposed_belong_to_the_callers_scope(int workers)
    {
        using var loader = DataLoader(new Kept(6), 2, num_worker: workers, disposeBatch: false);
        Tensor first;
        using (NewDisposeScope())
        {
            List<Dictionary<string, Tensor>> all = [.. loader];
            Assert.Equal(3, all.Count);
            first = all[0]["x"];
            Assert.Equal([0f, 0, 1, 1], first.data<float>().ToArray());
        }
        Assert.True(first.IsInvalid);
    }

    [Fact]
    public void Breaking_off_early_stops_the_thread_that_loads_ahead()
    {
        var set = new Kept(1000);
        using var loader = DataLoader(set, 2, num_worker: 3);
        foreach (Dictionary<string, Tensor> _ in loader)
        {
            break;
        }
        int asked = set.Asked;
        Assert.InRange(asked, 2, 2 * (1 + 3 + 1 + 1));
        Assert.Equal(500, loader.Count());
        Assert.Equal(asked + 1000, set.Asked);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_error_of_the_data_set_reaches_the_loop_after_the_batches_before_it(int workers)
    {
        using var loader = DataLoader(new Kept(6, broken: 4), 2, num_worker: workers);
        int batches = 0;
        var error = Assert.Throws<FormatException>(() =>
        {
            foreach (Dictionary<string, Tensor> _ in loader)
            {
                batches++;
            }
        });
        Assert.Equal("sample 4", error.Message);
        Assert.Equal(2, batches);
    }

    [Fact]
    public void Own_collate_functions_and_orders_are_used()
    {
        var set = new Kept(5);
        using var loader = new DataLoader<Dictionary<string, Tensor>, long>(
            set, 2, (samples, _) => samples.Sum(sample => sample["n"].item<long>()), shuffler: [4, 0, 2]);
        Assert.Equal([4L, 2], loader);
    }

    [Fact]
    public void Samples_of_unequal_shape_and_empty_sets_are_refused()
    {
        using var loader = DataLoader(new Kept(4, ragged: true), 4);
        Assert.Contains("stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1",
            Assert.Throws<ArgumentException>(() => loader.Count()).Message);
        Assert.Throws<ArgumentException>(() => TensorDataset());
        Assert.Throws<ArgumentException>(() => TensorDataset(zeros(2), zeros(3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DataLoader(new Kept(1), 0));
    }

    private sealed class Kept(int count, int broken = -1, bool ragged = false) : Dataset
    {
        public int Asked { get; private set; }

        public Tensor[] Samples { get; } =
            [.. Enumerable.Range(0, count)
                .Select(i => TorchSharp.Operators.Creation.Full([ragged && i > 0 ? 3 : 2], (float)i, float32))];

        public override long Count => count;

        public override Dictionary<string, Tensor> GetTensor(long index)
        {
            Asked++;
            return index == broken
                ? throw new FormatException($"sample {index}")
                : new() { ["x"] = Samples[index], ["n"] = tensor(index) };
        }
    }
}
