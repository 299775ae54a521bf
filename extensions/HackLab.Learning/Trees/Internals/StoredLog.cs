using HackLab.Learning.Files;

namespace HackLab.Learning.Internals;

/// <summary>Keeps the log of training in a model's file.</summary>
internal static class StoredLog
{
    public static void Write(ModelWriter to, IReadOnlyList<TrainingStep> log)
    {
        to.Add("loss", [.. log.Select(step => step.Loss)]);
        to.Add("validationLoss", [.. log.Select(step => step.ValidationLoss ?? double.NaN)]);
        to.Add("seconds", [.. log.Select(step => step.Elapsed.TotalSeconds)]);
    }

    public static TrainingStep[] Read(ModelReader from)
    {
        double[] loss = from.Doubles("loss", finite: false), validation = from.Doubles(
            "validationLoss", loss.Length, finite: false);
        double[] seconds = from.Doubles("seconds", loss.Length);
        int bad = Array.FindIndex(seconds, s => s is < 0 or > 1e9);
        if (bad >= 0) throw from.Bad($"seconds[{bad}]", "a time of less than 1e9 s", "another");
        return
        [
            .. loss.Select((value, i) => new TrainingStep(
                i, value, double.IsNaN(validation[i]) ? null : validation[i], TimeSpan.FromTicks(
                    (long)Math.Round(seconds[i] * TimeSpan.TicksPerSecond)))),
        ];
    }
}
