using System.Text.Json.Nodes;
using HackLab.Cli.Commands;
using HackLab.Cli.Doctor;
using HackLab.Jupyter.Kernelspecs;
using Xunit;

namespace HackLab.Tests.Cli;

/// <summary>Environment variables are one per process, so these tests run alone.</summary>
[Collection(Facade.HostHooks.Name)]
public sealed class DoctorTests
{
    private static readonly int Major = Environment.Version.Major;

    [Fact]
    public void An_SDK_of_this_version_is_fine_and_an_older_one_is_named()
    {
        Assert.Equal(Verdict.Ok, Examination.Sdk(["6.0.100", $"{Major}.0.101"]).Verdict);
        Finding old = Examination.Sdk(["6.0.100"]);
        Assert.Equal(Verdict.Missing, old.Verdict);
        Assert.Contains("6.0.100", old.Words, StringComparison.Ordinal);
        Assert.NotNull(old.Fix);
        Assert.Equal(Verdict.Missing, Examination.Sdk([]).Verdict);
    }

    [Fact]
    public void A_kernel_that_is_not_installed_matters_where_Jupyter_is()
    {
        Assert.Equal(Verdict.Missing, Examination.Kernelspec([], hasJupyter: true).Verdict);
        Assert.Equal(Verdict.Warning, Examination.Kernelspec([], hasJupyter: false).Verdict);
    }

    [Fact]
    public void A_kernel_whose_program_is_gone_is_found()
    {
        Finding finding = Examination.Kernelspec([Spec(KernelspecInstaller.Name, "/no/such/hacklab", ours: true)], hasJupyter: true);
        Assert.Equal(Verdict.Missing, finding.Verdict);
        Assert.Contains("/no/such/hacklab", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kernel_that_is_there_is_fine_unless_another_has_the_common_name()
    {
        InstalledKernelspec ours = Spec(KernelspecInstaller.Name, Environment.ProcessPath!, ours: true);
        Assert.Equal(Verdict.Ok, Examination.Kernelspec([ours], hasJupyter: true).Verdict);
        Finding finding = Examination.Kernelspec([ours, Spec(KernelspecInstaller.DotNetName, "dotnet", ours: false)], hasJupyter: true);
        Assert.Equal(Verdict.Warning, finding.Verdict);
        Assert.Contains("--force", finding.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1L << 30, nameof(Verdict.Warning))]
    [InlineData(1L << 33, nameof(Verdict.Ok))]
    public void Little_memory_is_a_warning(long bytes, string verdict) => Assert.Equal(verdict, Examination.Memory(bytes).Verdict.ToString());

    [Fact]
    public void Every_row_that_is_not_ok_says_what_to_do_and_the_json_says_the_same()
    {
        IReadOnlyList<Finding> findings = [Examination.Cores(1), Examination.Cores(4), Examination.Sdk([])];
        Assert.All(findings.Where(finding => finding.Verdict != Verdict.Ok), finding => Assert.NotNull(finding.Fix));
        var json = (JsonArray)JsonNode.Parse(DoctorCommand.ToJson(findings))!;
        Assert.Equal(["warning", "ok", "missing"], json.Select(row => (string?)row!["verdict"]));
    }

    [Fact]
    public void Real_data_are_those_that_lessons_find_whether_named_or_beside_a_parent()
    {
        using var folder = new TemporaryFolder();
        string lessons = Path.Combine(folder.Path, "project", "notebooks"), named = Path.Combine(folder.Path, "named");
        Directory.CreateDirectory(lessons);
        string? before = Environment.GetEnvironmentVariable("HACKLAB_REAL_DATA");
        try
        {
            Environment.SetEnvironmentVariable("HACKLAB_REAL_DATA", null);
            folder.Write("shared/data/higgs/a.tsv", "1");
            folder.Write("shared/data/higgs/b.tsv", "1");
            Assert.StartsWith($"2 files of real data in {Path.Combine(folder.Path, "shared", "data")}", Examination.RealData(lessons).Words, StringComparison.Ordinal);
            Environment.SetEnvironmentVariable("HACKLAB_REAL_DATA", named);
            Assert.Equal(Verdict.Warning, Examination.RealData(lessons).Verdict);
            Directory.CreateDirectory(named);
            Assert.Contains("is empty", Examination.RealData(lessons).Words, StringComparison.Ordinal);
            folder.Write("named/c.tsv", "1");
            Assert.StartsWith($"1 file of real data in {named}", Examination.RealData(lessons).Words, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("HACKLAB_REAL_DATA", before);
        }
    }

    private static InstalledKernelspec Spec(string name, string program, bool ours) => new(name, name, "/somewhere", [program, "kernel", "start"], ours);
}
