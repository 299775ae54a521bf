using System.Numerics;
using TorchSharp.Files;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, arXiv:1711.05101).</summary>
public class AdamW : OptimizerHelper, optim.IBetas
{
    /// <summary>For parameters with the same settings.</summary>
    /// <param name="parameters">What to learn.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="beta1">Decay of the mean of gradients.</param>
    /// <param name="beta2">Decay of the mean of squares.</param>
    /// <param name="eps">Added to the denominator.</param>
    /// <param name="weight_decay">Times lr times the parameter, taken off the parameter.</param>
    /// <param name="amsgrad">Divides by the largest mean of squares so far.</param>
    /// <param name="maximize">Climbs instead.</param>
    public AdamW(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : base(new Options
        {
            beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize
        }, lr) => Start(parameters);

    /// <summary>For groups of parameters; the settings here count where a group leaves them open.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="beta1">Decay of the mean of gradients.</param>
    /// <param name="beta2">Decay of the mean of squares.</param>
    /// <param name="eps">Added to the denominator.</param>
    /// <param name="weight_decay">Times lr times the parameter, taken off the parameter.</param>
    /// <param name="amsgrad">Divides by the largest mean of squares so far.</param>
    /// <param name="maximize">Climbs instead.</param>
    public AdamW(
        IEnumerable<AdamW.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
        double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : base(new Options
        {
            beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize
        }, lr) => Start(parameters);

    /// <summary>The decay rates of all groups; reading gives those of the first.</summary>
    public (double, double) Betas
    {
        get => ((optim.IBetas)Groups[0]).Betas;
        set
        {
            foreach (optim.IBetas group in Groups.OfType<optim.IBetas>())
            {
                group.Betas = value;
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
        var rule = new AdamSettings(
            settings.LearningRate!.Value, settings.beta1!.Value, settings.beta2!.Value, settings.eps!.Value,
            settings.weight_decay!.Value, Decoupled: true, settings.maximize!.Value);
        AdamKernel.Step(
            Address<T>(parameter), Address<T>(gradient), Address<T>(memory.exp_avg), Address<T>(memory.exp_avg_sq),
            Address<T>(memory.max_exp_avg_sq), parameter.Elements, rule, memory.step);
    }

    /// <summary>Settings; what is null is taken from the optimiser.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Decay of the mean of gradients.</summary>
        public double? beta1;

        /// <summary>Decay of the mean of squares.</summary>
        public double? beta2;

        /// <summary>Added to the denominator.</summary>
        public double? eps;

        /// <summary>Times lr times the parameter, taken off the parameter.</summary>
        public double? weight_decay;

        /// <summary>Divides by the largest mean of squares so far.</summary>
        public bool? amsgrad;

        /// <summary>Climbs instead.</summary>
        public bool? maximize;

        private protected override void Visit(ISettingVisitor visitor)
        {
            visitor.Number(ref beta1);
            visitor.Number(ref beta2);
            visitor.Number(ref eps);
            visitor.Number(ref weight_decay);
            visitor.Flag(ref amsgrad);
            visitor.Flag(ref maximize);
        }
    }

    /// <summary>Parameters that share settings.</summary>
    public class ParamGroup : ParamGroup<Options>, optim.IBetas
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
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr, InitialLearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps,
                weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize
            })
        {
        }

        /// <summary>Decay of the mean of gradients, and of the mean of their squares.</summary>
        public (double, double) Betas
        {
            get => (Options!.beta1 ?? 0.9, Options!.beta2 ?? 0.999);
            set => (Options!.beta1, Options!.beta2) = value;
        }
    }

    /// <summary>What is remembered of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>Steps taken.</summary>
        public long step;

        /// <summary>Running mean of gradients.</summary>
        public Tensor exp_avg = null!;

        /// <summary>Running mean of squared gradients.</summary>
        public Tensor exp_avg_sq = null!;

        /// <summary>The largest running mean of squares so far; null without AMSGrad.</summary>
        public Tensor? max_exp_avg_sq;

        /// <summary>The state of one parameter.</summary>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            exp_avg = Zeros();
            exp_avg_sq = Zeros();
            max_exp_avg_sq = ((Options)options).amsgrad == true ? Zeros() : null;
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            TensorRecord.Write(writer, exp_avg);
            TensorRecord.Write(writer, exp_avg_sq);
            WriteOptional(writer, max_exp_avg_sq);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader) => Take((State)ReadNew(reader));

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            State other = Same<State>(source);
            var copy = new State(_parameter);
            copy.step = other.step;
            copy.exp_avg = Copy(other.exp_avg, nameof(exp_avg))!;
            copy.exp_avg_sq = Copy(other.exp_avg_sq, nameof(exp_avg_sq))!;
            copy.max_exp_avg_sq = Copy(other.max_exp_avg_sq, nameof(max_exp_avg_sq));
            Take(copy);
        }

        /// <summary>Gives the tensors back.</summary>
        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_avg_sq?.Dispose();
            max_exp_avg_sq?.Dispose();
        }

        internal override OptimizerState ReadNew(BinaryReader reader)
        {
            var read = new State(_parameter);
            read.step = reader.ReadInt64();
            read.exp_avg = Read(reader, nameof(exp_avg));
            read.exp_avg_sq = Read(reader, nameof(exp_avg_sq));
            read.max_exp_avg_sq = ReadOptional(reader, nameof(max_exp_avg_sq));
            return read;
        }

        internal override void MatchType(ScalarType dtype)
        {
            Convert(exp_avg, dtype);
            Convert(exp_avg_sq, dtype);
            Convert(max_exp_avg_sq, dtype);
        }

        private void Take(State other)
        {
            Dispose();
            step = other.step;
            exp_avg = other.exp_avg;
            exp_avg_sq = other.exp_avg_sq;
            max_exp_avg_sq = other.max_exp_avg_sq;
        }
    }
}
