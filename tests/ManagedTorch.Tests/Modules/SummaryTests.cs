using static TorchSharp.torch;

namespace ManagedTorch.Tests.Modules;

public sealed class SummaryTests
{
    [Fact]
    public void The_table_lists_layers_shapes_and_parameters()
    {
        string[] lines = new Net().Summary(2, 3).Split(Environment.NewLine);
        Assert.StartsWith("Layer", lines[0]);
        Assert.Matches(@"^first \(Affine\) +\[2, 4\] +16$", lines[2]);
        Assert.Matches(@"^rest \(ModuleList\) +- +0$", lines[3]);
        Assert.Matches(@"^rest\.1 \(Affine\) +\[2, 2\] +10$", lines[5]);
        Assert.Matches(@"^\(own parameters\) +2$", lines[6]);
        Assert.Matches(@"^net \(Net\) +\[2, 2\] +48$", lines[8]);
        Assert.Equal("Learned: 48, fixed: 0", lines[9]);
    }
}
