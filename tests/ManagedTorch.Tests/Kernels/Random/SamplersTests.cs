using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels;

/// <summary>Plays the programs of Reference/random_numbers.py and compares with what PyTorch drew.</summary>
public sealed class SamplersTests
{
    private sealed record Call(string Op, string Dtype, int N, double[] Last, double Sum, string Sha);

    private sealed record Program(ulong Seed, Call[] Calls, string State, int StateSize, double? Kept);

    // In double, these show the last bits of the C library's logarithm, sine …, which differ between systems.
    private static readonly string[] OfTheLibrary = ["randn", "normal", "exponential", "log_normal", "cauchy"];

    private static readonly Program[] Programs = Load();

    public static TheoryData<int> ProgramIndices() => [.. Enumerable.Range(0, Programs.Length)];

    [Theory]
    [MemberData(nameof(ProgramIndices))]
    public void The_draws_of_a_program_are_those_of_PyTorch(int index)
    {
        var program = Programs[index];
        var generator = new CpuGenerator(program.Seed);
        foreach (var call in program.Calls)
        {
            switch (call.Op.StartsWith("multinomial", StringComparison.Ordinal) ? "picks" : call.Dtype)
            {
                case "picks": Compare<long>(call, Pick(generator, call), 0); break;
                case "float32": Compare<float>(call, Draw<float>(generator, call), 1e-6); break;
                case "float64": Compare<double>(call, Draw<double>(generator, call), 1e-12); break;
                case "int64": Compare<long>(call, Draw<long>(generator, call), 0); break;
                case "int32": Compare<int>(call, Draw<int>(generator, call), 0); break;
                default: Compare<byte>(call, Draw<byte>(generator, call), 0); break;
            }
        }
        byte[] state = generator.GetState();
        Assert.Equal(program.StateSize, state.Length);
        Assert.Equal(program.State, Hash<byte>(state.AsSpan(0, 5016)));
        Assert.Equal(program.Kept is null ? 0 : 1, BitConverter.ToInt32(state, 5040));
        Assert.Equal(program.Kept ?? 0, BitConverter.ToDouble(state, 5024), 1e-14);
    }

    private static long[] Pick(CpuGenerator generator, Call call)
    {
        bool replacement = call.Op == "multinomial";
        var picks = new long[replacement ? call.N : (call.N + 1) / 2];
        if (call.Dtype == "float32")
        {
            Samplers.Multinomial<float>(generator, Weights<float>(call.N), picks, replacement);
        }
        else
        {
            Samplers.Multinomial<double>(generator, Weights<double>(call.N), picks, replacement);
        }
        return picks;
    }

    private static T[] Draw<T>(CpuGenerator generator, Call call) where T : unmanaged, INumberBase<T>, IMinMaxValue<T>
    {
        var x = new T[call.N];
        switch (call.Op)
        {
            case "randint": Samplers.Integers<T>(generator, x, -20, 100); break;
            case "randint_wide": Samplers.Integers<T>(generator, x, -5, 1L << 40); break;
            case "random": Samplers.Integers<T>(generator, x); break;
            case "randperm": Samplers.Permutation<T>(generator, x); break;
            case "bernoulli": Samplers.Bernoulli<T>(generator, x, 0.3); break;
            case "bernoulli_float": Samplers.Bernoulli<T>(generator, Chances<float>(call.N), x); break;
            case "bernoulli_double": Samplers.Bernoulli<T>(generator, Chances<double>(call.N), x); break;
            case "geometric": Samplers.Geometric<T>(generator, x, 0.15); break;
            default: DrawReal(generator, call, x); break;
        }
        return x;
    }

    private static void DrawReal<T>(CpuGenerator generator, Call call, T[] x)
    {
        switch (x)
        {
            case float[] single: DrawSingle(generator, call, single); break;
            case double[] @double: DrawDouble(generator, call, @double); break;
            default: throw new InvalidDataException($"{call.Op} has no whole numbers.");
        }
    }

    private static void DrawSingle(CpuGenerator generator, Call call, float[] x)
    {
        switch (call.Op)
        {
            case "rand": Samplers.Uniform(generator, x); break;
            case "uniform": Samplers.Uniform(generator, x, -2.5f, 3.1f); break;
            case "randn": Samplers.Normal(generator, x); break;
            case "normal": Samplers.Normal(generator, x, 1.5, 0.7); break;
            case "trunc_normal": Samplers.TruncatedNormal(generator, x, 0.5, 2, -1, 3); break;
            default: DrawEither(generator, call, x); break;
        }
    }

    private static void DrawDouble(CpuGenerator generator, Call call, double[] x)
    {
        switch (call.Op)
        {
            case "rand": Samplers.Uniform(generator, x); break;
            case "uniform": Samplers.Uniform(generator, x, -2.5, 3.1); break;
            case "randn": Samplers.Normal(generator, x); break;
            case "normal": Samplers.Normal(generator, x, 1.5, 0.7); break;
            case "trunc_normal": Samplers.TruncatedNormal(generator, x, 0.5, 2, -1, 3); break;
            default: DrawEither(generator, call, x); break;
        }
    }

    private static void DrawEither<T>(CpuGenerator generator, Call call, T[] x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        switch (call.Op)
        {
            case "exponential": Samplers.Exponential<T>(generator, x, 1.7); break;
            case "log_normal": Samplers.LogNormal<T>(generator, x, 0.3, 0.6); break;
            case "cauchy": Samplers.Cauchy<T>(generator, x, 0.5, 2); break;
            case "dropout":
                Samplers.Bernoulli<T>(generator, x, 1 - 0.2);
                foreach (ref T value in x.AsSpan())
                {
                    value /= T.CreateTruncating(1 - 0.2);
                }
                break;
            default: throw new InvalidDataException($"Unknown sampler {call.Op}.");
        }
    }

    private static T[] Weights<T>(int n) where T : INumberBase<T> =>
        [.. Enumerable.Range(0, n).Select(i => T.CreateTruncating((7 * i % 11 + 1) / 16.0))];

    private static T[] Chances<T>(int n) where T : INumberBase<T> =>
        [.. Enumerable.Range(0, n).Select(i => T.CreateTruncating(5 * i % 17 / 16.0))];

    private static void Compare<T>(Call call, ReadOnlySpan<T> drawn, double tolerance) where T : unmanaged, INumberBase<T>
    {
        string name = $"{call.Op} of {call.N} {call.Dtype}";
        double sum = 0, size = 0;
        foreach (T x in drawn)
        {
            sum += double.CreateTruncating(x);
            size += Math.Abs(double.CreateTruncating(x));
        }
        for (int i = 0; i < call.Last.Length; i++)
        {
            double expected = call.Last[i], actual = double.CreateTruncating(drawn[drawn.Length - call.Last.Length + i]);
            double error = Math.Abs(actual - expected);
            Assert.True(error <= tolerance * Math.Max(1, Math.Abs(expected)), $"{name}: {actual} is not {expected}");
        }
        Assert.True(Math.Abs(sum - call.Sum) <= Math.Max(tolerance, 1e-12) * size, $"{name}: sum {sum} is not {call.Sum}");
        bool approximate = call.Op == "trunc_normal" || (typeof(T) == typeof(double) && OfTheLibrary.Contains(call.Op));
        if (!approximate)
        {
            Assert.True(call.Sha == Hash(drawn), $"{name}: the bytes differ");
        }
    }

    private static string Hash<T>(ReadOnlySpan<T> values) where T : unmanaged =>
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(values)))[..12];

    private static Program[] Load()
    {
        using var stream = typeof(SamplersTests).Assembly.GetManifestResourceStream("ManagedTorch.Tests.Reference.random.json")!;
        return JsonSerializer.Deserialize<Program[]>(stream, new JsonSerializerOptions { PropertyNameCaseInsensitive = true })!;
    }
}
