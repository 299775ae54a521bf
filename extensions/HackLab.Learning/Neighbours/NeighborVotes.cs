using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>What both kinds of nearest neighbours share: the remembered rows, and how much each neighbour counts.</summary>
internal sealed class NeighborVotes
{
    private readonly float[] _x;
    private readonly Lazy<NearestRows> _rows;

    internal NeighborVotes(float[] x, int d, KNeighborsOptions options)
    {
        if (options.Neighbors < 1 || options.Neighbors > x.Length / d)
            throw FitInput.Setting("Neighbors", options.Neighbors, $"must be from 1 to {x.Length / d}, the number of training rows");
        (_x, Options, _rows) = (x, options, new Lazy<NearestRows>(() => new NearestRows(x, d)));
    }

    /// <summary>Uses the neighbours of a row, nearest first, and how much each counts; none if a feature is not finite.</summary>
    internal delegate void Use(int query, ReadOnlySpan<int> rows, ReadOnlySpan<double> weights);

    internal KNeighborsOptions Options { get; }

    internal void Count(float[] queries, CancellationToken token, Use use) => _rows.Value.Find(
        queries, Options.Neighbors,
        (query, rows, squares) =>
        {
            var weights = new double[rows.Length];
            bool same = Options.Weights == NeighborWeights.Distance && rows.Length > 0 && squares[0] == 0;
            for (int i = 0; i < weights.Length; i++)
                weights[i] = Options.Weights == NeighborWeights.Uniform ? 1 : !same ? 1 / Math.Sqrt(squares[i]) : squares[i] == 0 ? 1 : 0;
            use(query, rows, weights);
        },
        token);

    internal void Write(ModelWriter to)
    {
        to.Add("neighbors", Options.Neighbors);
        to.Add("weights", Options.Weights);
        to.Add("x", _x);
    }

    internal static KNeighborsOptions Read(ModelReader from) =>
        new() { Neighbors = from.Int("neighbors", 1), Weights = from.Choice<NeighborWeights>("weights") };
}
