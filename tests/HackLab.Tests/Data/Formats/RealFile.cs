using Xunit;

namespace HackLab.Tests.Data.Formats;

/// <summary>
/// Real files, where they are, in HACKLAB_REAL_DATA or in shared/data above this program: they are never part of the project.
/// </summary>
internal static class RealFile
{
    internal static string PathOf(params string[] parts)
    {
        // HackLab.Data's own search cannot be named here: HackLab.Cli, which the tests know too, has a type of the same name.
        string? folder = Environment.GetEnvironmentVariable("HACKLAB_REAL_DATA");
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null && string.IsNullOrEmpty(folder); at = at.Parent)
        {
            string data = Path.Combine(at.FullName, "shared", "data");
            if (Directory.Exists(data)) folder = data;
        }
        string path = Path.Combine([folder ?? "", .. parts]);
        Assert.SkipUnless(File.Exists(path), $"The real file {string.Join('/', parts)} is not here: set HACKLAB_REAL_DATA to a folder that has it.");
        return path;
    }
}
