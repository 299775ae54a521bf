namespace ManagedTorch.Benchmarks.Products;

/// <summary>Products [m, k] · [k, n]; a transposed operand lies in memory with its sides exchanged.</summary>
internal sealed record Shape(int M, int N, int K, bool TransposeA = false, bool TransposeB = false, int Batch = 1)
{
    public double Flops => 2.0 * M * N * K * Batch;

    public override string ToString() =>
        $"{(Batch > 1 ? $"{Batch} of " : "")}{M}x{N}x{K}{(TransposeA || TransposeB ? $" {(TransposeA ? "T" : "N")}{(TransposeB ? "T" : "N")}" : "")}";
}
