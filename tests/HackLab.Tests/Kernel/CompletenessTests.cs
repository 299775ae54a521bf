using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Kernel;

[Collection(KernelCollection.Name)]
public sealed class CompletenessTests
{
    [Theory]
    [InlineData("1 + 1", Completeness.Complete)]
    [InlineData("int x = 1;", Completeness.Complete)]
    [InlineData("", Completeness.Complete)]
    [InlineData("// comment", Completeness.Complete)]
    [InlineData("for (int i = 0; i < 3; i++) { }", Completeness.Complete)]
    [InlineData("#!time", Completeness.Complete)]
    [InlineData("#!html\n<b>", Completeness.Complete)]
    [InlineData("#!time\nint x = 1;", Completeness.Complete)]
    [InlineData("namespace N { class C { } }", Completeness.Complete)]
    [InlineData("if (true) {", Completeness.Incomplete)]
    [InlineData("Console.WriteLine(", Completeness.Incomplete)]
    [InlineData("var x = ", Completeness.Incomplete)]
    [InlineData("class C {", Completeness.Incomplete)]
    [InlineData("namespace N {", Completeness.Incomplete)]
    [InlineData("#!time\nint F() {", Completeness.Incomplete)]
    [InlineData("var s = \"\"\"\nabc", Completeness.Incomplete)]
    [InlineData("/* never closed", Completeness.Incomplete)]
    [InlineData("int 3x = ;", Completeness.Invalid)]
    [InlineData(")", Completeness.Invalid)]
    [InlineData("}", Completeness.Invalid)]
    public void A_text_is_complete_or_not(string code, Completeness expected)
    {
        using var session = new KernelSession();
        Assert.Equal(expected, session.IsComplete(code));
    }
}
