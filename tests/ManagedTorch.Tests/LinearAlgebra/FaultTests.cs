using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.LinearAlgebra;

/// <summary>What is refused, and in which words: PyTorch's.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("ij,jk->ik", "subscript j has size 2 for operand 1 which does not broadcast with previously seen size 3")]
    [InlineData("ij", "more operands were provided than specified in the equation")]
    [InlineData("ij,jk,k", "fewer operands were provided than specified in the equation")]
    [InlineData(
        "ijk,jk", "the number of subscripts in the equation (3) does not match the number of dimensions (2) for operand 0")]
    [InlineData("ij,ij->k", "output subscript k does not appear in the equation for any input operand")]
    [InlineData("ij,ij->ii", "output subscript i appears more than once in the output")]
    [InlineData("ii,ij", "subscript i is repeated for operand 0 but the sizes don't match, 3 != 2")]
    [InlineData("i$,ij", "invalid subscript given at index 1 in the equation string")]
    [InlineData("i..,ij", "found '.' for operand 0 that is not part of any ellipsis")]
    [InlineData("...i...,ij", "found '.' for operand 0 for which an ellipsis was already found")]
    public void Wrong_equations_say_what_is_wrong(string equation, string message)
    {
        var error = Assert.Throws<ArgumentException>(() => einsum(equation, ones(2, 3), ones(2, 3)));
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public void Singular_matrices_are_named()
    {
        Tensor batch = stack([eye(2), tensor(new float[,] { { 1, 2 }, { 2, 4 } })]);
        Assert.StartsWith(
            "linalg.inv: (Batch element 1): The diagonal element 2 is zero, the inversion could not be completed because the "
            + "input matrix is singular.",
            Assert.Throws<ArgumentException>(() => linalg.inv(batch)).Message);
        Assert.Contains("solver failed because the input matrix is singular",
            Assert.Throws<ArgumentException>(() => linalg.solve(zeros(2, 2), ones(2))).Message);
        Assert.Contains("the leading minor of order 2 is not positive-definite", Assert.Throws<ArgumentException>(
            () => linalg.cholesky(tensor(new float[,] { { 1, 2 }, { 2, 1 } }))).Message);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied (3x5 and 4x2)", Message(() => mm(ones(3, 5), ones(4, 2))));
        Assert.Contains("to be: [3, 2] but got: [3, 4]", Message(() => bmm(ones(3, 1, 2), ones(3, 4, 5))));
        Assert.Contains("expected tensor [3] and src [4]", Message(() => dot(ones(3), ones(4))));
        Assert.Contains("they are 3 by 2 matrices", Message(() => linalg.inv(ones(3, 2))));
        Assert.Contains("Invalid number of data points (0) specified", Message(() => fft.fft_(ones(3), 0)));
        Assert.Contains("rfft expects a real input tensor", Message(() => fft.rfft(complex(ones(3), ones(3)))));
        Assert.Contains("return_complex", Message(() => stft(ones(64), 16)));
    }

    [Fact]
    public void An_unused_input_is_refused_or_gives_null()
    {
        Tensor x = ones(2).requires_grad_(), unused = ones(2).requires_grad_();
        Assert.Equal(
            "One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the "
            + "desired behavior.",
            Assert.Throws<InvalidOperationException>(() => autograd.grad([x.sum()], [unused])).Message);
        Assert.Null(autograd.grad([x.sum()], [unused], allow_unused: true)[0]);
        Assert.Contains(
            "does not require grad", Assert.Throws<InvalidOperationException>(() => autograd.grad([x.sum()], [ones(2)])).Message);
    }

    [Fact]
    public void Gradients_asked_for_by_function_leave_the_leaves_alone_and_backward_adds_to_them()
    {
        Tensor x = tensor(new double[] { 1, 2 }).requires_grad_();
        Tensor y = x * x;
        IList<Tensor> gradient = autograd.grad([y], [x], [tensor(new double[] { 1, 10 })], retain_graph: true);
        Assert.Equal([2, 40], gradient[0].data<double>());
        Assert.Null(x.grad);
        autograd.backward(y, tensor(new double[] { 1, 1 }));
        Assert.Equal([2, 4], x.grad!.data<double>());
    }

    [Fact]
    public void Decompositions_give_back_their_matrices()
    {
        Tensor a = GradientCheck.Random(3, 5, 4).detach();
        (Tensor u, Tensor s, Tensor vh) = linalg.svd(a);
        Assert.Equal([5, 5], u.shape);
        Assert.True(allclose(matmul(u[.., ..4] * s, vh), a));
        (Tensor q, Tensor r) = linalg.qr(a, linalg.QRMode.Complete);
        Assert.True(allclose(matmul(q, r), a) && allclose(matmul(q.T, q), eye(5, dtype: float64), atol: 1e-12));
        Tensor square = a[..4];
        (Tensor l, Tensor v) = linalg.eig(square);
        Tensor difference = matmul(complex(square, zeros_like(square)), v) - v * l;
        Assert.True(difference.abs().max().ToDouble() < 1e-12);
        Assert.Equal(2, linalg.matrix_rank(matmul(a[.., ..2], a[.., ..2].T)).ToInt64());
        (Tensor lower, Tensor vectors) = linalg.eigh(square.tril(), 'L');
        Assert.True(allclose(matmul(vectors * lower, vectors.T), square.tril() + square.tril(-1).T));
    }

    private static string Message(Func<Tensor> operation) => Assert.Throws<ArgumentException>(operation).Message;
}
