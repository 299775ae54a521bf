using HackLab.Data;
using HackLab.Data.Earthquakes;
using HackLab.Tests.Cli;
using Xunit;

namespace HackLab.Tests.Data.Mnist;

public sealed class MnistTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_test_digits_are_the_published_ones()
    {
        string? folder = RealDataFolder.Find() is { } real ? Path.Combine(real, "mnist") : null;
        Assert.SkipWhen(folder is null || !Directory.Exists(folder),
            $"There are no real MNIST files: set {RealDataFolder.Variable}.");
        LabelledImages digits =
            Datasets.Mnist.Load(Path.Combine(folder!, "t10k-images-idx3-ubyte.gz"),
                Path.Combine(folder!, "t10k-labels-idx1-ubyte.gz"));
        Assert.Equal((10_000, 1, 28, 28), (digits.Count, digits.Channels, digits.Height, digits.Width));
        // Known from many tutorials: the first test digits, and how many of each there are.
        Assert.Equal([7, 2, 1, 0, 4, 1, 4, 9, 5, 9], digits.Y[..10]);
        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], digits.ClassCounts());
        Assert.Equal((0f, 255f), (digits.X.Min(), digits.X.Max()));
        Assert.Equal(33.791, digits.X.Average(value => (double)value), 3);
    }

    [Fact]
    public void Files_that_do_not_belong_together_are_refused()
    {
        string images = Write("images", new NdArray(new byte[3 * 2 * 2], 3, 2, 2)), labels =
            Write("labels", new NdArray(new byte[] { 1, 2, 3 }, 3));
        Assert.Equal([1, 2, 3], Datasets.Mnist.Load(images, labels).Y);
        Refused("interchanged", labels, images);
        Refused("each of the 3 images", images, Write("few", new NdArray(new byte[] { 1, 2 }, 2)));
        Refused("10 for image 1", images, Write("ten", new NdArray(new byte[] { 1, 10, 2 }, 3)));
        Refused("images with pixels", Write("empty", new NdArray(Array.Empty<byte>(), 3, 0, 2)), labels);
        Refused("none of that name", images, Path.Combine(_folder.Path, "absent"));
    }

    [Fact]
    public void A_segment_of_the_earthquake_challenge_has_a_signal_and_a_recording_the_time_too()
    {
        AcousticRecording segment = Datasets.Earthquakes.Load(_folder.Write("seg.csv", "acoustic_data\n4\n-2\n"));
        Assert.Equal([4, -2], segment.Signal);
        Assert.Null(segment.TimeToFailure);
        AcousticRecording recording =
            Datasets.Earthquakes.Load(_folder.Write("train.csv", "acoustic_data,time_to_failure\n12,1.4691\n6,1.4690\n"));
        Assert.Equal([12, 6], recording.Signal);
        Assert.Equal([1.4691f, 1.4690f], recording.TimeToFailure!);
        foreach (string bad in new[] { "1\n2\n", "time_to_failure\n1\n", "acoustic_data,x\n1,2\n",
            "acoustic_data,time_to_failure,x\n1,2,3\n" })
            Assert.Throws<DataFormatException>(() => Datasets.Earthquakes.Load(_folder.Write("bad.csv", bad)));
        Assert.Throws<NotSupportedException>(() => Datasets.Earthquakes.Load(Size.Sample));
    }

    [Fact]
    public void The_real_segment_has_150_000_samples()
    {
        string? file = RealDataFolder.Find() is { } real ? Path.Combine(real, "lanl", "seg_00030f.csv") : null;
        Assert.SkipWhen(!File.Exists(file), $"There is no real segment: set {RealDataFolder.Variable}.");
        float[] signal = Datasets.Earthquakes.Load(file!).Signal;
        Assert.Equal(150_000, signal.Length);
        Assert.Equal([4, 0, -2, 0, 2, -3], signal[..6]);
    }

    private static void Refused(string words, string images, string labels) =>
        Assert.Contains(words, Assert.Throws<DataFormatException>(() => Datasets.Mnist.Load(images, labels)).Message,
            StringComparison.Ordinal);

    private string Write(string name, NdArray array)
    {
        string path = Path.Combine(_folder.Path, name + ".idx");
        Idx.Write(path, array);
        return path;
    }
}
