using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators.Fourier;

/// <summary>Spectrograms: transforms of windows that move along a signal, and the way back.</summary>
internal static class ShortTime
{
    /// <summary>A complex spectrum for each window of a signal [.., T]: [.., frequencies, windows].</summary>
    public static Tensor Forward(
        Tensor x, long n, long hop, long length, Tensor? window, bool center, PaddingModes mode, bool normalized, bool? onesided)
    {
        if (x.Sizes.Length is not (1 or 2))
        {
            throw new ArgumentException($"stft: expected a 1D or 2D tensor, but got shape {Shape.Text(x.Sizes)}");
        }
        bool isComplex = ElementType.IsComplex(x.dtype) || (window is not null && ElementType.IsComplex(window.dtype));
        if (isComplex && onesided == true)
        {
            throw new ArgumentException("Cannot have onesided output if window or input is complex");
        }
        Tensor source = Views.Reshape(x, [-1, x.Sizes[^1]]);
        if (center)
        {
            source = Views.Squeeze(Borders.Apply(Views.Unsqueeze(source, 1), [n / 2, n / 2], mode, 0), 1);
        }
        hop = hop < 0 ? n / 4 : hop;
        Tensor shape = Shaped("stft", n, hop, length, window, ElementType.RealOf(x.dtype));
        if (n <= 0 || n > source.Sizes[^1])
        {
            throw new ArgumentException($"stft: expected 0 < n_fft <= {source.Sizes[^1]}, but got n_fft={n}");
        }
        Tensor frames = Views.Unfold(source, -1, n, hop) * shape;    // (B, windows, n)
        FFTNormType norm = normalized ? FFTNormType.Ortho : FFTNormType.Backward;
        Tensor y = onesided
            ?? !isComplex ? Spectra.Real(frames, n, -1, norm) : Spectra.Complex(frames, n, -1, norm, inverse: false);
        y = Views.Transpose(y, 1, 2);
        return x.Sizes.Length == 1 ? Views.Squeeze(y, 0) : y;
    }

    /// <summary>The spectra as complex numbers or as pairs, as the caller wants.</summary>
    public static Tensor Result(Tensor spectra, Tensor x, Tensor? window, bool? complex)
    {
        bool isComplex = ElementType.IsComplex(x.dtype) || (window is not null && ElementType.IsComplex(window.dtype));
        return complex ?? isComplex ? spectra
            : complex == false ? ComplexViews.AsPairs(spectra)
            : throw new ArgumentException("stft requires the return_complex parameter be given for real inputs.");
    }

    /// <summary>The signal that a spectrogram came from: the mean of all windows that cover a sample, weighted by the window
    /// squared.</summary>
    public static Tensor Inverse(
        Tensor spectra, long n, long hop, long length, Tensor? window, bool center, bool normalized, bool? onesided, long samples,
        bool complex)
    {
        int dims = spectra.Sizes.Length;
        if (!ElementType.IsComplex(spectra.dtype) || dims is not (2 or 3))
        {
            throw new ArgumentException(
                $"istft: expected a complex tensor [.., frequencies, windows] with 2 or 3 axes, but got {spectra.dtype} "
                + $"{Shape.Text(spectra.Sizes)}");
        }
        bool half = onesided ?? spectra.Sizes[^2] != n;
        if (spectra.Sizes[^2] != (half ? n / 2 + 1 : n))
        {
            throw new ArgumentException(
                $"istft: expected the frequency dimension (3rd to the last) of the input tensor to match n_fft (n_fft={n}, "
                + $"onesided={half}), but got shape {Shape.Text(spectra.Sizes)}");
        }
        if (complex && half)
        {
            throw new ArgumentException("istft: cannot give complex values from half a spectrum, pass onesided: false");
        }
        hop = hop < 0 ? n / 4 : hop;
        Tensor shape = Shaped("istft", n, hop, length, window, ElementType.RealOf(spectra.dtype));
        Tensor rows = Views.Transpose(dims == 2 ? Views.Unsqueeze(spectra, 0) : spectra, 1, 2);
        FFTNormType norm = normalized ? FFTNormType.Ortho : FFTNormType.Backward;
        Tensor frames = half ? Spectra.RealInverse(rows, n, -1, norm) : Spectra.Complex(rows, n, -1, norm, inverse: true);
        frames = (complex || half ? frames : ComplexViews.Real(frames)) * shape;
        long count = frames.Sizes[1], total = n + hop * (count - 1);
        Tensor sums = Views.FoldWindows(frames, [frames.Sizes[0], total], 1, n, hop);
        Tensor weights = Views.FoldWindows(Copies.Contiguous(Views.Expand(shape * shape, [1, count, n])), [1, total], 1, n, hop);
        long start = center ? n / 2 : 0, end = samples >= 0 ? start + samples : center ? total - n / 2 : total;
        sums = Spectra.Resized(Views.Range(sums, 1, start, end, 1), 1, end - start);
        weights = Views.Range(weights, 1, start, Math.Min(end, total), 1);
        if (Reductions.Sum(Comparisons.Compare<Less>(Function.Of<Abs>(weights), 1e-11), [], false).ToInt64() > 0)
        {
            throw new ArgumentException(
                "istft: window overlap add min: a sample is covered by no window (or only by zeros of one)");
        }
        Tensor y = sums / Spectra.Resized(weights - 1, 1, end - start).add(1);    // past the end: zeros, divided by 1
        return dims == 2 ? Views.Squeeze(y, 0) : y;
    }

    // The window, ones if there is none, in the middle of n places.
    private static Tensor Shaped(string name, long n, long hop, long length, Tensor? window, ScalarType type)
    {
        length = length < 0 ? n : length;
        if (hop <= 0)
        {
            throw new ArgumentException($"{name}: expected hop_length > 0, but got hop_length={hop}");
        }
        if (length <= 0 || length > n)
        {
            throw new ArgumentException($"{name}: expected 0 < win_length <= n_fft, but got win_length={length}");
        }
        if (window is not null && (window.Sizes.Length != 1 || window.Sizes[0] != length))
        {
            throw new ArgumentException(
                $"{name}: expected a 1D window tensor of size equal to win_length={length}, but got window with size "
                + $"{Shape.Text(window.Sizes)}");
        }
        Tensor shape = window ?? Creation.Full([length], 1, type);
        long left = (n - length) / 2;
        return length == n ? shape : Borders.Constant(shape, [left, n - length - left], 0);
    }
}
