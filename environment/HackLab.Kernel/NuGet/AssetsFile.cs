using System.Text.Json;

namespace HackLab.Kernel.NuGet;

/// <summary>The file project.assets.json, in which a restore says what it chose and where it lies.</summary>
internal static class AssetsFile
{
    /// <summary>The packages for this system.</summary>
    public static RestoredPackages Packages(string path)
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement root = assets.RootElement;
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        JsonElement libraries = root.GetProperty("libraries");
        // One target is net10.0, the other net10.0/<rid>: the latter has chosen among files for several systems.
        JsonElement target = root.GetProperty("targets").EnumerateObject().MaxBy(t => t.Name.Length).Value;
        var packages = new List<RestoredPackage>();
        foreach (JsonProperty library in target.EnumerateObject())
        {
            if (library.Value.GetProperty("type").GetString() != "package") continue;
            string relative = libraries.GetProperty(library.Name).GetProperty("path").GetString()!;
            string folder = folders.Select(f => Path.Combine(f, relative)).FirstOrDefault(Directory.Exists) ?? Path.Combine(folders[0], relative);
            string[] name = library.Name.Split('/', 2);
            packages.Add(new RestoredPackage(
                name[0], name[1], Files(library.Value, "compile", folder), Files(library.Value, "runtime", folder), Files(library.Value, "native", folder)));
        }
        return new RestoredPackages([.. packages], [.. Messages(root, "Warning").Select(m => $"{m.Code}: {m.Text}")], DateTime.UtcNow);
    }

    /// <summary>The errors, in NuGet's words; none if there is no such file.</summary>
    public static IReadOnlyList<(string Code, string Text)> Errors(string path)
    {
        if (!File.Exists(path)) return [];
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(path));
        return Messages(assets.RootElement, "Error");
    }

    private static string[] Files(JsonElement library, string kind, string folder) =>
        !library.TryGetProperty(kind, out JsonElement files) ? [] :
        [
            .. files.EnumerateObject()
                .Select(file => file.Name)
                .Where(name => !name.EndsWith("/_._", StringComparison.Ordinal))        // "nothing for this framework"
                .Select(name => Path.GetFullPath(Path.Combine(folder, name))),
        ];

    private static List<(string Code, string Text)> Messages(JsonElement root, string level) =>
        !root.TryGetProperty("logs", out JsonElement logs) ? [] :
        [
            .. logs.EnumerateArray()
                .Where(log => log.GetProperty("level").GetString() == level)
                .Select(log => (log.GetProperty("code").GetString()!, log.GetProperty("message").GetString()!)),
        ];
}
