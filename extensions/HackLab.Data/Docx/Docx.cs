using System.IO.Compression;
using System.Xml;
using HackLab.Data.Delimited;
using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>Reads the text of Word documents, .docx (ECMA-376, part 1, section 17): a ZIP archive with XML in it.</summary>
public static class Docx
{
    // The text of some ten thousand pages; a document of more is made to fill the memory.
    private const int MostXml = 64 << 20;

    private const int MostBytes = 1 << 30;

    /// <summary>
    /// Reads the text: paragraphs, with line breaks and tabs in them. Deleted text, comments, footnotes, headers and pictures are
    /// left out; text in boxes and tables is there, one paragraph after the other.
    /// </summary>
    /// <param name="path">A .docx file.</param>
    /// <exception cref="DataFormatException">The file cannot be read, is damaged, or no such document.</exception>
    /// <example><code>foreach (string line in Docx.Read("transcription.docx").Lines) Console.WriteLine(line);</code></example>
    public static DocxText Read(string path) => InputFile.Read(path, file =>
    {
        byte[] bytes = file.ReadRest(MostBytes, "a document");
        if (!bytes.AsSpan().StartsWith("PK"u8)) throw file.Bad("a .docx file, which begins with PK", bytes.Length == 0 ? "an empty file" : "something else", "A .doc of before 2007 must be saved as .docx first.");
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            ZipArchiveEntry entry = archive.GetEntry("word/document.xml") ?? throw file.Bad("a document, word/document.xml, in the archive", "none", "Is it another kind of Office file?");
            return DocxParser.Parse(file, Unpacked(file, entry));
        }
        // What damaged archives and texts make the runtime throw; all of it was seen with damaged files.
        catch (Exception e) when (e is XmlException or ArgumentException or NotSupportedException or OverflowException or (IOException and not DataFormatException) or InvalidDataException)
        {
            throw new DataFormatException(path, "a whole .docx file", $"one that is damaged ({e.GetType().Name})", "Fetch the file again, or save it anew.", inner: e);
        }
    });

    private static byte[] Unpacked(InputFile file, ZipArchiveEntry entry)
    {
        if (entry.Length is < 0 or > MostXml) throw file.Bad($"a document of at most {MostXml >> 20} MB", $"{entry.Length:N0} bytes", "Split it.");
        // Deflate packs at most 1032 to 1: a length that is beyond that is a lie, and nothing is allocated for it.
        if (entry.Length > 1033 * Math.Max(entry.CompressedLength, 1)) throw file.Bad($"{entry.Length:N0} bytes of text", $"{entry.CompressedLength:N0} packed ones", "The file is damaged.");
        var xml = new byte[entry.Length];
        using Stream packed = entry.Open();
        packed.ReadExactly(xml);
        if (packed.ReadByte() >= 0) throw file.Bad($"{entry.Length:N0} bytes of text", "more", "The file is damaged.");
        var crc = new Crc32();
        crc.Add(xml);
        if (crc.Value != entry.Crc32) throw file.Bad($"the check sum {entry.Crc32:x8}", $"{crc.Value:x8}", "The file is damaged: fetch it again.");
        return xml;
    }
}
