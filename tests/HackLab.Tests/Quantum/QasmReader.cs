using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Xunit;

namespace HackLab.Tests.Quantum;

/// <summary>
/// Reads what OpenQASM 3's specification says about the gates of stdgates.inc and their modifiers, without symbols, and multiplies the
/// matrices out. It knows nothing of the library.
/// </summary>
internal static class QasmReader
{
    private static readonly Complex I = Complex.ImaginaryOne;

    internal static Complex[] Run(string text)
    {
        Complex[] state = [];
        int wires = 0;
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2))
        {
            Assert.EndsWith(";", line, StringComparison.Ordinal);
            if (Regex.Match(line, @"^qubit\[(\d+)\] q;$") is { Success: true } declaration)
            {
                wires = int.Parse(declaration.Groups[1].Value, CultureInfo.InvariantCulture);
                state = new Complex[1 << wires];
                state[0] = 1;
                continue;
            }
            Match call = Regex.Match(line, @"^((?:.* @ )?)(\w+)(?:\((.*)\))? (q\[.*\]);$");
            Assert.True(call.Success, line);
            double[] angles = call.Groups[3].Success ? [.. call.Groups[3].Value.Split(", ").Select(a => double.Parse(a, CultureInfo.InvariantCulture))] : [];
            int[] q = [.. Regex.Matches(call.Groups[4].Value, @"\d+").Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture))];
            state = Apply(call.Groups[1].Value, call.Groups[2].Value, angles, q, wires, state);
        }
        return state;
    }

    private static Complex[] Apply(string modifiers, string name, double[] angles, int[] q, int wires, Complex[] state)
    {
        var wanted = new List<int>();
        bool inverse = false;
        foreach (string modifier in modifiers.Split(" @ ", StringSplitOptions.RemoveEmptyEntries))
        {
            Match many = Regex.Match(modifier, @"^ctrl\((\d+)\)$");
            if (modifier == "inv") inverse = true;
            else if (many.Success) wanted.AddRange(Enumerable.Repeat(1, int.Parse(many.Groups[1].Value, CultureInfo.InvariantCulture)));
            else wanted.Add(modifier == "ctrl" ? 1 : modifier == "negctrl" ? 0 : throw new ArgumentException(modifier));
        }
        while (name.Length > 1 && name[0] == 'c')
        {
            wanted.Add(1);
            name = name[1..];
        }
        Complex[,] matrix = Matrix(name, angles);
        if (inverse) matrix = new[,] { { Complex.Conjugate(matrix[0, 0]), Complex.Conjugate(matrix[1, 0]) }, { Complex.Conjugate(matrix[0, 1]), Complex.Conjugate(matrix[1, 1]) } };
        int[] targets = q[wanted.Count..];
        Assert.Equal(matrix.GetLength(0), 1 << targets.Length);
        var result = new Complex[state.Length];
        for (int j = 0; j < state.Length; j++)
        {
            int Bit(int wire) => (j >> (wires - 1 - wire)) & 1;
            if (wanted.Where((bit, i) => Bit(q[i]) != bit).Any())
            {
                result[j] += state[j];
                continue;
            }
            int column = targets.Aggregate(0, (value, t) => (2 * value) + Bit(t)), cleared = targets.Aggregate(j, (value, t) => value & ~(1 << (wires - 1 - t)));
            for (int row = 0; row < matrix.GetLength(0); row++)
            {
                int k = cleared;
                for (int t = 0; t < targets.Length; t++) k |= ((row >> (targets.Length - 1 - t)) & 1) << (wires - 1 - targets[t]);
                result[k] += matrix[row, column] * state[j];
            }
        }
        return result;
    }

    private static Complex[,] Matrix(string name, double[] angles)
    {
        double a = angles.Length == 0 ? 0 : angles[0], r = Math.Sqrt(0.5);
        Complex e = Complex.Exp(I * a / 2);
        return name switch
        {
            "h" => new Complex[,] { { r, r }, { r, -r } },
            "x" => new Complex[,] { { 0, 1 }, { 1, 0 } },
            "y" => new[,] { { 0, -I }, { I, 0 } },
            "z" => new Complex[,] { { 1, 0 }, { 0, -1 } },
            "s" => new[,] { { 1, 0 }, { 0, I } },
            "sdg" => new[,] { { 1, 0 }, { 0, -I } },
            "t" => new[,] { { 1, 0 }, { 0, (1 + I) * r } },
            "tdg" => new[,] { { 1, 0 }, { 0, (1 - I) * r } },
            "sx" => new[,] { { (1 + I) / 2, (1 - I) / 2 }, { (1 - I) / 2, (1 + I) / 2 } },
            "p" => new[,] { { 1, 0 }, { 0, Complex.Exp(I * a) } },
            "rx" => new[,] { { Math.Cos(a / 2), -I * Math.Sin(a / 2) }, { -I * Math.Sin(a / 2), Math.Cos(a / 2) } },
            "ry" => new Complex[,] { { Math.Cos(a / 2), -Math.Sin(a / 2) }, { Math.Sin(a / 2), Math.Cos(a / 2) } },
            "rz" => new[,] { { 1 / e, 0 }, { 0, e } },
            "gphase" => new[,] { { Complex.Exp(I * a) } },
            "swap" => new Complex[,] { { 1, 0, 0, 0 }, { 0, 0, 1, 0 }, { 0, 1, 0, 0 }, { 0, 0, 0, 1 } },
            // The specification's U: ½ [[1 + e^iθ, −i e^iλ (1 − e^iθ)], [i e^iφ (1 − e^iθ), e^i(φ+λ) (1 + e^iθ)]].
            "U" => new[,]
            {
                { (1 + (e * e)) / 2, -I * Complex.Exp(I * angles[2]) * (1 - (e * e)) / 2 },
                { I * Complex.Exp(I * angles[1]) * (1 - (e * e)) / 2, Complex.Exp(I * (angles[1] + angles[2])) * (1 + (e * e)) / 2 },
            },
            _ => throw new ArgumentException($"no gate {name}"),
        };
    }
}
