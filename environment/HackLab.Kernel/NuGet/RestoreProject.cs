using System.Xml.Linq;

namespace HackLab.Kernel.NuGet;

/// <summary>The temporary project whose restore finds the packages.</summary>
internal static class RestoreProject
{
    /// <summary>Its text.</summary>
    /// <param name="requests">The packages.</param>
    /// <param name="sources">Further sources.</param>
    /// <param name="onlySource">If not null, the one source to use.</param>
    /// <param name="configFolder">Where the search for NuGet.config starts: the notebook's folder.</param>
    public static XElement Of(IEnumerable<PackageRequest> requests, IEnumerable<string> sources, string? onlySource, string configFolder) =>
        new("Project",
            // Before the SDK's own properties: files of folders above the cache are none of this project's business.
            new XElement("PropertyGroup",
                new XElement("ImportDirectoryBuildProps", "false"),
                new XElement("ImportDirectoryBuildTargets", "false"),
                new XElement("ImportDirectoryPackagesProps", "false")),
            new XElement("Import", new XAttribute("Project", "Sdk.props"), new XAttribute("Sdk", "Microsoft.NET.Sdk")),
            new XElement("PropertyGroup",
                new XElement("TargetFramework", $"net{Environment.Version.Major}.0"),
                new XElement("RuntimeIdentifier", PackageCache.System),
                new XElement("SelfContained", "false"),
                new XElement("UseAppHost", "false"),
                new XElement("NuGetAudit", "false"),
                new XElement("TreatWarningsAsErrors", "false"),
                new XElement("RestoreRootConfigDirectory", configFolder),
                onlySource is null
                    ? new XElement("RestoreAdditionalProjectSources", string.Join(';', sources))
                    : new XElement("RestoreSources", onlySource)),
            new XElement("ItemGroup", requests.Select(r =>
                new XElement("PackageReference", new XAttribute("Include", r.Name), new XAttribute("Version", r.Version)))),
            new XElement("Import", new XAttribute("Project", "Sdk.targets"), new XAttribute("Sdk", "Microsoft.NET.Sdk")));
}
