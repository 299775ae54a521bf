namespace HackLab.Cli;

/// <summary>What was asked for cannot be done: a path that does not exist, a parameter nobody declared. Exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
