using HackLab.Data;
using Xunit;

namespace HackLab.Tests.Data;

public sealed class LabelledImagesTests
{
    // Two images of 2 channels, 2 rows, 3 columns: 0 to 11 and 12 to 23.
    private static readonly LabelledImages Images = new(
        "toy", [.. Enumerable.Range(0, 24).Select(i => (float)i)], [1, 0], ["no", "yes"], 2, 3, ["energy", "time"]);

    [Theory]
    [InlineData(0, new float[] { 0, 1, 2, 3, 4, 5, 12, 13, 14, 15, 16, 17 })]
    [InlineData(1, new float[] { 6, 7, 8, 9, 10, 11, 18, 19, 20, 21, 22, 23 })]
    public void A_channel_becomes_a_table_of_pixels_row_after_row(int channel, float[] expected)
    {
        TabularData rows = Images.ToTabularData(channel);
        Assert.Equal(expected, rows.X);
        Assert.Equal(Images.Y, rows.Y);
        Assert.Equal(Images.ClassNames, rows.ClassNames);
        Assert.Equal(["pixel 0", "pixel 1", "pixel 2", "pixel 3", "pixel 4", "pixel 5"], rows.Features.Select(f => f.Name));
        Assert.Equal([expected[4], expected[10]], rows.Column("pixel 4"));
    }

    [Fact]
    public void A_transform_changes_the_table_and_not_the_images()
    {
        TabularData rows = Images.ToTabularData(transform: value => 2 * value);
        Assert.Equal(Images.ToTabularData().X.Select(value => 2 * value), rows.X);
        Assert.Equal(3, Images.Image(0)[3]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void A_channel_that_is_not_there_is_told(int channel) =>
        Assert.Contains("channels 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => Images.ToTabularData(channel)).Message, StringComparison.Ordinal);

    [Fact]
    public void Features_of_each_image_become_a_table()
    {
        TabularData rows = Images.ToTabularData(image => [image[0], image[^1] - image[0]], "edge");
        Assert.Equal([0, 11, 12, 11], rows.X);
        Assert.Equal(["edge 0", "edge 1"], rows.Features.Select(f => f.Name));
        Assert.Equal(Images.Y, rows.Y);
        Assert.Equal(Images.ClassNames, rows.ClassNames);
    }

    [Fact]
    public void Features_that_differ_in_number_are_told()
    {
        Assert.Contains("2 features of image 1, but 1 of image 0", Assert.Throws<ArgumentException>(
            () => Images.ToTabularData(image => new float[image[0] > 0 ? 2 : 1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Images.ToTabularData(_ => []));
    }
}
