using HackLab.Data;
using Xunit;

namespace HackLab.Tests.Data.Renaissance;

public sealed class RenaissanceSourceTests
{
    [Fact]
    public void The_sample_has_a_name_too() =>
        Assert.Equal(Datasets.Renaissance.Load(Size.Sample).Lines.Select(line => line.Text), Datasets.Renaissance.Load("sample").Lines.Select(line => line.Text));

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var error = Assert.Throws<DataFormatException>(() => Datasets.Renaissance.Load("no-such-book"));
        Assert.Contains("no-such-book", error.Message, StringComparison.Ordinal);
    }
}
