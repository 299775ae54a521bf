using HackLab.Data.Display;

namespace HackLab.Learning;

/// <summary>
/// What a training did: every epoch, why it ended, and the settings that its numbers follow from. While training runs, the same
/// record tells what was reached so far.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial record TrainingResult
{
    /// <summary>The epochs done, the first first.</summary>
    public IReadOnlyList<EpochRecord> Epochs { get; init; } = [];

    /// <summary>The number of the best epoch, from 1, whose weights the network has at the end; 0 if none was whole.</summary>
    public int BestEpoch { get; init; }

    /// <summary>The number by which the best epoch was chosen, such as <c>validation loss</c>.</summary>
    public required string Monitor { get; init; }

    /// <summary>That number in the best epoch; NaN if there is none.</summary>
    public double BestValue { get; init; } = double.NaN;

    /// <summary>Why training ended; null while it runs.</summary>
    public StopReason? Stopped { get; init; }

    /// <summary>The training time, that of earlier runs which were resumed included.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The epoch after which an earlier training was taken up; 0 if it began anew.</summary>
    public int ResumedAfter { get; init; }

    /// <summary>The most epochs allowed.</summary>
    public required int MaxEpochs { get; init; }

    /// <summary>The rows learnt from.</summary>
    public required int Rows { get; init; }

    /// <summary>The rows that were only measured.</summary>
    public required int ValidationRows { get; init; }

    /// <summary>The network's trainable numbers.</summary>
    public required long Parameters { get; init; }

    /// <summary>The loss, in words.</summary>
    public required string Loss { get; init; }

    /// <summary>The optimiser and its learning rate, in words.</summary>
    public required string Optimizer { get; init; }

    /// <summary>Rows per step.</summary>
    public required int BatchSize { get; init; }

    /// <summary>What order and draws follow from.</summary>
    public required int Seed { get; init; }

    /// <summary>The threads that computed; with another number the last digits may differ.</summary>
    public required int Threads { get; init; }

    /// <summary>The best epoch's record; null if there is none.</summary>
    public EpochRecord? Best => BestEpoch > 0 ? Epochs[BestEpoch - 1] : null;
}
