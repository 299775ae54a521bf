using TorchSharp.Tensors;

namespace TorchSharp.Modules;

/// <summary>What batch and instance normalisation share: scale, shift and running statistics for each channel.</summary>
public abstract class NormBase : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    [ComponentName(Name = nameof(running_mean))]
    private torch.Tensor? _runningMean;

    [ComponentName(Name = nameof(running_var))]
    private torch.Tensor? _runningVariance;

    [ComponentName(Name = nameof(num_batches_tracked))]
    private torch.Tensor? _batches;

    /// <summary>Normalisation of <paramref name="num_features"/> channels.</summary>
    public NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, torch.Device? device,
        torch.ScalarType? dtype, string name) : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            _weight = new Parameter(torch.ones(num_features, dtype, device));
            _bias = new Parameter(torch.zeros(num_features, dtype, device));
        }
        if (track_running_stats)
        {
            _runningMean = torch.zeros(num_features, dtype, device);
            _runningVariance = torch.ones(num_features, dtype, device);
            _batches = torch.tensor(0L, device: device);
        }
        RegisterComponents();
    }

    /// <summary>Number of channels.</summary>
    public long num_features { get; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>How far a batch moves the running statistics; null for the mean of all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether there are scale and shift.</summary>
    public bool affine { get; }

    /// <summary>Whether there are running statistics.</summary>
    public bool track_running_stats { get; }

    /// <summary>The scale (C).</summary>
    public Parameter weight
    {
        get => _weight!;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <summary>The shift (C).</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
    }

    /// <summary>The mean that evaluation uses.</summary>
    public torch.Tensor? running_mean
    {
        get => _runningMean;
        set => ConditionallyRegisterBuffer(nameof(running_mean), _runningMean = value);
    }

    /// <summary>The variance that evaluation uses.</summary>
    public torch.Tensor? running_var
    {
        get => _runningVariance;
        set => ConditionallyRegisterBuffer(nameof(running_var), _runningVariance = value);
    }

    /// <summary>How many batches moved the running statistics.</summary>
    public torch.Tensor? num_batches_tracked
    {
        get => _batches;
        set => ConditionallyRegisterBuffer(nameof(num_batches_tracked), _batches = value);
    }

    /// <summary>Sets scale to 1, shift to 0, and the running statistics back.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (_weight is not null)
        {
            torch.nn.init.ones_(_weight);
            torch.nn.init.zeros_(_bias!);
        }
    }

    /// <summary>Sets the running statistics to mean 0 and variance 1.</summary>
    public void reset_running_stats()
    {
        if (track_running_stats)
        {
            torch.nn.init.zeros_(_runningMean!);
            torch.nn.init.ones_(_runningVariance!);
            torch.nn.init.zeros_(_batches!);
        }
    }

    /// <summary>Refuses inputs of another number of axes.</summary>
    protected abstract void ValidateInputDimensions(torch.Tensor input);

    /// <summary>Scale and shift, or null for each.</summary>
    private protected (torch.Tensor? Scale, torch.Tensor? Shift) Affine => (_weight, _bias);

    /// <summary>Counts a batch and returns how far it moves the running statistics.</summary>
    private protected unsafe double CountBatch()
    {
        if (_batches is null)
        {
            return momentum ?? 0;
        }
        long batches = ++*_batches.Data<long>();
        return momentum ?? 1.0 / batches;
    }

    private protected void RequireAxes(torch.Tensor input, params int[] counts)
    {
        if (!counts.Contains(input.Sizes.Length))
        {
            throw new ArgumentException(
                $"{GetName()}: expected {string.Join(" or ", counts)} dimensions, got {input.Sizes.Length}: "
                + $"{Shape.Text(input.Sizes)}");
        }
    }
}
