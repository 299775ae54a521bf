using FsCheck;
using FsCheck.Fluent;
using HackLab.Data;
using Xunit;

namespace HackLab.Tests.Data;

public sealed class DataFrameTests
{
    private static DataFrame Particles() => new(
        new StringDataFrameColumn("name", ["W", "Z", "H", "t", null]),
        new PrimitiveDataFrameColumn<double>("mass", [80.4, 91.2, 125.1, 172.8, 4.2]),
        new PrimitiveDataFrameColumn<int>("spin", new int?[] { 1, 1, 0, null, null }),
        new StringDataFrameColumn("kind", ["boson", "boson", "boson", "quark", "quark"]));

    private static string[] Names(DataFrame frame) => [.. ((StringDataFrameColumn)frame["name"]).Values.Select(name => name ?? "-")];

    [Fact]
    public void Rows_are_filtered_by_answers_and_by_tests()
    {
        DataFrame particles = Particles();
        Assert.Equal(["H", "t"], Names(particles.Filter(particles["mass"].ElementwiseGreaterThan(100))));
        Assert.Equal(["W", "Z"], Names(particles.Filter(particles["kind"].ElementwiseEquals("boson").And(particles["spin"].ElementwiseEquals(1)))));
        Assert.Equal(["t", "-"], Names(particles.Filter(particles["spin"].ElementwiseIsNull())));
        Assert.Equal(["Z", "H"], Names(particles.Filter<double>("mass", mass => mass is > 90 and < 150)));
        Assert.Equal(["H"], Names(particles.Filter<int>("spin", spin => spin == 0)));
        Assert.Equal(["W", "Z"], Names(particles.Filter<double>("spin", spin => spin > 0.5)));
        Assert.Equal(["H"], Names(particles.Filter<string>("name", name => name == "H")));
        Assert.Throws<ArgumentException>(() => particles["mass"].ElementwiseEquals("heavy"));
        Assert.Throws<ArgumentException>(() => particles.Filter(new PrimitiveDataFrameColumn<bool>("x", [true])));
        Assert.Contains("There are: name, mass, spin, kind", Assert.Throws<ArgumentException>(() => particles["weight"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sorting_keeps_equal_rows_in_order_and_puts_missing_ones_last()
    {
        Assert.Equal(["-", "W", "Z", "H", "t"], Names(Particles().OrderBy("mass")));
        Assert.Equal(["H", "W", "Z", "t", "-"], Names(Particles().OrderBy("spin")));
        Assert.Equal(["W", "Z", "H", "t", "-"], Names(Particles().OrderByDescending("spin")));
        Assert.Equal(["Z", "W", "t", "H", "-"], Names(Particles().OrderByDescending("name")));
    }

    [Fact]
    public void Groups_are_counted_and_averaged_without_missing_values()
    {
        DataFrame mean = Particles().GroupBy("kind").Mean();
        Assert.Equal("boson quark", string.Join(' ', ((StringDataFrameColumn)mean["kind"]).Values));
        Assert.Equal([(80.4 + 91.2 + 125.1) / 3, (172.8 + 4.2) / 2], mean["mass"].ToDoubles());
        Assert.Equal(2.0 / 3, mean["spin"][0]);
        Assert.Null(mean["spin"][1]);
        Assert.Equal([3L, 1], ((PrimitiveDataFrameColumn<long>)Particles().GroupBy("kind").Count("name")["name"]).Values);
        Assert.Equal([172.8], Particles().GroupBy("kind").Max("mass").Filter<string>("kind", kind => kind == "quark")["mass"].ToDoubles());
        Assert.Equal(3, Particles().GroupBy("kind", "spin").First().Rows.Count);
        DataFrame counts = Particles()["spin"].ValueCounts();
        Assert.Equal([1, 0], ((PrimitiveDataFrameColumn<int>)counts["Values"]).Values);
        Assert.Equal([2L, 1], ((PrimitiveDataFrameColumn<long>)counts["Counts"]).Values);
    }

    [Fact]
    public void Frames_are_merged_by_key_and_joined_by_place()
    {
        var charges = new DataFrame(
            new StringDataFrameColumn("name", ["t", "W", "W", "e", null]), new PrimitiveDataFrameColumn<double>("charge", [0.667, 1, -1, -1, 0]));
        DataFrame left = Particles().Merge(charges, ["name"], ["name"]);
        Assert.Equal(["W", "W", "Z", "H", "t", ""], ((StringDataFrameColumn)left["name_left"]).Values.Select(name => name ?? ""));
        Assert.Equal([1, -1, double.NaN, double.NaN, 0.667, double.NaN], left["charge"].ToDoubles());
        Assert.Equal(3, Particles().Merge(charges, ["name"], ["name"], joinAlgorithm: JoinAlgorithm.Inner).Rows.Count);
        Assert.Equal(5, Particles().Merge(charges, ["name"], ["name"], joinAlgorithm: JoinAlgorithm.Right).Rows.Count);
        Assert.Equal(8, Particles().Merge(charges, ["name"], ["name"], joinAlgorithm: JoinAlgorithm.FullOuter).Rows.Count);
        Assert.Throws<ArgumentException>(() => Particles().Merge(charges, ["name"], ["charge"]));
        DataFrame beside = Particles().Head(2).Join(charges, joinAlgorithm: JoinAlgorithm.FullOuter);
        Assert.Equal(["name_left", "mass", "spin", "kind", "name_right", "charge"], beside.Columns.Select(column => column.Name));
        Assert.Equal(5, beside.Rows.Count);
        Assert.Null(beside.Rows[4]["mass"]);
    }

    [Fact]
    public void Columns_are_calculated_added_and_described()
    {
        DataFrame particles = Particles();
        particles["double"] = (particles["mass"] * 2) - particles["spin"];
        Assert.Equal([159.8, 181.4, 250.2], particles["double"].ToDoubles()[..3].Select(x => Math.Round(x, 10)));
        Assert.Equal(2, particles["double"].NullCount);
        DataFrame description = particles.Description();
        Assert.Equal(["Description", "mass", "spin", "double"], description.Columns.Select(column => column.Name));
        Assert.Equal([3, 2.0 / 3, Math.Sqrt(1.0 / 3), 0, 0.5, 1, 1, 1], description["spin"].ToDoubles().Select(x => Math.Round(x, 12)).ToArray(), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Throws<InvalidOperationException>(() => particles["kind"].Sum());
        Assert.Throws<ArgumentException>(() => particles["short"] = new PrimitiveDataFrameColumn<int>("short", [1]));
        Assert.Contains("5 rows × 5 columns", particles.ToText(), StringComparison.Ordinal);
        Assert.Contains("<table", particles.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_saved_is_loaded_again() => Prop.ForAll(
        Gen.Elements("", "a", "x,y", "say \"so\"", "two\nlines", " edge ", "NA", "ü", null!).ListOf(6).ToArbitrary(),
        Gen.Elements(0, 1.5, -2e-300, double.MaxValue, 0.1, double.NegativeInfinity).ListOf(6).ToArbitrary(),
        (texts, numbers) =>
        {
            // A letter in front: otherwise a column of numbers as text would come back as numbers.
            var frame = new DataFrame(
                new StringDataFrameColumn("text", ["t" + 0, .. texts]), new PrimitiveDataFrameColumn<double>("x", [0.25, .. numbers]),
                new PrimitiveDataFrameColumn<long>("n", [long.MaxValue, .. Enumerable.Range(0, 6).Select(i => i % 2 == 0 ? (long?)null : -i)]),
                new PrimitiveDataFrameColumn<bool>("yes", [true, false, true, false, true, false, true]));
            string path = Path.Combine(Path.GetTempPath(), $"hacklab-frame-{Guid.NewGuid():N}.csv");
            try
            {
                DataFrame.SaveCsv(frame, path);
                DataFrame back = DataFrame.LoadCsv(path);
                Assert.Equal(frame.Columns.Select(c => (c.Name, c.DataType)), back.Columns.Select(c => (c.Name, c.DataType)));
                Assert.Equal(frame.Rows.SelectMany(row => row), back.Rows.SelectMany(row => row));
            }
            finally
            {
                File.Delete(path);
            }
        }).QuickCheckThrowOnFailure();

    private sealed record Planet(string Name, double Mass, int? Moons);

    [Fact]
    public void Records_become_columns_and_columns_labelled_rows()
    {
        DataFrame planets = DataFrame.From(new Planet[] { new("Earth", 1, 1), new("Venus", 0.815, null), new("Mars", 0.107, 2) });
        Assert.Equal([typeof(string), typeof(double), typeof(int)], planets.Columns.Select(column => column.DataType));
        Assert.Equal(1, planets["Moons"].NullCount);
        Assert.Equal([1f, 1, 0.815f, float.NaN, 0.107f, 2], planets.ToArray("Mass", "Moons"));
        TabularData data = Particles().ToTabularData("kind", "mass");
        Assert.Equal(["boson", "quark"], data.ClassNames);
        Assert.Equal([0, 0, 0, 1, 1], data.Y);
        Assert.Equal(172.8f, data.X[3]);
        Assert.Equal(data.X, DataFrame.From(data).ToTabularData("class").X);
        Assert.Throws<ArgumentException>(() => Particles().ToTabularData("name"));
        Assert.Equal(DBNull.Value, planets.ToTable().Rows[1]["Moons"]);
    }
}
