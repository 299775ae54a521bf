namespace HackLab.Quantum;

/// <summary>A circuit that cannot be: a wire that does not exist or stands twice, an angle that is not a number, too many wires.
/// </summary>
/// <param name="message">Which gate, by its number from 1 and its name; what was found and what was expected.</param>
public sealed class CircuitException(string message) : ArgumentException(message);
