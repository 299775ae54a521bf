namespace HackLab.Data;

/// <summary>A FITS file: one unit or several, each with a header and perhaps a picture.</summary>
public sealed class FitsFile
{
    internal FitsFile(string path, IReadOnlyList<FitsHdu> hdus) => (Path, Hdus) = (path, hdus);

    /// <summary>Where it was read from.</summary>
    public string Path { get; }

    /// <summary>The units in the file's order, at least one.</summary>
    public IReadOnlyList<FitsHdu> Hdus { get; }

    /// <summary>The first unit.</summary>
    public FitsHdu Primary => Hdus[0];

    /// <summary>The first unit that has a picture; null if none has.</summary>
    public FitsHdu? FirstImage => Hdus.FirstOrDefault(hdu => hdu.Image is not null);

    /// <summary>The first picture.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message says what there is.</exception>
    public NdArray Image => FirstImage?.Image ?? throw new InvalidOperationException($"{Path} has no picture, but {Contents}.");

    /// <summary>The first unit of that name (EXTNAME), in capitals or not.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists the names.</exception>
    /// <example><code>NdArray error = Fits.Read("sky.fits")["ERR"].Image!;</code></example>
    public FitsHdu this[string name] =>
        Hdus.FirstOrDefault(hdu => string.Equals(hdu.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new KeyNotFoundException($"{Path} has no unit '{name}', but {Contents}.");

    internal string Contents => string.Join("; ", Hdus);

    /// <summary>What is in it, in one line.</summary>
    public override string ToString() => $"{Path}: {Contents}";
}
