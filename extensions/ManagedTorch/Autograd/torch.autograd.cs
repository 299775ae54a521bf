using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Derivatives, asked for by function.</summary>
    public static partial class autograd
    {
        /// <summary>The gradients of the sum of all outputs with respect to each input; the gradients of leaves stay as they
        /// are.</summary>
        /// <param name="outputs">What is differentiated.</param>
        /// <param name="inputs">With respect to what; each must require a gradient.</param>
        /// <param name="grad_outputs">A factor of the shape of each output; null for 1, then outputs must hold one number
        /// each.</param>
        /// <param name="retain_graph">Keeps the graph for another pass.</param>
        /// <param name="create_graph">Records the pass itself, for derivatives of derivatives; keeps the graph.</param>
        /// <param name="allow_unused">Gives null for an input on which no output depends, instead of an error.</param>
        /// <exception cref="InvalidOperationException">An input requires no gradient, or was not used.</exception>
        public static IList<Tensor> grad(
            IList<Tensor> outputs,
            IList<Tensor> inputs,
            IList<Tensor>? grad_outputs = null,
            bool retain_graph = false,
            bool create_graph = false,
            bool allow_unused = false)
        {
            foreach (Tensor input in inputs)
            {
                if (!input.requires_grad)
                {
                    throw new InvalidOperationException("One of the differentiated Tensors does not require grad");
                }
            }
            Tensor?[] found = Engine.Gradients([.. outputs], grad_outputs, retain_graph || create_graph, create_graph, inputs);
            if (!allow_unused && Array.IndexOf(found, null) >= 0)
            {
                throw new InvalidOperationException(
                    "One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if "
                    + "this is the desired behavior.");
            }
            return found!;
        }

        /// <summary>Adds the gradients of the sum of all tensors to those of the leaves.</summary>
        /// <param name="tensors">What is differentiated.</param>
        /// <param name="grad_tensors">A factor of the shape of each tensor; null for 1, then they must hold one number
        /// each.</param>
        /// <param name="retain_graph">Keeps the graph for another pass; null: if <paramref name="create_graph"/>.</param>
        /// <param name="create_graph">Records the pass itself, for derivatives of derivatives.</param>
        /// <param name="inputs">Leaves to collect for; null for all.</param>
        public static void backward(
            IList<Tensor> tensors,
            IList<Tensor>? grad_tensors = null,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            Engine.Backward([.. tensors], grad_tensors, retain_graph ?? create_graph, create_graph, inputs);

        /// <summary>Adds the gradients of a tensor to those of the leaves.</summary>
        public static void backward(
            Tensor tensor,
            IList<Tensor>? grad_tensors = null,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null) => backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>Adds the gradients of the sum of tensor times <paramref name="grad_tensor"/> to those of the
        /// leaves.</summary>
        public static void backward(
            Tensor tensor,
            Tensor grad_tensor,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null) => backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);
    }
}
