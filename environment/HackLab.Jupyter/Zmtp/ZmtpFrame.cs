namespace HackLab.Jupyter.Zmtp;

/// <summary>One frame: a part of a message, or a command of the transport itself.</summary>
internal readonly record struct ZmtpFrame(byte[] Body, bool More, bool IsCommand)
{
    public const byte MoreFlag = 1;
    public const byte LongFlag = 2;
    public const byte CommandFlag = 4;
}
