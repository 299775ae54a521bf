using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.LinearAlgebra;

/// <summary>First and second derivatives against finite differences.</summary>
public sealed class DerivativeTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Functions = new()
    {
        ["inv"] = linalg.inv,
        ["det"] = linalg.det,
        ["log of det"] = x => linalg.slogdet(x).Item2,
        ["solve"] = x => linalg.solve(x, x * x),
        ["cholesky"] = x => linalg.cholesky(matmul(x, x.mT) + eye(3, dtype: float64)),
        ["q"] = x => linalg.qr(x).Q,
        ["singular values"] = linalg.svdvals,
        ["spectrum"] = x => linalg.eigvalsh(x + x.mT),
        ["projector on an eigenvector"] = x => linalg.eigh(x + x.mT).Item2[.., ..1].pow(2),
        ["pinv"] = x => linalg.pinv(x[.., ..2]),
        ["full svd of a tall matrix"] = x => matmul(linalg.svd(x[.., ..2]).U[.., ..2], linalg.svd(x[.., ..2]).Vh),
        ["rfft and back"] = x => fft.irfft(TimesSize(fft.rfft(x)), 3),
        ["complex fft"] = x => fft.ifft2(fft.fft_(x) * fft.fft_(x * x)).abs(),
        ["einsum"] = x => einsum("ij,kj,jl->il", x, x, x * x),
        ["cdist"] = x => cdist(x, x * 2 + 1),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Derivatives_equal_finite_differences(string name) => GradientCheck.Verify(
        x => Functions[name](x[0]), [GradientCheck.Uniform(5, -1, 1, 3, 3)], second: true, tolerance: 1e-4);

    [Fact]
    public void The_determinant_of_a_singular_matrix_has_its_cofactors_as_gradient()
    {
        Tensor a = tensor(new double[,] { { 1, 2 }, { 2, 4 } }).requires_grad_();
        linalg.det(a).backward();
        double[] expected = [4, -2, -2, 1];
        Assert.All(a.grad!.data<double>().Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 10));
    }

    // z·|z|, which is not analytic.
    private static Tensor TimesSize(Tensor z) => z * z.abs();
}
