using BenchmarkDotNet.Attributes;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Benchmarks.Kernels;

/// <summary>Operations on a million float32 numbers, with 1 and 2 threads.</summary>
[MemoryDiagnoser]
public class TensorOperations
{
    private readonly Tensor _x = randn(1024, 1024), _y = randn(1024, 1024), _row = randn(1024), _mask = randn(1024, 1024) > 0;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup() => set_num_threads(Threads);

    [Benchmark]
    public void Product() => (_x * _y).Dispose();

    [Benchmark]
    public void AddRow() => (_x + _row).Dispose();

    [Benchmark]
    public void Relu() => F.relu(_x).Dispose();

    [Benchmark]
    public void Exp() => _x.exp().Dispose();

    [Benchmark]
    public void Sigmoid() => _x.sigmoid().Dispose();

    [Benchmark]
    public void Sum() => _x.sum().Dispose();

    [Benchmark]
    public void SumOfColumns() => _x.sum(0).Dispose();

    [Benchmark]
    public void Softmax() => _x.softmax(1).Dispose();

    [Benchmark]
    public void LayerNorm() => F.layer_norm(_x, [1024]).Dispose();

    [Benchmark]
    public void Where() => where(_mask, _x, _y).Dispose();

    [Benchmark]
    public void TransposedCopy() => _x.t().contiguous().Dispose();

    [Benchmark]
    public void RandomNormal() => randn(1024, 1024).Dispose();

    [Benchmark]
    public void MatrixProduct() => _x.mm(_y).Dispose();
}
