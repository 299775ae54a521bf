namespace HackLab.Data;

/// <summary>How a row of a PNG picture is prepared for packing: each byte is replaced by its difference from a guess.</summary>
public enum PngFilter
{
    /// <summary>The bytes as they are; best for few colours and for noise.</summary>
    None,

    /// <summary>The guess is the pixel to the left.</summary>
    Sub,

    /// <summary>The guess is the pixel above.</summary>
    Up,

    /// <summary>The guess is the mean of the two.</summary>
    Average,

    /// <summary>
    /// The guess is that of the left, the upper and the upper left pixel which is nearest to left + upper − upper left (A. W.
    /// Paeth, 1991).
    /// </summary>
    Paeth,

    /// <summary>For each row that of the five whose differences are smallest in sum (Specification, 12.7).</summary>
    Adaptive,
}
