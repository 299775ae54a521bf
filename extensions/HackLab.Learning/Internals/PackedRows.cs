using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HackLab.Learning.Internals;

/// <summary>
/// Rows laid out for distances to many of them at once: in groups of eight, feature by feature, so that a vector holds one
/// feature of eight rows. Distances are Σ (xⱼ − qⱼ)² of differences, not ‖x‖² − 2xq + ‖q‖², which loses digits far from 0; so
/// each is exact to a share of (d + 3) · 2⁻²⁴.
/// </summary>
internal sealed class PackedRows
{
    /// <summary>Rows in a group: the lanes of a vector of floats.</summary>
    internal const int Lanes = 8;

    /// <summary>Queries and groups that are worked on together: eight sums that do not wait for each other.</summary>
    internal const int Queries = 4, GroupsAtOnce = 2;

    private readonly float[] _packed;
    private readonly int _d;

    /// <param name="x">Shape [n, d].</param>
    /// <param name="d">The number of features.</param>
    internal PackedRows(ReadOnlySpan<float> x, int d)
    {
        (_d, Rows) = (d, x.Length / d);
        Groups = ((Rows + (Lanes * GroupsAtOnce) - 1) / (Lanes * GroupsAtOnce)) * GroupsAtOnce;
        _packed = new float[Groups * Lanes * d];
        // Rows that only fill up are infinitely far from everything.
        if (Groups * Lanes > Rows) _packed.AsSpan(Math.Max(0, Groups - GroupsAtOnce) * Lanes * d).Fill(float.PositiveInfinity);
        for (int i = 0; i < Rows; i++)
        {
            ReadOnlySpan<float> row = x.Slice(i * d, d);
            Span<float> lane = _packed.AsSpan((i / Lanes * Lanes * d) + (i % Lanes));
            for (int j = 0; j < row.Length; j++) lane[j * Lanes] = row[j];
        }
    }

    internal int Rows { get; }

    /// <summary>The number of groups, a multiple of <see cref="GroupsAtOnce"/>.</summary>
    internal int Groups { get; }

    /// <summary>Squared distances of two groups of rows to four queries.</summary>
    /// <param name="group">The first group, even.</param>
    /// <param name="queries">Shape [4, d].</param>
    /// <param name="distances">Query after query, first group then second, shape [4, 2] of vectors.</param>
    internal void Distances(int group, ReadOnlySpan<float> queries, Span<Vector256<float>> distances)
    {
        ref float rows = ref _packed[group * Lanes * _d];
        ref float query = ref MemoryMarshal.GetReference(queries);
        nuint next = (nuint)(Lanes * _d), d = (nuint)_d;
        Vector256<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, e0 = default, e1 = default;
        for (nuint j = 0; j < d; j++)
        {
            Vector256<float> first = Vector256.LoadUnsafe(ref rows, j * Lanes), second = Vector256.LoadUnsafe(ref rows, next + (j * Lanes));
            Vector256<float> q = Vector256.Create(Unsafe.Add(ref query, j));
            Vector256<float> u = first - q, v = second - q;
            a0 = Vector256.FusedMultiplyAdd(u, u, a0);
            a1 = Vector256.FusedMultiplyAdd(v, v, a1);
            q = Vector256.Create(Unsafe.Add(ref query, d + j));
            (u, v) = (first - q, second - q);
            b0 = Vector256.FusedMultiplyAdd(u, u, b0);
            b1 = Vector256.FusedMultiplyAdd(v, v, b1);
            q = Vector256.Create(Unsafe.Add(ref query, (2 * d) + j));
            (u, v) = (first - q, second - q);
            c0 = Vector256.FusedMultiplyAdd(u, u, c0);
            c1 = Vector256.FusedMultiplyAdd(v, v, c1);
            q = Vector256.Create(Unsafe.Add(ref query, (3 * d) + j));
            (u, v) = (first - q, second - q);
            e0 = Vector256.FusedMultiplyAdd(u, u, e0);
            e1 = Vector256.FusedMultiplyAdd(v, v, e1);
        }
        (distances[0], distances[1], distances[2], distances[3]) = (a0, a1, b0, b1);
        (distances[4], distances[5], distances[6], distances[7]) = (c0, c1, e0, e1);
    }

    /// <summary>The largest share by which a distance can be wrong, with room to spare.</summary>
    internal float Doubt => (_d + 8) * 1.2e-7f;
}
