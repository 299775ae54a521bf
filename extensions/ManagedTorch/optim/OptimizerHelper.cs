using System.Numerics;
using TorchSharp.Autograd;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What all optimisers share: groups, state per parameter, saving and loading.</summary>
public abstract partial class OptimizerHelper : optim.Optimizer
{
    private readonly Dictionary<Parameter, OptimizerState> _states = new(ReferenceEqualityComparer.Instance);
    private readonly OptimizerOptions _settings;

    private protected OptimizerHelper(OptimizerOptions defaults, double learningRate)
    {
        _settings = defaults;
        defaults.LearningRate = learningRate;
        defaults.InitialLearningRate = learningRate;
    }

    /// <summary>All parameters.</summary>
    public override IEnumerable<Parameter> parameters() => base.parameters();

    /// <summary>Sets all gradients to zero.</summary>
    public override void zero_grad() => base.zero_grad();

    /// <summary>Adds parameters with settings of their own; what these leave open is taken from the optimiser.</summary>
    /// <exception cref="ArgumentException">A parameter is in a group already, or the settings are of another
    /// optimiser.</exception>
    public override void add_param_group(ParamGroup param_group)
    {
        if (param_group.Options is { } given && given.GetType() != _settings.GetType())
        {
            throw new ArgumentException(
                $"The parameter group has options of {given.GetType().DeclaringType?.Name}, expected those of {GetType().Name}.");
        }
        base.add_param_group(param_group);
        param_group.Options ??= CreateOptions();
        param_group.Options.FillFrom(_settings);
        foreach (Parameter parameter in param_group.Items)
        {
            OptimizerState state = CreateState(parameter);
            state.Initialize(param_group.Options);
            _states.Add(parameter, state);
        }
    }

    /// <summary>Checks that the device is the CPU.</summary>
    /// <exception cref="NotSupportedException">Another device.</exception>
    public void to(Device device) => Device.Check(device);

    private protected abstract OptimizerOptions CreateOptions();

    private protected abstract ParamGroup CreateGroup();

    private protected abstract OptimizerState CreateState(Parameter parameter);

    /// <summary>Changes one parameter; both tensors are contiguous.</summary>
    private protected abstract void Update<T>(Tensor parameter, Tensor gradient, OptimizerState state, OptimizerOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>The address of a tensor's numbers; null for none.</summary>
    private protected static unsafe T* Address<T>(Tensor? tensor) where T : unmanaged => tensor is null ? null : tensor.Data<T>();

    private protected void Start(IEnumerable<Parameter> parameters)
    {
        ParamGroup group = CreateGroup();
        group.Parameters = parameters;
        add_param_group(group);
    }

    private protected void Start(IEnumerable<ParamGroup> groups)
    {
        foreach (ParamGroup group in groups)
        {
            add_param_group(group);
        }
    }

    /// <summary>One step over all groups.</summary>
    private protected Tensor? Step(Func<Tensor>? closure)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using (GradMode.Set(true))
            {
                loss = closure();
            }
        }
        bool before = GradMode.Enabled;
        GradMode.Enabled = false;
        try
        {
            foreach (ParamGroup group in Groups)
            {
                foreach (Parameter parameter in group.Items)
                {
                    if (parameter.KeptGradient is { } gradient)
                    {
                        Update(parameter, gradient, group.Options!);
                    }
                }
            }
        }
        finally
        {
            GradMode.Enabled = before;
        }
        return loss;
    }

    private protected override void DisposeState()
    {
        foreach (OptimizerState state in _states.Values)
        {
            (state as IDisposable)?.Dispose();
        }
        _states.Clear();
        Groups.Clear();
    }

    private void Update(Parameter parameter, Tensor gradient, OptimizerOptions options)
    {
        OptimizerState state = _states[parameter];
        state.MatchType(parameter.dtype);
        if (parameter.IsContiguous && gradient.IsContiguous)
        {
            Dispatch(parameter, gradient, state, options);
        }
        else
        {
            // Rare: a parameter made from a transposed tensor.
            using DisposeScope scope = NewDisposeScope();
            Tensor values = Operators.Copies.Contiguous(parameter);
            Dispatch(values, Operators.Copies.AsContiguous(gradient), state, options);
            Operators.Copies.Into(parameter, values);
        }
        parameter.Storage.Version++;
    }

    private void Dispatch(Tensor parameter, Tensor gradient, OptimizerState state, OptimizerOptions options)
    {
        if (parameter.dtype == ScalarType.Float32)
        {
            Update<float>(parameter, gradient, state, options);
        }
        else if (parameter.dtype == ScalarType.Float64)
        {
            Update<double>(parameter, gradient, state, options);
        }
        else
        {
            throw new ArgumentException(
                $"{GetType().Name}: parameters of type {parameter.dtype} are not offered, use float32 or float64.");
        }
    }
}
