using HackLab.Data.Catalog;
using HackLab.Data.Hosting;
using HackLab.Simulation.Digits;

namespace HackLab.Data.Mnist;

/// <summary>A part of the MNIST digits, as published.</summary>
public enum MnistPart
{
    /// <summary>60,000 digits to learn from.</summary>
    Train,

    /// <summary>10,000 digits to test with.</summary>
    Test,
}

/// <summary>
/// The MNIST digits: grey images of 28 × 28 pixels, 0 (paper) to 255 (ink), of ten classes. Y. LeCun, L. Bottou, Y. Bengio,
/// P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86, 2278 (1998); CC BY-SA 3.0.
/// Where they are not at hand, <see cref="Simulate"/> writes digits of the same form.
/// </summary>
public sealed class MnistDataset
{
    private const string Id = "mnist";
    private static readonly string[] Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    internal MnistDataset()
    {
    }

    /// <summary>Loads a part of the published set: downloaded once (11.6 MB for both), verified and kept.</summary>
    /// <param name="part">Which.</param>
    /// <exception cref="Download.DownloadException">The files cannot be had; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>LabelledImages digits = Datasets.Mnist.Load(MnistPart.Test);</code></example>
    public LabelledImages Load(MnistPart part)
    {
        string prefix = part == MnistPart.Train ? "train" : "t10k";
        return Load(CatalogFiles.Locate(Id, prefix + "-images-idx3-ubyte.gz"),
            CatalogFiles.Locate(Id, prefix + "-labels-idx1-ubyte.gz"));
    }

    /// <summary>Loads digits from two files in the IDX format, plain or .gz.</summary>
    /// <param name="images">The images: bytes, shape [n, rows, columns].</param>
    /// <param name="labels">Their digits: bytes, shape [n].</param>
    /// <exception cref="DataFormatException">A file is missing or damaged, or they do not belong together.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>Datasets.Mnist.Load("t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz")</code></example>
    public LabelledImages Load(string images, string labels)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(images);
        ArgumentException.ThrowIfNullOrWhiteSpace(labels);
        NdArray x = Bytes(images, 3, "images"), y = Bytes(labels, 1, "labels");
        if (x.Shape[0] != y.Shape[0])
        {
            throw new DataFormatException(
                labels, $"a label for each of the {x.Shape[0]:N0} images in {Path.GetFileName(images)}", $"{y.Shape[0]:N0}", "Take both files of the same part.");
        }
        if (x.Shape[1] == 0 || x.Shape[2] == 0)
            throw new DataFormatException(images, "images with pixels", x.ToString(), "Is this the right file?");
        byte[] digits = y.As<byte>();
        int wrong = Array.FindIndex(digits, digit => digit > 9);
        if (wrong >= 0)
            throw new DataFormatException(labels, "digits from 0 to 9", $"{digits[wrong]} for image {wrong:N0}",
                "Is this the right file?");
        return new LabelledImages(
            Path.GetFileName(images), x.ToSingle(), Array.ConvertAll(digits,
                digit => (int)digit), Digits, x.Shape[1], x.Shape[2], ["ink (0 to 255)"]);
    }

    /// <summary>Writes digits by a simulator of handwriting: of MNIST's form, without a download; scores on both need not agree.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <param name="seed">The same seed gives the same digits on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or too large.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>LabelledImages digits = Datasets.Mnist.Simulate(2_000);</code></example>
    public LabelledImages Simulate(int count, long seed = 42)
    {
        SimulatedDigits digits = DigitSimulator.Generate(count, seed, NotebookHost.Token);
        return new LabelledImages("Digits (simulated)", digits.X, digits.Y, Digits, DigitSimulator.Side, DigitSimulator.Side, ["ink (0 to 255)"]);
    }

    private static NdArray Bytes(string path, int axes, string what)
    {
        NdArray array = Idx.Read(path, NotebookHost.Token);
        return array.Shape.Count == axes && array.ElementType == typeof(byte) ? array : throw new DataFormatException(
            path, $"{what}: bytes along {axes} {(axes == 1 ? "axis" : "axes")}", array.ToString(), "Are the files of images and labels interchanged?");
    }
}
