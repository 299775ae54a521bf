using HackLab.Data.Hosting;

namespace HackLab.Data.LensingClasses;

/// <summary>Reads one-channel pictures of one size from .npy files: shape [h, w], [1, h, w] or [h, w, 1].</summary>
internal static class LensPictures
{
    /// <summary>The pixels of all files, in their order, and the size they share; what is not finite is refused.</summary>
    /// <exception cref="DataFormatException">A file is missing or damaged, or its picture has another size.</exception>
    internal static (float[] X, int Height, int Width) Read(IReadOnlyList<string> paths)
    {
        float[] all = [];
        (int height, int width) = (0, 0);
        var progress = new LoadProgress($"{paths.Count} pictures");
        for (int i = 0; i < paths.Count; i++)
        {
            NotebookHost.Token.ThrowIfCancellationRequested();
            NdArray picture = Npy.Read(paths[i]);
            (int h, int w) = picture.Shape switch
            {
                [var rows, var columns] => (rows, columns),
                [1, var rows, var columns] => (rows, columns),
                [var rows, var columns, 1] => (rows, columns),
                _ => (0, 0),
            };
            if (h == 0 || w == 0) throw Unlike(paths[i], "a picture of one channel, shape [h, w] or [1, h, w]", picture);
            if (i == 0)
            {
                (height, width) = (h, w);
                all = new float[checked(paths.Count * h * w)];
            }
            else if (h != height || w != width)
            {
                throw Unlike(paths[i], $"{height} × {width} pixels as in {Path.GetFileName(paths[0])}", picture);
            }
            if (picture.ElementType == typeof(System.Numerics.Complex)) throw Unlike(paths[i], "real numbers", picture);
            Span<float> pixels = all.AsSpan(i * h * w, h * w);
            picture.ToSingle().CopyTo(pixels);
            foreach (float pixel in pixels)
            {
                if (!float.IsFinite(pixel))
                    throw new DataFormatException(paths[i], "finite pixels", FormattableString.Invariant($"{pixel}"), "Fetch the file again.");
            }
            progress.Report((i + 1.0) / paths.Count);
        }
        progress.Done();
        return (all, height, width);
    }

    /// <summary>All .npy files in a folder and the folders in it, in the order of their paths.</summary>
    /// <exception cref="DataFormatException">There is no such folder, or no such file in it.</exception>
    internal static string[] Find(string folder, string layout)
    {
        if (!Directory.Exists(folder))
            throw new DataFormatException(folder, "a folder", File.Exists(folder) ? "a file" : "nothing of that name", $"Name the folder that holds {layout}.");
        string[] paths = [.. Directory.EnumerateFiles(folder, "*.npy", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return paths.Length > 0 ? paths : throw new DataFormatException(folder, $"{layout}", "no .npy file", "Name the folder that was unpacked.");
    }

    private static DataFormatException Unlike(string path, string expected, NdArray found) =>
        new(path, expected, found.ToString(), "Is it a file of the lensing challenge?");
}
