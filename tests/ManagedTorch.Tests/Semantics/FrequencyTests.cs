using ManagedTorch.Tests.Pointwise;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Semantics;

/// <summary>Fourier transforms over several axes and their frequencies; numbers from PyTorch 1.13.</summary>
public sealed class FrequencyTests
{
    // Squares 0, 1, 4 and 9, 16, 25.
    private static readonly double[] Spectrum = [55, 0, -14, 10.392304845413, -45, 0, 9, -5.196152422707];

    private static readonly Dictionary<string, (Func<Tensor> Compute, double[] Expected)> Cases = new()
    {
        ["fftfreq of an odd number"] = (() => fft.fftfreq(5, dtype: float64), [0, 0.2, 0.4, -0.4, -0.2]),
        ["fftfreq of an even number"] = (() => fft.fftfreq(4, 0.5), [0, 0.5, -1, -0.5]),
        ["rfftfreq of an odd number"] = (() => fft.rfftfreq(5, dtype: float64), [0, 0.2, 0.4]),
        ["rfftfreq of an even number"] = (() => fft.rfftfreq(4, 0.25), [0, 1, 2]),
        ["rfftn"] = (() => view_as_real(fft.rfftn(X())), Spectrum),
        ["rfft2"] = (() => view_as_real(fft.rfft2(X())), Spectrum),
        ["irfft2"] = (() => fft.irfft2(fft.rfft2(X()), s: [2, 3]), [0, 1, 4, 9, 16, 25]),
        ["irfft2 of more columns"] = (
            () => fft.irfft2(fft.rfft2(X()), s: [2, 4]),
            [0, -0.049038105677, 2.5, 2.549038105677, 6.75, 8.60288568297, 18.25, 16.39711431703]),
        ["irfftn"] = (() => fft.irfftn(fft.rfftn(X()), s: [2, 3]), [0, 1, 4, 9, 16, 25]),
        ["fft2 that keeps lengths"] = (
            () => view_as_real(fft.fft2(X(), norm: FFTNormType.Ortho)),
            [
                22.453655975512, 0, -5.715476066494, 4.242640687119, -5.715476066494, -4.242640687119,
                -18.371173070874, 0, 3.674234614175, -2.12132034356, 3.674234614175, 2.12132034356,
            ]),
        ["hfft"] = (() => fft.hfft(X()), [6, -4, 2, -4, 66, -16, 2, -16]),
        ["fftshift of frequencies"] = (() => fft.fftshift(fft.fftfreq(5, dtype: float64)), [-0.4, -0.2, 0, 0.2, 0.4]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Spectra_are_those_of_PyTorch(string name)
    {
        double[] actual = PyTorchCases.ValuesOf(Cases[name].Compute());
        Assert.Equal(Cases[name].Expected.Length, actual.Length);
        Assert.All(Cases[name].Expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }

    private static Tensor X() => arange(6, float64).reshape(2, 3).square();
}
