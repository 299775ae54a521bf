using TorchSharp.Operators.Fourier;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>½ - ½·cos(2πx) for x from 0 to 1; a periodic window is one longer without its last value.</summary>
    public static Tensor hann_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Windows.Cosines(len, periodic, 0.5, 0.5, 0, dtype).requires_grad_(requires_grad);

    /// <summary>alpha - beta·cos(2πx) for x from 0 to 1; a periodic window is one longer without its last value.</summary>
    public static Tensor hamming_window(
        long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
        Windows.Cosines(len, periodic, (double)(decimal)alpha, (double)(decimal)beta, 0, dtype).requires_grad_(requires_grad);

    /// <summary>0.42 - ½·cos(2πx) + 0.08·cos(4πx) for x from 0 to 1; a periodic window is one longer without its last
    /// value.</summary>
    public static Tensor blackman_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Windows.Cosines(len, periodic, 0.42, 0.5, 0.08, dtype).requires_grad_(requires_grad);

    /// <summary>1 - |2x - 1| for x from 0 to 1; a periodic window is one longer without its last value.</summary>
    public static Tensor bartlett_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Windows.Triangle(len, periodic, dtype).requires_grad_(requires_grad);

    /// <summary>I₀(beta·√(1 - (2x - 1)²))/I₀(beta) for x from 0 to 1; a periodic window is one longer without its last
    /// value.</summary>
    public static Tensor kaiser_window(
        long len, bool periodic = true, float beta = 12f, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
        Windows.Kaiser(len, periodic, beta, dtype).requires_grad_(requires_grad);

    /// <summary>The Fourier transforms of windows that move along a signal [.., T]: complex [.., frequencies, windows].</summary>
    /// <exception cref="ArgumentException">A real signal without <paramref name="return_complex"/>; as PyTorch, to be
    /// clear.</exception>
    public static Tensor stft(
        Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
        PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null,
            bool? return_complex = null) =>
        ShortTime.Result(
            ShortTime.Forward(input, n_fft, hop_length, win_length, window, center, pad_mode, normalized, onesided), input,
                window, return_complex);

    /// <summary>The signal that a spectrogram came from; the inverse of <c>stft</c>.</summary>
    /// <exception cref="ArgumentException">The windows leave samples uncovered.</exception>
    public static Tensor istft(
        Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
        bool normalized = false, bool? onesided = null, long length = -1, bool return_complex = false) =>
        ShortTime.Inverse(input, n_fft, hop_length, win_length, window, center, normalized, onesided, length, return_complex);

    public partial class Tensor
    {
        /// <summary>The Fourier transforms of windows that move along a signal [.., T]: complex [.., frequencies,
        /// windows].</summary>
        /// <exception cref="ArgumentException">A real signal without <paramref name="return_complex"/>; as PyTorch, to be
        /// clear.</exception>
        public Tensor stft(
            long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
            PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null,
                bool? return_complex = null) =>
            ShortTime.Result(
                ShortTime.Forward(this, n_fft, hop_length, win_length, window, center, pad_mode, normalized, onesided), this,
                    window, return_complex);

        /// <summary>The signal that a spectrogram came from; the inverse of <c>stft</c>.</summary>
        /// <exception cref="ArgumentException">The windows leave samples uncovered.</exception>
        public Tensor istft(
            long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
            bool normalized = false, bool? onesided = null, long length = -1, bool return_complex = false) =>
            ShortTime.Inverse(this, n_fft, hop_length, win_length, window, center, normalized, onesided, length, return_complex);
    }
}
