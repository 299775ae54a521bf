using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Algorithms that change parameters along their gradients, and plans for the learning rate.</summary>
    public static partial class optim
    {
        /// <summary>Something with a learning rate that a scheduler may change: a group of parameters.</summary>
        public interface ILearningRateController
        {
            /// <summary>The learning rate now.</summary>
            double LearningRate { get; set; }

            /// <summary>The learning rate before a scheduler changed it.</summary>
            double InitialLearningRate { get; set; }
        }

        /// <summary>Something with a momentum that a scheduler may change.</summary>
        public interface IMomentum
        {
            /// <summary>The share of the last step in the next.</summary>
            double Momentum { get; set; }
        }

        /// <summary>Something with Adam's two decay rates that a scheduler may change.</summary>
        public interface IBetas
        {
            /// <summary>Decay of the mean of gradients, and of the mean of their squares.</summary>
            (double, double) Betas { get; set; }
        }

        /// <summary>Changes parameters along their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            private protected Optimizer()
            {
            }

            /// <summary>The groups of parameters, each with settings of its own.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => Groups;

            internal List<ParamGroup> Groups { get; } = [];

            /// <summary>All parameters.</summary>
            public virtual IEnumerable<Parameter> parameters() => Groups.SelectMany(static group => group.Parameters);

            /// <summary>Sets all gradients to zero.</summary>
            public virtual void zero_grad()
            {
                foreach (ParamGroup group in Groups)
                {
                    foreach (Parameter parameter in group.Items)
                    {
                        parameter.ForgetGradient(keepZero: true);
                    }
                }
            }

            /// <summary>Changes every parameter that has a gradient.</summary>
            /// <param name="closure">Computes the loss and its gradients first; may be null.</param>
            /// <returns>What the closure returned, or null.</returns>
            public virtual Tensor? step(Func<Tensor>? closure = null) => closure?.Invoke();

            /// <summary>Adds parameters with settings of their own.</summary>
            /// <exception cref="ArgumentException">A parameter is in a group already, or the settings are of another
            /// optimiser.</exception>
            public virtual void add_param_group(ParamGroup param_group)
            {
                foreach (Parameter parameter in param_group.Items)
                {
                    if (Groups.Exists(group => Array.IndexOf(group.Items, parameter) >= 0))
                    {
                        throw new ArgumentException("some parameters appear in more than one parameter group");
                    }
                }
                Groups.Add(param_group);
            }

            /// <summary>Gives the optimiser's own tensors back; the parameters stay.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Gives the optimiser's own tensors back.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (disposing)
                {
                    DisposeState();
                }
            }

            private protected virtual void DisposeState()
            {
            }

            /// <summary>Settings and state of an optimiser, to be kept and given back.</summary>
            public class StateDictionary
            {
                internal StateDictionary(List<OptimizerOptions> options, List<OptimizerState> state)
                {
                    Options = options;
                    State = state;
                }

                /// <summary>Settings by group.</summary>
                public List<OptimizerOptions> Options { get; }

                /// <summary>State by parameter, in order of groups.</summary>
                public List<OptimizerState> State { get; }
            }
        }
    }
}
