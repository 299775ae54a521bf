using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Products of matrices, vectors, and batches of matrices.</summary>
internal static unsafe class MatrixProducts
{
    /// <summary>The product of [n, k] and [k, m].</summary>
    public static Tensor Matrices(Tensor a, Tensor b)
    {
        if (a.Sizes.Length != 2 || b.Sizes.Length != 2)
        {
            throw new ArgumentException($"mm: expected two matrices, got shapes {Shape.Text(a.Sizes)} and {Shape.Text(b.Sizes)}");
        }
        CheckTypes("mm", a, b);
        if (a.Sizes[1] != b.Sizes[0])
        {
            throw new ArgumentException(
                $"mat1 and mat2 shapes cannot be multiplied ({a.Sizes[0]}x{a.Sizes[1]} and {b.Sizes[0]}x{b.Sizes[1]})");
        }
        if (ElementType.IsComplex(a.dtype))
        {
            return ComplexProducts.Matrices(a, b);
        }
        Tensor y = Tensor.Empty([a.Sizes[0], b.Sizes[1]], a.dtype);
        switch (a.dtype)
        {
            case ScalarType.Float32: Multiply<float>(y, a, b); break;
            case ScalarType.Float64: Multiply<double>(y, a, b); break;
            case ScalarType.Int64: Multiply<long>(y, a, b); break;
            case ScalarType.Int32: Multiply<int>(y, a, b); break;
            case ScalarType.Byte: Multiply<byte>(y, a, b); break;
            default: throw new ArgumentException($"\"addmm_impl_cpu_\" not implemented for '{ElementType.Name(a.dtype)}'");
        }
        // Y = AB: dA = dY·Bᵀ, dB = Aᵀ·dY
        return Tape.Record(y, "MmBackward0", [a, b], [a, b], static (dy, node) =>
        [
            node.Needs(0) ? Matrices(dy, Views.Transpose(node[1], 0, 1)) : null,
            node.Needs(1) ? Matrices(Views.Transpose(node[0], 0, 1), dy) : null,
        ]);
    }

    /// <summary>The products of each pair of matrices of [B, n, k] and [B, k, m].</summary>
    public static Tensor Batches(Tensor a, Tensor b)
    {
        if (a.Sizes.Length != 3 || b.Sizes.Length != 3)
        {
            throw new ArgumentException(
                $"bmm: expected shapes [B, n, k] and [B, k, m], got {Shape.Text(a.Sizes)} and {Shape.Text(b.Sizes)}");
        }
        if (a.Sizes[0] != b.Sizes[0] || a.Sizes[2] != b.Sizes[1])
        {
            throw new ArgumentException(
                $"bmm: Expected size for first two dimensions of batch2 tensor to be: [{a.Sizes[0]}, {a.Sizes[2]}] but got: "
                + $"[{b.Sizes[0]}, {b.Sizes[1]}] (shapes {Shape.Text(a.Sizes)} and {Shape.Text(b.Sizes)}).");
        }
        CheckTypes("bmm", a, b);
        if (ElementType.IsComplex(a.dtype))
        {
            return ComplexProducts.Batches(a, b);
        }
        Tensor y = Tensor.Empty([a.Sizes[0], a.Sizes[1], b.Sizes[2]], a.dtype);
        switch (a.dtype)
        {
            case ScalarType.Float32: MultiplyBatch<float>(y, a, b); break;
            case ScalarType.Float64: MultiplyBatch<double>(y, a, b); break;
            case ScalarType.Int64: MultiplyBatch<long>(y, a, b); break;
            case ScalarType.Int32: MultiplyBatch<int>(y, a, b); break;
            case ScalarType.Byte: MultiplyBatch<byte>(y, a, b); break;
            default: throw new ArgumentException($"\"bmm\" not implemented for '{ElementType.Name(a.dtype)}'");
        }
        return Tape.Record(y, "BmmBackward0", [a, b], [a, b], static (dy, node) =>
        [
            node.Needs(0) ? Batches(dy, Views.Transpose(node[1], 1, 2)) : null,
            node.Needs(1) ? Batches(Views.Transpose(node[0], 1, 2), dy) : null,
        ]);
    }

    /// <summary>The product by PyTorch's rules for any number of axes: vectors, matrices, and batches that broadcast.</summary>
    public static Tensor Product(Tensor a, Tensor b)
    {
        int dimsA = a.Sizes.Length, dimsB = b.Sizes.Length;
        if (dimsA == 0 || dimsB == 0)
        {
            throw new ArgumentException($"matmul: both arguments need to be at least 1D, but they are {dimsA}D and {dimsB}D");
        }
        CheckTypes("matmul", a, b);
        if (dimsA == 1)
        {
            Tensor row = Product(Views.Unsqueeze(a, 0), b);
            return Views.Squeeze(row, row.Sizes.Length - (dimsB == 1 ? 1 : 2));
        }
        if (dimsB == 1)
        {
            return Views.Squeeze(Product(a, Views.Unsqueeze(b, 1)), dimsA - 1);
        }
        long n = a.Sizes[^2], k = a.Sizes[^1], m = b.Sizes[^1];
        if (k != b.Sizes[^2])
        {
            throw new ArgumentException(
                $"matmul: mat1 and mat2 shapes cannot be multiplied ({n}x{k} and {b.Sizes[^2]}x{m}; "
                + $"shapes {Shape.Text(a.Sizes)} and {Shape.Text(b.Sizes)})");
        }
        if (dimsB == 2)
        {
            // One large product: the batch of a is only more rows.
            return dimsA == 2 ? Matrices(a, b) : Views.View(Matrices(Views.Reshape(a, [-1, k]), b), [.. a.Sizes[..^1], m]);
        }
        long[] batch = Shape.Broadcast(a.Sizes[..^2], b.Sizes[..^2], "matmul");
        Tensor left = Views.Reshape(Views.Expand(a, [.. batch, n, k]), [Shape.Elements(batch), n, k]);
        Tensor right = Views.Reshape(Views.Expand(b, [.. batch, k, m]), [Shape.Elements(batch), k, m]);
        return Views.View(Batches(left, right), [.. batch, n, m]);
    }

    /// <summary>x·Wᵀ + bias, with x [.., in], W [out, in] and bias [out] or null: what a linear layer computes.</summary>
    public static Tensor Linear(Tensor x, Tensor weight, Tensor? bias)
    {
        long inputs = weight.Sizes[^1], outputs = weight.Sizes[0];
        if (x.Sizes.Length == 0 || x.Sizes[^1] != inputs)
        {
            throw new ArgumentException(
                $"linear: mat1 and mat2 shapes cannot be multiplied (input {Shape.Text(x.Sizes)} and weight "
                + $"{Shape.Text(weight.Sizes)}: the last size of the input must be {inputs})");
        }
        CheckTypes("linear", x, weight);
        Tensor rows = Copies.AsContiguous(x);
        Tensor y = Tensor.Empty([.. x.Sizes[..^1], outputs], x.dtype);
        switch (x.dtype)
        {
            case ScalarType.Float32: LinearInto<float>(y, rows, weight, bias); break;
            case ScalarType.Float64: LinearInto<double>(y, rows, weight, bias); break;
            default: throw new ArgumentException(
                $"linear: not offered for '{ElementType.Name(x.dtype)}', use float32 or float64");
        }
        // Y = XWᵀ + b: dX = dY·W, dW = dYᵀ·X, db = Σ dY over rows
        ReadOnlySpan<Tensor> inputsOfOp = bias is null ? [rows, weight] : [rows, weight, bias];
        return Tape.Record(y, "AddmmBackward0", inputsOfOp, [rows, weight], (dy, node) =>
        {
            Tensor flat = Views.Reshape(dy, [-1, outputs]);
            Tensor? dx = node.Needs(0) ? Views.Reshape(Matrices(flat, node[1]), node.SizesOf(0)) : null;
            Tensor? dw = node.Needs(1) ? Matrices(Views.Transpose(flat, 0, 1), Views.Reshape(node[0], [-1, inputs])) : null;
            return node.Edges.Length == 2 ? [dx, dw] : [dx, dw, node.Needs(2) ? Reductions.Sum(flat, [0], keepdim: false) : null];
        });
    }

    /// <summary>Refuses operands of different types, as PyTorch does for products.</summary>
    public static void CheckTypes(string operation, Tensor a, Tensor b)
    {
        if (a.dtype != b.dtype)
        {
            throw new ArgumentException(
                $"{operation}: expected both operands to have the same dtype, but got: {ElementType.Name(a.dtype)} "
                + $"{Shape.Text(a.Sizes)} and {ElementType.Name(b.dtype)} {Shape.Text(b.Sizes)}");
        }
    }

    private static void Multiply<T>(Tensor y, Tensor a, Tensor b) where T : unmanaged, INumberBase<T> =>
        Gemm.Multiply(
            checked((int)a.Sizes[0]), checked((int)b.Sizes[1]), checked((int)a.Sizes[1]),
            a.Data<T>(), (nint)a.Strides[0], (nint)a.Strides[1],
            b.Data<T>(), (nint)b.Strides[0], (nint)b.Strides[1],
            y.Data<T>(), (nint)y.Sizes[1], T.Zero);

    private static void MultiplyBatch<T>(Tensor y, Tensor a, Tensor b) where T : unmanaged, INumberBase<T> =>
        Gemm.MultiplyBatch(
            checked((int)a.Sizes[0]), checked((int)a.Sizes[1]), checked((int)b.Sizes[2]), checked((int)a.Sizes[2]),
            a.Data<T>(), (nint)a.Strides[0], (nint)a.Strides[1], (nint)a.Strides[2],
            b.Data<T>(), (nint)b.Strides[0], (nint)b.Strides[1], (nint)b.Strides[2],
            y.Data<T>(), (nint)y.Strides[0], (nint)y.Strides[1], new Terms<T>(T.One, T.Zero, null));

    private static void LinearInto<T>(Tensor y, Tensor rows, Tensor weight, Tensor? bias) where T : unmanaged, INumberBase<T>
    {
        long inputs = weight.Sizes[1], outputs = weight.Sizes[0];
        Tensor? biasRow = bias is null ? null : Copies.AsContiguous(bias);
        Gemm.Multiply(
            checked((int)(outputs == 0 ? 0 : y.Elements / outputs)), checked((int)outputs), checked((int)inputs),
            rows.Data<T>(), (nint)inputs, 1,
            weight.Data<T>(), (nint)weight.Strides[1], (nint)weight.Strides[0],
            y.Data<T>(), (nint)outputs, T.Zero, biasRow is null ? null : biasRow.Data<T>());
    }
}
