using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Operators;
using TorchSharp.Tensors;

namespace TorchSharp;

// New tensors. Parameters that recur: dtype, the element type (default: see each); device, the CPU or null; requires_grad,
// whether gradients are computed for it; names, TorchSharp's names of axes, which are accepted and not used.
public static partial class torch
{
    /// <summary>A tensor that shares no memory with the array; the same as <c>torch.tensor</c> for an array of any
    /// rank.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>A tensor with the values of an array of any rank.</summary>
    /// <exception cref="ArgumentException">The engine has no type for its elements.</exception>
    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        Device.Check(device);
        var sizes = new long[rawArray.Rank];
        for (int d = 0; d < sizes.Length; d++)
        {
            sizes[d] = rawArray.GetLongLength(d);
        }
        Tensor y = Tensor.Empty(sizes, ElementType.Of(rawArray.GetType().GetElementType()!));
        Fill(y, rawArray);
        return Finish(y, dtype, requires_grad);
    }

    /// <summary>A tensor with the values of an array of any rank.</summary>
    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) =>
        from_array(data, dtype, device);

    /// <summary>The tensor itself, or a copy with another element type.</summary>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null)
    {
        Device.Check(device);
        return Copies.To(data, dtype ?? data.dtype);
    }

    /// <summary>A tensor with <paramref name="count"/> elements of type <paramref name="dtype"/> read from the bytes of an
    /// array.</summary>
    /// <param name="rawArray">An array of numbers.</param>
    /// <param name="dtype">How to read its bytes.</param>
    /// <param name="count">How many elements; -1 for all that follow.</param>
    /// <param name="offset">Where to begin, in bytes.</param>
    /// <param name="requires_grad">Whether gradients are computed for it.</param>
    /// <exception cref="ArgumentException">The array does not hold that many.</exception>
    public static unsafe Tensor frombuffer(
        Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        long bytes = Buffer.ByteLength(rawArray), width = ElementType.Bytes(dtype);
        long elements = count >= 0 ? count : (bytes - offset) / width;
        if (offset < 0 || offset > bytes || elements > (bytes - offset) / width)
        {
            throw new ArgumentException(
                $"frombuffer: {elements} elements of {width} bytes from byte {offset} are more than the {bytes} bytes of the "
                + "array");
        }
        Tensor y = Tensor.Empty([elements], dtype);
        fixed (byte* source = &MemoryMarshal.GetArrayDataReference(rawArray))
        {
            Buffer.MemoryCopy(source + offset, y.Pointer, elements * width, elements * width);
        }
        return Finish(y, null, requires_grad);
    }

    /// <summary>start, start + 1, … up to but without <paramref name="stop"/>, from 0.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype
            ?? (ElementType.IsFloating(stop.Type) ? get_default_dtype() : ScalarType.Int64), device, requires_grad);

    /// <summary>start, start + 1, … up to but without <paramref name="stop"/>.</summary>
    public static Tensor arange(
        Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>start, start + step, … up to but without <paramref name="stop"/>; int64 if all three are whole, else
    /// floating.</summary>
    /// <exception cref="ArgumentException">The step is 0 or leads away from the stop.</exception>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        Device.Check(device);
        bool whole = !ElementType.IsFloating(start.Type) && !ElementType.IsFloating(stop.Type)
            && !ElementType.IsFloating(step.Type);
        if (step.Real == 0)
        {
            throw new ArgumentException("arange: step must be nonzero");
        }
        double count = Math.Ceiling((stop.Real - start.Real) / step.Real);
        if (!(count >= 0) || count > long.MaxValue / 16)
        {
            throw new ArgumentException(
                $"arange: upper bound and larger bound inconsistent with step sign ({start.Real} to {stop.Real} by {step.Real})");
        }
        return Finish(Creation.Steps((long)count, start, step, dtype ?? (whole ? ScalarType.Int64 : get_default_dtype())), null,
            requires_grad);
    }

    /// <summary><paramref name="steps"/> values from <paramref name="start"/> to <paramref name="end"/>, both included, evenly
    /// spaced.</summary>
    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        Device.Check(device);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        return Finish(Creation.Spaced(start, end, steps, dtype ?? get_default_dtype(), static x => x), null, requires_grad);
    }

    /// <summary>base^start … base^end, exponents evenly spaced.</summary>
    public static Tensor logspace(
        double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false)
    {
        Device.Check(device);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        return Finish(
            Creation.Spaced(start, end, steps, dtype ?? get_default_dtype(), x => Math.Pow(@base, x)), null, requires_grad);
    }

    /// <summary>Ones on the diagonal of a matrix, zeros elsewhere; square unless <paramref name="columns"/> is given.</summary>
    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
            string[]? names = null)
    {
        long width = columns < 0 ? rows : columns;
        Tensor y = NewZeros([rows, width], dtype, device, false);
        Copies.Fill(y.Alias([Math.Min(rows, width)], [width + 1], 0), 1);
        return Finish(y, null, requires_grad);
    }

    /// <summary>A complex tensor from real and imaginary parts.</summary>
    public static Tensor complex(Tensor real, Tensor imag) => ComplexArithmetic.FromParts(real, imag);

    /// <summary>Zeros, of the shape and type of another tensor.</summary>
    public static Tensor zeros_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        NewZeros(input.Sizes, dtype ?? input.dtype, device, requires_grad);

    /// <summary>Ones, of the shape and type of another tensor.</summary>
    public static Tensor ones_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        NewOnes(input.Sizes, dtype ?? input.dtype, device, requires_grad);

    /// <summary>Arbitrary values, of the shape and type of another tensor.</summary>
    public static Tensor empty_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        NewEmpty(input.Sizes, dtype ?? input.dtype, device, requires_grad);

    /// <summary>One value everywhere, of the shape and type of another tensor.</summary>
    public static Tensor full_like(
        Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
            string[]? names = null) =>
        NewFull(input.Sizes, value, dtype ?? input.dtype, device, requires_grad);

    internal static Tensor NewZeros(long[] sizes, ScalarType? dtype, Device? device, bool requiresGrad) =>
        NewFull(sizes, 0, dtype ?? get_default_dtype(), device, requiresGrad);

    internal static Tensor NewOnes(long[] sizes, ScalarType? dtype, Device? device, bool requiresGrad) =>
        NewFull(sizes, 1, dtype ?? get_default_dtype(), device, requiresGrad);

    internal static Tensor NewFull(long[] sizes, Scalar value, ScalarType? dtype, Device? device, bool requiresGrad)
    {
        ScalarType type = dtype ?? (ElementType.IsFloating(value.Type) ? get_default_dtype()
            : ElementType.IsInteger(value.Type) ? ScalarType.Int64 : value.Type);
        Tensor y = NewEmpty(sizes, type, device, false);
        Copies.Fill(y, value);
        return Finish(y, null, requiresGrad);
    }

    internal static Tensor NewEmpty(long[] sizes, ScalarType? dtype, Device? device, bool requiresGrad)
    {
        Device.Check(device);
        foreach (long size in sizes)
        {
            if (size < 0)
            {
                throw new ArgumentException($"Trying to create tensor with negative dimension {size}: {Shape.Text(sizes)}");
            }
        }
        return Finish(Tensor.Empty([.. sizes], dtype ?? get_default_dtype()), null, requiresGrad);
    }

    private static Tensor FromValues<T>(
        ReadOnlySpan<T> values, long[] sizes, ScalarType? dtype, Device? device, bool requiresGrad)
        where T : unmanaged
    {
        Device.Check(device);
        return Finish(Creation.FromValues(values, sizes), dtype, requiresGrad);
    }

    private static Tensor FromArray<T>(Array values, ScalarType? dtype, Device? device, bool requiresGrad) where T : unmanaged =>
        from_array(values, dtype, device, requiresGrad);

    private static Tensor FromList<T>(IList<T> values, long[] sizes, ScalarType? dtype, Device? device, bool requiresGrad)
        where T : unmanaged =>
        values is List<T> list
            ? FromValues<T>(CollectionsMarshal.AsSpan(list), sizes, dtype, device, requiresGrad)
            : FromValues<T>(values as T[] ?? [.. values], sizes, dtype, device, requiresGrad);

    private static unsafe void Fill(Tensor y, Array values)
    {
        long bytes = y.Elements * ElementType.Bytes(y.dtype);
        fixed (byte* source = &MemoryMarshal.GetArrayDataReference(values))
        {
            Buffer.MemoryCopy(source, y.Pointer, bytes, bytes);
        }
    }

    private static Tensor Finish(Tensor y, ScalarType? dtype, bool requiresGrad)
    {
        Tensor result = dtype is { } type ? Copies.To(y, type) : y;
        if (requiresGrad)
        {
            result.requires_grad = true;
        }
        return result;
    }
}
