using System.Security.Cryptography;
using TorchSharp.Kernels;
using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Seeds the default generator: the same seed gives the same numbers, those of PyTorch on a CPU.</summary>
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    /// <summary>The seed of the default generator.</summary>
    public static long initial_seed() => Generator.Default.initial_seed();

    /// <summary>The state of the default generator as bytes.</summary>
    public static Tensor get_rng_state() => Generator.Default.get_state();

    /// <summary>Brings the default generator back into a state from <see cref="get_rng_state"/>.</summary>
    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

    /// <summary>The default source of random numbers.</summary>
    public static partial class random
    {
        /// <summary>Seeds the default generator.</summary>
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <summary>Seeds the default generator with a random number, and returns it.</summary>
        public static long seed() => Generator.Default.seed();

        /// <summary>The seed of the default generator.</summary>
        public static long initial_seed() => torch.initial_seed();

        /// <summary>The state of the default generator as bytes.</summary>
        public static Tensor get_rng_state() => torch.get_rng_state();

        /// <summary>Brings the default generator back into a state.</summary>
        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }

    /// <summary>A source of random numbers of its own: PyTorch's mt19937 on a CPU, number for number.</summary>
    public class Generator : IDisposable
    {
        /// <summary>A generator with a seed.</summary>
        public Generator(ulong seed = 0, Device? device = null)
        {
            Device.Check(device);
            Source = new CpuGenerator(seed);
        }

        private Generator(CpuGenerator source) => Source = source;

        /// <summary>The one that is used where none is named.</summary>
        public static Generator Default { get; } = new(new CpuGenerator());

        /// <summary>Where it computes: the CPU.</summary>
        public Device device => CPU;

        /// <summary>The numbers themselves.</summary>
        internal CpuGenerator Source { get; }

        /// <summary>Begins again with a seed; returns the generator.</summary>
        public Generator manual_seed(long seed)
        {
            lock (Source.Gate)
            {
                Source.ManualSeed((ulong)seed);
            }
            return this;
        }

        /// <summary>Begins again with a random seed, and returns that.</summary>
        public long seed()
        {
            long value = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
            manual_seed(value);
            return value;
        }

        /// <summary>The seed it began with.</summary>
        public long initial_seed() => (long)Source.Seed;

        /// <summary>Its state as bytes.</summary>
        public Tensor get_state() => Creation.FromValues<byte>(Source.GetState(), [CpuGenerator.StateSize]);

        /// <summary>Brings it back into a state.</summary>
        /// <exception cref="ArgumentException">Not a state.</exception>
        public unsafe void set_state(Tensor value)
        {
            Tensor state = Copies.AsContiguous(value);
            if (state.dtype != ScalarType.Byte || state.Elements != CpuGenerator.StateSize)
            {
                throw new ArgumentException(
                    $"RNG state must be a uint8 tensor with {CpuGenerator.StateSize} elements, found {state.dtype} with "
                    + $"{state.Elements}");
            }
            Source.SetState(new ReadOnlySpan<byte>(state.Pointer, CpuGenerator.StateSize));
        }

        /// <summary>Does nothing: a generator holds no memory of its own.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Does nothing.</summary>
        protected virtual void Dispose(bool disposing)
        {
        }
    }
}
