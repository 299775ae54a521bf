using HackLab.Data.Catalog;
using HackLab.Data.LensingClasses;

namespace HackLab.Data.LensingSuperres;

/// <summary>Loading of the published files.</summary>
public sealed partial class LensingSuperresDataset
{
    private const string Low = "LR", High = "HR", Layout = "train and val, or the folders HR and LR of one of them";

    /// <summary>
    /// Loads the challenge's files: <c>dataset_superres/{train,val}/{HR,LR}/*.npy</c>. A coarse and a fine picture belong together if
    /// their names are equal, whatever order a folder lists them in.
    /// </summary>
    /// <param name="folder">Such a folder: <c>dataset_superres/train</c> for the part to learn from.</param>
    /// <exception cref="DataFormatException">
    /// Files are missing, damaged, of different sizes, or without their partner.
    /// </exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>ImagePairs train = Datasets.LensingSuperres.Load("dataset_superres/train");</code></example>
    public ImagePairs Load(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return FromFiles(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), LensPictures.Find(folder, Layout));
    }

    private ImagePairs LoadPublished() => FromFiles("super-resolution of lenses", CatalogFiles.LocateAll(Id, "images"));

    private static ImagePairs FromFiles(string name, IReadOnlyList<string> paths)
    {
        var lows = new List<string>();
        var highs = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            string folder = Path.GetFileName(Path.GetDirectoryName(path)) ?? "";
            if (folder == Low) lows.Add(path);
            else if (folder == High) highs.Add(path);
            else throw new DataFormatException(path, "a file in a folder HR or LR", $"one in '{folder}'", $"Name the folder that holds {Layout}.");
        }
        var partners = new List<string>(lows.Count);
        foreach (string low in lows)
        {
            string high = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(low)!)!, High, Path.GetFileName(low));
            if (!highs.Remove(high)) throw new DataFormatException(low, $"a file of the same name in {High}", "none", "Unpack the archive again.");
            partners.Add(high);
        }
        if (highs.Count > 0)
            throw new DataFormatException(highs.Min(StringComparer.Ordinal)!, $"a file of the same name in {Low}", "none", "Unpack the archive again.");
        (float[] coarse, int height, int width) = LensPictures.Read(lows);
        (float[] fine, int fineHeight, int fineWidth) = LensPictures.Read(partners);
        int scale = fineHeight / height;
        if (scale < 1 || fineHeight != scale * height || fineWidth != scale * width)
        {
            throw new DataFormatException(
                partners[0], $"a whole multiple of the {height} × {width} pixels in {Low}", $"{fineHeight} × {fineWidth}", "Unpack the archive again.");
        }
        return new ImagePairs(name, coarse, fine, height, width, scale);
    }
}
