using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>How the model is kept in a file.</summary>
public sealed partial class LogisticRegression : IStoredModel<LogisticRegression>
{
    static string IStoredModel<LogisticRegression>.Kind => nameof(LogisticRegression);

    void IStoredModel<LogisticRegression>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Add("classes", ClassNames);
        to.Add("weights", _weights);
        to.Add("intercepts", _intercepts);
        to.Add("spread", _spread);
        to.Add("c", C);
        to.Add("stopped", Stopped);
        to.Add("loss", [.. Log.Select(step => step.Loss)]);
        to.Add("validationLoss", [.. Log.Select(step => step.ValidationLoss ?? double.NaN)]);
        to.Add("seconds", [.. Log.Select(step => step.Elapsed.TotalSeconds)]);
    }

    static LogisticRegression IStoredModel<LogisticRegression>.Read(ModelReader from)
    {
        string[] features = from.Names("features"), classes = from.Names("classes");
        if (classes.Length < 2) throw from.Bad("classes", "at least two names", "one");
        int sets = classes.Length == 2 ? 1 : classes.Length;
        double[] loss = from.Doubles("loss", finite: false);
        if (loss.Length == 0) throw from.Bad("loss", "the loss of at least one step", "none");
        double[] validation = from.Doubles("validationLoss", loss.Length, finite: false), seconds = from.Doubles("seconds", loss.Length);
        int bad = Array.FindIndex(seconds, s => s is < 0 or > 1e9);
        if (bad >= 0) throw from.Bad($"seconds[{bad}]", "a time of less than 1e9 s", "another");
        TrainingStep[] log =
        [
            .. loss.Select((value, i) => new TrainingStep(
                i, value, double.IsNaN(validation[i]) ? null : validation[i], TimeSpan.FromTicks((long)Math.Round(seconds[i] * TimeSpan.TicksPerSecond)))),
        ];
        var fit = new LogisticFit(
            from.Doubles("weights", checked(sets * features.Length)), from.Doubles("intercepts", sets), log, from.Choice<StopReason>("stopped"));
        return new LogisticRegression(features, classes, fit, from.Doubles("spread", features.Length), from.AnyNumber("c"));
    }
}
