using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Kernel;

/// <summary>The tensor engine as a learner uses it, in cells.</summary>
[Collection(KernelCollection.Name)]
public sealed class TensorEngineTests
{
    private static readonly string Library = typeof(TorchSharp.torch).Assembly.Location.Replace('\\', '/');

    [Fact]
    public async Task The_example_of_its_readme_runs()
    {
        string example = Regex.Match(File.ReadAllText(Readme()), "```csharp\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        using var session = new TestSession();
        await session.Run($"#r \"{Library}\"");
        await session.Run(example);
        Assert.Equal("[100x1], type = Float32, device = cpu", await session.Value("net.call(x).ToString()"));
    }

    [Fact]
    public async Task A_tensor_is_shown_with_shape_range_and_values()
    {
        using var session = new TestSession();
        await session.Run($"#r \"{Library}\"\nusing static TorchSharp.torch;");
        Ran shown = await session.Run("tensor(new[] { 1f, 2, 4 })");
        string html = shown.Output.Events.OfType<RecordingOutput.Resulted>().Single().Value.Data["text/html"];
        Assert.Contains("3 · float32 · from 1 to 4", html, StringComparison.Ordinal);
        Assert.Contains("1 2 4", shown.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Training_can_be_interrupted_and_goes_on_with_what_was_learned()
    {
        using var session = new TestSession();
        await session.Run($"#r \"{Library}\"\nusing TorchSharp;\nusing static TorchSharp.torch;\nusing static TorchSharp.torch.nn;");
        await session.Run("var net = Linear(200, 200); var sgd = optim.SGD(net.parameters(), 0.01); var x = randn(500, 200);");
        Task<CellResult> running = session.Start(
            "Console.WriteLine(\"started\"); while (true) { var loss = (net.call(x) - x).square().mean(); sgd.zero_grad(); loss.backward(); sgd.step(); }",
            out _);
        session.Kernel.Interrupt();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
        Assert.Equal("True", await session.Value("(net.call(x) - x).square().mean().item<float>() < 10"));
    }

    private static string Readme([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../extensions/ManagedTorch/README.md"));
}
