namespace HackLab.Learning.Internals;

/// <summary>Why training ended, for a sentence.</summary>
internal static class StopWords
{
    public static string Of(StopReason reason) => reason switch
    {
        StopReason.Converged => "nothing left to gain",
        StopReason.TimeLimit => "stopped by its time limit",
        StopReason.Interrupted => "interrupted, kept as it was",
        StopReason.EarlyStopped => "best on the validation rows",
        _ => "all done",
    };
}
