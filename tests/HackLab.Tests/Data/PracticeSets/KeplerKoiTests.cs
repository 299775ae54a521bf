using System.Text;
using HackLab.Data;
using HackLab.Tests.Cli;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Data.PracticeSets;

public sealed class KeplerKoiTests : IDisposable
{
    private static readonly string[] Measured =
    [
        "koi_period", "koi_time0bk", "koi_impact", "koi_duration", "koi_depth", "koi_prad", "koi_teq", "koi_insol",
        "koi_model_snr", "koi_tce_plnt_num", "koi_steff", "koi_slogg", "koi_srad", "ra", "dec", "koi_kepmag",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_real_table_gives_planets_and_false_alarms_with_what_was_measured()
    {
        string? file = RealDataFolder.Find() is { } real ? Path.Combine(real, "kepler", "koi_60pct.csv") : null;
        Assert.SkipWhen(!File.Exists(file), $"There is no real table of Kepler objects: set {RealDataFolder.Variable}.");
        TabularData objects = Datasets.KeplerKoi.Load(file!);
        // Counted in the file with Python's csv module.
        Assert.Equal([3014, 1378], objects.ClassCounts());
        Assert.Equal(164, objects.Column("koi_depth").Count(float.IsNaN));
        Assert.Equal(173, objects.Column("koi_tce_plnt_num").Count(float.IsNaN));
        Assert.Equal(0, objects.Column("koi_period").Count(float.IsNaN));
        // The file's first row: Kepler-227 b.
        Assert.Equal(1, objects.Y[0]);
        Assert.Equal(
            [9.48803557f, 170.53875f, 0.146f, 2.9575f, 616, 2.26f, 793, 93.59f,
                35.8f, 1, 5455, 4.467f, 0.927f, 291.93423f, 48.141651f, 15.347f],
            objects.Row(0).ToArray());
        // Known: most large "planets" are stars in truth.
        Assert.True(Median(objects.Column("koi_prad", 0)) > 2 * Median(objects.Column("koi_prad", 1)));
    }

    [Fact]
    public void What_gives_the_answer_away_is_no_feature()
    {
        Assert.Equal(Measured, Datasets.KeplerKoi.Features.Select(feature => feature.Name));
        string[] answers = ["loc_rowid", "kepoi_name", "kepler_name", "koi_pdisposition", "koi_score", "koi_fpflag_nt"];
        string path = Write(Line([.. answers, "koi_disposition", .. Measured]),
            Line(["1", "K1.01", "Kepler-1 b", "CANDIDATE", "0.9", "0", "CONFIRMED", .. Numbers(1)]));
        TabularData objects = Datasets.KeplerKoi.Load(path);
        Assert.Equal(Measured, objects.Features.Select(feature => feature.Name));
        Assert.Equal([.. Enumerable.Range(1, Measured.Length).Select(value => (float)value)], objects.Row(0).ToArray());
        Assert.Equal("days", objects.Features[0].Unit);
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_comments_before_the_header()
    {
        string path = Write("# This file was produced by the archive, on a day", Line([.. Measured.Reverse(), "koi_disposition"]),
            Line([.. Numbers(1).Reverse(), "FALSE POSITIVE"]));
        TabularData objects = Datasets.KeplerKoi.Load(path);
        Assert.Equal([.. Enumerable.Range(1, Measured.Length).Select(value => (float)value)], objects.Row(0).ToArray());
        Assert.Equal(("false positive", 0), (objects.ClassNames[0], objects.Y[0]));
    }

    [Fact]
    public void Missing_values_are_NaN_and_candidates_are_left_out_with_a_word()
    {
        string[] gap = Numbers(1);
        gap[4] = "";
        string path = Write(Header(), Row("CONFIRMED", gap), Row("CANDIDATE", Numbers(2)), Row("FALSE POSITIVE", Numbers(3)));
        TabularData objects = Datasets.KeplerKoi.Load(path);
        Assert.Equal([1, 0], objects.Y);
        Assert.Equal([float.NaN, 7], objects.Column("koi_depth"));
        Assert.Equal([1, 3], objects.Column("koi_period"));
        Assert.Equal("koi.csv without 1 candidates", objects.Name);
    }

    [Fact]
    public void Wrong_files_are_refused_with_the_place_and_the_reason()
    {
        string good = Row("CONFIRMED", Numbers(1));
        Refused("koi_disposition", Line(Measured), Line(Numbers(1)));                                       // no verdict's column
        Refused("'koi_depth' is not there", Header().Replace("koi_depth", "depth", StringComparison.Ordinal), good);
        Refused("'ra' is not there, or there twice", Header() + ",ra", good + ",1");
        Refused("header with the columns", good, good);                                                     // no header
        Refused("line 3", Header(), good, good[..(good.Length / 2)]);                                       // cut off
        Refused("line 3, column 3 (koi_time0bk)", Header(), good, Row("CONFIRMED", ["1", "soon", .. Numbers(1)[2..]]));
        Refused("finite numbers", Header(), Row("CONFIRMED", ["1", "-inf", .. Numbers(1)[2..]]));
        Refused("'MAYBE' in row 2", Header(), good, Row("MAYBE", Numbers(1)));
        Refused("nothing in row 1", Header(), Row("", Numbers(1)));
        Refused("objects with a verdict", Header(), Row("CANDIDATE", Numbers(1)));
        Refused("objects with a verdict", Header());
        Refused("none of that name", () => Datasets.KeplerKoi.Load(Path.Combine(_folder.Path, "absent.csv")));
        Assert.Throws<NotSupportedException>(() => Datasets.KeplerKoi.Load(Size.Sample));
    }

    [Fact]
    public void Damaged_tables_give_data_or_a_format_exception_and_nothing_else()
    {
        byte[] good = Encoding.UTF8.GetBytes(string.Join(
            '\n', Header(), Row("CONFIRMED", Numbers(1)), Row("CANDIDATE", Numbers(2)), Row("FALSE POSITIVE", Numbers(3)), ""));
        MutatedFiles.Read(
            [good], path => Assert.DoesNotContain(Datasets.KeplerKoi.Load(path).X, float.IsInfinity), ".csv", count: 2000);
    }

    private static float Median(float[] values) =>
        values.Where(float.IsFinite).Order().ElementAt(values.Count(float.IsFinite) / 2);

    private static string Line(IEnumerable<string> fields) => string.Join(',', fields);

    private static string Header() => Line(["koi_disposition", .. Measured]);

    private static string Row(string verdict, string[] numbers) => Line([verdict, .. numbers]);

    private static string[] Numbers(int first) =>
        [.. Enumerable.Range(first, Measured.Length).Select(value => FormattableString.Invariant($"{value}"))];

    private string Write(params string[] lines) => _folder.Write("koi.csv", string.Join('\n', lines) + "\n");

    private void Refused(string words, params string[] lines)
    {
        string path = Write(lines);
        Refused(words, () => Datasets.KeplerKoi.Load(path));
    }

    private static void Refused(string words, Action load) =>
        Assert.Contains(words, Assert.Throws<DataFormatException>(load).Message, StringComparison.Ordinal);
}
