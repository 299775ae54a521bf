using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters that share settings.</summary>
public class ParamGroup : optim.ILearningRateController
{
    /// <summary>An empty group; set <see cref="Parameters"/>.</summary>
    public ParamGroup()
    {
    }

    /// <summary>The parameters.</summary>
    public IEnumerable<Parameter> Parameters
    {
        get => Items;
        set => Items = [.. value];
    }

    /// <summary>The settings.</summary>
    public OptimizerOptions? Options { get; set; }

    /// <summary>The learning rate now.</summary>
    public double LearningRate
    {
        get => Options?.LearningRate ?? throw new InvalidOperationException(
            "The group has no learning rate yet: add it to an optimiser.");
        set => (Options ?? throw new InvalidOperationException("The group has no options yet: add it to an optimiser."))
            .LearningRate = value;
    }

    /// <summary>The learning rate before a scheduler changed it.</summary>
    public double InitialLearningRate
    {
        get => Options?.InitialLearningRate ?? throw new InvalidOperationException(
            "The group has no options yet: add it to an optimiser.");
        set => (Options ?? throw new InvalidOperationException("The group has no options yet: add it to an optimiser."))
            .InitialLearningRate = value;
    }

    internal Parameter[] Items { get; private set; } = [];
}

/// <summary>Parameters that share settings of one optimiser.</summary>
public class ParamGroup<TOptions> : ParamGroup where TOptions : OptimizerOptions
{
    /// <summary>An empty group.</summary>
    public ParamGroup()
    {
    }

    /// <summary>A group; settings that are null or open come from the optimiser.</summary>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null)
    {
        Parameters = parameters;
        base.Options = options;
    }

    /// <summary>The settings.</summary>
    public new TOptions? Options
    {
        get => (TOptions?)base.Options;
        set => base.Options = value;
    }
}
