using System.Text.Json;

namespace HackLab.Kernel.NuGet;

/// <summary>A package as it lies on this machine.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">The version that was chosen.</param>
/// <param name="Compile">The assemblies that the compiler reads.</param>
/// <param name="Runtime">Those that are loaded: often the same files.</param>
/// <param name="Native">Its native libraries for this system.</param>
internal sealed record RestoredPackage(string Name, string Version, string[] Compile, string[] Runtime, string[] Native);

/// <summary>What a restore gave: the packages asked for and all that they need.</summary>
/// <param name="Packages">In the order of the assets file.</param>
/// <param name="Notes">What NuGet remarked, such as another version than asked for.</param>
/// <param name="When">When that was.</param>
internal sealed record RestoredPackages(RestoredPackage[] Packages, string[] Notes, DateTime When)
{
    /// <summary>Whether all files are still there: the package folder may have been cleaned.</summary>
    public bool IsComplete => Packages.All(p => p.Compile.Concat(p.Runtime).Concat(p.Native).All(File.Exists));

    /// <summary>The package of a name.</summary>
    public RestoredPackage? Find(string name) => Packages.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads what an earlier restore left; null if there is none or it cannot be used.</summary>
    public static RestoredPackages? Read(string path)
    {
        try
        {
            return File.Exists(path) && JsonSerializer.Deserialize<RestoredPackages>(File.ReadAllText(path)) is { IsComplete: true } found ? found : null;
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;        // as good as none: it is made again
        }
    }

    /// <summary>Leaves this for later sessions.</summary>
    public void Write(string path)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllText(temporary, JsonSerializer.Serialize(this));
        File.Move(temporary, path, overwrite: true);
    }
}
