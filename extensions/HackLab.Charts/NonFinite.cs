namespace HackLab.Charts;

/// <summary>What a figure does with values that are NaN or infinite.</summary>
public enum NonFinite
{
    /// <summary>Throws an exception that says how many there are and where the first one is.</summary>
    Refuse,

    /// <summary>Leaves them out, and says so under the title.</summary>
    Drop,
}
