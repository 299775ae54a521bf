using TorchSharp.Operators;
using TorchSharp.Tensors;

namespace TorchSharp.Modules;

/// <summary>What transposed convolutions share: each input value spreads over a kernel's reach, so images grow.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding,
        long[] output_padding,
        long[] dilation, PaddingModes padding_mode, long groups, bool bias, torch.Device? device, torch.ScalarType? dtype)
        : base(
            name, in_channels, out_channels, kernel_size, stride, padding, null, dilation, true, output_padding, padding_mode,
            groups, bias,
            device, dtype)
    {
    }

    /// <summary>The transposed convolution with the layer's own output padding.</summary>
    public override torch.Tensor forward(torch.Tensor input) => forward(input, null);

    /// <summary>The transposed convolution with the result's size chosen among those that are possible.</summary>
    /// <param name="input">Images or sequences.</param>
    /// <param name="output_size">Wanted sizes of the axes behind the channels; null for the layer's own.</param>
    /// <exception cref="ArgumentException">No output padding gives that size.</exception>
    public abstract torch.Tensor forward(torch.Tensor input, long[]? output_size);

    /// <summary>What to add at the far end for a wanted size.</summary>
    protected long[] _output_padding(
        torch.Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation,
        long num_spatial_dims)
    {
        if (output_size is null)
        {
            return output_padding;
        }
        long[] wanted = output_size.Length > num_spatial_dims ? output_size[^(int)num_spatial_dims..] : output_size;
        var extra = new long[num_spatial_dims];
        for (int d = 0; d < extra.Length; d++)
        {
            long size = input.Sizes[^(extra.Length - d)];
            long least = (size - 1) * stride[d] - 2 * padding[d] + dilation[d] * (kernel_size[d] - 1) + 1;
            extra[d] = wanted.Length == extra.Length ? wanted[d] - least : -1;
            if (extra[d] < 0 || extra[d] >= stride[d])
            {
                throw new ArgumentException(
                    $"requested an output size of {Shape.Text(output_size)}, but valid sizes of axis {d} range from {least} to "
                    + $"{least + stride[d] - 1} (for an input of {Shape.Text(input.Sizes)})");
            }
        }
        return extra;
    }

    /// <summary>The transposed convolution of a batch of images (N, C, H, W).</summary>
    private protected torch.Tensor ConvolveTransposed(torch.Tensor images, torch.Tensor weight4, long[] extra)
    {
        int last = kernel_size.Length - 1;
        return Convolutions.ConvolveTransposed(
            images, weight4, bias, new(On(stride, 1), On(padding!, 0), On(dilation, 1), (int)groups), On(extra, 0));

        (int Y, int X) On(long[] values, int flat) => (last == 0 ? flat : (int)values[0], (int)values[last]);
    }
}
