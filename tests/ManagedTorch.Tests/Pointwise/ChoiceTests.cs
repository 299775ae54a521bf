using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Pointwise;

/// <summary>where() over lengths with and without whole vectors, and with numbers in place of either side.</summary>
public sealed class ChoiceTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(1003)]
    public void Each_element_comes_from_the_side_that_its_condition_names(int count)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(3);
        Tensor a = randn(count), b = randn(count), c = rand(count) > 0.5;
        bool[] choice = c.data<bool>().ToArray();
        float[] left = a.data<float>().ToArray(), right = b.data<float>().ToArray();
        Assert.Equal(choice.Select((yes, i) => yes ? left[i] : right[i]), where(c, a, b).data<float>().ToArray());
        Assert.Equal(choice.Select((yes, i) => yes ? 7f : right[i]), b.masked_fill(c, 7).data<float>().ToArray());
        Assert.Equal(choice.Select((yes, i) => yes ? left[i] : left[0]), where(c, a, a[0]).data<float>().ToArray());
    }
}
