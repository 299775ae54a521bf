using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Browser;

/// <summary>The notebooks and the library they load, copied so that a browser may save into them; paths between the two stay.</summary>
internal static class LessonCopy
{
    /// <summary>Copies into a folder.</summary>
    /// <returns>The folder with the copied notebooks.</returns>
    public static string Into(string folder)
    {
        Copy(HackLabRepository.LabFolder, Path.Combine(folder, Path.GetRelativePath(HackLabRepository.Root, HackLabRepository.LabFolder)));
        string notebooks = Path.Combine(folder, "notebooks");
        Copy(HackLabRepository.Notebooks, notebooks);
        return notebooks;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (string child in Directory.EnumerateDirectories(from)) Copy(child, Path.Combine(to, Path.GetFileName(child)));
    }
}
