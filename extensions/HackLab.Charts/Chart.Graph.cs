using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;
using HackLab.Data.Hosting;

namespace HackLab.Charts;

/// <summary>Nodes and edges.</summary>
public static partial class Chart
{
    private const int MostNodes = 2000, MostEdges = 20_000;

    /// <summary>
    /// A graph: nodes told apart by group, edges as thick as their weights. Nodes without positions are placed by forces (T.
    /// Fruchterman
    /// and E. Reingold, 1991), the same for the same seed.
    /// </summary>
    /// <param name="nodes">1 to 2,000 nodes.</param>
    /// <param name="edges">At most 20,000 edges between them.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There are none or too many, an edge has no such node, or a weight or a position is not finite.
    /// </exception>
    /// <example><code>Chart.Graph([new("a"), new("b"), new("c")], [new(0, 1), new(1, 2, Weight: 3)])</code></example>
    public static Figure Graph(IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges, GraphOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(edges);
        options ??= new GraphOptions();
        Input.Size(options);
        CheckGraph(nodes, edges);
        (double X, double Y)[] at = nodes[0].Position is null
            ? ForceLayout.Place(nodes.Count, [.. edges.Where(e => e.From != e.To)], options.Seed, NotebookHost.Token)
            : [.. nodes.Select(n => n.Position!.Value)];
        double usual = nodes.Count <= 20 ? 9 : nodes.Count <= 80 ? 7 : nodes.Count <= 300 ? 5 : 3;
        string[] groups = [.. nodes.Select(n => n.Group).Distinct()];
        var degree = new int[nodes.Count];
        foreach (GraphEdge edge in edges) (degree[edge.From], degree[edge.To]) = (degree[edge.From] + 1, degree[edge.To] + 1);
        List<Mark> marks = [.. GraphEdges(nodes, edges, at, options, usual)];
        for (int g = 0; g < groups.Length; g++)
        {
            int[] members = [.. Enumerable.Range(0, nodes.Count).Where(i => nodes[i].Group == groups[g])];
            marks.Add(new Dots([.. members.Select(i => at[i].X)], [.. members.Select(i => at[i].Y)], Palette.Of(g), usual)
            {
                Radii = nodes.Any(n => n.Radius is not null) ? [.. members.Select(i => nodes[i].Radius ?? usual)] : null,
                Hover = nodes.Count > 600 ? null : [.. members.Select(i =>
                    $"{nodes[i].Name}{(groups[g].Length > 0 ? $" ({groups[g]})" : "")}: {degree[i]} {(degree[i] == 1 ? "edge" : "edges")}")],
            });
        }
        // The best connected choose places for their names first.
        if (options.Names ?? nodes.Count <= 60)
            marks.Add(new FreeLabels([.. Enumerable.Range(0,
                nodes.Count).OrderByDescending(i => degree[i]).Select(i =>
                new PointName(at[i].X, at[i].Y, nodes[i].Radius ?? usual, nodes[i].Name))]));
        bool axes = options.XLabel is not null || options.YLabel is not null;
        Axis x =
            Axis.Around(options.XLabel ?? "", at.Min(p => p.X), at.Max(p => p.X), 0.08),
                y = Axis.Around(options.YLabel ?? "", at.Min(p => p.Y), at.Max(p => p.Y), 0.08);
        string title =
            options.Title ?? $"Graph of {Numbers.Count(nodes.Count)} {(nodes.Count == 1 ? "node" : "nodes")} and {Numbers.Count(edges.Count)} {(edges.Count == 1 ? "edge" : "edges")}";
        string kinds =
            groups.Length > 1 ? " " + string.Join(", ", groups.Select(g =>
                $"{nodes.Count(n => n.Group == g)} {(g.Length > 0 ? g : "others")}")) + "." : "";
        string best =
            string.Join(", ", Enumerable.Range(0, nodes.Count).OrderByDescending(i => degree[i]).Take(5).Select(i =>
                $"{nodes[i].Name} ({degree[i]})"));
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description
                ?? $"{title}.{kinds} {(options.Directed ? "Directed. " : "")}Best connected: {best}.",
            Panels = [new Panel(axes ? x : Axis.Unseen(x.Min, x.Max), axes ? y : Axis.Unseen(y.Min, y.Max), marks)],
            Legend = groups.Length == 1 ? [] : [.. groups.Select((g, i) =>
                LegendEntry.Points(Palette.Of(i), $"{(g.Length > 0 ? g : "others")} ({nodes.Count(n => n.Group == g)})"))],
            Notes = edges.Count(e => e.From == e.To) is > 0 and int loops
                ? [$"{loops} {(loops == 1 ? "edge" : "edges")} from a node to itself not shown"] : [],
            Text = $"{title}\n  best connected: {best}",
            Width = options.Width ?? 640,
            RowHeight = options.Height ?? 460,
        });
    }

    private static IEnumerable<Mark> GraphEdges(
        IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges, (double X, double Y)[] at, GraphOptions options,
            double usual)
    {
        if (edges.Count == 0) yield break;
        double heaviest = Math.Max(1e-300, edges.Max(e => e.Weight));
        bool few = edges.Count <= 400;
        double Width(GraphEdge e) => few ? 0.8 + (3 * e.Weight / heaviest) : 0.4 + (1.6 * e.Weight / heaviest);
        string Hover(GraphEdge e) =>
            $"{nodes[e.From].Name} {(options.Directed ? "→" : "–")} {nodes[e.To].Name}: {Numbers.Short(e.Weight)}";
        if (few)
        {
            foreach (GraphEdge e in edges.Where(e => e.From != e.To))
            {
                (double X, double Y) a = at[e.From], b = at[e.To];
                if (options.Directed) yield return new Arrow(a.X, a.Y, b.X, b.Y, Palette.Frame, Width(e), "",
                    Hover(e)) { Short = (nodes[e.To].Radius ?? usual) + 1 };
                else yield return new Strokes([[a, b]], Palette.Frame, Width(e), "", Hover(e));
            }
            yield break;
        }
        // Many: five widths, each one path.
        foreach (IGrouping<double, GraphEdge> alike in edges.Where(e => e.From != e.To).GroupBy(e =>
            Math.Ceiling(5 * e.Weight / heaviest)).OrderBy(g => g.Key))
            yield return new Strokes([.. alike.Select(e => (IReadOnlyList<(double, double)>)[at[e.From], at[e.To]])],
                Palette.Frame, Width(alike.First())) { Opacity = edges.Count > 2000 ? 0.35 : 0.6 };
    }

    private static void CheckGraph(IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges)
    {
        if (nodes.Count is < 1 or > MostNodes)
        {
            throw new ArgumentException(
                $"A graph has 1 to {MostNodes} nodes to be drawn, not {nodes.Count}; draw a part of it.", nameof(nodes));
        }
        if (edges.Count > MostEdges)
        {
            throw new ArgumentException(
                $"At most {MostEdges} edges can be drawn, not {edges.Count}; draw the strongest ones.", nameof(edges));
        }
        int placed = nodes.Count(n => n.Position is not null);
        if (placed != 0 && placed != nodes.Count)
        {
            throw new ArgumentException(
                $"{placed} of {nodes.Count} nodes have a position; give all of them one, or none.", nameof(nodes));
        }
        for (int i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].Position is { } p && !(double.IsFinite(p.X) && double.IsFinite(p.Y)))
                throw new ArgumentException($"The position of node {i} ({nodes[i].Name}) is not finite.", nameof(nodes));
            if (nodes[i].Radius is not null and not (>= 2 and <= 30))
            {
                throw new ArgumentException(
                    $"The radius of node {i} ({nodes[i].Name}) must lie between 2 and 30 pixels, but it is {nodes[i].Radius}.",
                        nameof(nodes));
            }
        }
        for (int i = 0; i < edges.Count; i++)
        {
            if ((uint)edges[i].From >= (uint)nodes.Count || (uint)edges[i].To >= (uint)nodes.Count)
            {
                throw new ArgumentException(
                    $"Edge {i} joins nodes {edges[i].From} and {edges[i].To}, but nodes are numbered 0 to {nodes.Count - 1}.",
                        nameof(edges));
            }
            if (!(edges[i].Weight >= 0) || !double.IsFinite(edges[i].Weight))
            {
                throw new ArgumentException(
                    $"Edge {i} has the weight {edges[i].Weight}; weights are finite and at least 0.", nameof(edges));
            }
        }
    }
}
