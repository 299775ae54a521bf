using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>Goes backwards through recorded operations, latest first, and hands gradients from each to the ones before it.</summary>
/// <remarks>
/// Gradients on their way belong to the engine. Each operation runs in a dispose scope of its own: what it made and did not hand on
/// is given back at once, and what it handed on after the last consumer; so a pass needs little more memory than its widest point.
/// </remarks>
internal static class Engine
{
    private static readonly Lock Gate = new();
    private static readonly Stack<Tensor?[]> Slots = new();    // for the gradient of a node with one output; used under Gate
    private static long s_pass;

    /// <summary>Adds gradients to the leaves, or to <paramref name="inputs"/> only.</summary>
    public static void Backward(
        IReadOnlyList<Tensor> outputs, IList<Tensor>? gradients, bool retainGraph, bool createGraph, IList<Tensor>? inputs)
    {
        if (inputs is null || inputs.Count == 0)
        {
            Run(outputs, gradients, retainGraph, createGraph, null, null);
            return;
        }
        var found = new Tensor?[inputs.Count];
        Run(outputs, gradients, retainGraph, createGraph, inputs, found);
        for (int i = 0; i < found.Length; i++)
        {
            if (found[i] is { } gradient)
            {
                AutogradState state = inputs[i].State!;
                state.Gradient = state.Gradient is null ? gradient : state.Gradient + gradient;
                state.GradientShown |= createGraph;
            }
        }
    }

    /// <summary>The gradients of <paramref name="inputs"/>; null where an output does not depend on one.</summary>
    public static Tensor?[] Gradients(
        IReadOnlyList<Tensor> outputs, IList<Tensor>? gradients, bool retainGraph, bool createGraph, IList<Tensor> inputs)
    {
        var found = new Tensor?[inputs.Count];
        Run(outputs, gradients, retainGraph, createGraph, inputs, found);
        return found;
    }

    private static void Run(
        IReadOnlyList<Tensor> outputs,
        IList<Tensor>? gradients,
        bool retainGraph,
        bool createGraph,
        IList<Tensor>? inputs,
        Tensor?[]? found)
    {
        lock (Gate)
        {
            long pass = ++s_pass;
            var ready = new PriorityQueue<Node, long>();
            var captures = inputs is null ? null : new Captures(inputs, found!);
            DisposeScope? scope = createGraph ? null : NewDisposeScope();
            scope?.Dispose();    // opened again for each operation
            bool before = GradMode.Enabled;
            GradMode.Enabled = createGraph;
            try
            {
                for (int i = 0; i < outputs.Count; i++)
                {
                    Tensor seed = Seed(outputs[i], gradients is null || gradients.Count <= i ? null : gradients[i]);
                    CountDependencies(outputs[i].GradientEdge.Function!, pass);
                    Deliver(outputs[i].GradientEdge, seed);
                }
                captures?.MarkNeeded(outputs, pass);
                for (int i = 0; i < outputs.Count; i++)
                {
                    Node root = outputs[i].GradientEdge.Function!;
                    if (root.Dependencies == 0)
                    {
                        root.Dependencies = -1;    // queued; an output given twice is queued once
                        ready.Enqueue(root, -root.Sequence);
                    }
                }
                while (ready.TryDequeue(out Node? node, out _))
                {
                    Step(node, ready, retainGraph, scope, captures);
                }
            }
            finally
            {
                GradMode.Enabled = before;
            }
        }
    }

    private static void Step(Node node, PriorityQueue<Node, long> ready, bool retainGraph, DisposeScope? scope, Captures? captures)
    {
        Tensor?[]? dys = node.Pending;
        node.Pending = null;
        if (dys is not null)
        {
            captures?.Take(node, dys);
            if (captures is null || (captures.IsNeeded(node) && node is not AccumulateGrad))
            {
                Keep(node, dys);
                Apply(node, dys, retainGraph, scope, captures);
            }
            foreach (Tensor? dy in dys)
            {
                dy?.Arrive();
            }
            if (dys.Length == 1)
            {
                dys[0] = null;
                Slots.Push(dys);
            }
        }
        foreach (Edge edge in node.Edges)
        {
            if (edge.Function is { } next && --next.Dependencies == 0)
            {
                ready.Enqueue(next, next is AccumulateGrad ? long.MinValue : -next.Sequence);
            }
        }
    }

    private static void Apply(Node node, Tensor?[] dys, bool retainGraph, DisposeScope? scope, Captures? captures)
    {
        node.CheckNotReleased();
        scope?.Open();
        try
        {
            HandOn(node, node.Apply(dys), scope, captures);
        }
        finally
        {
            scope?.Dispose();
        }
        if (!retainGraph)
        {
            node.Release();
        }
    }

    private static void HandOn(Node node, Tensor?[] results, DisposeScope? scope, Captures? captures)
    {
        for (int i = 0; i < results.Length; i++)
        {
            if (results[i] is not { } result || !IsWanted(node.Edges[i], captures))
            {
                continue;
            }
            if (!result.Sizes.AsSpan().SequenceEqual(node.SizesOf(i)))
            {
                throw new InvalidOperationException(
                    $"Function {node.Name} returned an invalid gradient at index {i} - got {Shape.Text(result.Sizes)} but expected "
                    + $"shape compatible with {Shape.Text(node.SizesOf(i))}");
            }
            if (scope is not null && ReferenceEquals(result.Scope, scope))
            {
                scope.Forget(result);
                result.MarkTemporary();
            }
            result.Depart();    // here, so that no delivery of a result that is returned twice disposes it before the other
        }
        for (int i = 0; i < results.Length; i++)
        {
            if (results[i] is { } result && IsWanted(node.Edges[i], captures))
            {
                Deliver(node.Edges[i], result);
                result.Arrive();    // disposes it if it was only added to another one
            }
        }
    }

    private static bool IsWanted(Edge edge, Captures? captures) =>
        edge.Function is { } next && captures?.IsNeeded(next) != false;

    private static void Deliver(Edge edge, Tensor gradient)
    {
        Node node = edge.Function!;
        Tensor?[] pending = node.Pending ??= node.Outputs == 1 && Slots.TryPop(out Tensor?[]? one) ? one : new Tensor?[node.Outputs];
        ref Tensor? slot = ref pending[edge.Output];
        if (slot is null)
        {
            slot = gradient;
            gradient.Depart();
        }
        else if (!GradMode.Enabled && slot.IsOursAlone)
        {
            Operators.Arithmetic.AddInto(slot, gradient);
        }
        else
        {
            Tensor sum = slot + gradient;
            if (!GradMode.Enabled)
            {
                sum.Scope?.Forget(sum);
                sum.MarkTemporary();
            }
            slot.Arrive();
            slot = sum;
            sum.Depart();
        }
    }

    // Intermediate results that asked to keep their gradient.
    private static void Keep(Node node, Tensor?[] dys)
    {
        if (node.Retained is { } retained)
        {
            foreach ((Tensor tensor, int output) in retained)
            {
                if (dys[output] is { } dy)
                {
                    Tensor gradient = GradMode.Enabled ? dy : Operators.Copies.Contiguous(dy);
                    AutogradState state = tensor.State!;
                    state.Gradient = state.Gradient is null ? gradient : state.Gradient + gradient;
                    state.Gradient.Scope?.Forget(state.Gradient);
                }
            }
        }
    }

    private static Tensor Seed(Tensor output, Tensor? gradient)
    {
        if (!output.requires_grad)
        {
            throw new InvalidOperationException("element 0 of tensors does not require grad and does not have a grad_fn");
        }
        if (gradient is null)
        {
            if (output.Elements != 1)
            {
                throw new InvalidOperationException(
                    $"grad can be implicitly created only for scalar outputs, this one has shape {Shape.Text(output.Sizes)}");
            }
            return Operators.Creation.Full(output.Sizes, 1, output.dtype);
        }
        if (!gradient.Sizes.AsSpan().SequenceEqual(output.Sizes))
        {
            throw new ArgumentException(
                $"Mismatch in shape: grad_output has a shape of {Shape.Text(gradient.Sizes)} and output has a shape of {Shape.Text(output.Sizes)}.");
        }
        return gradient;
    }

    private static void CountDependencies(Node root, long pass)
    {
        var open = new Stack<Node>();
        Visit(root);
        while (open.TryPop(out Node? node))
        {
            foreach (Edge edge in node.Edges)
            {
                if (edge.Function is { } next)
                {
                    Visit(next);
                    next.Dependencies++;
                }
            }
        }

        void Visit(Node node)
        {
            if (node.Pass != pass)
            {
                node.Pass = pass;
                node.Dependencies = 0;
                node.Pending = null;
                open.Push(node);
            }
        }
    }
}
