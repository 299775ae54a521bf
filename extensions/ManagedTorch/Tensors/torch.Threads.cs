using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    private static int s_interopThreads = 1;

    /// <summary>How many threads an operation uses at most.</summary>
    public static int get_num_threads() => Workers.Count;

    /// <summary>Sets how many threads an operation uses at most; results depend on it in the last digits at most.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public static void set_num_threads(int num) => Workers.Count = num;

    /// <summary>The number set by <see cref="set_num_interop_threads"/>; operations always run one after the other.</summary>
    public static int get_num_interop_threads() => s_interopThreads;

    /// <summary>Notes how many operations may run at the same time; here they always run one after the other.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public static void set_num_interop_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        s_interopThreads = num;
    }
}
