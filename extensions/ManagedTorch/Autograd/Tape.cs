using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>Records operations, each with the formula of its derivative.</summary>
/// <example>
/// <code>
/// // d(ab)/da = b, d(ab)/db = a
/// Tape.Record(y, "MulBackward0", [a, b], [a, b], static (dy, node) =>
///     [node.Needs(0) ? dy * node[1] : null, node.Needs(1) ? dy * node[0] : null]);
/// </code>
/// </example>
internal static class Tape
{
    /// <summary>Whether the operation must be recorded.</summary>
    public static bool Needs(Tensor a) => GradMode.Enabled && a.requires_grad;

    /// <summary>Whether the operation must be recorded for any of its inputs.</summary>
    public static bool Needs(ReadOnlySpan<Tensor> inputs)
    {
        if (GradMode.Enabled)
        {
            foreach (Tensor input in inputs)
            {
                if (input.requires_grad)
                {
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>Makes <paramref name="y"/> the result of a recorded operation, if any input wants a gradient; returns
    /// y.</summary>
    /// <param name="y">The result, freshly computed.</param>
    /// <param name="name">As PyTorch calls it.</param>
    /// <param name="inputs">What gradients are for, in the order in which <paramref name="backward"/> returns them.</param>
    /// <param name="saved">Tensors that the formula needs, as they are now; the result itself may be among them. Never capture
    /// tensors in the lambda: only what is saved survives being disposed, is checked for changes, and is freed after the
    /// pass.</param>
    /// <param name="backward">The formula. It must return new tensors, dy itself or views of it, never a saved tensor.</param>
    public static Tensor Record(
        Tensor y, string name, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> saved, BackwardFunction backward)
    {
        if (Tensors.ElementType.IsDifferentiable(y.dtype) && Needs(inputs))
        {
            Attach(new FunctionNode(name, inputs, backward), y, 0, saved);
        }
        return y;
    }

    /// <summary>As <see cref="Record"/> for an operation with several results.</summary>
    public static void RecordMany(
        ReadOnlySpan<Tensor> results,
        string name,
        ReadOnlySpan<Tensor> inputs,
        ReadOnlySpan<Tensor> saved,
        BackwardOfManyFunction backward)
    {
        if (!Needs(inputs))
        {
            return;
        }
        var node = new ManyOutputsNode(name, results.Length, inputs, backward);
        for (int i = 0; i < results.Length; i++)
        {
            if (Tensors.ElementType.IsDifferentiable(results[i].dtype))
            {
                Attach(node, results[i], i, i == 0 ? saved : []);
            }
        }
    }

    /// <summary>To be called before an operation in place.</summary>
    /// <param name="target">What will be changed.</param>
    /// <param name="oneValue">Whether one and the same value is written, which may then go to one place several times.</param>
    /// <exception cref="InvalidOperationException">The target is a leaf that wants a gradient, or a view of one; or it was
    /// expanded, so that several of its elements are one number.</exception>
    public static void CheckInPlace(Tensor target, bool oneValue = false)
    {
        if (!oneValue && IsStretched(target))
        {
            throw new InvalidOperationException(
                "unsupported operation: more than one element of the written-to tensor refers to a single memory location. "
                + "Please clone() the tensor before performing the operation.");
        }
        if (GradMode.Enabled && target.requires_grad && target.is_leaf)
        {
            throw new InvalidOperationException("a leaf Variable that requires grad is being used in an in-place operation.");
        }
        if (GradMode.Enabled && target.Base is { requires_grad: true, is_leaf: true })
        {
            throw new InvalidOperationException(
                "a view of a leaf Variable that requires grad is being used in an in-place operation.");
        }
    }

    /// <summary>Records an operation that changed <paramref name="target"/> in place; returns it.</summary>
    /// <remarks>Call <see cref="CheckInPlace"/> before the change. The target is input 0 of the formula if its old value
    /// matters.</remarks>
    public static Tensor RecordInPlace(
        Tensor target, string name, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> saved, BackwardFunction backward)
    {
        target.Storage.Version++;
        if (!Needs(inputs) && !Needs(target))
        {
            return target;
        }
        var node = new FunctionNode(name, inputs, backward);
        if (target.Base is { } root)
        {
            var slices = new CopySlices(node, target, root, inputs);
            AutogradState state = root.State ??= new AutogradState();
            state.Function = slices;
            state.Output = 0;
            state.Rebased++;
            node.Save(saved);
        }
        else
        {
            Attach(node, target, 0, []);
            target.State!.Rebased++;
            node.Save(saved);
        }
        return target;
    }

    private static bool IsStretched(Tensor x)
    {
        if (x.IsContiguous)
        {
            return false;
        }
        for (int d = 0; d < x.Sizes.Length; d++)
        {
            if (x.Strides[d] == 0 && x.Sizes[d] > 1)
            {
                return true;
            }
        }
        return false;
    }

    private static void Attach(Node node, Tensor y, int output, ReadOnlySpan<Tensor> saved)
    {
        AutogradState state = y.State ??= new AutogradState();
        state.Function = node;
        state.Output = output;
        state.RequiresGrad = false;
        node.Save(saved);
    }
}
