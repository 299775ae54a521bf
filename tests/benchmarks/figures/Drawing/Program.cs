using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using HackLab.Charts;

// usage: KIND FOLDER REPETITIONS
// Draws a figure of the numbers in FOLDER (x.f64, y.f64, c.f64: doubles; image.f64: 1000 × 1000) and prints one line of JSON:
// milliseconds of each drawing, from arrays to SVG and to Plotly JSON, and the bytes of both.
(string kind, string folder, int repetitions) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
double[] x = Numbers("x"), y = Numbers("y");
Func<Figure> draw = Drawing();
List<double> svg = [], json = [];
int svgBytes = 0, jsonBytes = 0;
for (int i = 0; i < repetitions; i++)
{
    GC.Collect();
    long start = Stopwatch.GetTimestamp();
    Figure figure = draw();
    svgBytes = Encoding.UTF8.GetByteCount(figure.ToSvg());
    svg.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    start = Stopwatch.GetTimestamp();
    jsonBytes = Encoding.UTF8.GetByteCount(figure.ToPlotlyJson());
    json.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
}
Console.WriteLine($$"""{"ms": [{{List(svg)}}], "plotly_ms": [{{List(json)}}], "bytes": {{svgBytes}}, "plotly_bytes": {{jsonBytes}}}""");

Func<Figure> Drawing()
{
    switch (kind)
    {
        case "line": return () => Chart.Line(x, y);
        case "scatter": return () => Chart.Scatter(x, y);
        case "histogram":
            float[] values = [.. y.Select(v => (float)v)];
            return () => Chart.Histogram(values);
        case "box":
            Sample[] samples = [new("values", [.. y.Select(v => (float)v)])];
            return () => Chart.Box(samples);
        case "violin":
            Sample[] shapes = [new("values", [.. y.Select(v => (float)v)])];
            return () => Chart.Violin(shapes);
        case "residuals": return () => Chart.Residuals(x, y);
        case "image":
            float[] pixels = [.. Numbers("image").Select(v => (float)v)];
            return () => Chart.Image(pixels, 1000, 1000);
        case "heatmap":
            double[] cells = Numbers("image");
            var table = new double[1000, 1000];
            for (int i = 0; i < cells.Length; i++) table[i / 1000, i % 1000] = cells[i];
            return () => Chart.Heatmap(table);
        case "contour":
            double[] heights = Numbers("image");
            var grid = new double[1000, 1000];
            for (int i = 0; i < heights.Length; i++) grid[i / 1000, i % 1000] = heights[i];
            double[] along = [.. Enumerable.Range(0, 1000).Select(i => (double)i)];
            return () => Chart.Contour(grid, along, along);
        case "spectrogram": return () => Chart.Spectrogram(y, 4096);
        default: throw new ArgumentException($"There is no '{kind}'.");
    }
}

double[] Numbers(string name) => MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, name + ".f64")))
    .ToArray();

static string List(List<double> values) => string.Join(", ", values.Select(v => v.ToString("F3", CultureInfo.InvariantCulture)));
