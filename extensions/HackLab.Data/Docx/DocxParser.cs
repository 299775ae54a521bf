using System.Text;
using System.Xml;
using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>Takes paragraphs (p) out of a document: in them runs (r) of text (t), breaks (br, cr), tabs and hyphens.</summary>
internal static class DocxParser
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main", Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    // No document type: through it a file could ask for other files, or unfold a few lines to gigabytes.
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    internal static DocxText Parse(InputFile file, byte[] xml)
    {
        using var reader = XmlReader.Create(new MemoryStream(xml), Settings);
        var paragraphs = new List<string>();
        var open = new Stack<StringBuilder>();   // a text box is a paragraph within a paragraph
        var elements = new Stack<string>();
        bool isDocument = false;
        bool more = reader.Read();
        while (more)
        {
            // Older programs are offered a second version of some contents; it is the same text once more.
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Fallback" && reader.NamespaceURI == Compatibility)
            {
                reader.Skip();
                more = !reader.EOF;
                continue;
            }
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    string name = reader.NamespaceURI is Transitional or Strict ? reader.LocalName : "";
                    isDocument |= elements.Count == 0 && name == "document";
                    if (name == "p") open.Push(new StringBuilder());
                    // Outside of runs a tab is a place on the ruler.
                    else if (open.Count > 0 && elements.TryPeek(out string? parent) && parent == "r") open.Peek().Append(Character(name));
                    if (!reader.IsEmptyElement) elements.Push(name);
                    else if (name == "p") paragraphs.Add(open.Pop().ToString());
                    break;
                case XmlNodeType.EndElement:
                    if (elements.Pop() == "p") paragraphs.Add(open.Pop().ToString());
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when open.Count > 0 && elements.Peek() == "t":
                    open.Peek().Append(reader.Value);
                    break;
            }
            more = reader.Read();
        }
        return isDocument ? new DocxText(paragraphs) : throw file.Bad("a document of Word's kind", "XML of another kind", "Save it as .docx anew.");
    }

    private static string Character(string element) => element switch
    {
        "br" or "cr" => "\n",
        "tab" => "\t",
        "noBreakHyphen" => "\u2011",
        "softHyphen" => "\u00AD",
        _ => "",
    };
}
