using System.Globalization;

namespace HackLab.Quantum.Internals;

/// <summary>How many wires there can be.</summary>
internal static class WireCount
{
    /// <summary>The number itself, if a state of so many wires can be computed with.</summary>
    internal static int Check(int wires, string what)
    {
        if (wires < 1) throw new CircuitException($"{what} has at least 1 wire, not {wires}.");
        if (wires > QuantumCircuit.MaxWires)
        {
            string memory = wires > 60 ? "more than any machine has" : Bytes(16 * Math.Pow(2, wires));
            throw new CircuitException(
                $"{what} has at most {QuantumCircuit.MaxWires} wires, not {wires}: the 2^{wires} complex numbers of its state would take "
                + $"{memory} of memory, and each further wire doubles that. With {QuantumCircuit.MaxWires} wires it is 16 MB.");
        }
        return wires;
    }

    private static string Bytes(double bytes)
    {
        string[] units = ["B", "KB", "MB", "GB", "TB", "PB", "EB"];
        int unit = 0;
        for (; bytes >= 1024 && unit < units.Length - 1; unit++) bytes /= 1024;
        return string.Create(CultureInfo.InvariantCulture, $"{bytes:0.#} {units[unit]}");
    }
}
