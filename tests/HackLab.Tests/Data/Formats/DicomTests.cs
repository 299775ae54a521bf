using System.Text;
using HackLab.Data;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Data.Formats;

public sealed class DicomTests : IDisposable
{
    private static readonly Dictionary<string, byte[]> Files = ReferenceFiles.Archive("dicom.zip");

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ct.dcm")]
    [InlineData("ct-implicit.dcm")]
    public void Stored_values_become_physical_ones_and_nested_elements_stay_apart(string name)
    {
        DicomFile file = Read(name);
        Assert.Equal([3, 4], file.Image.Shape);
        Assert.Equal(Enumerable.Range(0, 12).Select(i => (2 * ((i * 100) - 500)) - 24.5f), file.Image.As<float>());
        Assert.Equal(("OT", "Made^Up", 3), (file.Text(DicomTag.Modality), file.Text(DicomTag.PatientName), file.Integer(new DicomTag(0x0028, 0x0010))));
        Assert.Equal((40.0, 400.0), file.Window);
        Assert.Equal(name == "ct.dcm" ? (0.5, 0.25) : null, file.PixelSpacing);
        Assert.Null(file.Text(new DicomTag(0x0010, 0x0020)));
        Assert.False(file.IsInverted);
    }

    [Fact]
    public void Eight_twelve_and_sixteen_bits_with_and_without_sign_are_read()
    {
        int[] i = [.. Enumerable.Range(0, 12)];
        Assert.Equal(i.Select(n => n - 6f), Read("signed8.dcm").Image.As<float>());
        Assert.Equal(i.Select(n => (n * 100f) - 600), Read("twelve.dcm").Image.As<float>());
        Assert.Equal(i.Select(n => n * 5000f), Read("unsigned.dcm").Image.As<float>());
        Assert.Equal([0, 20, 40, 80, 100, 120, 160, 180, 200], Read("film.dcm").Image.As<float>());
        NdArray frames = Read("frames.dcm").Image;
        Assert.Equal([2, 3, 4], frames.Shape);
        Assert.Equal(Enumerable.Range(0, 24).Select(n => (float)n), frames.As<float>());
    }

    [Fact]
    public void A_window_shows_what_lies_in_it_and_film_is_turned_round()
    {
        DicomFile unsigned = Read("unsigned.dcm"), film = Read("film.dcm");
        // c = 20000.5, w = 20001: from 10000 to 30000.
        Assert.Equal([0, 0, 0, 0.25f, 0.5f, 0.75f, 1, 1, 1, 1, 1, 1], unsigned.Windowed(20_000.5, 20_001));
        Assert.Equal([1, 0.9f, 0.8f, 0.6f, 0.5f, 0.4f, 0.2f, 0.1f, 0], film.Windowed().Select(value => MathF.Round(value, 6)));   // all values, from 0 to 200
        Assert.Equal([0f, 0, 0, 0, 0, 1], unsigned.Windowed(21_000, 1)[..6]);
        Assert.Throws<ArgumentException>(() => film.Windowed(1));
        Assert.Throws<ArgumentException>(() => film.Windowed(1, 0.5));
    }

    [Theory]
    [InlineData("big-endian.dcm", "Explicit VR Big Endian")]
    [InlineData("rle.dcm", "RLE Lossless")]
    [InlineData("colour.dcm", "RGB with 3 samples")]
    public void What_is_not_read_is_refused_by_name(string name, string reason) =>
        Assert.Contains(reason, Assert.Throws<DataFormatException>(() => Read(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        byte[] good = Files["ct.dcm"];
        for (int length = 0; length < good.Length; length++) Assert.Throws<DataFormatException>(() => Dicom.Read(_folder.Write("cut.dcm", good[..length])));
    }

    [Fact]
    public void Sequences_nested_without_end_are_refused()
    {
        byte[] head = Files["ct-implicit.dcm"][..Encoding.Latin1.GetString(Files["ct-implicit.dcm"]).IndexOf("\u0008\0\u0016\0", StringComparison.Ordinal)];
        byte[] deeper = [0x10, 0, 0x02, 0x10, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0x00, 0xE0, 0xFF, 0xFF, 0xFF, 0xFF];
        byte[] file = [.. head, .. Enumerable.Repeat(deeper, 100_000).SelectMany(bytes => bytes)];
        Assert.Contains("nested", Assert.Throws<DataFormatException>(() => Dicom.Read(_folder.Write("a.dcm", file))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_files_give_data_or_a_DataFormatException() =>
        MutatedFiles.Read([Files["ct.dcm"], Files["ct-implicit.dcm"], Files["film.dcm"], Files["frames.dcm"]], path =>
        {
            DicomFile file = Dicom.Read(path);
            Assert.True(file.Windowed().Length > 0);
            Assert.NotNull(file.ToString() + file.PixelSpacing + file.Tags.Sum(tag => file.Numbers(tag).Count));
        }, ".dcm");

    [Theory]   // stored values by pydicom 2.3
    [InlineData("CT_small.dcm", 128, 14_826_310, 185, -1024, 0.661468, "CT")]
    [InlineData("MR_small.dcm", 64, 2_125_338, 316, 0, 0.3125, "MR")]
    public void Real_slices_load(string name, int size, long sumStored, int value10And20, int intercept, double spacing, string modality)
    {
        DicomFile file = Dicom.Read(RealFile.PathOf("medical", name));
        float[] values = file.Image.As<float>();
        Assert.Equal([size, size], file.Image.Shape);
        Assert.Equal(sumStored + ((long)intercept * size * size), values.Sum(value => (long)value));
        Assert.Equal(value10And20 + intercept, values[(10 * size) + 20]);
        Assert.Equal((spacing, spacing), file.PixelSpacing);
        Assert.Equal(modality, file.Text(DicomTag.Modality));
        Assert.Equal(name[0] == 'M' ? (600.0, 1600.0) : null, file.Window);
    }

    private DicomFile Read(string name) => Dicom.Read(_folder.Write(name, Files[name]));
}
