using System.Numerics;
using TorchSharp.Files;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>RMSProp: v = alpha·v + (1 - alpha)·g², p -= lr·g / (√v + eps).</summary>
public class RMSProp : OptimizerHelper, optim.IMomentum
{
    /// <summary>For parameters with the same settings.</summary>
    /// <param name="parameters">What to learn.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="alpha">Decay of the mean of squares.</param>
    /// <param name="eps">Added to the denominator.</param>
    /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
    /// <param name="momentum">Share of the last step.</param>
    /// <param name="centered">Takes the squared mean off the mean of squares.</param>
    /// <param name="maximize">Climbs instead.</param>
    public RMSProp(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
        double momentum = 0, bool centered = false, bool maximize = false)
        : base(new Options
        {
            alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum, centered = centered,
            maximize = maximize
        }, lr) => Start(parameters);

    /// <summary>For groups of parameters; the settings here count where a group leaves them open.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="alpha">Decay of the mean of squares.</param>
    /// <param name="eps">Added to the denominator.</param>
    /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
    /// <param name="momentum">Share of the last step.</param>
    /// <param name="centered">Takes the squared mean off the mean of squares.</param>
    /// <param name="maximize">Climbs instead.</param>
    public RMSProp(
        IEnumerable<RMSProp.ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8,
        double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
        : base(new Options
        {
            alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum, centered = centered,
            maximize = maximize
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
        memory.step++;
        var rule = new RmsPropSettings(
            settings.LearningRate!.Value, settings.alpha!.Value, settings.eps!.Value, settings.weight_decay!.Value,
            settings.momentum!.Value, settings.maximize!.Value);
        RmsPropKernel.Step(
            Address<T>(parameter), Address<T>(gradient), Address<T>(memory.square_avg), Address<T>(memory.grad_avg),
            Address<T>(memory.momentum_buffer), parameter.Elements, rule);
    }

    /// <summary>Settings; what is null is taken from the optimiser.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Decay of the mean of squares.</summary>
        public double? alpha;

        /// <summary>Added to the denominator.</summary>
        public double? eps;

        /// <summary>Times the parameter, added to the gradient.</summary>
        public double? weight_decay;

        /// <summary>Share of the last step.</summary>
        public double? momentum;

        /// <summary>Takes the squared mean off the mean of squares.</summary>
        public bool? centered;

        /// <summary>Climbs instead.</summary>
        public bool? maximize;

        private protected override void Visit(ISettingVisitor visitor)
        {
            visitor.Number(ref momentum);
            visitor.Number(ref alpha);
            visitor.Number(ref eps);
            visitor.Number(ref weight_decay);
            visitor.Flag(ref centered);
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
            IEnumerable<Parameter> parameters, double lr = 1e-3, double eps = 1e-8, double alpha = 0.99,
            double weight_decay = 0, double momentum = 0, bool centered = false)
            : base(parameters, new Options
            {
                LearningRate = lr, InitialLearningRate = lr, eps = eps, alpha = alpha, weight_decay = weight_decay,
                momentum = momentum, centered = centered
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
        /// <summary>Steps taken.</summary>
        public long step;

        /// <summary>Running mean of squared gradients.</summary>
        public Tensor square_avg = null!;

        /// <summary>The last step.</summary>
        public Tensor? momentum_buffer;

        /// <summary>Running mean of gradients; null unless centred.</summary>
        public Tensor? grad_avg;

        /// <summary>The state of one parameter.</summary>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            square_avg = Zeros();
            momentum_buffer = ((Options)options).momentum is > 0 ? Zeros() : null;
            grad_avg = ((Options)options).centered == true ? Zeros() : null;
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            TensorRecord.Write(writer, square_avg);
            WriteOptional(writer, momentum_buffer);
            WriteOptional(writer, grad_avg);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader) => Take((State)ReadNew(reader));

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            State other = Same<State>(source);
            var copy = new State(_parameter);
            copy.step = other.step;
            copy.square_avg = Copy(other.square_avg, nameof(square_avg))!;
            copy.momentum_buffer = Copy(other.momentum_buffer, nameof(momentum_buffer));
            copy.grad_avg = Copy(other.grad_avg, nameof(grad_avg));
            Take(copy);
        }

        /// <summary>Gives the tensors back.</summary>
        public void Dispose()
        {
            square_avg?.Dispose();
            momentum_buffer?.Dispose();
            grad_avg?.Dispose();
        }

        internal override OptimizerState ReadNew(BinaryReader reader)
        {
            var read = new State(_parameter);
            read.step = reader.ReadInt64();
            read.square_avg = Read(reader, nameof(square_avg));
            read.momentum_buffer = ReadOptional(reader, nameof(momentum_buffer));
            read.grad_avg = ReadOptional(reader, nameof(grad_avg));
            return read;
        }

        internal override void MatchType(ScalarType dtype)
        {
            Convert(square_avg, dtype);
            Convert(momentum_buffer, dtype);
            Convert(grad_avg, dtype);
        }

        private void Take(State other)
        {
            Dispose();
            step = other.step;
            square_avg = other.square_avg;
            momentum_buffer = other.momentum_buffer;
            grad_avg = other.grad_avg;
        }
    }
}
