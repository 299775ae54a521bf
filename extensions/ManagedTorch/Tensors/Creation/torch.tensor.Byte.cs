namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor with the values of the list; its type is theirs unless <paramref name="dtype"/> says
    /// otherwise.</summary>
    public static Tensor as_tensor(byte[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        FromValues<byte>(rawArray, [rawArray.Length], dtype, device, false);

    /// <summary>A tensor with the values of the list; its type is theirs unless <paramref name="dtype"/> says
    /// otherwise.</summary>
    public static Tensor as_tensor(IList<byte> rawArray, ScalarType? dtype = null, Device? device = null) =>
        FromList(rawArray, [rawArray.Count], dtype, device, false);

    /// <summary>A number as a tensor without axes.</summary>
    public static Tensor tensor(byte scalar, Device? device = null, bool requires_grad = false) =>
        FromValues<byte>([scalar], [], null, device, requires_grad);

    /// <summary>A tensor with a copy of the values, one axis.</summary>
    public static Tensor tensor(
        byte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromValues<byte>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A tensor with a copy of the array, of its shape.</summary>
    public static Tensor tensor(
        byte[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray<byte>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor with a copy of the array, of its shape.</summary>
    public static Tensor tensor(
        byte[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray<byte>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor with a copy of the array, of its shape.</summary>
    public static Tensor tensor(
        byte[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray<byte>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor with the values of the list, one axis.</summary>
    public static Tensor tensor(
        IList<byte> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromList(rawArray, [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A tensor with the values of the list in row-major order, in the shape given.</summary>
    public static Tensor tensor(
        IList<byte> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromList(rawArray, [rows, columns], dtype, device, requires_grad);

    /// <summary>A tensor with a copy of the values in row-major order, in the shape given.</summary>
    public static Tensor tensor(
        byte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromValues<byte>(rawArray, dimensions.ToArray(), dtype, device, requires_grad);

    /// <summary>A tensor with the values of the list in row-major order, in the shape given.</summary>
    public static Tensor tensor(
        IList<byte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromList(rawArray, dimensions.ToArray(), dtype, device, requires_grad);

    /// <summary>A tensor with a copy of the values in row-major order, in the shape given.</summary>
    public static Tensor tensor(
        Memory<byte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromValues<byte>(rawArray.Span, dimensions.ToArray(), dtype, device, requires_grad);

    /// <summary>A tensor with the values of the list in row-major order, in the shape given.</summary>
    public static Tensor tensor(
        IList<byte> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromList(rawArray, [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A tensor with the values of the list in row-major order, in the shape given.</summary>
    public static Tensor tensor(
        IList<byte> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromList(rawArray, [dim0, dim1, dim2, dim3], dtype, device, requires_grad);
}
