using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;
using HackLab.Data;
using HackLab.Data.Hosting;

namespace HackLab.Charts;

/// <summary>Frequencies over time.</summary>
public static partial class Chart
{
    /// <summary>The spectrogram of a sound's first channel.</summary>
    /// <param name="sound">A sound, for example <c>Wav.Read("chirp.wav")</c>.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are too few samples, or a setting is out of range.</exception>
    public static Figure Spectrogram(WavSound sound, SpectrogramOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sound);
        return Spectrogram(sound.Channel(0), sound.Rate, options);
    }

    /// <summary>
    /// Which frequencies a signal has when: amplitudes of successive windows under von Hann's window, in decibels or as they are.
    /// A sine of
    /// amplitude 1 has amplitude 1 (0 dB) at its frequency.
    /// </summary>
    /// <param name="samples">The signal at even steps of time, shape [n].</param>
    /// <param name="rate">Samples a second, in Hz.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There are fewer than 8 samples, one is not finite, or a setting is out of range.
    /// </exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>Chart.Spectrogram(strain, 4096, new() { FrequencyScale = Scale.Log, FrequencyRange = (20, 1000) })</code></example>
    public static Figure Spectrogram(IReadOnlyList<double> samples, double rate, SpectrogramOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        options ??= new SpectrogramOptions();
        if (!(rate > 0) || !double.IsFinite(rate))
        {
            throw new ArgumentException(
                $"The rate must be a finite number of samples a second above 0, but it is {rate}.", nameof(rate));
        }
        if (samples.Count < 8)
        {
            throw new ArgumentException(
                $"A spectrogram needs at least 8 samples, but there are {samples.Count}.", nameof(samples));
        }
        int bad = 0;
        Input.Points(new Series("samples", samples), NonFinite.Refuse, ref bad);
        int window =
            options.Window ?? Math.Max(8, (int)Math.Pow(2, Math.Clamp(Math.Round(Math.Log2(samples.Count / 64.0)), 6, 16)));
        window = options.Window is null ? Math.Min(window, samples.Count) : window;
        if (window is < 8 or > 65_536 || window > samples.Count)
        {
            throw new ArgumentException(
                $"Window must lie between 8 and {Math.Min(65_536, samples.Count)} samples, but it is {window}.", nameof(options));
        }
        if (!(options.Overlap is >= 0 and < 1))
            throw new ArgumentException($"Overlap must lie between 0 and below 1, but it is {options.Overlap}.", nameof(options));
        int step = Math.Max(1, (int)Math.Round(window * (1 - options.Overlap)));
        double[,] amplitudes = ShortTime.Amplitudes(samples, window, step, NotebookHost.Token);
        double[] times = [.. Enumerable.Range(0, amplitudes.GetLength(1)).Select(k => ((k * step) + (window / 2.0)) / rate)];
        double[] frequencies = [.. Enumerable.Range(0, amplitudes.GetLength(0)).Select(f => f * rate / window)];
        return Spectrogram(amplitudes, times, frequencies, options with
        {
            Description = options.Description, Title = options.Title
                ?? $"Spectrogram, windows of {Numbers.Short(1000 * window / rate)} ms",
        });
    }

    /// <summary>Amplitudes over time and frequency that were computed elsewhere.</summary>
    /// <param name="amplitudes">Shape [frequencies, times], at least 0.</param>
    /// <param name="times">The middles of the windows in seconds, rising at even steps, shape [times].</param>
    /// <param name="frequencies">In Hz, rising at even steps, at least two, shape [frequencies].</param>
    /// <param name="options">Settings; those of windows are not used. Null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// Sizes do not fit, an amplitude is negative or not finite, or a setting is out of range.
    /// </exception>
    public static Figure Spectrogram(double[,] amplitudes, IReadOnlyList<double> times, IReadOnlyList<double> frequencies,
        SpectrogramOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(frequencies);
        options ??= new SpectrogramOptions();
        Input.Size(options);
        if (!(options.DynamicRange > 0))
            throw new ArgumentException($"DynamicRange must lie above 0 dB, but it is {options.DynamicRange}.", nameof(options));
        int dropped = 0;
        Matrix given = Matrix.Of(amplitudes, "The spectrogram", options.NonFinite, ref dropped);
        if (given.Rows != frequencies.Count || given.Columns != times.Count || given.Rows < 2)
        {
            throw new ArgumentException(
                $"{given.Rows} × {given.Columns} amplitudes do not fit {frequencies.Count} frequencies (at least two) and {times.Count} times.", nameof(amplitudes));
        }
        if (given.Min < 0)
            throw new ArgumentException($"Amplitudes are at least 0, but one is {Numbers.Short(given.Min)}.", nameof(amplitudes));
        double Level(double a) => options.Decibels ? 20 * Math.Log10(a) : a;
        double high =
            given.Max > 0 ? Level(given.Max) : options.Decibels ? 0 : 1, low = options.Decibels ? high - options.DynamicRange : 0;
        string unit = options.Unit.Length > 0 ? options.Unit : "1";
        var colours =
            new ColourAxis(options.ColourMap, low, high, options.Decibels
                ? $"amplitude [dB re 1{(options.Unit.Length > 0 ? " " + options.Unit : "")}]"
                : $"amplitude{(unit == "1" ? "" : $" [{unit}]")}");
        double hop =
            times.Count > 1 ? (times[^1] - times[0]) / (times.Count - 1) : 1,
                bin = (frequencies[^1] - frequencies[0]) / (frequencies.Count - 1);
        Axis x = new(options.XLabel ?? "time [s]", times[0] - (hop / 2), times[^1] + (hop / 2)) { Grid = false };
        Axis y = FrequencyAxis(frequencies, bin, options);
        Raster picture = SpectrogramPicture(given, frequencies, bin, x, y, colours, Level);
        int peak = Array.IndexOf(given.Values, given.Max);
        string title = options.Title ?? "Spectrogram";
        string said =
            $"strongest at {Numbers.Short(frequencies[peak / given.Columns])} Hz and {Numbers.Short(times[peak % given.Columns])} s, {Numbers.Short(high)}{(options.Decibels ? " dB" : "")}";
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description
                ?? $"{title}. Amplitude from {Numbers.Short(times[0])} to {Numbers.Short(times[^1])} s and {Numbers.Short(y.Min)} to {Numbers.Short(y.Max)} Hz; {said}.",
            Panels = [new Panel(x, y, [picture]) { Colours = colours }],
            Notes = [.. Input.Note(dropped).Select(n => n.Replace("left out", "drawn grey", StringComparison.Ordinal))],
            Text = $"{title}\n  {said}",
            Width = options.Width ?? 720,
            RowHeight = options.Height ?? 380,
        });
    }

    private static Axis FrequencyAxis(IReadOnlyList<double> frequencies, double bin, SpectrogramOptions options)
    {
        bool log = options.FrequencyScale == Scale.Log;
        double lowest = frequencies[0] > 0 ? frequencies[0] : frequencies[1];
        (double from, double to) = options.FrequencyRange ?? (log ? lowest : frequencies[0], frequencies[^1]);
        if (!(from < to) || from < 0 || to > frequencies[^1] + bin || (log && from <= 0))
        {
            throw new ArgumentException(
                $"FrequencyRange must rise{(log ? " from above 0" : "")} within 0 to {Numbers.Short(frequencies[^1])} Hz, but it is {Numbers.Short(from)} to {Numbers.Short(to)}.");
        }
        return new Axis(options.YLabel ?? "frequency [Hz]", from, to) { Grid = false, Log = log };
    }

    private static Raster SpectrogramPicture(
        Matrix given, IReadOnlyList<double> frequencies, double bin, Axis x, Axis y, ColourAxis colours, Func<double,
            double> level)
    {
        // A row of the picture for each frequency, or as many as the screen has if they are spread by ratio or only a part is shown.
        int shown =
            (int)Math.Ceiling((y.Max - y.Min) / bin), rows = y.Log ? 300 : Math.Clamp(shown, 2, 300),
                columns = Math.Min(given.Columns, 600);
        var values = new double[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            // The strongest of the frequencies that fall into a row, so that narrow lines stay visible.
            double first =
                (y.At(1 - ((row + 1.0) / rows)) - frequencies[0]) / bin,
                    last = (y.At(1 - (row / (double)rows)) - frequencies[0]) / bin;
            int from =
                Math.Clamp((int)Math.Round(first), 0, given.Rows - 1),
                    to = Math.Clamp((int)Math.Round(last) - 1, from, given.Rows - 1);
            for (int column = 0; column < columns; column++)
            {
                int left =
                    (int)((long)column * given.Columns / columns),
                        right = Math.Max(left + 1, (int)((long)(column + 1) * given.Columns / columns));
                double most = double.NaN;
                for (int f = from; f <= to; f++)
                {
                    for (int t = left; t < right; t++) most = double.IsNaN(most) ? given[f, t] : Math.Max(most, given[f, t]);
                }
                values[(row * columns) + column] = double.IsNaN(most) ? double.NaN : Math.Max(level(most), colours.Min);
            }
        }
        return new Raster(x.Min, y.Max, x.Max, y.Min, Pictures.Of(values, rows, columns, colours),
            "") { Pixelated = rows * columns < 20_000 };
    }
}
