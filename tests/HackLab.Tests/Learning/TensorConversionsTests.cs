using HackLab.Data;
using HackLab.Learning;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using Size = HackLab.Data.Size;

namespace HackLab.Tests.Learning;

public sealed class TensorConversionsTests
{
    [Fact]
    public void Columns_become_a_matrix_in_the_order_asked_for()
    {
        var frame = new DataFrame(
            new PrimitiveDataFrameColumn<double>("a", [1, 2]), new StringDataFrameColumn("name", ["x", "y"]),
            new PrimitiveDataFrameColumn<int>("b", new int?[] { 3, null }));
        using Tensor x = frame.ToTensor("b", "a");
        Assert.Equal([2, 2], x.shape);
        Assert.Equal([3f, 1, float.NaN, 2], x.data<float>().ToArray());
        Assert.Throws<InvalidOperationException>(() => frame.ToTensor());
    }

    [Fact]
    public void Rows_and_images_keep_their_shape_and_classes()
    {
        (Tensor x, Tensor y) = Datasets.Higgs.Load(Size.Sample).Take(0, 1, 2).ToTensors();
        Assert.Equal([3, 28], x.shape);
        Assert.Equal([3], y.shape);
        Assert.Equal(ScalarType.Int64, y.dtype);
        LabelledImages images = Datasets.ParticleImages.Load(Size.Sample).Take(0, 5);
        (Tensor pixels, Tensor classes) = images.ToTensors();
        Assert.Equal([2, 2, 32, 32], pixels.shape);
        Assert.Equal(images.Image(1)[100], pixels.reshape(2, -1)[1, 100].item<float>());
        Assert.Equal(images.Y.Select(label => (long)label), classes.data<long>().ToArray());
        (Tensor low, Tensor high) = Datasets.LensingSuperres.Load(Size.Sample).Take(0).ToTensors();
        Assert.Equal([1, 1, 64, 64], low.shape);
        Assert.Equal([1, 1, 128, 128], high.shape);
    }
}
