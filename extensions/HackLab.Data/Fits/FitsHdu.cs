namespace HackLab.Data;

/// <summary>What one unit of a FITS file holds.</summary>
public enum FitsHduKind
{
    /// <summary>A picture of any number of axes, or a header alone.</summary>
    Image,

    /// <summary>A table, as text or binary; its rows are not read.</summary>
    Table,

    /// <summary>A picture in compressed tiles, which FITS keeps as a table; not read.</summary>
    CompressedImage,

    /// <summary>Random groups (radio interferometry) or a kind that the standard does not know; not read.</summary>
    Other,
}

/// <summary>One unit of a FITS file (HDU): a header, and a picture if it has one.</summary>
public sealed class FitsHdu
{
    internal FitsHdu(int index, FitsHduKind kind, FitsHeader header, NdArray? image) => (Index, Kind, Header, Image) = (index, kind, header, image);

    /// <summary>Its place in the file, from 0.</summary>
    public int Index { get; }

    /// <summary>What it holds.</summary>
    public FitsHduKind Kind { get; }

    /// <summary>EXTNAME; <c>PRIMARY</c> for the first unit without one, else empty.</summary>
    public string Name => Header.Text("EXTNAME") ?? (Index == 0 ? "PRIMARY" : "");

    /// <summary>Its header.</summary>
    public FitsHeader Header { get; }

    /// <summary>Its picture in physical values, see <see cref="Fits.ReadImage"/>; null if it has none.</summary>
    public NdArray? Image { get; }

    /// <summary>Place, name, and what it holds, in one line.</summary>
    public override string ToString() => $"{Index}: {Name} {(Image is null ? Kind == FitsHduKind.Image ? "no picture" : Kind.ToString() : Image.ToString())}";
}
