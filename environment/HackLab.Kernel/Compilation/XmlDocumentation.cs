using System.Globalization;
using System.Xml;
using Microsoft.CodeAnalysis;

namespace HackLab.Kernel.Compilation;

/// <summary>
/// The XML documentation that lies beside an assembly, read when the first comment is asked for. (The provider in Roslyn's
/// Workspaces would load that whole library at start.)
/// </summary>
internal sealed class XmlDocumentation : DocumentationProvider
{
    private readonly string _path;
    private readonly Lazy<Dictionary<string, string>> _members;

    private XmlDocumentation(string path)
    {
        _path = path;
        _members = new Lazy<Dictionary<string, string>>(Read);
    }

    /// <summary>The documentation of an assembly.</summary>
    public static DocumentationProvider For(string assemblyPath) => new XmlDocumentation(Path.ChangeExtension(assemblyPath, ".xml"));

    /// <inheritdoc/>
    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken) =>
        _members.Value.GetValueOrDefault(documentationMemberID);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is XmlDocumentation other && other._path == _path;

    /// <inheritdoc/>
    public override int GetHashCode() => _path.GetHashCode(StringComparison.Ordinal);

    private Dictionary<string, string> Read()
    {
        var members = new Dictionary<string, string>();
        if (!File.Exists(_path)) return members;
        try
        {
            // Documentation files come with any package: no document type, no entities.
            using XmlReader reader = XmlReader.Create(_path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.Read())
            {
                while (reader.NodeType == XmlNodeType.Element && reader.Name == "member" && reader.GetAttribute("name") is { } name)
                    members[name] = reader.ReadOuterXml();
            }
        }
        catch (XmlException)
        {
            // A broken comment file: what was read before the break still helps.
        }
        return members;
    }
}
