namespace HackLab.Evaluation;

/// <summary>What a file in a pack is for.</summary>
public enum PackedRole
{
    /// <summary>Predictions in the challenge's own format.</summary>
    Predictions,

    /// <summary>The notebook that made them.</summary>
    Notebook,

    /// <summary>Anything else: a report, a model.</summary>
    More,
}

/// <summary>A file in a pack, as its manifest lists it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Sha256">Its SHA-256, 64 hexadecimal digits.</param>
public sealed record PackedFile(string Name, PackedRole Role, long Bytes, string Sha256);
