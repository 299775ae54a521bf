using System.Globalization;
using System.Text;
using HackLab.Data;
using HackLab.Data.Files;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// Two classes, rows of numbers in a .csv with an id: one score per row is handed in, judged by the area under the ROC curve.
/// </summary>
internal abstract class TableScoresChallenge : Challenge
{
    private readonly TableFormat _rows;
    private readonly IReadOnlyList<Feature> _features;
    private readonly string _row;

    /// <param name="id">The challenge's short name; files are called after it.</param>
    /// <param name="features">What a row holds.</param>
    /// <param name="row">What a row is, such as <c>event</c>.</param>
    /// <param name="signal">What class 1 is, such as <c>signal</c>.</param>
    /// <param name="background">What class 0 is.</param>
    private protected TableScoresChallenge(string id, IReadOnlyList<Feature> features, string row, string signal, string background)
    {
        (Id, _features, _row) = (id, features, row);
        _rows = new TableFormat($"{id}-evaluation.csv", [.. features.Select(f => new PredictionColumn(f.Name, f.Description))]) { IdColumn = "id" };
        Files = [new TableFormat($"{id}-scores.csv", new PredictionColumn("score", $"how much the {row} looks like {signal}", 0, 1)) { IdColumn = "id" }];
        TruthFiles = [new TableFormat($"{id}-truth.csv", new PredictionColumn("label", $"1 for {signal}, 0 for {background}", 0, 1)) { IdColumn = "id" }];
    }

    public sealed override string Id { get; }

    public sealed override string Metric => "AUC";

    public sealed override IReadOnlyList<PredictionFormat> Files { get; }

    public sealed override IReadOnlyList<PredictionFormat> TruthFiles { get; }

    /// <summary>New labelled rows of the simulator.</summary>
    private protected abstract TabularData Simulate(int rows, long seed);

    public sealed override Interval Score(
        IReadOnlyList<PredictionContent> predictions, IReadOnlyList<PredictionContent> truth, BootstrapOptions options)
    {
        float[] score = Column(predictions);
        return Metrics.BootstrapInterval(Labels(truth), score, resamples: options.Resamples, level: options.Level, seed: options.Seed);
    }

    public sealed override double? PValue(
        IReadOnlyList<PredictionContent> a, IReadOnlyList<PredictionContent> b, IReadOnlyList<PredictionContent> truth) =>
        PairedTest.DeLong(Labels(truth), Column(a), Column(b)).PValue;

    public sealed override Truth Make(int rows, long seed)
    {
        TabularData made = Simulate(rows, seed);
        string[] ids = [.. Enumerable.Range(1, rows).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        string name = seed == PracticeSeed ? "practice (labels can be made by anybody)" : "simulated, hidden labels";
        var labels = new PredictionTable(ids, [.. made.Y.Select(label => (double)label)], 1);
        // Read again from its own text, so that the set in memory is the one in the file to the last digit.
        return new Truth(ToSet(Text(ids, made), EvaluationFile, name), [labels], seed);
    }

    public sealed override EvaluationSet LoadEvaluation(string path)
    {
        byte[] bytes = InputFile.Read(path, file => file.ReadRest(16 * PackLimits.MostBytes, $"{_row}s"));
        return ToSet(bytes, path, Path.GetFileName(path));
    }

    private EvaluationSet ToSet(byte[] bytes, string where, string name)
    {
        var table = (PredictionTable)_rows.Read(bytes, where);
        if (table.Rows == 0) throw new DataFormatException(where, $"at least one {_row}", "none", "Ask the tutor for the file again.");
        if (_rows.Problems(table, table.Ids!) is [var problem, ..])
            throw new DataFormatException(where, $"{_row}s to predict", problem, "Ask the tutor for the file again.");
        float[] x = [.. table.Values.Select(value => (float)value)];
        return new EvaluationSet(this, name, table.Ids!, bytes, new TabularData($"{Id}, {name}", _features, x, new int[table.Rows], ["not told"]));
    }

    private static byte[] Text(string[] ids, TabularData rows)
    {
        var text = new StringBuilder("id");
        foreach (Feature feature in rows.Features) text.Append(',').Append(feature.Name);
        text.Append('\n');
        for (int i = 0; i < ids.Length; i++)
        {
            text.Append(ids[i]);
            foreach (float value in rows.Row(i)) text.Append(CultureInfo.InvariantCulture, $",{value}");
            text.Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static float[] Column(IReadOnlyList<PredictionContent> contents) => ((PredictionTable)contents[0]).Column();

    private static int[] Labels(IReadOnlyList<PredictionContent> truth) =>
        [.. ((PredictionTable)truth[0]).Values.Select(label => (int)label)];
}
