using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HackLab.Learning.Internals;

/// <summary>
/// A tree laid out for many rows. A leaf asks a question too, whose answer is always itself, so that several rows can go down
/// together, a step each in turn: the processor then works on one row's step while another's waits for memory.
/// </summary>
internal sealed class FastTree
{
    private const int Together = 8;

    private readonly Node[] _nodes;
    private readonly float[] _values;
    private readonly int _depth, _width;

    public FastTree(Tree tree)
    {
        (_nodes, _values, _depth, _width) = (new Node[tree.Count], tree.Value, tree.Depth, tree.Outputs);
        for (int i = 0; i < _nodes.Length; i++)
        {
            bool leaf = tree.Feature[i] < 0;
            // "Not above +∞" holds for every value, and for what is missing too.
            _nodes[i] = leaf ? new Node(float.PositiveInfinity, 0, i, true)
                : new Node(tree.Threshold[i], tree.Feature[i], tree.Left[i], tree.MissingLeft[i]);
        }
    }

    /// <summary>Adds each row's leaf values to its results, from output <paramref name="output"/> on.</summary>
    public void AddTo(ReadOnlySpan<float> x, int d, Span<float> results, int outputs, int output)
    {
        int n = results.Length / outputs, i = 0;
        ref Node nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        ref float rows = ref MemoryMarshal.GetReference(x);
        Span<int> at = stackalloc int[Together];
        for (; i <= n - Together; i += Together)
        {
            ref float first = ref Unsafe.Add(ref rows, (nint)i * d);
            int a = 0, b = 0, c = 0, e = 0, f = 0, g = 0, h = 0, k = 0;
            for (int step = 0; step < _depth; step++)
            {
                int before = a + b + c + e + f + g + h + k;
                a = Next(ref nodes, a, ref first);
                b = Next(ref nodes, b, ref Unsafe.Add(ref first, d));
                c = Next(ref nodes, c, ref Unsafe.Add(ref first, 2 * d));
                e = Next(ref nodes, e, ref Unsafe.Add(ref first, 3 * d));
                f = Next(ref nodes, f, ref Unsafe.Add(ref first, 4 * d));
                g = Next(ref nodes, g, ref Unsafe.Add(ref first, 5 * d));
                h = Next(ref nodes, h, ref Unsafe.Add(ref first, 6 * d));
                k = Next(ref nodes, k, ref Unsafe.Add(ref first, 7 * d));
                // Children have larger numbers than parents: the sum stays only if all stay.
                if (a + b + c + e + f + g + h + k == before) break;
            }
            (at[0], at[1], at[2], at[3], at[4], at[5], at[6], at[7]) = (a, b, c, e, f, g, h, k);
            if (_width == 1) for (int r = 0; r < Together; r++) results[((i + r) * outputs) + output] += _values[at[r]];
            else for (int r = 0; r < Together; r++) Add(at[r], results[(((i + r) * outputs) + output)..]);
        }
        for (; i < n; i++)
        {
            int node = 0;
            for (int step = 0; step < _depth; step++) node = Next(ref nodes, node, ref Unsafe.Add(ref rows, (nint)i * d));
            Add(node, results[((i * outputs) + output)..]);
        }
    }

    private void Add(int node, Span<float> results)
    {
        ReadOnlySpan<float> values = _values.AsSpan(node * _width, _width);
        for (int k = 0; k < values.Length; k++) results[k] += values[k];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Next(ref Node nodes, int node, ref float row)
    {
        ref Node at = ref Unsafe.Add(ref nodes, node);
        float value = Unsafe.Add(ref row, at.Feature);
        // NaN is neither above nor at most anything, so the two questions differ for it alone.
        bool right = at.MissingLeft ? value > at.Threshold : !(value <= at.Threshold);
        return at.Left + (right ? 1 : 0);
    }

    private readonly record struct Node(float Threshold, int Feature, int Left, bool MissingLeft);
}
