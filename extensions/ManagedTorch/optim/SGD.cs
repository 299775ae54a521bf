using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent with momentum: b = momentum·b + (1 - dampening)·g, p -= lr·b.</summary>
public class SGD : OptimizerHelper, optim.IMomentum
{
    /// <summary>For parameters with the same settings.</summary>
    /// <param name="parameters">What to learn.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="momentum">Share of the last step.</param>
    /// <param name="dampening">What is taken off the gradient's share.</param>
    /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
    /// <param name="nesterov">Looks ahead along the momentum.</param>
    /// <param name="maximize">Climbs instead.</param>
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : base(new Options
        {
            momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize
        }, lr) => Start(parameters);

    /// <summary>For groups of parameters; the settings here count where a group leaves them open.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="momentum">Share of the last step.</param>
    /// <param name="dampening">What is taken off the gradient's share.</param>
    /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
    /// <param name="nesterov">Looks ahead along the momentum.</param>
    /// <param name="maximize">Climbs instead.</param>
    public SGD(
        IEnumerable<SGD.ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0,
        double weight_decay = 0, bool nesterov = false, bool maximize = false)
        : base(new Options
        {
            momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize
        }, lr) => Start(parameters);

    /// <summary>The momentum of all groups; reading gives that of the first.</summary>
    public double Momentum
    {
        get => ((optim.IMomentum)Groups[0]).Momentum;
        set
        {
            foreach (optim.IMomentum group in Groups.OfType<optim.IMomentum>())
            {
                group.Momentum = value;
            }
        }
    }

    /// <inheritdoc cref="optim.Optimizer.step"/>
    public override Tensor? step(Func<Tensor>? closure = null) => Step(closure);

    private protected override OptimizerOptions CreateOptions() => new Options();

    private protected override Modules.ParamGroup CreateGroup() => new ParamGroup();

    private protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);

    private protected override unsafe void Update<T>(
        Tensor parameter, Tensor gradient, OptimizerState state, OptimizerOptions options)
    {
        var settings = (Options)options;
        State memory = (State)state;
        bool isFirst = memory.momentum_buffer is null;
        if (isFirst && settings.momentum != 0)
        {
            memory.momentum_buffer = Tensor.EmptyLike(gradient).DetachFromDisposeScope();
        }
        var rule = new SgdSettings(
            settings.LearningRate!.Value, settings.momentum!.Value, settings.dampening!.Value, settings.weight_decay!.Value,
            settings.nesterov!.Value, settings.maximize!.Value);
        SgdKernel.Step(
            Address<T>(parameter), Address<T>(gradient), Address<T>(memory.momentum_buffer), parameter.Elements, rule, isFirst);
    }

    /// <summary>Settings; what is null is taken from the optimiser.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Share of the last step.</summary>
        public double? momentum;

        /// <summary>What is taken off the gradient's share.</summary>
        public double? dampening;

        /// <summary>Times the parameter, added to the gradient.</summary>
        public double? weight_decay;

        /// <summary>Looks ahead along the momentum.</summary>
        public bool? nesterov;

        /// <summary>Climbs instead.</summary>
        public bool? maximize;

        private protected override void Visit(ISettingVisitor visitor)
        {
            visitor.Number(ref momentum);
            visitor.Number(ref dampening);
            visitor.Number(ref weight_decay);
            visitor.Flag(ref nesterov);
            visitor.Flag(ref maximize);
        }
    }

    /// <summary>Parameters that share settings.</summary>
    public class ParamGroup : ParamGroup<Options>, optim.IMomentum
    {
        /// <summary>An empty group.</summary>
        public ParamGroup()
        {
        }

        /// <summary>Parameters with settings; what these leave open is taken from the optimiser.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        /// <summary>Parameters with settings.</summary>
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0, double dampening = 0,
            double weight_decay = 0, bool nesterov = false, bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr, InitialLearningRate = lr, momentum = momentum, dampening = dampening,
                weight_decay = weight_decay, nesterov = nesterov, maximize = maximize
            })
        {
        }

        /// <summary>The share of the last step in the next.</summary>
        public double Momentum
        {
            get => Options!.momentum ?? 0;
            set => Options!.momentum = value;
        }
    }

    /// <summary>What is remembered of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The last step.</summary>
        public Tensor? momentum_buffer;

        /// <summary>The state of one parameter.</summary>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            momentum_buffer = null;
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            WriteOptional(writer, momentum_buffer);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader) => Take((State)ReadNew(reader));

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            State other = Same<State>(source);
            var copy = new State(_parameter);
            copy.momentum_buffer = Copy(other.momentum_buffer, nameof(momentum_buffer));
            Take(copy);
        }

        /// <summary>Gives the tensors back.</summary>
        public void Dispose()
        {
            momentum_buffer?.Dispose();
        }

        internal override OptimizerState ReadNew(BinaryReader reader)
        {
            var read = new State(_parameter);
            read.momentum_buffer = ReadOptional(reader, nameof(momentum_buffer));
            return read;
        }

        internal override void MatchType(ScalarType dtype)
        {
            Convert(momentum_buffer, dtype);
        }

        private void Take(State other)
        {
            Dispose();
            momentum_buffer = other.momentum_buffer;
        }
    }
}
