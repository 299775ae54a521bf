using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>An operation with a derivative of one's own.</summary>
        /// <typeparam name="T">The class that derives from it.</typeparam>
        public abstract class Function<T> where T : Function<T>, new()
        {
            /// <summary>What the operation is called in messages.</summary>
            public abstract string Name { get; }
        }

        /// <summary>An operation with one result and a derivative of one's own.</summary>
        /// <typeparam name="T">The class that derives from it.</typeparam>
        /// <example>
        /// <code>
        /// sealed class Cube : torch.autograd.SingleTensorFunction&lt;Cube>
        /// {
        ///     public override string Name => "Cube";
        ///     public override Tensor forward(AutogradContext ctx, params object[] vars)
        ///     {
        ///         var x = (Tensor)vars[0];
        ///         ctx.save_for_backward([x]);
        ///         return x * x * x;
        ///     }
        ///     public override List&lt;Tensor> backward(AutogradContext ctx, Tensor dy) =>
        ///         [3 * ctx.get_saved_variables()[0].pow(2) * dy];
        /// }
        /// Tensor y = Cube.apply(x);
        /// </code>
        /// </example>
        public abstract class SingleTensorFunction<T> : Function<T> where T : SingleTensorFunction<T>, new()
        {
            /// <summary>The result; nothing in here is recorded.</summary>
            /// <param name="ctx">Keeps what <see cref="backward"/> needs.</param>
            /// <param name="vars">What was given to <see cref="apply"/>, tensors and anything else.</param>
            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            /// <summary>The gradient of each of the arguments, in their order; null for one that has none.</summary>
            /// <param name="ctx">What <see cref="forward"/> kept.</param>
            /// <param name="grad_output">The gradient of the result.</param>
            public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);

            /// <summary>Runs <see cref="forward"/> and records the operation.</summary>
            /// <exception cref="InvalidOperationException">In the backward pass: another number of gradients than arguments.</exception>
            public static Tensor apply(params object[] vars)
            {
                var function = new T();
                var context = new AutogradContext();
                Tensor[] inputs = [.. vars.OfType<Tensor>()];
                Tensor y;
                using (no_grad())
                {
                    y = function.forward(context, vars);
                    if (Array.Exists(inputs, x => ReferenceEquals(x, y)))
                    {
                        y = y.clone();    // an input cannot be the result of the operation that it goes into
                    }
                }
                return Tape.Record(y, function.Name, inputs, [.. context.Saved], (dy, node) =>
                {
                    context.Saved = [.. Enumerable.Range(0, context.Saved.Count).Select(i => node[i])];    // checks that none was changed
                    return OfTensors(function, vars, function.backward(context, dy));
                });
            }

            private static Tensor?[] OfTensors(T function, object[] vars, List<Tensor> gradients)
            {
                int tensors = vars.Count(v => v is Tensor), given = gradients.Count;
                // As in PyTorch, gradients of nothing may be left out at the end.
                if (given > vars.Length || Enumerable.Range(given, vars.Length - given).Any(i => vars[i] is Tensor))
                {
                    throw new InvalidOperationException(
                        $"function {function.Name} returned an incorrect number of gradients (expected {vars.Length}, got {given})");
                }
                var results = new Tensor?[tensors];
                for (int i = 0, k = 0; i < given; i++)
                {
                    if (vars[i] is Tensor)
                    {
                        results[k++] = gradients[i];
                    }
                }
                return results;
            }
        }

        /// <summary>What an operation keeps from its forward to its backward pass.</summary>
        public class AutogradContext : IDisposable
        {
            private readonly Dictionary<string, object> _data = [];

            internal AutogradContext()
            {
            }

            internal List<Tensor> Saved { get; set; } = [];

            /// <summary>Keeps tensors, as they are now; an error in the backward pass tells if one was changed since.</summary>
            public void save_for_backward(List<Tensor> tensors) => Saved = [.. tensors];

            /// <summary>The tensors that were kept.</summary>
            public List<Tensor> get_saved_variables() => [.. Saved];

            /// <summary>Keeps anything else under a name.</summary>
            public void save_data(string key, object value) => _data[key] = value;

            /// <summary>What was kept under a name.</summary>
            /// <exception cref="KeyNotFoundException">Nothing.</exception>
            public object get_data(string key) => _data[key];

            /// <summary>Forgets all.</summary>
            public void Dispose()
            {
                Dispose(disposing: true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Forgets all.</summary>
            protected virtual void Dispose(bool disposing)
            {
                _data.Clear();
                Saved = [];
            }
        }
    }
}
