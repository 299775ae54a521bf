using System.Runtime.InteropServices;

namespace ManagedTorch.Benchmarks.Products;

/// <summary>The peer: single precision products of OpenBLAS, found where systems usually keep it.</summary>
internal sealed unsafe class OpenBlas
{
    private const int RowMajor = 101, NoTranspose = 111, Transpose = 112;

    private static readonly string[] Names =
    [
        "/usr/lib/x86_64-linux-gnu/openblas-pthread/libopenblas.so.0",
        "/usr/lib/aarch64-linux-gnu/openblas-pthread/libopenblas.so.0",
        "libopenblas.so.0", "libopenblas", "openblas", "libopenblas.dll",
    ];

    private readonly delegate* unmanaged<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int,
        void> _sgemm;
    private readonly delegate* unmanaged<int, void> _setThreads;

    private OpenBlas(nint library)
    {
        _sgemm = (delegate* unmanaged<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void>)
            NativeLibrary.GetExport(library, "cblas_sgemm");
        _setThreads = (delegate* unmanaged<int, void>)NativeLibrary.GetExport(library, "openblas_set_num_threads");
        Version = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)NativeLibrary.GetExport(library,
            "openblas_get_config"))()) ?? "";
    }

    public string Version { get; }

    public static OpenBlas? Find()
    {
        foreach (string name in Names)
        {
            if (NativeLibrary.TryLoad(name, out nint library))
            {
                return new OpenBlas(library);
            }
        }
        return null;
    }

    public void SetThreads(int threads) => _setThreads(threads);

    public void Multiply(Shape shape, float* a, float* b, float* c)
    {
        (int m, int n, int k) = (shape.M, shape.N, shape.K);
        for (int i = 0; i < shape.Batch; i++)
        {
            _sgemm(RowMajor, shape.TransposeA ? Transpose : NoTranspose, shape.TransposeB ? Transpose : NoTranspose, m, n, k, 1,
                a + (nint)i * m * k, shape.TransposeA ? m : k, b + (nint)i * n * k, shape.TransposeB ? k : n, 0,
                    c + (nint)i * m * n, n);
        }
    }
}
