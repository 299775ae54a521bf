using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Kernel;

[Collection("Kernel")]
public sealed class WithExpressionTests
{
    [Theory]
    [InlineData("p with { X = 5 }", "P { X = 5, Y = 2 }")]
    [InlineData("p with { X = 5, Y = new[] { 7 }.Length }", "P { X = 5, Y = 1 }")]
    [InlineData("var a = 1;\np with { Y = a }", "P { X = 1, Y = 1 }")]
    [InlineData("(p with { X = 5 }).X", "5")]
    public async Task A_with_expression_may_start_a_statement(string code, string expected)
    {
        using var kernel = new KernelSession();
        await kernel.ExecuteAsync(new CellRequest("record P(int X, int Y); var p = new P(1, 2);"), new RecordingOutput());
        var output = new RecordingOutput();
        CellResult result = await kernel.ExecuteAsync(new CellRequest(code), output);
        Assert.Equal(CellStatus.Ok, result.Status);
        Assert.Equal(expected, output.Events.OfType<RecordingOutput.Resulted>().Single().Value.Data["text/plain"]);
    }

    [Fact]
    public async Task A_property_that_is_really_wrong_is_still_an_error()
    {
        using var kernel = new KernelSession();
        CellResult result = await kernel.ExecuteAsync(new CellRequest("int with { X = 1"), new RecordingOutput());
        Assert.Equal(CellStatus.Error, result.Status);
    }
}
