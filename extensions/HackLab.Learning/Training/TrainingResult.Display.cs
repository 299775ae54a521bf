using System.Globalization;
using HackLab.Data;
using HackLab.Data.Display;

namespace HackLab.Learning;

/// <summary>How a training shows itself: what was reached in a sentence, and the epochs as a table.</summary>
public sealed partial record TrainingResult : IRichDisplay
{
    // More rows than this do not fit a screen: the middle is left out, the best epoch never.
    private const int MostRows = 14, FirstRows = 4, LastRows = 6;

    /// <inheritdoc/>
    public string ToHtml() => ToTable().ToHtml();

    /// <inheritdoc/>
    public string ToText() => ToTable().ToText();

    /// <summary>What was reached, in one line.</summary>
    public override string ToString() => $"{Done()}; {Reached()}";

    /// <summary>The epochs as a table, the best one marked.</summary>
    public Table ToTable()
    {
        string[] metrics = Epochs.Count == 0 ? [] : [.. Epochs[0].Metrics.Keys];
        bool validated = Epochs.Any(e => e.ValidationLoss is not null);
        List<TableColumn> columns = [new("epoch"), new("training loss", Format: "G4")];
        if (validated) columns.Add(new TableColumn("validation loss", Format: "G4"));
        columns.AddRange(metrics.Select(name => new TableColumn(name, Format: "G4")));
        columns.AddRange([new TableColumn("learning rate", Format: "G3"), new TableColumn("seconds", Format: "F1"), new TableColumn("")]);
        return new Table(ToString(), columns, [.. Shown().Select(e => Row(e, metrics, validated))], Settings());
    }

    private IEnumerable<EpochRecord> Shown() => Epochs.Count <= MostRows
        ? Epochs
        : Epochs.Where(e => e.Epoch <= FirstRows || e.Epoch > Epochs.Count - LastRows || e.Epoch == BestEpoch);

    private object?[] Row(EpochRecord epoch, string[] metrics, bool validated)
    {
        List<object?> cells = [epoch.Epoch, epoch.Loss];
        if (validated) cells.Add(epoch.ValidationLoss);
        cells.AddRange(metrics.Select(name => epoch.Metrics.TryGetValue(name, out double value) ? value : (object?)null));
        string mark = epoch.Epoch == BestEpoch ? "best" : epoch.Share < 1 ? "cut short" : "";
        cells.AddRange([epoch.LearningRate, epoch.Elapsed.TotalSeconds, mark]);
        return [.. cells];
    }

    private string Done()
    {
        string epochs = $"{Epochs.Count} {(Epochs.Count == 1 ? "epoch" : "epochs")}";
        return Stopped switch
        {
            null => $"Training: {Epochs.Count} of {MaxEpochs} epochs",
            StopReason.EarlyStopped => $"Trained for {epochs}, until it got no better",
            StopReason.TimeLimit => $"Trained for {epochs}, until the time was used up",
            StopReason.Interrupted => $"Interrupted after {epochs}; the best weights so far are kept",
            StopReason.Diverged => $"Diverged in epoch {Epochs.Count + 1}: the loss is not a number any more; try a smaller learning rate, or clip gradients",
            _ => $"Trained for {epochs}",
        };
    }

    private string Reached()
    {
        string time = string.Create(CultureInfo.InvariantCulture, $"{Elapsed.TotalSeconds:0.0} s");
        return BestEpoch == 0
            ? time
            : string.Create(CultureInfo.InvariantCulture, $"best {Monitor} {BestValue:G4} after epoch {BestEpoch}; {time}");
    }

    private string Settings()
    {
        string validation = ValidationRows > 0 ? string.Create(CultureInfo.InvariantCulture, $", validated on {ValidationRows:N0}") : "";
        string resumed = ResumedAfter > 0 ? $" Taken up after epoch {ResumedAfter}." : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Parameters:N0} parameters learnt from {Rows:N0} rows{validation}. {Loss}; {Optimizer}; batches of {BatchSize}; seed {Seed}; ")
            + $"{Threads} {(Threads == 1 ? "thread" : "threads")}.{resumed}";
    }
}
