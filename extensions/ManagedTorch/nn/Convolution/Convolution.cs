using TorchSharp.Operators;
using TorchSharp.Tensors;

namespace TorchSharp.Modules;

/// <summary>What all convolutions share: sizes, weight and bias.</summary>
public abstract class Convolution : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    /// <summary>The weight.</summary>
    [ComponentName(Name = nameof(weight))]
    protected Parameter? _weight;

    /// <summary>The bias, or null.</summary>
    [ComponentName(Name = nameof(bias))]
    protected Parameter? _bias;

    private protected Convolution(
        string name,
        long in_channels,
        long out_channels,
        long[] kernel_size,
        long[] stride,
        long[]? padding,
        Padding? padding_type,
        long[] dilation,
        bool transposed,
        long[] output_padding,
        PaddingModes padding_mode,
        long groups,
        bool bias,
        torch.Device? device,
        torch.ScalarType? dtype) : base(name)
    {
        Require(groups >= 1 && in_channels % groups == 0, $"in_channels ({in_channels}) must be divisible by groups ({groups})");
        Require(out_channels % groups == 0, $"out_channels ({out_channels}) must be divisible by groups ({groups})");
        Require(
            padding_type != Padding.Same
                || Array.TrueForAll(stride, s => s == 1), "padding='same' is not supported for strided convolutions");
        Require(padding_mode != PaddingModes.Constant,
            "padding_mode Constant is not for convolutions; use Zeros or a layer that pads");
        Require(!transposed || padding_mode == PaddingModes.Zeros, $"Only \"Zeros\" padding mode is supported for {name}");
        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding_type == Padding.Valid ? new long[kernel_size.Length] : padding;
        this.padding_type = padding_type;
        this.dilation = dilation;
        this.transposed = transposed;
        this.output_padding = output_padding;
        this.padding_mode = padding_mode;
        this.groups = groups;
        long[] sizes = transposed
            ? [in_channels, out_channels / groups, .. kernel_size]
            : [out_channels, in_channels / groups, .. kernel_size];
        _weight = new Parameter(torch.NewEmpty(sizes, dtype, device, false));
        _bias = bias ? new Parameter(torch.NewEmpty([out_channels], dtype, device, false)) : null;
        RegisterComponents();
        reset_parameters();

        void Require(bool condition, string message)
        {
            if (!condition)
            {
                throw new ArgumentException($"{name}: {message}");
            }
        }
    }

    /// <summary>Channels of the input.</summary>
    public long in_channels { get; }

    /// <summary>Channels of the result.</summary>
    public long out_channels { get; }

    /// <summary>Size of the kernel along each axis.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>Steps from result to result along each axis.</summary>
    public long[] stride { get; set; }

    /// <summary>Padding at each end of each axis; null if given by name.</summary>
    public long[]? padding { get; private set; }

    /// <summary>Padding by name, or null.</summary>
    public Padding? padding_type { get; private set; }

    /// <summary>Distance of the kernel's values along each axis.</summary>
    public long[] dilation { get; set; }

    /// <summary>Whether it is a transposed convolution.</summary>
    public bool transposed { get; }

    /// <summary>What a transposed convolution adds at the far end.</summary>
    public long[] output_padding { get; set; }

    /// <summary>What surrounds the input.</summary>
    public PaddingModes padding_mode { get; set; }

    /// <summary>Groups of channels that do not see each other.</summary>
    public long groups { get; set; }

    /// <summary>The weight (out, in / groups, kernel…); of a transposed convolution (in, out / groups, kernel…).</summary>
    public Parameter weight
    {
        get => _weight!;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <summary>The bias (out), or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
    }

    /// <summary>Draws weight and bias anew.</summary>
    public void reset_parameters() => DefaultInitialization.Reset(weight, bias);

    /// <summary>Sets the padding at each end of each axis.</summary>
    public void SetPadding(long[] padding)
    {
        this.padding = padding;
        padding_type = null;
    }

    /// <summary>Sets the padding by name.</summary>
    public void SetPadding(Padding padding)
    {
        padding_type = padding;
        this.padding = padding == Padding.Valid ? new long[kernel_size.Length] : null;
    }

    /// <summary>Whether the input has a batch axis beside channels and <paramref name="dimensions"/> axes of places.</summary>
    /// <exception cref="ArgumentException">The input has another number of axes or channels.</exception>
    protected bool ValidateShape(torch.Tensor input, long dimensions)
    {
        long axes = input.Sizes.Length;
        if ((axes != dimensions + 1 && axes != dimensions + 2) || input.Sizes[(int)(axes - dimensions - 1)] != in_channels)
        {
            throw new ArgumentException(
                $"Expected {dimensions + 1}D (unbatched) or {dimensions + 2}D (batched) input with {in_channels} channels to "
                + $"{GetName()}, found "
                + Shape.Text(input.Sizes));
        }
        return axes == dimensions + 2;
    }

    /// <summary>The convolution of a batch of images (N, C, H, W), padded as the layer says.</summary>
    private protected torch.Tensor Convolve(torch.Tensor images, torch.Tensor weight4)
    {
        int rows = kernel_size.Length == 2 ? 0 : -1;
        int columns = kernel_size.Length - 1;
        (int Y, int X) dilated = (rows < 0 ? 1 : (int)dilation[rows], (int)dilation[columns]);
        // By name: the odd one of an uneven padding goes to the far end.
        (long totalY, long totalX) = padding is { } given
            ? (rows < 0 ? 0 : 2 * given[rows], 2 * given[columns])
            : (rows < 0 ? 0 : dilation[rows] * (kernel_size[rows] - 1), dilation[columns] * (kernel_size[columns] - 1));
        (long Y, long X) near = (totalY / 2, totalX / 2);
        bool even = totalY % 2 == 0 && totalX % 2 == 0;
        torch.Tensor source = images;
        (int Y, int X) pad = ((int)near.Y, (int)near.X);
        if (!even || (padding_mode != PaddingModes.Zeros && (totalY > 0 || totalX > 0)))
        {
            PaddingModes mode = padding_mode == PaddingModes.Zeros ? PaddingModes.Constant : padding_mode;
            source = rows < 0
                ? Borders.Apply(images, [near.X, totalX - near.X], mode, 0)
                : Borders.Apply(images, [near.X, totalX - near.X, near.Y, totalY - near.Y], mode, 0);
            pad = (0, 0);
        }
        return Convolutions.Convolve(
            source, weight4, bias, new((rows < 0 ? 1 : (int)stride[rows], (int)stride[columns]), pad, dilated, (int)groups));
    }
}
