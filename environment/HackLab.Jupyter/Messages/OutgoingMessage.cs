namespace HackLab.Jupyter.Messages;

/// <summary>A message of ours, before it is signed.</summary>
/// <param name="Type">Its msg_type.</param>
/// <param name="ParentHeader">The header of the request it follows from, as that came.</param>
/// <param name="Content">A JSON object.</param>
/// <param name="Metadata">A JSON object.</param>
internal sealed record OutgoingMessage(string Type, byte[] ParentHeader, byte[] Content, byte[] Metadata)
{
    public OutgoingMessage(string type, byte[] parentHeader, byte[] content)
        : this(type, parentHeader, content, JsonContent.Empty)
    {
    }
}
