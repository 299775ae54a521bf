using System.Reflection;

namespace HackLab.Cli;

/// <summary>The version of this build, as <c>hacklab --version</c> says it.</summary>
internal static class ProductVersion
{
    public static string Number { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
