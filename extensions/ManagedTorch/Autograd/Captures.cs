using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>Catches the gradients of chosen tensors in a backward pass, and tells which operations lead to them.</summary>
internal sealed class Captures
{
    private readonly Dictionary<Edge, List<int>> _wanted = [];
    private readonly Tensor?[] _found;
    private readonly HashSet<Node> _needed = [];

    public Captures(IList<Tensor> inputs, Tensor?[] found)
    {
        _found = found;
        for (int i = 0; i < inputs.Count; i++)
        {
            if (!inputs[i].requires_grad)
            {
                throw new InvalidOperationException("One of the differentiated Tensors does not require grad");
            }
            Edge edge = inputs[i].GradientEdge;
            if (!_wanted.TryGetValue(edge, out List<int>? places))
            {
                _wanted[edge] = places = [];
            }
            places.Add(i);
        }
    }

    /// <summary>Whether the operation is wanted itself or leads to one that is.</summary>
    public bool IsNeeded(Node node) => _needed.Contains(node);

    /// <summary>Finds all operations between the outputs and what is wanted.</summary>
    public void MarkNeeded(IReadOnlyList<Tensor> outputs, long pass)
    {
        var wanted = new HashSet<Node>();
        foreach (Edge edge in _wanted.Keys)
        {
            wanted.Add(edge.Function!);
        }
        // Children before parents: a node is left when all of its edges were looked at.
        var seen = new HashSet<Node>();
        var open = new Stack<(Node Node, int Edge)>();
        foreach (Tensor output in outputs)
        {
            open.Push((output.GradientEdge.Function!, 0));
        }
        while (open.TryPop(out (Node Node, int Edge) top))
        {
            if (top.Edge == 0 && !seen.Add(top.Node))
            {
                continue;
            }
            if (top.Edge < top.Node.Edges.Length)
            {
                open.Push((top.Node, top.Edge + 1));
                if (top.Node.Edges[top.Edge].Function is { } next && !seen.Contains(next))
                {
                    open.Push((next, 0));
                }
            }
            else if (wanted.Contains(top.Node) || Array.Exists(top.Node.Edges, e => e.Function is { } f && _needed.Contains(f)))
            {
                _needed.Add(top.Node);
            }
        }
    }

    /// <summary>Keeps those of the gradients that arrived at a node which are wanted.</summary>
    public void Take(Node node, Tensor?[] dys)
    {
        for (int output = 0; output < dys.Length; output++)
        {
            if (dys[output] is { } dy && _wanted.TryGetValue(new Edge(node, output), out List<int>? places))
            {
                foreach (int place in places)
                {
                    _found[place] = GradMode.Enabled ? dy : Operators.Copies.Contiguous(dy);
                }
            }
        }
    }
}
