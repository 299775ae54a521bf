using HackLab.Data;
using HackLab.Data.DarkWorlds;
using HackLab.Tests.Cli;
using Xunit;

namespace HackLab.Tests.Data.PracticeSets;

public sealed class DarkWorldsTests : IDisposable
{
    private const string HaloHeader = "SkyId,numberHalos,x_ref,y_ref,halo_x1,halo_y1,halo_x2,halo_y2,halo_x3,halo_y3\n";
    private const string First = "Sky1,1,10,20,10.5,20.25,0,0,0,0\n", Second = "Sky2,2,1,2,3,4,5,6,0,0\n";
    private const string Galaxies =
        "GalaxyID,x,y,e1,e2\nGalaxy1,700.87,89.98,-0.050569,-0.301238\nGalaxy2,570.74,3528.23,0.25,0.052\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_real_skies_have_galaxies_drawn_around_their_halos()
    {
        string? folder = RealDataFolder.Find() is { } real ? Path.Combine(real, "dark-worlds") : null;
        Assert.SkipWhen(!Directory.Exists(folder), $"There are no real skies: set {RealDataFolder.Variable}.");
        IReadOnlyList<Sky> skies = Datasets.DarkWorlds.Load(folder!);
        // Counted in the files with Python's csv module.
        Assert.Equal(200, skies.Count);
        Assert.Equal((107_350, 318, 736),
            (skies.Sum(sky => sky.Galaxies.Count), skies.Min(sky => sky.Galaxies.Count), skies.Max(sky => sky.Galaxies.Count)));
        Assert.Equal([100, 100], skies.CountBy(sky => sky.Halos!.Count).OrderBy(pair => pair.Key).Select(pair => pair.Value));
        Assert.Equal(new Galaxy(700.87f, 89.98f, -0.050569f, -0.301238f), skies[0].Galaxies[0]);
        Assert.Equal([new SkyPoint(3392.37f, 2947.62f), new SkyPoint(2787.65f, 3098.15f)], skies[^1].Halos!);
        Assert.Equal(("Sky200", new SkyPoint(3340.82f, 2960.45f)), (skies[^1].Name, skies[^1].Reference!.Value));
        // A halo stretches images along circles around it: that is what the competition is about, and it needs every column and
        // its sign to be right. e_t = -(e1 cos 2φ + e2 sin 2φ) with φ the direction from the halo.
        Sky[] single = [.. skies.Where(sky => sky.Halos!.Count == 1)];
        Assert.InRange(single.Average(sky => MeanTangential(sky, sky.Halos![0])), 0.02, 0.2);
        Assert.InRange(single.Average(sky => MeanTangential(sky, Opposite(sky.Halos![0]))), -0.02, 0.02);
    }

    [Fact]
    public void Skies_come_in_the_order_of_the_halos_with_as_many_as_they_have()
    {
        string folder = Write(HaloHeader + Second + First);
        IReadOnlyList<Sky> skies = Datasets.DarkWorlds.Load(folder);
        Assert.Equal(["Sky2", "Sky1"], skies.Select(sky => sky.Name));
        Assert.Equal([new SkyPoint(3, 4), new SkyPoint(5, 6)], skies[0].Halos!);
        Assert.Equal([new SkyPoint(10.5f, 20.25f)], skies[1].Halos!);
        Assert.Equal(new SkyPoint(10, 20), skies[1].Reference);
        Galaxy[] galaxies = [new(700.87f, 89.98f, -0.050569f, -0.301238f), new(570.74f, 3528.23f, 0.25f, 0.052f)];
        Assert.Equal(galaxies, skies[1].Galaxies);
    }

    [Fact]
    public void A_sky_of_the_test_has_galaxies_only()
    {
        Sky sky = Datasets.DarkWorlds.LoadSky(_folder.Write("Test_Sky7.csv", Galaxies));
        Assert.Equal(("Sky7", 2, true, true), (sky.Name, sky.Galaxies.Count, sky.Halos is null, sky.Reference is null));
    }

    [Fact]
    public void Skies_and_halos_that_do_not_belong_together_are_refused()
    {
        Refused("none for Sky2", HaloHeader + First);
        Refused("Train_Skies/Training_Sky3.csv, found none",
            HaloHeader + First + Second + First.Replace("Sky1", "Sky3", StringComparison.Ordinal));
        Refused("line 4, column SkyId: expected every sky once", HaloHeader + First + Second + First);
        Refused("line 2, column numberHalos: expected one to three halos, found 4",
            HaloHeader + First.Replace("Sky1,1", "Sky1,4", StringComparison.Ordinal) + Second);
        Assert.Throws<NotSupportedException>(() => Datasets.DarkWorlds.Load(Size.Simulated(5)));
    }

    [Fact]
    public void Damaged_and_wrong_files_are_refused()
    {
        Refused("'halo_y3' is not there", HaloHeader.Replace(",halo_y3", "", StringComparison.Ordinal) + First + Second);
        Refused("line 3", HaloHeader + First + Second[..12]);                                              // cut off
        Refused("rows of data", HaloHeader);
        Refused("column 2 (numberHalos)", HaloHeader + First + Second.Replace(",2,", ",two,", StringComparison.Ordinal));
        Refused("'e2' is not there", HaloHeader + First + Second, Galaxies.Replace("e2", "e3", StringComparison.Ordinal));
        Refused("line 3", HaloHeader + First + Second, Galaxies[..^20]);                                   // cut off
        Refused("line 2, column 4 (e1)",
            HaloHeader + First + Second, Galaxies.Replace("-0.050569", "", StringComparison.Ordinal));
        Refused("finite numbers", HaloHeader + First + Second, Galaxies.Replace("-0.050569", "inf", StringComparison.Ordinal));
        Refused("rows of data", HaloHeader + First + Second, "GalaxyID,x,y,e1,e2\n");
    }

    [Fact]
    public void A_folder_without_the_files_is_refused()
    {
        Assert.Contains("no folder", Load(Path.Combine(_folder.Path, "absent")), StringComparison.Ordinal);
        Assert.Contains("no Train_Skies", Load(_folder.Path), StringComparison.Ordinal);
        string folder = Write(HaloHeader + First + Second);
        File.Delete(Path.Combine(folder, "Training_halos.csv"));
        Assert.Contains("none of that name", Load(folder), StringComparison.Ordinal);
    }

    private static SkyPoint Opposite(SkyPoint halo) => new(4200 - halo.X, 4200 - halo.Y);

    // Mean tangential ellipticity of the galaxies within 1000 pixels.
    private static double MeanTangential(Sky sky, SkyPoint centre) => sky.Galaxies
        .Where(galaxy => double.Hypot(galaxy.X - centre.X, galaxy.Y - centre.Y) < 1000)
        .Select(galaxy =>
        {
            double angle = 2 * Math.Atan2(galaxy.Y - centre.Y, galaxy.X - centre.X);
            return -((galaxy.E1 * Math.Cos(angle)) + (galaxy.E2 * Math.Sin(angle)));
        }).DefaultIfEmpty(0).Average();

    private static string Load(string folder) =>
        Assert.Throws<DataFormatException>(() => Datasets.DarkWorlds.Load(folder)).Message;

    private void Refused(string words, string halos, string? firstSky = null) =>
        Assert.Contains(words, Load(Write(halos, firstSky)), StringComparison.Ordinal);

    private string Write(string halos, string? firstSky = null)
    {
        _folder.Write(Path.Combine("Train_Skies", "Training_Sky1.csv"), firstSky ?? Galaxies);
        _folder.Write(Path.Combine("Train_Skies", "Training_Sky2.csv"), Galaxies);
        _folder.Write("Training_halos.csv", halos);
        return _folder.Path;
    }
}
