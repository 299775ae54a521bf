namespace HackLab.Charts.Internals;

/// <summary>
/// Places for the nodes of a graph: all push each other away, edges pull together, and steps get smaller (T. Fruchterman and
/// E. Reingold, "Graph drawing by force-directed placement", 1991). A weak pull to the middle keeps loose parts near.
/// </summary>
internal static class ForceLayout
{
    public static (double X, double Y)[] Place(int nodes, IReadOnlyList<GraphEdge> edges, int seed, CancellationToken token)
    {
        var random = new Random(seed);
        var at = new (double X, double Y)[nodes];
        for (int i = 0; i < nodes; i++) at[i] = (random.NextDouble() - 0.5, random.NextDouble() - 0.5);
        if (nodes == 1) return [(0, 0)];
        double rest = 1 / Math.Sqrt(nodes), heaviest = Math.Max(1e-300, edges.Count == 0 ? 1 : edges.Max(e => e.Weight));
        int steps = nodes > 500 ? 120 : 300;
        var push = new (double X, double Y)[nodes];
        for (int step = 0; step < steps && !token.IsCancellationRequested; step++)
        {
            Array.Clear(push);
            for (int i = 0; i < nodes; i++)
            {
                for (int j = i + 1; j < nodes; j++)
                {
                    (double dx, double dy) = (at[i].X - at[j].X, at[i].Y - at[j].Y);
                    double force = rest * rest / ((dx * dx) + (dy * dy) + 1e-9);
                    push[i] = (push[i].X + (dx * force), push[i].Y + (dy * force));
                    push[j] = (push[j].X - (dx * force), push[j].Y - (dy * force));
                }
                push[i] = (push[i].X - (at[i].X * 0.6 * rest), push[i].Y - (at[i].Y * 0.6 * rest));
            }
            foreach (GraphEdge edge in edges)
            {
                (double dx, double dy) = (at[edge.To].X - at[edge.From].X, at[edge.To].Y - at[edge.From].Y);
                double force = Math.Sqrt((dx * dx) + (dy * dy)) / rest * (0.3 + (0.7 * edge.Weight / heaviest));
                push[edge.From] = (push[edge.From].X + (dx * force), push[edge.From].Y + (dy * force));
                push[edge.To] = (push[edge.To].X - (dx * force), push[edge.To].Y - (dy * force));
            }
            double most = 0.1 * (1 - (step / (double)steps));
            for (int i = 0; i < nodes; i++)
            {
                double length = Math.Sqrt((push[i].X * push[i].X) + (push[i].Y * push[i].Y));
                double share = length > most ? most / length : 1;
                at[i] = (at[i].X + (push[i].X * share), at[i].Y + (push[i].Y * share));
            }
        }
        return at;
    }
}
