namespace HackLab.Learning.Internals;

/// <summary>Between which values the leaves below a node must stay, so that monotone features stay so.</summary>
internal readonly record struct ValueRange(double Low, double High)
{
    public static ValueRange All { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    public bool IsBounded => double.IsFinite(Low) || double.IsFinite(High);
}
