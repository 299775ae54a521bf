using System.Numerics;
using System.Runtime.Intrinsics;

namespace HackLab.Learning.Internals;

/// <summary>
/// Finds the k nearest rows by looking at all of them, in single precision and on all cores; those that could be among the
/// nearest are measured again in double precision, so rounding never decides. Of equally near rows the first counts.
/// </summary>
internal sealed class NearestRows
{
    // 128 groups of 28 features are 115 kB: they stay in the cache while all queries of a block pass.
    private const int GroupsPerTile = 128;

    private readonly float[] _x;
    private readonly int _d;
    private readonly PackedRows _packed;

    internal NearestRows(float[] x, int d) => (_x, _d, _packed) = (x, d, new PackedRows(x, d));

    internal int Count => _packed.Rows;

    /// <summary>Uses the nearest rows of a query, nearest first, and their squared distances.</summary>
    internal delegate void Use(int query, ReadOnlySpan<int> rows, ReadOnlySpan<double> squaredDistances);

    /// <summary>Finds the k nearest rows of each query; calls come from several threads. A query that is not finite has none.</summary>
    internal void Find(float[] queries, int k, Use use, CancellationToken token) =>
        RowBlocks.For(queries.Length / _d, 64, (start, end) => Find(queries, start, end, k, use, token), token);

    private void Find(float[] queries, int start, int end, int k, Use use, CancellationToken token)
    {
        var candidates = new Candidates[(end - start + PackedRows.Queries - 1) / PackedRows.Queries * PackedRows.Queries];
        var block = new float[candidates.Length * _d];
        queries.AsSpan(start * _d, (end - start) * _d).CopyTo(block);
        for (int q = 0; q < candidates.Length; q++) candidates[q] = new Candidates(k, _packed.Doubt);
        Span<Vector256<float>> distances = stackalloc Vector256<float>[PackedRows.Queries * PackedRows.GroupsAtOnce];
        for (int tile = 0; tile < _packed.Groups; tile += GroupsPerTile)
        {
            token.ThrowIfCancellationRequested();
            int last = Math.Min(tile + GroupsPerTile, _packed.Groups);
            for (int q = 0; q < candidates.Length; q += PackedRows.Queries)
            {
                for (int group = tile; group < last; group += PackedRows.GroupsAtOnce)
                {
                    _packed.Distances(group, block.AsSpan(q * _d, PackedRows.Queries * _d), distances);
                    for (int i = 0; i < distances.Length; i++) candidates[q + (i >> 1)].Add((group + (i & 1)) * PackedRows.Lanes, distances[i]);
                }
            }
        }
        double[] exact = new double[k];
        int[] rows = new int[k];
        for (int q = start; q < end; q++)
        {
            ReadOnlySpan<float> query = queries.AsSpan(q * _d, _d);
            if (!IsFinite(query)) use(q, [], []);
            else use(q, rows.AsSpan(0, Exactly(query, candidates[q - start].Found(), rows, exact)), exact);
        }
    }

    // The k nearest of the candidates by exact distance, then by row.
    private int Exactly(ReadOnlySpan<float> query, ReadOnlySpan<int> candidates, int[] rows, double[] exact)
    {
        int[] all = candidates.ToArray();
        if (all.Length < rows.Length) all = [.. Enumerable.Range(0, Count)];   // distances beyond what a float can hold
        var measured = new (double Distance, int Row)[all.Length];
        for (int i = 0; i < all.Length; i++) measured[i] = (Vectors.SquaredDistance(query, _x.AsSpan(all[i] * _d, _d)), all[i]);
        Array.Sort(measured);
        int found = Math.Min(rows.Length, measured.Length);
        for (int i = 0; i < found; i++) (exact[i], rows[i]) = measured[i];
        return found;
    }

    private static bool IsFinite(ReadOnlySpan<float> query)
    {
        foreach (float value in query)
        {
            if (!float.IsFinite(value)) return false;
        }
        return true;
    }

    /// <summary>Rows that may be among the k nearest of one query.</summary>
    private sealed class Candidates(int k, float doubt)
    {
        private float[] _distances = new float[(2 * k) + 32];
        private int[] _rows = new int[(2 * k) + 32];
        private int _count;
        private float _bound = float.PositiveInfinity;

        /// <summary>Takes the lanes that are nearer than the bound: row first + lane.</summary>
        internal void Add(int first, Vector256<float> distances)
        {
            uint near = Vector256.LessThan(distances, Vector256.Create(_bound)).ExtractMostSignificantBits();
            for (; near != 0; near &= near - 1)
            {
                int lane = BitOperations.TrailingZeroCount(near);
                if (_count == _rows.Length) Prune();
                (_distances[_count], _rows[_count]) = (distances[lane], first + lane);
                _count++;
            }
        }

        internal ReadOnlySpan<int> Found()
        {
            if (_count > k) Prune();
            return _rows.AsSpan(0, _count);
        }

        // Keeps what rounding could yet put among the k nearest; where that is most of them, makes room.
        private void Prune()
        {
            float[] sorted = _distances[.._count];
            Array.Sort(sorted);
            _bound = Math.Min(_bound, MathF.BitIncrement(sorted[k - 1] * (1 + (2 * doubt))));
            int kept = 0;
            for (int i = 0; i < _count; i++)
            {
                if (!(_distances[i] < _bound)) continue;
                (_distances[kept], _rows[kept]) = (_distances[i], _rows[i]);
                kept++;
            }
            _count = kept;
            if (_count <= _rows.Length / 2) return;
            Array.Resize(ref _distances, 2 * _rows.Length);
            Array.Resize(ref _rows, 2 * _rows.Length);
        }
    }
}
