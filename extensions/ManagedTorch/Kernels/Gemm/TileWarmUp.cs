using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <summary>Has the tiles of large products compiled on a thread of its own while the caller still builds its network.</summary>
/// <remarks>
/// A tile is one long loop over registers, and takes the JIT compiler 5 to 10 ms; the six that nearly every network meets made up
/// half of the time of a first training step. They cannot be compiled ahead of time: code for 512-bit vectors never is.
/// </remarks>
internal static unsafe class TileWarmUp
{
    private static int s_started;

    /// <summary>Starts it, the first time that it is called and where there is a second core to do it.</summary>
    public static void Start()
    {
        if (s_started == 0 && Environment.ProcessorCount > 1 && Interlocked.Exchange(ref s_started, 1) == 0)
        {
            new Thread(Run) { IsBackground = true, Name = "ManagedTorch tiles" }.Start();
        }
    }

    /// <summary>Runs each tile over no depth: it then writes zeros, and is compiled.</summary>
    private static void Run()
    {
        int most = Tiles<float>.Rows, columns = Tiles<float>.Columns;
        float* c = (float*)NativeMemory.AlignedAlloc((nuint)(most * columns * sizeof(float)), 64);
        var job = new TileJob { CRow = columns };
        // A matrix is cut into panels of equal height, most often by one or two below the highest.
        for (int vectors = 2; vectors >= 1; vectors--)
        {
            for (int rows = most; rows > Math.Max(0, most - 3); rows--)
            {
                Tiles<float>.For(rows, vectors)(c, c, c, 0, Tiles<float>.Zeros, &job);
            }
        }
        NativeMemory.AlignedFree(c);
    }
}
