using System.Text.Json;
using TorchSharp;
using TorchSharp.Operators;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.LinearAlgebra;

/// <summary>Products, linear algebra and Fourier transforms against PyTorch's values and gradients, in float64.</summary>
public sealed class PyTorchTests
{
    private const double Tolerance = 1e-8;    // the file has 12 digits; inverses lose a few

    private static readonly JsonElement Root = Read();

    private static readonly Dictionary<string, Func<Tensor[], Tensor>> Operations = new()
    {
        ["matmul"] = x => matmul(x[0], x[1]),
        ["mv"] = x => mv(x[0], x[1]),
        ["dot"] = x => x[0].dot(x[1]),
        ["outer"] = x => x[0].outer(x[1]),
        ["inner"] = x => inner(x[0], x[1]),
        ["bmm"] = x => bmm(x[0], x[1]),
        ["addmm"] = x => addmm(x[0], x[1], x[2], 0.5f, 2),
        ["addmv"] = x => addmv(x[0], x[1], x[2], 0.5f, 2),
        ["addr"] = x => addr(x[0], x[1], x[2], 0.5f, 2),
        ["addbmm"] = x => addbmm(x[0], x[1], x[2], 0.5f, 2),
        ["baddbmm"] = x => baddbmm(x[0], x[1], x[2], 0.5f, 2),
        ["matrix_power3"] = x => matrix_power(x[0], 3),
        ["matrix_power-2"] = x => matrix_power(x[0], -2),
        ["chain"] = x => linalg.multi_dot(x),
        ["tensordot2"] = x => tensordot(x[0], x[1]),
        ["tensordot_lists"] = x => tensordot(x[0], x[1], [(0, 0), (1, 1)]),
        ["trace"] = x => trace(x[0]),
        ["cdist"] = x => cdist(x[0], x[1]),
        ["cdist1"] = x => cdist(x[0], x[1], 1),
        ["cdist3"] = x => cdist(x[0], x[1], 3),
        ["cross"] = x => linalg.cross(x[0], x[1]),
        ["inv"] = x => linalg.inv(x[0]),
        ["det"] = x => linalg.det(x[0]),
        ["logabsdet"] = x => linalg.slogdet(x[0]).Item2,
        ["solve"] = x => linalg.solve(x[0], x[1]),
        ["solve_right"] = x => linalg.solve(x[0], x[1], left: false),
        ["cholesky"] = x => linalg.cholesky(x[0]),
        ["qr_q"] = x => linalg.qr(x[0]).Q,
        ["qr_r"] = x => linalg.qr(x[0]).R,
        ["svdvals"] = x => linalg.svdvals(x[0]),
        ["svd_projector"] = x => SecondRank(linalg.svd(x[0], false)),
        ["eigvalsh"] = x => linalg.eigvalsh(x[0]),
        ["eigh_projector"] = x => FirstProjector(linalg.eigh(x[0]).Item2),
        ["pinv"] = x => linalg.pinv(x[0]),
        ["lstsq"] = x => linalg.lstsq(x[0], x[1]).Solution,
        ["fro"] = x => linalg.matrix_norm(x[0]),
        ["nuc"] = x => linalg.matrix_norm(x[0], "nuc"),
        ["norm1"] = x => linalg.matrix_norm(x[0], 1),
        ["norm-inf"] = x => linalg.matrix_norm(x[0], double.NegativeInfinity),
        ["norm2"] = x => linalg.norm(x[0], 2),
        ["cond"] = x => linalg.cond(x[0]),
        ["kron"] = x => kron(x[0], x[1]),
        ["fft"] = x => view_as_real(fft.fft_(x[0])),
        ["fft_7_1_ortho"] = x => view_as_real(fft.fft_(x[0], 7, 1, FFTNormType.Ortho)),
        ["ifft_3"] = x => view_as_real(fft.ifft(complex(x[0], x[0] * x[0]), 3)),
        ["rfft"] = x => view_as_real(fft.rfft(x[0])),
        ["rfft_6_1_forward"] = x => view_as_real(fft.rfft(x[0], 6, 1, FFTNormType.Forward)),
        ["irfft"] = x => fft.irfft(complex(x[0], x[0] * x[0])),
        ["irfft_7"] = x => fft.irfft(complex(x[0], x[0] * x[0]), 7, 1),
        ["fft2"] = x => view_as_real(fft.fft2(x[0])),
        ["ifft2"] = x => view_as_real(fft.ifft2(x[0], [5, 3])),
        ["fftn"] = x => view_as_real(fft.fftn(x[0], norm: FFTNormType.Ortho)),
        ["rfft2"] = x => view_as_real(fft.rfft2(x[0])),
        ["irfftn"] = x => fft.irfftn(complex(x[0], x[0] * x[0]), [4, 7]),
        ["hfft"] = x => fft.hfft(complex(x[0], x[0] * x[0])),
        ["ihfft"] = x => view_as_real(fft.ihfft(x[0], 6)),
        ["fftshift"] = x => fft.fftshift(x[0]),
        ["ifftshift"] = x => fft.ifftshift(x[0], [2]),
        ["stft"] = x => view_as_real(stft(x[0], 16, 4, window: hann_window(16, dtype: float64), return_complex: true)),
        ["stft_plain"] = x => stft(x[0], 16, 8, 12, center: false, normalized: true, onesided: false, return_complex: false),
        ["istft"] = x => RoundTrip(x[0], hann_window(16, dtype: float64)),
        ["complex"] = x =>
            view_as_real(complex(x[0], x[0] * 2) * complex(x[1], 1 - x[1]) / complex(x[1] + 3, x[0].expand(2, 3, 3))),
        ["complex_mm"] = x => view_as_real(matmul(complex(x[0], x[0].T), complex(x[1], x[1] * x[1]))),
        ["angle"] = x => complex(x[0], x[1][0]).angle(),
        ["polar"] = x => view_as_real(polar(x[0].abs(), x[1])),
        ["abs"] = x => complex(x[0], x[1][0]).abs(),
        ["complex_mean"] = x => view_as_real(complex(x[0], x[1][0]).mean()),
    };

    private static readonly Dictionary<string, Func<Tensor[], Tensor>> Critics = new()
    {
        ["mlp"] = x => F.linear(F.linear(x[0], x[1], x[2]).tanh(), x[3]),
        ["conv"] = x => F.conv2d(F.leaky_relu(F.conv2d(x[0], x[1]), 0.2), x[2]),
    };

    public static TheoryData<int, string> Cases
    {
        get
        {
            var data = new TheoryData<int, string>();
            int index = 0;
            foreach (JsonElement c in Root.GetProperty("cases").EnumerateArray())
            {
                data.Add(index++, c.GetProperty("op").GetString()!);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_and_gradients_equal_those_of_PyTorch(int index, string name)
    {
        JsonElement c = Root.GetProperty("cases")[index];
        Tensor[] inputs = [.. c.GetProperty("in").EnumerateArray().Select(x => Unpack(x).requires_grad_())];
        Tensor y = name.StartsWith("einsum ", StringComparison.Ordinal) ? einsum(name[7..], inputs) : Operations[name](inputs);
        AssertClose(c.GetProperty("out"), y, name);
        Tensor weights = arange(y.numel(), dtype: float64).cos().reshape(y.shape);
        IList<Tensor> gradients = autograd.grad([(y * weights).sum()], inputs);
        for (int i = 0; i < inputs.Length; i++)
        {
            AssertClose(c.GetProperty("grad")[i], gradients[i], $"{name}, gradient {i}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_penalty_on_gradients_of_a_Wasserstein_critic_has_the_gradients_of_PyTorch(int index)
    {
        JsonElement c = Root.GetProperty("penalties")[index];
        string name = c.GetProperty("op").GetString()!;
        Tensor[] inputs = [.. c.GetProperty("in").EnumerateArray().Select(x => Unpack(x).requires_grad_())];
        Tensor slope = autograd.grad([Critics[name](inputs).sum()], [inputs[0]], create_graph: true)[0];
        Tensor penalty = (slope.flatten(1).norm(1) - 1).pow(2).mean();
        AssertClose(c.GetProperty("out"), penalty, name);
        IList<Tensor> gradients = autograd.grad([penalty], inputs[1..], allow_unused: true);
        for (int i = 0; i < gradients.Count; i++)
        {
            AssertClose(c.GetProperty("grad")[i], gradients[i], $"{name}, gradient {i}");
        }
    }

    [Fact]
    public void Windows_equal_those_of_PyTorch()
    {
        JsonElement windows = Root.GetProperty("windows");
        Check("hann", hann_window(9, dtype: float64), hann_window(8, periodic: false, dtype: float64));
        Check("hamming", hamming_window(9, dtype: float64), hamming_window(8, periodic: false, dtype: float64));
        Check("blackman", blackman_window(9, dtype: float64), blackman_window(8, periodic: false, dtype: float64));
        Check("bartlett", bartlett_window(9, dtype: float64), bartlett_window(8, periodic: false, dtype: float64));
        Check("kaiser", kaiser_window(9, dtype: float64), kaiser_window(8, periodic: false, dtype: float64));

        void Check(string name, Tensor periodic, Tensor symmetric)
        {
            AssertClose(windows.GetProperty(name)[0], periodic, name);
            AssertClose(windows.GetProperty(name)[1], symmetric, name);
        }
    }

    private static Tensor SecondRank((Tensor U, Tensor S, Tensor Vh) svd) =>
        matmul(svd.U[.., ..2] * svd.S[..2], svd.Vh[..2]);

    private static Tensor FirstProjector(Tensor v) => matmul(v[.., ..1], v[.., ..1].T);

    private static Tensor RoundTrip(Tensor x, Tensor window) =>
        istft(stft(x, 16, 4, window: window, return_complex: true) * 2, 16, 4, window: window);

    private static void AssertClose(JsonElement expected, Tensor actual, string what)
    {
        Assert.Equal(expected.GetProperty("shape").EnumerateArray().Select(s => s.GetInt64()), actual.shape);
        double[] numbers = [.. Copies.Contiguous(actual.detach()).data<double>()];
        int i = 0;
        foreach (JsonElement value in expected.GetProperty("values").EnumerateArray())
        {
            double wanted = value.GetDouble();
            Assert.True(
                Math.Abs(numbers[i] - wanted) <= Tolerance * (1 + Math.Abs(wanted)),
                    $"{what}, element {i}: {numbers[i]:R}, expected {wanted:R}");
            i++;
        }
    }

    private static Tensor Unpack(JsonElement packed) => Creation.FromValues<double>(
        packed.GetProperty("values").EnumerateArray().Select(v => v.GetDouble()).ToArray(),
        [.. packed.GetProperty("shape").EnumerateArray().Select(s => s.GetInt64())]);

    private static JsonElement Read()
    {
        using Stream stream = typeof(PyTorchTests)
            .Assembly.GetManifestResourceStream("ManagedTorch.Tests.Reference.linalg.json")!;
        return JsonDocument.Parse(stream).RootElement;
    }
}
