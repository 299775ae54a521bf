using HackLab.Data.Hosting;
using HackLab.Simulation.Calorimeter;

namespace HackLab.Data.ParticleImages;

/// <summary>
/// Reads the published HDF5 files: <c>X</c>, shape [n, 32, 32, 2] with energy and time last, and <c>y</c>, shape [n]. Channels are
/// moved to the front, as networks here take them.
/// </summary>
internal static class ParticleImagesFile
{
    private const int Side = ParticleImageSimulator.Side, Channels = ParticleImageSimulator.Channels;
    private const int Pixels = Side * Side, Size = Channels * Pixels;
    private const int Chunk = 2048; // images read at a time: 16 MB

    internal static LabelledImages Read(IReadOnlyList<string> paths, int? imagesPerFile)
    {
        var files = new (Hdf5File File, int Images)[paths.Count];
        for (int i = 0; i < files.Length; i++) files[i] = Open(paths[i], imagesPerFile);
        long images = files.Sum(file => (long)file.Images);
        if (images * Size > Array.MaxLength)
        {
            throw new ArgumentException(
                $"{images} images do not fit into one array, which holds {Array.MaxLength / Size}: ask for fewer.", nameof(imagesPerFile));
        }
        var (x, y) = (new float[images * Size], new int[images]);
        int first = 0;
        foreach ((Hdf5File file, int count) in files)
        {
            var progress = new LoadProgress(Path.GetFileName(file.Path));
            for (int done = 0; done < count; done += Chunk)
            {
                int some = Math.Min(Chunk, count - done);
                float[] rows = file.Read("X", done, some, NotebookHost.Token).ToSingle();
                float[] labels = file.Read("y", done, some, NotebookHost.Token).ToSingle();
                for (int i = 0; i < some; i++)
                {
                    int at = first + done + i;
                    y[at] = Label(file.Path, labels[i], done + i);
                    Rearrange(rows.AsSpan(i * Size, Size), x.AsSpan(at * Size, Size));
                }
                progress.Report((double)(done + some) / count);
            }
            progress.Done();
            first += count;
        }
        return ParticleImagesDataset.ToImages(string.Join(" and ", paths.Select(Path.GetFileName)), x, y);
    }

    private static (Hdf5File File, int Images) Open(string path, int? most)
    {
        Hdf5File file = Hdf5.Open(path);
        Hdf5Dataset images = Named(file, "X"), labels = Named(file, "y");
        if (images.Shape is not [var n, Side, Side, Channels])
        {
            throw new DataFormatException(
                path, $"X of shape [n, {Side}, {Side}, {Channels}]", images.ToString(), "Is it a file of the particle images challenge?");
        }
        if (labels.Shape is not [var m] || m != n)
            throw new DataFormatException(path, $"a label in y for each of {n} images", labels.ToString(), "Fetch the file again.");
        return (file, (int)Math.Min(n, most ?? int.MaxValue));
    }

    private static Hdf5Dataset Named(Hdf5File file, string name) =>
        file.Datasets.FirstOrDefault(dataset => dataset.Name == name) ?? throw new DataFormatException(
            file.Path, $"a data set {name}", file.Datasets.Count == 0 ? "none at all" : string.Join(", ", file.Datasets.Select(dataset => dataset.Name)),
            "Is it a file of the particle images challenge?");

    private static int Label(string path, float value, int image) => value switch
    {
        0 => 0,
        1 => 1,
        _ => throw new DataFormatException(path, "labels 0 (photon) and 1 (electron) in y", FormattableString.Invariant($"{value} for image {image}"),
            "Is it a file of the particle images challenge?"),
    };

    private static void Rearrange(ReadOnlySpan<float> channelsLast, Span<float> channelsFirst)
    {
        for (int p = 0; p < Pixels; p++)
        {
            for (int c = 0; c < Channels; c++) channelsFirst[(c * Pixels) + p] = channelsLast[(p * Channels) + c];
        }
    }
}
