using System.Numerics;
using System.Text.Json;
using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels.Optimization;

[Collection(ThreadCountCollection.Name)]
public sealed unsafe class OptimizerTests
{
    private static readonly JsonElement Reference = Read();

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Reference.GetProperty("rows").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Five_steps_in_float32_have_PyTorchs_bits(int row) => Check<float>(row, "float32");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Five_steps_in_float64_have_PyTorchs_bits(int row) => Check<double>(row, "float64");

    [Fact]
    public void A_long_parameter_gets_the_same_bits_from_any_number_of_threads()
    {
        const int Count = 100_003;
        int before = Workers.Count;
        float[]? first = null;
        try
        {
            foreach (int threads in new[] { 1, 2, 5 })
            {
                Workers.Count = threads;
                var random = new Random(1);
                float[] p = [.. Enumerable.Range(0, Count).Select(_ => random.NextSingle())];
                float[] g = [.. p.Reverse()], m = new float[Count], v = new float[Count];
                fixed (float* pp = p, pg = g, pm = m, pv = v)
                {
                    AdamKernel.Step(pp, pg, pm, pv, null, Count, new AdamSettings(), 1);
                }
                Assert.Equal(first ??= p, p);
                Assert.All(Enumerable.Range(0, Count), i => Assert.NotEqual(0, m[i]));
            }
        }
        finally
        {
            Workers.Count = before;
        }
    }

    private static void Check<T>(int row, string kind) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        JsonElement entry = Reference.GetProperty("rows")[row], settings = entry.GetProperty("settings");
        T[] p = Values<T>(Reference.GetProperty("start"));
        T[][] states = [new T[p.Length], new T[p.Length], new T[p.Length]];
        int step = 0;
        foreach (JsonElement gradient in Reference.GetProperty("gradients").EnumerateArray())
        {
            T[] g = Values<T>(gradient);
            fixed (T* pp = p, pg = g, a = states[0], b = states[1], c = states[2])
            {
                Step(entry.GetProperty("name").GetString()!, settings, pp, pg, a, b, c, p.Length, step + 1);
            }
            T[] expected = Values<T>(entry.GetProperty(kind)[step++]);
            for (int i = 0; i < p.Length; i++)
            {
                Assert.True(expected[i] == p[i],
                    $"{entry.GetProperty("name")} {settings}, step {step}: p[{i}] is {p[i]}, PyTorch has {expected[i]}");
            }
        }
    }

    private static void Step<T>(string name, JsonElement s, T* p, T* g, T* a, T* b, T* c, int count, int step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double decay = Number(s, "weight_decay", 0), momentum = Number(s, "momentum", 0);
        bool maximize = Flag(s, "maximize");
        switch (name)
        {
            case "SGD":
                var sgd = new SgdSettings(
                    Number(s, "lr", 0), momentum, Number(s, "dampening", 0), decay, Flag(s, "nesterov"), maximize);
                SgdKernel.Step(p, g, a, count, sgd, step == 1);
                break;
            case "Adam" or "AdamW":
                double[] betas = s.TryGetProperty("betas", out JsonElement pair) ? Values<double>(pair) : [0.9, 0.999];
                var adam = new AdamSettings(
                    Number(s, "lr", 1e-3), betas[0], betas[1], Number(s, "eps", 1e-8), decay, name == "AdamW", maximize);
                AdamKernel.Step(p, g, a, b, Flag(s, "amsgrad") ? c : null, count, adam, step);
                break;
            case "RMSprop":
                var rms = new RmsPropSettings(
                    Number(s, "lr", 0.01), Number(s, "alpha", 0.99), Number(s, "eps", 1e-8), decay, momentum, maximize);
                RmsPropKernel.Step(p, g, a, Flag(s, "centered") ? b : null, c, count, rms);
                break;
            case "Adagrad":
                var adagrad = new AdagradSettings(
                    Number(s, "lr", 0.01), Number(s, "lr_decay", 0), decay, Number(s, "eps", 1e-10), maximize);
                AdagradKernel.Step(p, g, a, count, adagrad, step);
                break;
            default:
                Assert.Fail($"No kernel for {name}");
                break;
        }
    }

    private static double Number(JsonElement settings, string name, double standard) =>
        settings.TryGetProperty(name, out JsonElement value) ? value.GetDouble() : standard;

    private static bool Flag(JsonElement settings, string name) =>
        settings.TryGetProperty(name, out JsonElement value) && value.GetBoolean();

    private static T[] Values<T>(JsonElement values) where T : INumber<T> =>
        [.. values.EnumerateArray().Select(value => T.CreateTruncating(value.GetDouble()))];

    private static JsonElement Read()
    {
        using Stream stream = typeof(OptimizerTests)
            .Assembly.GetManifestResourceStream("ManagedTorch.Tests.Reference.optimizers.json")!;
        return JsonSerializer.Deserialize<JsonElement>(stream);
    }
}
