namespace HackLab.Jupyter.Messages;

/// <summary>Which protocol is spoken here.</summary>
internal static class Protocol
{
    /// <summary>The messaging protocol's version, as every header names it.</summary>
    public const string Version = "5.4";
}
