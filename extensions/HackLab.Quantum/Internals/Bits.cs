namespace HackLab.Quantum.Internals;

/// <summary>From wires to the bits of an index and back: wire 0 is the highest bit and the first letter.</summary>
internal static class Bits
{
    /// <summary>The index that letters such as 010 stand for.</summary>
    internal static int Parse(string bits, int wires)
    {
        ArgumentNullException.ThrowIfNull(bits);
        if (bits.Length != wires) throw new ArgumentException($"\"{bits}\" has {bits.Length} bits, but there are {wires} wires.", nameof(bits));
        int index = 0;
        foreach (char bit in bits)
        {
            if (bit is not ('0' or '1')) throw new ArgumentException($"'{bit}' in \"{bits}\" is no bit; it can be 0 or 1.", nameof(bits));
            index = (index << 1) | (bit - '0');
        }
        return index;
    }

    /// <summary>The letters of an index.</summary>
    internal static string Text(int index, int wires) =>
        string.Create(wires, index, static (letters, value) =>
        {
            for (int i = 0; i < letters.Length; i++) letters[i] = (char)('0' + ((value >> (letters.Length - 1 - i)) & 1));
        });

    /// <summary>The bit of each wire, the first wire first; all wires if none is named.</summary>
    /// <exception cref="CircuitException">A wire does not exist or stands twice.</exception>
    internal static int[] Positions(IReadOnlyList<int>? wires, int all, string what)
    {
        if (wires is null || wires.Count == 0) return [.. Enumerable.Range(0, all).Select(w => all - 1 - w)];
        var seen = new HashSet<int>();
        foreach (int wire in wires)
        {
            if (wire < 0 || wire >= all) throw new CircuitException($"{what}: wire {wire} does not exist; there are wires 0 to {all - 1}.");
            if (!seen.Add(wire)) throw new CircuitException($"{what}: wire {wire} stands twice among {string.Join(", ", wires)}.");
        }
        return [.. wires.Select(w => all - 1 - w)];
    }

    /// <summary>The bits of an index at some positions, as a number.</summary>
    internal static int Gather(int index, ReadOnlySpan<int> positions)
    {
        int value = 0;
        foreach (int position in positions) value = (value << 1) | ((index >> position) & 1);
        return value;
    }

    /// <summary>A number's bits put at some positions.</summary>
    internal static int Scatter(int value, ReadOnlySpan<int> positions)
    {
        int index = 0;
        for (int k = 0; k < positions.Length; k++) index |= ((value >> (positions.Length - 1 - k)) & 1) << positions[k];
        return index;
    }
}
