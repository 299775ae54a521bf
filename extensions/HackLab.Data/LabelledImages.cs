using HackLab.Data.Display;

namespace HackLab.Data;

/// <summary>
/// Labelled images: n images of c channels, h rows and w columns, one class number per image, and where it matters the group an
/// image belongs to. It never changes: every method that picks images returns a new one. Arrays are handed out without a copy,
/// so do not write into them.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial class LabelledImages : IRowSet<LabelledImages>, ILabelled, IRichDisplay
{
    /// <summary>Puts arrays together; they are kept, not copied.</summary>
    /// <param name="name">What the images are called, for captions.</param>
    /// <param name="x">The pixels, shape [n, c, h, w].</param>
    /// <param name="y">The class of each image, shape [n], each at least 0 and below the number of classes.</param>
    /// <param name="classNames">What each class is called.</param>
    /// <param name="height">h, rows of an image.</param>
    /// <param name="width">w, columns of an image.</param>
    /// <param name="channelNames">What each of the c channels holds, with its unit; null for a single one without a name.</param>
    /// <param name="groups">
    /// The group of each image, shape [n]: images of one group (snapshots of one run, say) are not independent and belong into one
    /// part of a split. Null where every image stands for itself.
    /// </param>
    /// <exception cref="ArgumentException">Lengths do not fit, or a class number has no name.</exception>
    public LabelledImages(
        string name, float[] x, int[] y, IReadOnlyList<string> classNames, int height, int width,
        IReadOnlyList<string>? channelNames = null, int[]? groups = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(classNames);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ChannelNames = channelNames is null ? [""] : [.. channelNames];
        long needed = (long)y.Length * ChannelNames.Count * height * width;
        if (ChannelNames.Count == 0 || x.Length != needed)
        {
            throw new ArgumentException(
                $"x holds {x.Length} values; {y.Length} images of {ChannelNames.Count} × {height} × {width} need {needed}.", nameof(x));
        }
        if (groups is not null && groups.Length != y.Length)
            throw new ArgumentException($"There are {groups.Length} group numbers for {y.Length} images.", nameof(groups));
        for (int i = 0; i < y.Length; i++)
        {
            if ((uint)y[i] >= (uint)classNames.Count)
                throw new ArgumentException($"Image {i} has class {y[i]}, but classes are numbered 0 to {classNames.Count - 1}.", nameof(y));
        }
        (Name, X, Y, Height, Width, Groups) = (name, x, y, height, width, groups);
        ClassNames = [.. classNames];
    }

    /// <summary>What the images are called.</summary>
    public string Name { get; }

    /// <summary>The pixels, shape [n, c, h, w]. Shared, not copied: do not write into it.</summary>
    public float[] X { get; }

    /// <summary>The class number of each image, shape [n]. Shared, not copied: do not write into it.</summary>
    public int[] Y { get; }

    /// <summary>What each class number is called.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>What each channel holds.</summary>
    public IReadOnlyList<string> ChannelNames { get; }

    /// <summary>The group of each image, shape [n]; null where every image stands for itself.</summary>
    public int[]? Groups { get; }

    /// <summary>n, the number of images.</summary>
    public int Count => Y.Length;

    /// <summary>c, the number of channels.</summary>
    public int Channels => ChannelNames.Count;

    /// <summary>h, the rows of an image.</summary>
    public int Height { get; }

    /// <summary>w, the columns of an image.</summary>
    public int Width { get; }

    /// <summary>How many images each class has, shape [classes].</summary>
    public int[] ClassCounts()
    {
        var counts = new int[ClassNames.Count];
        foreach (int label in Y) counts[label]++;
        return counts;
    }

    /// <summary>The pixels of one image, shape [c, h, w].</summary>
    /// <param name="image">Which, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public ReadOnlySpan<float> Image(int image)
    {
        if ((uint)image >= (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(image), image, $"{Name} has images 0 to {Count - 1}.");
        int size = Channels * Height * Width;
        return X.AsSpan(checked(image * size), size);
    }

    /// <summary>The mean of all images of a class, shape [c, h, w]; NaN if it has none.</summary>
    /// <param name="label">The class number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public float[] MeanImage(int label)
    {
        if ((uint)label >= (uint)ClassNames.Count)
            throw new ArgumentOutOfRangeException(nameof(label), label, $"Classes are numbered 0 to {ClassNames.Count - 1}.");
        var sum = new double[Channels * Height * Width];
        int count = 0;
        for (int i = 0; i < Count; i++)
        {
            if (Y[i] != label) continue;
            ReadOnlySpan<float> image = Image(i);
            for (int p = 0; p < sum.Length; p++) sum[p] += image[p];
            count++;
        }
        return Array.ConvertAll(sum, value => (float)(value / count));
    }

    /// <summary>One channel as a table: a row per image, a feature per pixel, for models that take rows of numbers.</summary>
    /// <param name="channel">Which channel, from 0.</param>
    /// <param name="transform">What becomes of each value, such as a root that lifts faint pixels; null leaves them as they are.</param>
    /// <returns>
    /// Features <c>pixel 0</c> to <c>pixel h·w − 1</c>, row after row from the top, shape [n, h·w]; labels and class names as here. Groups are
    /// not kept.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such channel.</exception>
    /// <example><code>TabularData rows = images.ToTabularData(transform: energy => MathF.Sqrt(energy));</code></example>
    public TabularData ToTabularData(int channel = 0, Func<float, float>? transform = null)
    {
        if ((uint)channel >= (uint)Channels)
            throw new ArgumentOutOfRangeException(nameof(channel), channel, $"{Name} has channels 0 to {Channels - 1}.");
        int pixels = Height * Width;
        var x = new float[checked(Count * pixels)];
        for (int i = 0; i < Count; i++) Image(i).Slice(channel * pixels, pixels).CopyTo(x.AsSpan(i * pixels));
        if (transform is not null) for (int p = 0; p < x.Length; p++) x[p] = transform(x[p]);
        return new TabularData(Name, [.. Enumerable.Range(0, pixels).Select(p => new Feature($"pixel {p}"))], x, Y, ClassNames);
    }

    /// <summary>What a function makes of each image as a table: a row per image, for models that take rows of numbers.</summary>
    /// <param name="features">From an image's pixels, shape [c, h, w], to its features, shape [d]: as many for each image.</param>
    /// <param name="named">What the features are called, with their number behind it.</param>
    /// <returns>
    /// Features such as <c>feature 0</c> to <c>feature d − 1</c>, shape [n, d]; labels and class names as here. Groups are not kept.
    /// </returns>
    /// <exception cref="ArgumentException">The function made more features of one image than of another, or none.</exception>
    /// <example><code>TabularData profiles = disks.ToTabularData(RadialProfile, "ring");</code></example>
    public TabularData ToTabularData(Func<ReadOnlySpan<float>, float[]> features, string named = "feature")
    {
        ArgumentNullException.ThrowIfNull(features);
        float[][] rows = [.. Enumerable.Range(0, Count).Select(i => features(Image(i)))];
        int d = rows is [var first, ..] ? first.Length : 0, other = Array.FindIndex(rows, row => row.Length != d);
        if (other >= 0)
            throw new ArgumentException(
                $"The function made {rows[other].Length} features of image {other}, but {d} of image 0.", nameof(features));
        return new TabularData(
            Name, [.. Enumerable.Range(0, d).Select(k => new Feature($"{named} {k}"))], [.. rows.SelectMany(row => row)], Y, ClassNames);
    }

    /// <summary>A copy of the given images, in the order given; an image may be asked for more than once.</summary>
    /// <param name="images">Image numbers from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    /// <example><code>images.Take([0, 2, 4])</code></example>
    public LabelledImages Take(params ReadOnlySpan<int> images)
    {
        int size = Channels * Height * Width;
        var x = new float[checked(images.Length * size)];
        var y = new int[images.Length];
        int[]? groups = Groups is null ? null : new int[images.Length];
        for (int i = 0; i < images.Length; i++)
        {
            Image(images[i]).CopyTo(x.AsSpan(i * size));
            y[i] = Y[images[i]];
            if (groups is not null) groups[i] = Groups![images[i]];
        }
        return new LabelledImages(Name, x, y, ClassNames, Height, Width, ChannelNames, groups);
    }
}
