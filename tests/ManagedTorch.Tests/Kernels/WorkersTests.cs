using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(ThreadCountCollection.Name)]
public sealed unsafe class WorkersTests
{
    private readonly struct CountUp(int* counts) : IWork
    {
        public void Run(int part) => Interlocked.Increment(ref counts[part]);
    }

    private readonly struct CountInside(int* counts) : IWork
    {
        public void Run(int part) => Workers.For(4, new CountUp(counts + part * 4));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(5)]
    public void Every_part_runs_exactly_once_however_often_the_pool_is_used(int threads)
    {
        int before = Workers.Count;
        Workers.Count = threads;
        try
        {
            int* counts = stackalloc int[16];
            for (int round = 0; round < 20_000; round++)
            {
                int parts = round % 9;
                new Span<int>(counts, 16).Clear();
                Workers.For(parts, new CountUp(counts));
                for (int part = 0; part < 16; part++)
                {
                    Assert.Equal(part < parts ? 1 : 0, counts[part]);
                }
            }
        }
        finally
        {
            Workers.Count = before;
        }
    }

    [Fact]
    public void Work_inside_work_and_callers_beside_each_other_are_done_too()
    {
        Parallel.For(0, 200, _ =>
        {
            int* counts = stackalloc int[16];
            new Span<int>(counts, 16).Clear();
            Workers.For(4, new CountInside(counts));
            Assert.All(new Span<int>(counts, 16).ToArray(), count => Assert.Equal(1, count));
        });
    }

    [Theory]
    [InlineData(10, 3), InlineData(2, 5), InlineData(0, 4), InlineData(1_000_000_007, 8)]
    public void Ranges_cover_all_items_in_order(long items, int parts)
    {
        long next = 0;
        for (int part = 0; part < parts; part++)
        {
            (long start, long end) = Workers.Range(items, parts, part);
            Assert.Equal(next, start);
            next = end;
        }
        Assert.Equal(items, next);
    }
}
