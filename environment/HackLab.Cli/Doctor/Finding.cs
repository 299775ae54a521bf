namespace HackLab.Cli.Doctor;

/// <summary>How serious a finding is.</summary>
internal enum Verdict
{
    Ok,

    /// <summary>Something will be slower or not there; lessons run.</summary>
    Warning,

    /// <summary>Lessons will not run until it is mended.</summary>
    Missing,
}

/// <summary>One row of the doctor's table.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Verdict">How serious it is.</param>
/// <param name="Words">What was found, as a sentence.</param>
/// <param name="Fix">What to do; null if nothing.</param>
internal sealed record Finding(string Subject, Verdict Verdict, string Words, string? Fix = null)
{
    public string VerdictWord => Verdict switch { Verdict.Ok => "ok", Verdict.Warning => "warning", _ => "missing" };
}
