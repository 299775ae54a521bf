namespace HackLab.Data;

/// <summary>The number of a DICOM element, of two halves, as PS3.6 lists them.</summary>
/// <param name="Group">The first half: 0x0010 is the patient, 0x0028 the picture.</param>
/// <param name="Element">The second half.</param>
public readonly record struct DicomTag(ushort Group, ushort Element)
{
    /// <summary>What machine made the picture: CT, MR, US, MG, …</summary>
    public static readonly DicomTag Modality = new(0x0008, 0x0060);

    /// <summary>The patient's name; in files for teaching one that is made up.</summary>
    public static readonly DicomTag PatientName = new(0x0010, 0x0010);

    /// <summary>The thickness of the slice, in mm.</summary>
    public static readonly DicomTag SliceThickness = new(0x0018, 0x0050);

    /// <summary>How the picture was packed.</summary>
    public static readonly DicomTag TransferSyntax = new(0x0002, 0x0010);

    internal static readonly DicomTag Samples = new(0x0028, 0x0002), Photometric = new(0x0028, 0x0004), Frames = new(0x0028, 0x0008), Rows = new(0x0028, 0x0010),
        Columns = new(0x0028, 0x0011), PixelSpacing = new(0x0028, 0x0030), BitsAllocated = new(0x0028, 0x0100), BitsStored = new(0x0028, 0x0101), HighBit = new(0x0028, 0x0102),
        PixelRepresentation = new(0x0028, 0x0103), WindowCentre = new(0x0028, 0x1050), WindowWidth = new(0x0028, 0x1051), Intercept = new(0x0028, 0x1052),
        Slope = new(0x0028, 0x1053), PixelData = new(0x7FE0, 0x0010), Item = new(0xFFFE, 0xE000), ItemEnd = new(0xFFFE, 0xE00D), SequenceEnd = new(0xFFFE, 0xE0DD);

    /// <summary>As the standard writes it: (0028,0010).</summary>
    public override string ToString() => $"({Group:X4},{Element:X4})";
}
