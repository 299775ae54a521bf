using System.Text.Json;
using HackLab.Jupyter.Kernelspecs;
using Xunit;

namespace HackLab.Tests.Jupyter;

public sealed class KernelspecTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("hacklab-kernelspecs").FullName;

    private KernelspecOptions Options => new() { Executable = Environment.ProcessPath!, DataDirectory = _data };

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public void Both_names_are_installed_with_logos_and_a_command_that_starts_us()
    {
        IReadOnlyList<KernelspecChange> changes = KernelspecInstaller.Install(Options with { Force = true, LeadingArguments = ["exec"] });
        Assert.Equal([KernelspecInstaller.Name, KernelspecInstaller.DotNetName], changes.Select(c => c.Name));
        foreach (KernelspecChange change in changes)
        {
            Assert.Equal(KernelspecAction.Installed, change.Action);
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(change.Directory, "kernel.json")));
            Assert.Equal(
                [Environment.ProcessPath!, "exec", "kernel", "start", "--connection-file", "{connection_file}"],
                json.RootElement.GetProperty("argv").EnumerateArray().Select(word => word.GetString()!));
            Assert.Equal("message", json.RootElement.GetProperty("interrupt_mode").GetString());
            Assert.Equal("C#", json.RootElement.GetProperty("language").GetString());
            Assert.Equal([0x89, .. "PNG"u8], File.ReadAllBytes(Path.Combine(change.Directory, "logo-64x64.png"))[..4]);
            Assert.True(File.Exists(Path.Combine(change.Directory, "logo-32x32.png")));
            Assert.StartsWith("<svg", File.ReadAllText(Path.Combine(change.Directory, "logo-svg.svg")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Installing_again_updates()
    {
        KernelspecInstaller.Install(Options with { Force = true });
        Assert.All(KernelspecInstaller.Install(Options), c => Assert.Equal(KernelspecAction.Updated, c.Action));
    }

    [Fact]
    public void Someone_elses_kernelspec_is_replaced_only_by_force_and_never_removed()
    {
        string theirs = Path.Combine(_data, "kernels", KernelspecInstaller.DotNetName);
        Directory.CreateDirectory(theirs);
        string file = Path.Combine(theirs, "kernel.json");
        const string Content = "{\"argv\":[\"dotnet\"],\"display_name\":\".NET (C#)\",\"language\":\"C#\"}";
        File.WriteAllText(file, Content);

        KernelspecChange left = Assert.Single(KernelspecInstaller.Install(Options), c => c.Name == KernelspecInstaller.DotNetName);
        Assert.Equal(KernelspecAction.LeftAlone, left.Action);
        Assert.Contains(theirs, left.Reason, StringComparison.Ordinal);
        Assert.Equal(Content, File.ReadAllText(file));

        Assert.Contains(KernelspecInstaller.Uninstall(_data), c => c is { Name: KernelspecInstaller.DotNetName, Action: KernelspecAction.LeftAlone });
        Assert.Equal(Content, File.ReadAllText(file));

        Assert.Equal(KernelspecAction.Replaced, KernelspecInstaller.Install(Options with { Force = true })[1].Action);
        Assert.All(KernelspecInstaller.Uninstall(_data), c => Assert.Equal(KernelspecAction.Removed, c.Action));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(_data, "kernels")));
    }

    [Fact]
    public void A_kernelspec_that_cannot_be_read_counts_as_someone_elses()
    {
        string broken = Path.Combine(_data, "kernels", KernelspecInstaller.Name);
        Directory.CreateDirectory(broken);
        File.WriteAllText(Path.Combine(broken, "kernel.json"), "{ half");
        Assert.Equal(KernelspecAction.LeftAlone, KernelspecInstaller.Install(Options)[0].Action);
    }

    [Fact]
    public void A_prefix_is_a_folder_with_share_jupyter_below()
    {
        KernelspecChange change = KernelspecInstaller.Install(Options with { DataDirectory = null, Prefix = _data, Force = true })[0];
        Assert.Equal(Path.Combine(_data, "share", "jupyter", "kernels", KernelspecInstaller.Name), change.Directory);
        Assert.Equal(2, KernelspecInstaller.Uninstall(prefix: _data).Count);
    }

    [Fact]
    public void An_executable_that_is_not_there_is_not_installed()
    {
        string missing = Path.Combine(_data, "missing");
        Assert.Contains(missing, Assert.Throws<FileNotFoundException>(
            () => KernelspecInstaller.Install(Options with { Executable = missing })).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_data, "kernels")));
    }
}
