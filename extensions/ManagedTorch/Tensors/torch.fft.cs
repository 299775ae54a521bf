using TorchSharp.Operators;
using TorchSharp.Operators.Fourier;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Discrete Fourier transforms. Lengths -1 stand for those of the input.</summary>
    public static partial class fft
    {
        /// <summary>y[k] = Σ x[j]·exp(-2πi jk/n) along one axis, cut or filled with zeros to n; a new complex tensor.</summary>
        public static Tensor fft_(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Spectra.Complex(input, n, dim, norm, inverse: false);

        /// <summary>The inverse of <see cref="fft_"/>.</summary>
        public static Tensor ifft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Spectra.Complex(input, n, dim, norm, inverse: true);

        /// <summary>The n/2 + 1 values of the transform of n real ones; the others are their conjugates.</summary>
        public static Tensor rfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Spectra.Real(input, n, dim, norm);

        /// <summary>The inverse of <see cref="rfft"/>; give n if it is odd.</summary>
        public static Tensor irfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Spectra.RealInverse(input, n, dim, norm);

        /// <summary>The real transform of n values of which half is given, the others being their conjugates.</summary>
        public static Tensor hfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Spectra.RealInverse(ComplexArithmetic.Conjugate(input), n, dim, Spectra.Swapped(norm));

        /// <summary>The inverse of <see cref="hfft"/>.</summary>
        public static Tensor ihfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            ComplexArithmetic.Conjugate(Spectra.Real(input, n, dim, Spectra.Swapped(norm), "ihfft"));

        /// <summary>The transform over two axes, the last ones if none is named.</summary>
        public static Tensor fft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Spectra.ComplexOver(input, s, dim ?? [-2, -1], norm, inverse: false);

        /// <summary>The inverse of <see cref="fft2"/>.</summary>
        public static Tensor ifft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Spectra.ComplexOver(input, s, dim ?? [-2, -1], norm, inverse: true);

        /// <summary>Half the transform of real values over two axes, the last ones if none is named.</summary>
        public static Tensor rfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Spectra.RealOver(input, s, dim ?? [-2, -1], norm, "rfft2");

        /// <summary>The inverse of <see cref="rfft2"/>.</summary>
        public static Tensor irfft2(
            Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Spectra.RealInverseOver(input, s, dim ?? [-2, -1], norm, "irfft2");

        /// <summary>The real transform over two axes of values of which half is given.</summary>
        public static Tensor hfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Spectra.RealInverseOver(ComplexArithmetic.Conjugate(input), s, dim ?? [-2, -1], Spectra.Swapped(norm), "hfft2");

        /// <summary>The inverse of <see cref="hfft2"/>.</summary>
        public static Tensor ihfft2(
            Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            ComplexArithmetic.Conjugate(Spectra.RealOver(input, s, dim ?? [-2, -1], Spectra.Swapped(norm), "ihfft2"));

        /// <summary>The transform over several axes, all if none is named.</summary>
        public static Tensor fftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Spectra.ComplexOver(input, s, dim, norm, inverse: false);

        /// <summary>The inverse of <see cref="fftn"/>.</summary>
        public static Tensor ifftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Spectra.ComplexOver(input, s, dim, norm, inverse: true);

        /// <summary>Half the transform of real values over several axes, all if none is named.</summary>
        public static Tensor rfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Spectra.RealOver(input, s, dim, norm);

        /// <summary>The inverse of <see cref="rfftn"/>.</summary>
        public static Tensor irfftn(
            Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Spectra.RealInverseOver(input, s, dim, norm);

        /// <summary>The real transform over several axes of values of which half is given.</summary>
        public static Tensor hfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Spectra.RealInverseOver(ComplexArithmetic.Conjugate(input), s, dim, Spectra.Swapped(norm), "hfftn");

        /// <summary>The inverse of <see cref="hfftn"/>.</summary>
        public static Tensor ihfftn(
            Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            ComplexArithmetic.Conjugate(Spectra.RealOver(input, s, dim, Spectra.Swapped(norm), "ihfftn"));

        /// <summary>Frequency 0 moved to the middle of axes, all if none is named.</summary>
        public static Tensor fftshift(Tensor input, long[]? dim = null) =>
            Spectra.Shifted(input, dim, back: false);

        /// <summary>The inverse of <see cref="fftshift"/>.</summary>
        public static Tensor ifftshift(Tensor input, long[]? dim = null) =>
            Spectra.Shifted(input, dim, back: true);

        /// <summary>The frequencies of the n values of a transform of samples <paramref name="d"/> apart: 0 …, then the negative
        /// ones.</summary>
        public static Tensor fftfreq(
            long n, double d = 1.0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Spectra.Frequencies(n, d, dtype ?? get_default_dtype()).requires_grad_(requires_grad);

        /// <summary>The n/2 + 1 frequencies of half a transform of samples <paramref name="d"/> apart.</summary>
        public static Tensor rfftfreq(
            long n, double d = 1.0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Spectra.HalfFrequencies(n, d, dtype ?? get_default_dtype()).requires_grad_(requires_grad);
    }
}
