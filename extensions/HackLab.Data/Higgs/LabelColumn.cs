namespace HackLab.Data.Higgs;

/// <summary>Where a file of HIGGS rows has its label.</summary>
public enum LabelColumn
{
    /// <summary>
    /// Find it: by the header's name <c>label</c> if there is a header; else it is the one of the first and the last column in
    /// which every row holds exactly 0 or 1. If both do, or neither, an exception says so and nothing is guessed.
    /// </summary>
    Find,

    /// <summary>The first column, as in the published file.</summary>
    First,

    /// <summary>The last column.</summary>
    Last,
}
