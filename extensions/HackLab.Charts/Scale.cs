namespace HackLab.Charts;

/// <summary>How an axis spreads its values.</summary>
public enum Scale
{
    /// <summary>Equal differences take equal room.</summary>
    Linear,

    /// <summary>Equal ratios take equal room: each decade is as long as the next. All values must lie above zero.</summary>
    Log,
}
