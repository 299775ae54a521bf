using System.Runtime.Intrinsics;

namespace HackLab.Learning.Internals;

/// <summary>
/// Rows ready to be given to their nearest center: in single precision about their mean, eight at a time; where two centers are
/// so near that rounding could decide, in double precision.
/// </summary>
internal sealed class PackedPoints
{
    private readonly float[] _x;
    private readonly double[] _means;
    private readonly int _d;
    private readonly PackedRows _packed;
    private readonly float _largest;   // ‖x − mean‖ of the farthest row

    internal PackedPoints(ReadOnlySpan<float> x, int d)
    {
        (_x, _d, Count) = (x.ToArray(), d, x.Length / d);
        _means = new double[d];
        var row = new double[d];
        for (int i = 0; i < Count; i++)
        {
            Vectors.Widen(Row(i), row);
            Vectors.AddScaled(_means, 1.0 / Count, row);
        }
        var centered = new float[x.Length];
        double largest = 0, sum = 0;
        for (int i = 0; i < Count; i++)
        {
            Vectors.Widen(Row(i), row);
            Vectors.AddScaled(row, -1, _means);
            double square = Vectors.Dot(row, row);
            for (int j = 0; j < d; j++) centered[(i * d) + j] = (float)row[j];
            largest = Math.Max(largest, square);
            sum += square;
        }
        MeanVariance = sum / Math.Max(1, x.Length);
        _largest = (float)Math.Sqrt(largest);
        _packed = new PackedRows(centered, d);
    }

    internal int Count { get; }

    /// <summary>The number of rows with those that only fill up the last groups.</summary>
    internal int PaddedCount => _packed.Groups * PackedRows.Lanes;

    /// <summary>The mean of the variances of all columns.</summary>
    internal double MeanVariance { get; }

    internal ReadOnlySpan<float> Row(int row) => _x.AsSpan(row * _d, _d);

    /// <summary>Writes the nearest center of each row, the first of those equally near.</summary>
    internal void Nearest(double[] centers, int[] nearest, CancellationToken token)
    {
        int k = centers.Length / _d, padded = (k + PackedRows.Queries - 1) / PackedRows.Queries * PackedRows.Queries;
        var queries = new float[padded * _d];
        double longest = 0;
        for (int c = 0; c < padded; c++)
        {
            double square = 0;
            for (int j = 0; j < _d; j++)
            {
                double value = centers[(Math.Min(c, k - 1) * _d) + j] - _means[j];
                queries[(c * _d) + j] = (float)value;
                square += value * value;
            }
            longest = Math.Max(longest, square);
        }
        // Rounding rows and centers to floats moves each by at most 2⁻²⁴ of its length.
        float moved = 1.2e-7f * (_largest + (float)Math.Sqrt(longest));
        RowBlocks.For(_packed.Groups / PackedRows.GroupsAtOnce, 64, (start, end) => Nearest(queries, k, moved, centers, nearest, start, end), token);
    }

    /// <summary>
    /// For each of four rows the squared distance of every row to it or to what is nearest so far, whichever is less: four lists,
    /// one behind the other, and their sums. In single precision, for choices that are by chance anyway.
    /// </summary>
    internal (float[] Distances, double[] Sums) Nearer(int[] four, ReadOnlyMemory<float> nearest, CancellationToken token)
    {
        int padded = PaddedCount;
        var queries = new float[PackedRows.Queries * _d];
        for (int i = 0; i < queries.Length; i++) queries[i] = (float)(_x[(four[i / _d] * _d) + (i % _d)] - _means[i % _d]);
        var left = new float[PackedRows.Queries * padded];
        double[][] sums = RowBlocks.Map(
            _packed.Groups / PackedRows.GroupsAtOnce, 256,
            (start, end) =>
            {
                Span<Vector256<float>> distances = stackalloc Vector256<float>[PackedRows.Queries * PackedRows.GroupsAtOnce];
                var sum = new double[PackedRows.Queries];
                for (int pair = start; pair < end; pair++)
                {
                    _packed.Distances(pair * PackedRows.GroupsAtOnce, queries, distances);
                    for (int i = 0; i < distances.Length; i++)
                    {
                        int at = ((pair * PackedRows.GroupsAtOnce) + (i & 1)) * PackedRows.Lanes;
                        Vector256<float> less = Vector256.Min(distances[i], Vector256.Create(nearest.Span[at..]));
                        less.CopyTo(left.AsSpan(((i >> 1) * padded) + at));
                        sum[i >> 1] += Vector256.Sum(less);
                    }
                }
                return sum;
            },
            token);
        return (left, RowBlocks.Sum(sums));
    }

    private void Nearest(float[] queries, int k, float moved, double[] centers, int[] nearest, int start, int end)
    {
        Span<Vector256<float>> distances = stackalloc Vector256<float>[PackedRows.Queries * PackedRows.GroupsAtOnce];
        Span<Vector256<float>> best = stackalloc Vector256<float>[2], second = stackalloc Vector256<float>[2];
        Span<Vector256<int>> winner = stackalloc Vector256<int>[2];
        for (int pair = start; pair < end; pair++)
        {
            best.Fill(Vector256.Create(float.PositiveInfinity));
            second.Fill(Vector256.Create(float.PositiveInfinity));
            winner.Clear();
            for (int c = 0; c < k; c += PackedRows.Queries)
            {
                _packed.Distances(pair * PackedRows.GroupsAtOnce, queries.AsSpan(c * _d, PackedRows.Queries * _d), distances);
                for (int q = 0; q < Math.Min(PackedRows.Queries, k - c); q++)
                {
                    for (int g = 0; g < 2; g++)
                    {
                        Vector256<float> distance = distances[(2 * q) + g], nearer = Vector256.LessThan(distance, best[g]);
                        second[g] = Vector256.Min(second[g], Vector256.Max(best[g], distance));
                        winner[g] = Vector256.ConditionalSelect(nearer.AsInt32(), Vector256.Create(c + q), winner[g]);
                        best[g] = Vector256.Min(best[g], distance);
                    }
                }
            }
            for (int g = 0; g < 2; g++) Decide(((pair * 2) + g) * PackedRows.Lanes, best[g], second[g], winner[g], moved, centers, nearest);
        }
    }

    private void Decide(
        int first, Vector256<float> best, Vector256<float> second, Vector256<int> winner, float moved, double[] centers, int[] nearest)
    {
        // (√D + m)² − (√D − m)² = 4 m √D, and the rounding of the sums themselves.
        Vector256<float> doubt = (second * Vector256.Create(2 * _packed.Doubt)) + (Vector256.Sqrt(second) * Vector256.Create(4 * moved));
        uint close = (~Vector256.GreaterThan(second - best, doubt)).ExtractMostSignificantBits();
        for (int lane = 0; lane < PackedRows.Lanes && first + lane < Count; lane++)
            nearest[first + lane] = (close >> lane & 1) == 0 ? winner[lane] : Exactly(first + lane, centers);
    }

    private int Exactly(int row, double[] centers)
    {
        Span<double> x = _d <= 256 ? stackalloc double[_d] : new double[_d];
        Vectors.Widen(Row(row), x);
        int best = 0;
        double least = double.PositiveInfinity;
        for (int c = 0; c < centers.Length / _d; c++)
        {
            double distance = Vectors.SquaredDistance(x, centers.AsSpan(c * _d, _d));
            if (distance < least) (best, least) = (c, distance);
        }
        return best;
    }
}
