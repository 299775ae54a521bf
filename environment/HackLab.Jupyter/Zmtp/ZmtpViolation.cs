namespace HackLab.Jupyter.Zmtp;

/// <summary>A peer broke the transport protocol. Its connection is closed; nobody else notices.</summary>
internal sealed class ZmtpViolation(string message) : Exception(message);
