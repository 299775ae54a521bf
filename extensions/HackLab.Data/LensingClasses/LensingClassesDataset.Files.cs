using HackLab.Data.Catalog;

namespace HackLab.Data.LensingClasses;

/// <summary>Loading of the published files.</summary>
public sealed partial class LensingClassesDataset
{
    private const string Layout = "train and val, or the folders axion, cdm and no of one of them";

    /// <summary>
    /// Loads the challenge's files: <c>dataset/{train,val}/{no,cdm,axion}/*.npy</c>. The class is the name of the folder a file lies in.
    /// </summary>
    /// <param name="folder">
    /// Such a folder: <c>dataset/train</c> for the part to learn from, <c>dataset</c> for both parts.
    /// </param>
    /// <exception cref="DataFormatException">
    /// Files are missing, damaged, of different sizes, or lie in a folder that is no class.
    /// </exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>LabelledImages train = Datasets.LensingClasses.Load("dataset/train");</code></example>
    public LabelledImages Load(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return FromFiles(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), LensPictures.Find(folder, Layout));
    }

    private LabelledImages LoadPublished() => FromFiles("strong lenses", CatalogFiles.LocateAll(Id, "images"));

    private static LabelledImages FromFiles(string name, IReadOnlyList<string> paths)
    {
        int[] y = [.. paths.Select(Label)];
        (float[] x, int height, int width) = LensPictures.Read(paths);
        return new LabelledImages(name, x, y, Classes, height, width, ["brightness"]);
    }

    private static int Label(string path)
    {
        string folder = Path.GetFileName(Path.GetDirectoryName(path)) ?? "";
        for (int label = 0; label < Classes.Count; label++)
        {
            if (Classes[label] == folder) return label;
        }
        throw new DataFormatException(path, $"a file in a folder {string.Join(", ", Classes)}", $"one in '{folder}'", $"Name the folder that holds {Layout}.");
    }
}
