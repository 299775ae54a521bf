using TorchSharp.Autograd;
using TorchSharp.Operators;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        // Set while the tensor is a gradient on its way; see Engine.
        private int _flights;
        private bool _temporary;

        /// <summary>History and gradient, once there are any.</summary>
        internal AutogradState? State { get; set; }

        /// <summary>The tensor whose memory this one is a view of; null if it has its own.</summary>
        internal Tensor? Base { get; set; }

        /// <summary>Whether gradients are computed for it: a leaf that asks for them, or a result of such.</summary>
        /// <exception cref="InvalidOperationException">The tensor holds whole numbers, or is a result and the value is
        /// false.</exception>
        public bool requires_grad
        {
            get => State is { } state && (state.RequiresGrad || state.Function is not null) || Base is { } root
                && IsRebased(root);
            set
            {
                if (value && !ElementType.IsDifferentiable(_dtype))
                {
                    throw new InvalidOperationException(
                        $"Only Tensors of floating point and complex dtype can require gradients, this one is {dtype}.");
                }
                if (!value && GradientFunction is not null)
                {
                    throw new InvalidOperationException(
                        "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in "
                        + "a subgraph that doesn't require differentiation use var_no_grad = var.detach().");
                }
                if (value || State is not null)
                {
                    (State ??= new AutogradState()).RequiresGrad = value;
                }
            }
        }

        /// <summary>Whether it was made by the user, not by a recorded operation.</summary>
        public bool is_leaf => GradientFunction is null;

        /// <summary>The gradient that backward passes have added up; null before the first.</summary>
        public Tensor? grad
        {
            get
            {
                if (State is null)
                {
                    return null;
                }
                State.GradientShown = true;
                return KeptGradient;
            }

            set
            {
                if (value is not null && !value.Sizes.AsSpan().SequenceEqual(Sizes))
                {
                    throw new ArgumentException(
                        $"assigned grad has shape {Shape.Text(value.Sizes)}, expected that of the tensor, {Shape.Text(Sizes)}");
                }
                if (value is not null || State is not null)
                {
                    State ??= new AutogradState();
                    State.Gradient = value;
                    State.GradientShown = true;
                }
            }
        }

        /// <summary>As <see cref="grad"/>, for the engine itself: the user has not seen it yet.</summary>
        internal Tensor? KeptGradient
        {
            get
            {
                if (State is { GradientIsZero: true })
                {
                    State.Gradient = Creation.Full(Sizes, 0, _dtype).DetachFromDisposeScope();
                }
                return State?.Gradient;
            }
        }

        /// <summary>Gives the gradient back; afterwards it is null, or counts as zero if there was one and it shall stay
        /// zero.</summary>
        internal void ForgetGradient(bool keepZero)
        {
            if (State is not { } state)
            {
                return;
            }
            bool isZero = keepZero && (state.GradientIsZero || state.Gradient is not null);
            if (state.Gradient is { } gradient)
            {
                bool isOurs = !state.GradientShown && !gradient.IsShown;
                if (isZero && !isOurs)
                {
                    // The user may hold it and expects to see the zeros.
                    using (GradMode.Set(false))
                    {
                        Tensor plain = gradient.detach();
                        Copies.Fill(plain, 0);
                        plain.Storage.Version++;
                        plain.Dispose();
                    }
                    return;
                }
                if (isOurs)
                {
                    gradient.Dispose();
                }
            }
            state.Gradient = null;
            state.GradientIsZero = isZero;
            state.GradientShown = false;
        }

        /// <summary>The operation that made it; null for a leaf.</summary>
        internal Node? GradientFunction
        {
            get
            {
                if (Base is { } root && IsRebased(root))
                {
                    // The base was changed in place: this view is now a view of the changed base.
                    State ??= new AutogradState();
                    State.Function = Views.AsStridedNode(this, root);
                    State.Output = 0;
                    State.RebasedWhenSet = root.State!.Rebased;
                }
                return State?.Function;
            }
        }

        /// <summary>Which output of <see cref="GradientFunction"/> it is.</summary>
        internal int OutputIndex => State?.Output ?? 0;

        /// <summary>Where its gradient goes; to nobody if none is wanted.</summary>
        internal Edge GradientEdge
        {
            get
            {
                if (!requires_grad)
                {
                    return default;
                }
                return GradientFunction is { } function
                    ? new Edge(function, State!.Output)
                    : new Edge(State!.Accumulator ??= new AccumulateGrad(this), 0);
            }
        }

        /// <summary>Sets whether gradients are computed for it, and returns it.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Sets whether gradients are computed for it, and returns it.</summary>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Asks an intermediate result to keep its gradient in <see cref="grad"/>.</summary>
        /// <exception cref="InvalidOperationException">It does not require a gradient.</exception>
        public void retain_grad()
        {
            if (!requires_grad)
            {
                throw new InvalidOperationException("can't retain_grad on Tensor that has requires_grad=False");
            }
            if (GradientFunction is { } function && !State!.Retains)
            {
                State.Retains = true;
                (function.Retained ??= []).Add((this, State.Output));
            }
        }

        /// <summary>The same values in the same memory, cut off from history: no gradient flows through.</summary>
        public Tensor detach() => Alias(Sizes, Strides, Offset);

        /// <summary>Adds d(this)/d(leaf) to the gradient of every leaf that it was computed from; it must hold one
        /// number.</summary>
        /// <exception cref="InvalidOperationException">More than one element, no history, or the graph was already
        /// freed.</exception>
        public void backward() => Engine.Backward([this], null, retainGraph: false, createGraph: false, null);

        /// <summary>Adds the product of <paramref name="grad_tensors"/> with d(this)/d(leaf) to the gradients of the
        /// leaves.</summary>
        /// <param name="grad_tensors">One tensor of this tensor's shape; null for 1.</param>
        /// <param name="retain_graph">Keeps the graph for another backward pass.</param>
        /// <param name="create_graph">Records the backward pass itself, for derivatives of derivatives.</param>
        /// <param name="inputs">Leaves to collect for; null for all.</param>
        public void backward(
            IList<Tensor>? grad_tensors = null,
            bool retain_graph = false,
            bool create_graph = false,
            IList<Tensor>? inputs = null) =>
                Engine.Backward([this], grad_tensors, retain_graph || create_graph, create_graph, inputs);

        /// <summary>Notes that a gradient on its way is delivered once more.</summary>
        internal void Depart() => _flights++;

        /// <summary>Notes that a delivery was consumed; a temporary one that nobody else awaits is disposed.</summary>
        internal void Arrive()
        {
            if (--_flights == 0 && _temporary)
            {
                Dispose();
            }
        }

        /// <summary>Lets the engine dispose it after its last delivery.</summary>
        internal void MarkTemporary() => _temporary = true;

        /// <summary>Whether nobody else looks at its memory, so that it may be changed or kept.</summary>
        internal bool IsOursAlone => _temporary && _flights == 1 && IsContiguous && Storage.References == 1 && _pins == 0;

        /// <summary>Keeps a delivered gradient: the tensor itself if nobody else uses it, otherwise a copy.</summary>
        internal Tensor TakeAsGradient()
        {
            if (!IsOursAlone)
            {
                return Copies.Contiguous(this);
            }
            _temporary = false;
            return this;
        }

        private bool IsRebased(Tensor root) =>
            root.State is { Rebased: > 0 } state && (State?.RebasedWhenSet ?? 0) != state.Rebased;
    }
}
