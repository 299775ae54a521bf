using System.Xml.Linq;
using HackLab.Charts;
using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;
using HackLab.Data;
using Xunit;

namespace HackLab.Tests.Charts;

/// <summary>Each kind of figure shows the numbers it was given.</summary>
public class ChartKindTests
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Contours_of_a_bowl_are_closed_circles_at_their_height()
    {
        double[] at = [.. Enumerable.Range(0, 81).Select(i => (i - 40) / 20.0)];
        var z = new double[81, 81];
        for (int i = 0; i < 81; i++)
        {
            for (int j = 0; j < 81; j++) z[i, j] = (at[j] * at[j]) + (at[i] * at[i]);
        }
        int dropped = 0;
        var squares = new MarchingSquares(at, at, Matrix.Of(z, "bowl", NonFinite.Refuse, ref dropped));
        foreach (double level in (double[])[0.3, 1, 2.7])
        {
            List<(double X, double Y)> ring = Assert.Single(squares.At(level));
            Assert.Equal(ring[0], ring[^1]);
            Assert.All(ring, p => Assert.Equal(Math.Sqrt(level), Math.Sqrt((p.X * p.X) + (p.Y * p.Y)), 2));
            double area = Enumerable.Range(1, ring.Count - 1).Sum(i =>
                (ring[i - 1].X * ring[i].Y) - (ring[i].X * ring[i - 1].Y)) / 2;
            Assert.Equal(Math.PI * level, Math.Abs(area), 1);
        }
        // Level 5 cuts off the four corners only.
        Assert.Equal(4, squares.At(5).Count);
        Assert.Empty(squares.At(9));
    }

    [Fact]
    public void A_saddle_is_decided_by_the_mean_of_its_corners_and_missing_corners_end_lines()
    {
        int dropped = 0;
        Matrix saddle = Matrix.Of(new double[,] { { 1, 0 }, { 0, 1 } }, "saddle", NonFinite.Refuse, ref dropped);
        Assert.Equal(2, new MarchingSquares([0, 1], [0, 1], saddle).At(0.5).Count);
        Matrix torn = Matrix.Of(new double[,] { { 0, 0, double.NaN }, { 1, 1, 1 } }, "torn", NonFinite.Drop, ref dropped);
        List<(double X, double Y)> line = Assert.Single(new MarchingSquares([0, 1, 2], [0, 1], torn).At(0.5));
        Assert.Equal([(0, 0.5), (1, 0.5)], line.OrderBy(p => p.X));
    }

    [Fact]
    public void Every_point_of_a_small_cloud_says_its_numbers_and_a_large_one_counts_each_point_once()
    {
        XElement few = XElement.Parse(Chart.Scatter([1.25, 2], [3, 4.5], new() { Names = ["Sirius", "Vega"] }).ToSvg());
        Assert.Equal(["Sirius: 1.25, 3", "Vega: 2, 4.5"], Hovers(few));
        var random = new Random(1);
        double[] x = [.. Enumerable.Range(0, 7000).Select(_ => random.NextDouble())], y = [.. x.Select(_ => random.NextDouble())];
        var cells = new Density(new Series("many", x, y), Axis.Around("x", 0, 1), Axis.Around("y", 0, 1), 50, 40);
        Assert.Equal(7000, cells.Counts.Sum());
        Assert.Equal(0, cells.Outside);
        double[] means = cells.Means(new Series("many", x, y), x);
        Assert.Equal(x.Sum(), means.Select((m, i) => double.IsNaN(m) ? 0 : m * cells.Counts[i]).Sum(), 6);
    }

    [Theory]
    [InlineData("normal")]
    [InlineData("heavy tails")]
    [InlineData("two values")]
    [InlineData("on log axes")]
    public void A_million_points_stay_below_200_kB_and_say_what_is_not_shown(string shape)
    {
        var random = new Random(4);
        double Value() => shape switch
        {
            "heavy tails" => Math.Tan(Math.PI * (random.NextDouble() - 0.5)),
            "two values" => random.Next(2),
            "on log axes" => Math.Exp(10 * random.NextDouble()),
            _ => random.NextDouble() + random.NextDouble() + random.NextDouble(),
        };
        double[] x = [.. Enumerable.Range(0, 1_000_000).Select(_ => Value())], y = [.. x.Select(_ => Value())];
        Scale scale = shape == "on log axes" ? Scale.Log : Scale.Linear;
        string svg = Chart.Scatter(x, y, new() { XScale = scale, YScale = scale }).ToSvg();
        Assert.InRange(svg.Length, 2_000, 200_000);
        Assert.Contains("1,000,000 points, counted in cells", svg, StringComparison.Ordinal);
        Assert.Equal(shape == "heavy tails", svg.Contains("lie beyond the axes", StringComparison.Ordinal));
        if (shape != "heavy tails") return;
        float[] values = [.. x.Select(v => (float)v)];
        Assert.InRange(Chart.Violin([new("a", values)]).ToSvg().Length, 2_000, 200_000);
        Assert.InRange(Chart.Box([new("a", values)]).ToSvg().Length, 2_000, 200_000);
    }

    [Fact]
    public void Points_that_are_not_finite_or_not_above_zero_are_refused_or_left_out_with_a_note()
    {
        string message = Throws(() => Chart.Scatter([1, double.NaN], [1, 2]));
        Assert.Contains("1 of 2 values is not finite, the first at index 1 (NaN)", message, StringComparison.Ordinal);
        Assert.Contains("1 of 2 points is not above zero, which a logarithmic axis cannot show; the first is point 1 (2, −3)",
            Throws(() => Chart.Line([1, 2.0], [1, -3.0], new() { YScale = Scale.Log })), StringComparison.Ordinal);
        Figure kept = Chart.Scatter([1, double.NaN, 3], [1, 2, 0],
            new() { NonFinite = NonFinite.Drop, YScale = Scale.Log, ColourBy = [5, 6, 7] });
        Assert.Contains("2 values that are not finite or not above zero left out", kept.ToSvg(), StringComparison.Ordinal);
        Assert.Equal(["1, 1; value 5"], Hovers(XElement.Parse(kept.ToSvg())));
        Assert.Contains("first in row 1, column 0", Throws(() => Chart.Heatmap(new double[,] { { 1 }, { double.NaN } })),
            StringComparison.Ordinal);
        Assert.Contains("not finite drawn grey", Chart.Heatmap(new double[,] { { 1 }, { double.NaN } },
            new() { NonFinite = NonFinite.Drop }).ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_heat_map_says_each_number_in_its_cell_and_its_ends_have_the_ends_of_the_colours()
    {
        XElement map = XElement.Parse(Chart.Heatmap(new double[,] { { 0, 0.25 }, { 0.5, 1 } },
            new() { RowNames = ["a", "b"], ColumnNames = ["c", "d"] }).ToSvg());
        Assert.Equal(["a, c: 0", "a, d: 0.25", "b, c: 0.5", "b, d: 1"], Hovers(map));
        string[] fills = [.. map.Elements(_svg + "rect").Where(r => r.Element(_svg + "title") is not null).Select(r =>
            r.Attribute("fill")!.Value)];
        Assert.Equal(["#440154", "#fde725"], [fills[0], fills[3]]);
        Assert.Contains(map.Elements(_svg + "text"), t => t.Value == "0.25");
    }

    [Fact]
    public void Pixels_of_an_image_come_back_from_its_picture_and_large_ones_are_means()
    {
        float[] pixels = [0, 0.25f, 0.5f, 0.75f, 1, 0.1f];
        RasterImage shown = PictureOf(Chart.Image(pixels, 2, 3));
        Assert.Equal((3, 2), (shown.Width, shown.Height));
        for (int i = 0; i < 6; i++) Assert.Equal(Math.Round(255 * pixels[i]), shown.Samples[3 * i]);
        double[] halved = Averaging.Down([1, 2, 3, 4, 5, 6, 7, double.NaN], 2, 4, 1, 1, 2);
        // A mean over rows of means: 7 alone in its row counts as much as the mean of 3 and 4.
        Assert.Equal([(1 + 2 + 5 + 6) / 4.0, (3.5 + 7) / 2], halved, new Near(1e-12));
        double[] thirds = Averaging.Down([0, 3, 6], 1, 3, 1, 1, 2);
        Assert.Equal([1, 5], thirds, new Near(1e-12));
    }

    [Fact]
    public void Wrong_images_have_a_cross_and_another_border_than_right_ones()
    {
        XElement grid = XElement.Parse(Chart.ImageGrid([new([1f, 0], 1, 2, "cat", true),
            new([0f, 1], 1, 2, "dog, is cat", false)]).ToSvg());
        string[] texts = [.. grid.Elements(_svg + "text").Select(t => t.Value)];
        Assert.Contains("✓ cat", texts);
        Assert.Contains("✗ dog, is cat", texts);
        Assert.Contains("1 of 2 right: ✓ right, ✗ wrong", texts);
        string[] borders = [.. grid.Elements(_svg + "path").Where(p => p.Attribute("fill")!.Value == "none").Select(p =>
            p.Attribute("stroke")!.Value + p.Attribute("stroke-dasharray")?.Value)];
        Assert.Equal(2, borders.Distinct().Count());
        var images = new LabelledImages("pairs", [1, 2, 3, 4], [0, 1], ["a", "b"], 1, 2);
        Assert.Contains("1 of 2 right", Chart.ImageGrid(images, [0, 0]).ToText(), StringComparison.Ordinal);
        Assert.Contains("called class 7", Throws(() => Chart.ImageGrid(images, [0, 7])), StringComparison.Ordinal);
    }

    [Fact]
    public void Error_bars_reach_from_the_lower_to_the_upper_end()
    {
        XElement figure = XElement.Parse(Chart.ErrorBars([1, 2], [10, 20], [1, 3],
            new() { XRange = (0, 3), YRange = (0, 30) }).ToSvg());
        Assert.Equal(["measured: 1, 10 ± 1", "measured: 2, 20 ± 3"], Hovers(figure));
        Assert.Contains("YError of point 1 is −3", Throws(() => Chart.ErrorBars([1, 2], [1, 2], [1, -3])),
            StringComparison.Ordinal);
        Assert.Contains("1 values of YError for 2 points", Throws(() => Chart.ErrorBars([1, 2], [1, 2], [1])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Residuals_and_pulls_are_summed_up_in_words()
    {
        string text = Chart.Residuals([1, 2, 3], [2, 2, 5], new() { Quantity = "mass [kg]", Error = [1, 1, 2] }).ToText();
        Assert.Contains("Mean residual 1 kg, root mean square 1.29 kg; pulls: mean 0.667, standard deviation 0.471", text,
            StringComparison.Ordinal);
        Assert.Contains("uncertainty of point 0 is 0", Throws(() => Chart.Residuals([1.0], [1.0], new() { Error = [0] })),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Precision_holds_from_each_recall_down_to_the_next_whatever_the_order()
    {
        double[] recall = [0, 0.5, 1], precision = [1, 0.8, 0.4];
        string rising = Path(Chart.PrecisionRecall(recall, precision, 0.6)),
            falling = Path(Chart.PrecisionRecall([.. recall.Reverse()], [.. precision.Reverse()], 0.6));
        Assert.Equal(rising, falling);
        Assert.Equal(5, rising.Count(c => c is 'M' or 'L'));
        Assert.Contains("not percentages", Throws(() => Chart.PrecisionRecall([0, 100], [0, 1], 0.5)), StringComparison.Ordinal);
    }

    [Fact]
    public void Bins_of_a_reliability_diagram_hold_every_row_once()
    {
        float[] probability = [0, 0.05f, 0.95f, 1, 0.55f];
        XElement figure = XElement.Parse(Chart.Calibration([0, 1, 1, 1, 0], probability).ToSvg());
        Assert.Equal(["this score: promised 2.5 %, came true 50.0 % of 2", "this score: promised 55.0 %, came true 0.0 % of 1",
            "this score: promised 97.5 %, came true 100.0 % of 2"],
            Hovers(figure).Where(h => h.Contains("promised", StringComparison.Ordinal)));
        // 2 · 0.475 + 1 · 0.55 + 2 · 0.025 over 5 rows.
        Assert.Contains("mean gap 31.0 %", figure.ToString(), StringComparison.Ordinal);
        Assert.Contains("Row 1 has class 2", Throws(() => Chart.Calibration([0, 2], [0.1f, 0.2f])), StringComparison.Ordinal);
        Assert.Contains("outside 0 to 1", Throws(() => Chart.Calibration([0], [1.5f])), StringComparison.Ordinal);
    }

    [Fact]
    public void Forces_place_joined_nodes_nearer_than_others_and_the_same_for_the_same_seed()
    {
        GraphEdge[] edges = [new(0, 1), new(1, 2), new(0, 2), new(3, 4), new(4, 5), new(3, 5)];
        (double X, double Y)[] at = ForceLayout.Place(6, edges, 1, TestContext.Current.CancellationToken);
        Assert.Equal(at, ForceLayout.Place(6, edges, 1, TestContext.Current.CancellationToken));
        Assert.NotEqual(at, ForceLayout.Place(6, edges, 2, TestContext.Current.CancellationToken));
        double Distance(int a, int b) => Math.Sqrt(Math.Pow(at[a].X - at[b].X, 2) + Math.Pow(at[a].Y - at[b].Y, 2));
        double joined = edges.Max(e => Distance(e.From, e.To)),
            apart = Enumerable.Range(0, 3).SelectMany(a => Enumerable.Range(3, 3).Select(b => Distance(a, b))).Min();
        Assert.True(joined < apart, $"{joined} {apart}");
        Assert.Contains("Edge 0 joins nodes 0 and 9", Throws(() => Chart.Graph([new("a")], [new(0, 9)])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Gates_stand_as_far_left_as_their_wires_are_free_and_never_over_each_other()
    {
        var random = new Random(3);
        CircuitGate[] gates = [.. Enumerable.Range(0, 200).Select(_ =>
        {
            int[] wires = [.. Enumerable.Range(0, 6).OrderBy(_ => random.Next())];
            return new CircuitGate("U", wires[0]) { Controls = [.. wires.Skip(1).Take(random.Next(3))] };
        })];
        CircuitLayout circuit = CircuitLayout.Of(6, gates);
        Assert.Equal(gates, circuit.Gates.Select(g => g.Gate));
        static (int First, int Last) Span(CircuitGate g) =>
            (g.Targets.Concat(g.Controls).Min(), g.Targets.Concat(g.Controls).Max());
        for (int i = 0; i < gates.Length; i++)
        {
            (int first, int last) = Span(gates[i]);
            PlacedGate[] before = [.. circuit.Gates.Take(i).Where(g => Span(g.Gate).First <= last && Span(g.Gate).Last >= first)];
            Assert.Equal(before.Length == 0 ? 0 : before.Max(g => g.Column) + 1, circuit.Gates[i].Column);
        }
        Assert.Contains("wires are numbered 0 to 1", Throws(() => Chart.Circuit(2, [new("H", 2)])), StringComparison.Ordinal);
        Assert.Contains("uses a wire twice", Throws(() => Chart.Circuit(2, [new("X", 0) { Controls = [0] }])),
            StringComparison.Ordinal);
        Assert.Contains("2. X on q1 controlled by q0", Chart.Circuit(2, [new("H", 0), new("X", 1) { Controls = [0] }]).ToText(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_is_read_from_features_that_come_in_threes()
    {
        var data = new TabularData(
            "events", [new Feature("PRI_tau_pt", "GeV"), new Feature("PRI_tau_eta"), new Feature("PRI_tau_phi"),
                new Feature("PRI_jet_leading_pt", "GeV"), new Feature("PRI_jet_leading_eta"), new Feature("PRI_jet_leading_phi"),
                new Feature("PRI_met", "GeV"), new Feature("PRI_met_phi")],
            [40, 1, 2, -999, -999, -999, 30, -1], [1], ["background", "signal"]);
        Figure figure = Chart.EventDisplay(data, 0);
        Assert.Contains("tau: pT 40 GeV, η 1, φ 2", figure.ToText(), StringComparison.Ordinal);
        Assert.Contains("Missing momentum 30 GeV at φ −1", figure.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("jet", figure.ToText(), StringComparison.Ordinal);
        Assert.Equal("events, event 0: signal", figure.Title);
        Assert.Contains("no features called", Throws(() => Chart.EventDisplay(Samples.Data(3), 0)), StringComparison.Ordinal);
        Assert.Contains("Particle 0 (muon)", Throws(() => Chart.EventDisplay([new("muon", -1, 0, 0)])), StringComparison.Ordinal);
    }

    [Fact]
    public void Attention_names_the_strongest_pairs_and_refuses_sizes_that_do_not_fit()
    {
        string text = Chart.Attention(new double[,] { { 0.9, 0.1 }, { 0.3, 0.7 } }, ["a", "b"]).ToText();
        Assert.Contains("head 0: a → a 0.9, b → b 0.7, b → a 0.3", text, StringComparison.Ordinal);
        Assert.Contains("need 3 × 3 weights; found 2 × 2", Throws(() => Chart.Attention(new double[2, 2], ["a", "b", "c"])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_a_table_are_drawn_by_group_without_missing_values()
    {
        var frame = new DataFrame(
            new PrimitiveDataFrameColumn<double>("depth", (double[])[1, 2, double.NaN, 4]),
                new StringDataFrameColumn("kind", ["planet", "star", "star", "planet"]));
        string box = Chart.Box(frame, "depth", "kind").ToText();
        Assert.Contains("planet: n = 2, median 2.5", box, StringComparison.Ordinal);
        Assert.Contains("star: n = 1, median 2", box, StringComparison.Ordinal);
        Assert.Contains("depth: n = 3", Chart.Violin(frame, "depth").ToText(), StringComparison.Ordinal);
        Assert.Contains("1 value that is not finite left out", Chart.Histogram(frame, "depth", "kind").ToSvg(),
            StringComparison.Ordinal);
        Assert.Contains("rows: n = 2", Chart.Scatter(new DataFrame(new PrimitiveDataFrameColumn<double>("a", (double[])[1, 2]),
            new PrimitiveDataFrameColumn<double>("b", (double[])[3, 4])), "a", "b").ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_of_images_stand_over_each_other()
    {
        Figure grid = Chart.ImageGrid(new ImagePairs("lenses", [0, 1, 2], [.. Enumerable.Range(0, 12).Select(i => (float)i)], 1, 1,
            2));
        Assert.Equal(["0: coarse", "1: coarse", "2: coarse", "0: fine", "1: fine", "2: fine"],
            grid.Model.Panels.Select(p => p.Title));
        Assert.Equal(3, grid.Model.Columns);
    }

    [Fact]
    public void Shared_axes_reach_over_all_figures_and_have_labels_at_the_outside_only()
    {
        Figure grid = Chart.Grid([Chart.Line([0, 1], [0, 1.0]), Chart.Line([5, 9], [20, 30.0])],
            new() { Columns = 1, ShareX = true });
        Panel[] panels = [.. grid.Model.Panels];
        Assert.Equal((panels[0].XAxis.Min, panels[0].XAxis.Max), (panels[1].XAxis.Min, panels[1].XAxis.Max));
        Assert.True(panels[0].XAxis.Min <= 0 && panels[0].XAxis.Max >= 9);
        Assert.Equal([false, true], panels.Select(p => p.XAxis.TickLabels));
        Assert.NotEqual(panels[0].YAxis.Max, panels[1].YAxis.Max);
        Assert.Contains("axes of one kind", Throws(() => Chart.Grid([Chart.Line([1, 2], [1, 2.0]),
            Chart.Line([1, 2], [1, 2.0], new() { XScale = Scale.Log })], new() { ShareX = true })), StringComparison.Ordinal);
        Assert.Contains("has 2", Throws(() => Chart.Grid([Chart.Residuals([1.0], [2.0])])), StringComparison.Ordinal);
    }

    [Fact]
    public void An_annotation_is_said_in_words_and_lengthens_the_axis_it_needs()
    {
        Figure line = Chart.Line([0, 10], [0, 1.0]), marked = line.WithVerticalLine(20, "later").WithHorizontalSpan(0.2, 0.4,
            "band");
        Assert.True(marked.Model.Panels[0].XAxis.Max >= 20);
        Assert.Equal(line.Model.Panels[0].YAxis, marked.Model.Panels[0].YAxis);
        Assert.Contains("Upright line at 20: later. Band from 0.2 to 0.4: band.", marked.Description, StringComparison.Ordinal);
        Assert.IsType<HackLab.Charts.Internals.Marks.Span>(marked.Model.Panels[0].Marks[0]);
        Assert.Single(line.Model.Panels[0].Marks);
        Assert.Contains("does not fit the horizontal axis", Throws(() => line.WithVerticalLine(double.NaN)),
            StringComparison.Ordinal);
        Assert.Contains("panels 0 to 0", Throws(() => line.WithText(1, 1, "x", panel: 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_keep_their_intervals_when_they_are_sorted()
    {
        string svg = Chart.Bar(["a", "b"], [1, 3], new() { Intervals = [(0.5, 1.5), (2.5, 3.5)] }).ToSvg();
        Assert.Contains("b: 3.00 (2.5 to 3.5)", svg, StringComparison.Ordinal);
        Assert.Contains("a: 1.00 (0.5 to 1.5)", svg, StringComparison.Ordinal);
        Assert.Contains("1 intervals for 2 bars", Throws(() => Chart.Bar(["a", "b"], [1, 3], new() { Intervals = [(0, 1)] })),
            StringComparison.Ordinal);
        Assert.Contains("'net' has 1 values for 2 names", Throws(() => Chart.Bar(["a", "b"], [new Sample("net", [1f])])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_runs_to_and_fro_becomes_a_picture_that_covers_its_points()
    {
        var random = new Random(6);
        double[] x = [.. Enumerable.Range(0, 300_000).Select(_ => random.NextDouble())],
            y = [.. x.Select(_ => random.NextDouble())];
        Figure figure = Chart.Line(x, y);
        Assert.InRange(figure.ToSvg().Length, 1_000, 200_000);
        RasterImage picture = PictureOf(figure);
        int inside = 0;
        for (int i = 0; i < picture.Samples.Length; i += 4) inside += picture.Samples[i + 3] > 0 ? 1 : 0;
        Assert.InRange(inside / (double)(picture.Width * picture.Height), 0.8, 0.95);   // all but the room of 4 % at each side
    }

    private static string Throws(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;

    private static string[] Hovers(XElement svg) => [.. svg.Elements().Select(e =>
        e.Element(_svg + "title")?.Value).OfType<string>()];

    private static string Path(Figure figure) =>
        XElement.Parse(figure.ToSvg()).Elements(_svg + "path").First(p =>
            p.Attribute("stroke")!.Value == Palette.Blue).Attribute("d")!.Value;

    private static RasterImage PictureOf(Figure figure)
    {
        string address = XElement.Parse(figure.ToSvg()).Descendants(_svg + "image").First().Attribute("href")!.Value;
        return Png.Decode(Convert.FromBase64String(address[(address.IndexOf(',', StringComparison.Ordinal) + 1)..]));
    }

    private sealed class Near(double tolerance) : IEqualityComparer<double>
    {
        public bool Equals(double a, double b) => Math.Abs(a - b) <= tolerance;

        public int GetHashCode(double value) => 0;
    }
}
