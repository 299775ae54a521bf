using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using HackLab.Data;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Data.Formats;

public sealed class DocxTests : IDisposable
{
    private const string Namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:x=\"urn:x\"";

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_document_that_python_docx_wrote_is_read()
    {
        DocxText text = Docx.Read(_folder.Write("a.docx", ReferenceFiles.Bytes("text.docx")));
        Assert.Equal(["first line\nsecond line\twith a tab & <signs>", "", "left", "right", "señora ſiglo\u00AD ç"], text.Paragraphs);
        Assert.Equal("first line", text.Lines[0]);
        Assert.Equal(6, text.Lines.Count);
    }

    [Theory]
    [InlineData("<w:p><w:r><w:t>a</w:t><w:br/><w:t xml:space=\"preserve\"> </w:t><w:cr/><w:t>b</w:t></w:r></w:p>", "a\n \nb")]
    [InlineData("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:tab/><w:t>a</w:t></w:r></w:p>", "\ta")]
    [InlineData("<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r></w:p>", "a\u2011b\u00ADc")]
    [InlineData("<w:p/><w:p><w:r><w:t/></w:r></w:p>", "|")]
    [InlineData("<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>here</w:t></w:r></w:ins></w:p>", "here")]
    [InlineData("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>1</w:t></w:r><x:t>no</x:t></w:p>", "1")]
    [InlineData("<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>", "link")]
    [InlineData("<w:p><w:r><w:t>out</w:t><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>in</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>in</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>", "in|out")]
    [InlineData("<w:p><w:r><w:t>a&#10;&amp;<![CDATA[<b>]]></w:t></w:r></w:p>", "a\n&<b>")]
    public void Breaks_tabs_hyphens_and_boxes_become_text(string body, string paragraphs) =>
        Assert.Equal(paragraphs.Split('|'), Docx.Read(_folder.Write("a.docx", Zip($"<w:document {Namespaces}><w:body>{body}</w:body></w:document>"))).Paragraphs);

    [Fact]
    public void What_is_no_document_is_refused_with_the_reason()
    {
        void Refused(string reason, byte[] bytes) =>
            Assert.Contains(reason, Assert.Throws<DataFormatException>(() => Docx.Read(_folder.Write("a.docx", bytes))).Message, StringComparison.Ordinal);

        Refused("begins with PK", "a text"u8.ToArray());
        Refused("an empty file", []);
        Refused("word/document.xml", Zip("<a/>", name: "xl/workbook.xml"));
        Refused("another kind", Zip("<document/>"));
        Refused("XmlException", Zip($"<w:document {Namespaces}><w:p>"));
        Refused("XmlException", Zip($"<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><w:document {Namespaces}>&b;</w:document>"));
        Refused("bytes", Zip(new string(' ', 65 << 20)));
        byte[] lies = Zip($"<w:document {Namespaces}/>");
        int at = lies.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 24;   // the unpacked length in the directory
        BitConverter.TryWriteBytes(lies.AsSpan(at), 60 << 20);
        Refused("packed ones", lies);
    }

    [Fact]
    public void Damaged_archives_give_data_or_a_DataFormatException() =>
        MutatedFiles.Read([ReferenceFiles.Bytes("text.docx"), Zip($"<w:document {Namespaces}><w:p><w:r><w:t>a</w:t></w:r></w:p></w:document>")], path => Assert.NotNull(Docx.Read(path).ToString()), ".docx", count: 5000);

    [Fact]
    public void Damaged_texts_in_sound_archives_give_data_or_a_DataFormatException() =>
        MutatedFiles.Read(
            [.. new[] { "<w:p><w:r><w:t>a</w:t><w:br/><w:tab/></w:r></w:p>", "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:p/></mc:Fallback></mc:AlternateContent></w:r></w:p><w:p/>" }
                .Select(body => Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?><w:document {Namespaces}>{body}</w:document>"))],
            path =>
            {
                byte[] zip = Zip(File.ReadAllBytes(path), "word/document.xml", CompressionLevel.NoCompression);
                File.WriteAllBytes(path, zip);
                Assert.NotNull(Docx.Read(path).ToString());
            },
            ".docx");

    [Fact]
    public void The_real_transcription_loads_as_python_docx_reads_it()
    {
        DocxText text = Docx.Read(RealFile.PathOf("renaissance", "Padilla - 1 Nobleza virtuosa_testTranscription.docx"));
        Assert.Equal((38, 505, 17_136), (text.Paragraphs.Count, text.Lines.Count, text.ToString().Length));
        Assert.Equal(("PDF p1", "DEDICATORIA", "que por justos respec-"), (text.Lines[6], text.Lines[7], text.Lines[12]));
        Assert.Equal("5F2EC367FCA053C6D9B4BF8D01B0442CAD2DD405F6AE15C20B7F6E3F435430A5", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))));
    }

    private static byte[] Zip(string xml, string name = "word/document.xml") => Zip(Encoding.UTF8.GetBytes(xml), name, CompressionLevel.Optimal);

    private static byte[] Zip(byte[] xml, string name, CompressionLevel level)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            using Stream entry = archive.CreateEntry(name, level).Open();
            entry.Write(xml);
        }
        return memory.ToArray();
    }
}
