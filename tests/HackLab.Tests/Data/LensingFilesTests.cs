using HackLab.Data;
using HackLab.Data.LensingClasses;
using HackLab.Simulation.Lensing;
using Xunit;

namespace HackLab.Tests.Data;

/// <summary>Files laid out as the challenge's, and real ones where they are.</summary>
public sealed class LensingFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hacklab-lensing").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_class_of_a_file_is_the_folder_it_lies_in_and_doubles_become_floats()
    {
        Write("dataset/train/no/b.npy", 0.25, 1, 4, 4);
        Write("dataset/train/cdm/a.npy", 0.5, 4, 4);
        Write("dataset/train/axion/c.npy", 0.75, 1, 4, 4);
        Write("dataset/val/no/b.npy", 0.125, 1, 4, 4);
        LabelledImages train = Datasets.LensingClasses.Load(Path.Combine(_folder, "dataset", "train"));
        Assert.Equal((3, 1, 4, 4), (train.Count, train.Channels, train.Height, train.Width));
        Assert.Equal(["axion", "cdm", "no"], train.ClassNames);
        foreach ((string name, float value) in new[] { ("axion", 0.75f), ("cdm", 0.5f), ("no", 0.25f) })
            Assert.Equal(value, train.Image(Array.IndexOf(train.Y, train.ClassNames.ToList().IndexOf(name)))[5]);
        Assert.Equal(4, Datasets.LensingClasses.Load(Path.Combine(_folder, "dataset")).Count);
    }

    [Fact]
    public void Pairs_are_matched_by_name_whatever_the_order()
    {
        string[] names = ["sample10.npy", "sample2.npy", "sample1.npy"];
        for (int i = 0; i < names.Length; i++) Write($"sr/LR/{names[i]}", 0.1 * (i + 1), 1, 2, 3);
        for (int i = names.Length - 1; i >= 0; i--) Write($"sr/HR/{names[i]}", 0.1 * (i + 1), 1, 4, 6);
        ImagePairs pairs = Datasets.LensingSuperres.Load(Path.Combine(_folder, "sr"));
        Assert.Equal((3, 2, 2, 3), (pairs.Count, pairs.Scale, pairs.LowHeight, pairs.LowWidth));
        for (int i = 0; i < 3; i++) Assert.Equal(pairs.LowImage(i)[0], pairs.HighImage(i)[23]);
    }

    [Theory]
    [InlineData("train/dark/a.npy", "axion, cdm, no")]
    [InlineData("train/readme.txt", "no .npy file")]
    public void A_folder_that_is_no_class_is_named_in_the_error(string file, string words)
    {
        Write(file, 0.5, 4, 4);
        DataFormatException e = Assert.Throws<DataFormatException>(() => Datasets.LensingClasses.Load(Path.Combine(_folder, "train")));
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_of_different_sizes_not_finite_or_without_partner_are_refused()
    {
        Write("train/no/a.npy", 0.5, 4, 4);
        Write("train/no/b.npy", 0.5, 4, 5);
        Assert.Contains("b.npy", Error(() => Datasets.LensingClasses.Load(Path.Combine(_folder, "train"))), StringComparison.Ordinal);
        Write("train/no/b.npy", double.NaN, 4, 4);
        Assert.Contains("finite", Error(() => Datasets.LensingClasses.Load(Path.Combine(_folder, "train"))), StringComparison.Ordinal);
        Write("sr/LR/a.npy", 0.5, 2, 2);
        Assert.Contains("same name in HR", Error(() => Datasets.LensingSuperres.Load(Path.Combine(_folder, "sr"))), StringComparison.Ordinal);
        Write("sr/HR/a.npy", 0.5, 5, 4);
        Assert.Contains("multiple", Error(() => Datasets.LensingSuperres.Load(Path.Combine(_folder, "sr"))), StringComparison.Ordinal);
        Assert.Contains("nothing of that name", Error(() => Datasets.LensingClasses.Load(Path.Combine(_folder, "absent"))), StringComparison.Ordinal);

        static string Error(Action load) => Assert.Throws<DataFormatException>(load).Message;
    }

    [Fact]
    public void The_real_image_without_substructure_is_reproduced_in_every_pixel()
    {
        string? folder = RealDataFolder.Find();
        string file = Path.Combine(folder ?? "", "lensing", "nosub.npy");
        Assert.SkipWhen(!File.Exists(file), "The real image is not here: set HACKLAB_REAL_DATA to a folder with lensing/nosub.npy.");
        (float[] pixels, int height, int width) = LensPictures.Read([file]);
        Assert.Equal((64, 64), (height, width));
        SourceFit fit = SourceFit.To(pixels, LensSurvey.Challenge);
        Assert.InRange(fit.LargestError, 0, 5e-5); // of the brightest pixel; only the source's place is fitted
        Assert.Equal((-0.0617, 0.0845), (fit.X, fit.Y), (p, q) => Math.Abs(p.Item1 - q.Item1) + Math.Abs(p.Item2 - q.Item2) < 1e-3);
    }

    private void Write(string path, double value, params int[] shape)
    {
        string full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var values = new double[shape.Aggregate(1, (a, b) => a * b)];
        Array.Fill(values, value);
        Npy.Write(full, new NdArray(values, shape));
    }
}
