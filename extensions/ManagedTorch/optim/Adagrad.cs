using System.Numerics;
using TorchSharp.Files;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adagrad: s += g², p -= lr / (1 + (t - 1)·lr_decay)·g / (√s + eps).</summary>
public class Adagrad : OptimizerHelper
{
    /// <summary>For parameters with the same settings.</summary>
    /// <param name="parameters">What to learn.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="lr_decay">How the rate falls with steps.</param>
    /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
    /// <param name="initial_accumulator_value">What the sum of squares starts with.</param>
    /// <param name="eps">Added to the denominator.</param>
    public Adagrad(
        IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0,
        double initial_accumulator_value = 0, double eps = 1e-10)
        : base(new Options
        {
            lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value,
            eps = eps
        }, lr) => Start(parameters);

    /// <summary>For groups of parameters; the settings here count where a group leaves them open.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="lr_decay">How the rate falls with steps.</param>
    /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
    /// <param name="initial_accumulator_value">What the sum of squares starts with.</param>
    /// <param name="eps">Added to the denominator.</param>
    public Adagrad(
        IEnumerable<Adagrad.ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0,
        double initial_accumulator_value = 0, double eps = 1e-10)
        : base(new Options
        {
            lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value,
            eps = eps
        }, lr) => Start(parameters);

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
        var rule = new AdagradSettings(
            settings.LearningRate!.Value, settings.lr_decay!.Value, settings.weight_decay!.Value, settings.eps!.Value);
        AdagradKernel.Step(
            Address<T>(parameter), Address<T>(gradient), Address<T>(memory.sum), parameter.Elements, rule, memory.step);
    }

    /// <summary>Settings; what is null is taken from the optimiser.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>How the rate falls with steps.</summary>
        public double? lr_decay;

        /// <summary>Times the parameter, added to the gradient.</summary>
        public double? weight_decay;

        /// <summary>What the sum of squares starts with.</summary>
        public double? initial_accumulator_value;

        /// <summary>Added to the denominator.</summary>
        public double? eps;

        private protected override void Visit(ISettingVisitor visitor)
        {
            visitor.Number(ref lr_decay);
            visitor.Number(ref initial_accumulator_value);
            visitor.Number(ref eps);
            visitor.Number(ref weight_decay);
        }
    }

    /// <summary>Parameters that share settings.</summary>
    public class ParamGroup : ParamGroup<Options>
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
            IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0,
            double initial_accumulator_value = 0, double eps = 1e-10)
            : base(parameters, new Options
            {
                LearningRate = lr, InitialLearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay,
                initial_accumulator_value = initial_accumulator_value, eps = eps
            })
        {
        }
    }

    /// <summary>What is remembered of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>Steps taken.</summary>
        public long step;

        /// <summary>Sum of squared gradients.</summary>
        public Tensor sum = null!;

        /// <summary>The state of one parameter.</summary>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            sum = Zeros(((Options)options).initial_accumulator_value ?? 0);
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            TensorRecord.Write(writer, sum);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader) => Take((State)ReadNew(reader));

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            State other = Same<State>(source);
            var copy = new State(_parameter);
            copy.step = other.step;
            copy.sum = Copy(other.sum, nameof(sum))!;
            Take(copy);
        }

        /// <summary>Gives the tensors back.</summary>
        public void Dispose()
        {
            sum?.Dispose();
        }

        internal override OptimizerState ReadNew(BinaryReader reader)
        {
            var read = new State(_parameter);
            read.step = reader.ReadInt64();
            read.sum = Read(reader, nameof(sum));
            return read;
        }

        internal override void MatchType(ScalarType dtype)
        {
            Convert(sum, dtype);
        }

        private void Take(State other)
        {
            Dispose();
            step = other.step;
            sum = other.sum;
        }
    }
}
