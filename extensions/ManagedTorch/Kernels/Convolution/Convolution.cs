using System.Numerics;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>2-D convolution and its gradients; 1-D is height 1, a transposed convolution is <see cref="BackwardInput{T}"/>.</summary>
/// <remarks>Nothing may overlap. Results are the same on every run with the same number of threads.</remarks>
internal static unsafe class Convolution
{
    /// <summary>y[n, o, i, j] = bias[o] + Σ w[o, c, p, q]·x[n, c, i·StrideY + p·DilationY - PadY, j·StrideX + q·DilationX - PadX].</summary>
    /// <param name="s">The sizes.</param> <param name="x">The input.</param> <param name="w">The weights.</param>
    /// <param name="bias">A value for each output channel, or null.</param> <param name="y">The result, overwritten.</param>
    public static void Forward<T>(in ConvShape s, T* x, T* w, T* bias, T* y) where T : unmanaged, INumberBase<T>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            DirectConvolution<T, Vector512<T>, Lanes512<T>>.Forward(s, x, w, bias, y);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            DirectConvolution<T, Vector256<T>, Lanes256<T>>.Forward(s, x, w, bias, y);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            DirectConvolution<T, Vector128<T>, Lanes128<T>>.Forward(s, x, w, bias, y);
        }
        else
        {
            DirectConvolution<T, T, ScalarLane<T>>.Forward(s, x, w, bias, y);
        }
    }

    /// <summary>dx = the gradient by x of Σ dy·y; as a transposed convolution, dy is its input, dx its output.</summary>
    /// <param name="s">The sizes.</param> <param name="dy">The gradient by y.</param> <param name="w">The weights.</param>
    /// <param name="bias">A value to add for each channel of dx, or null.</param> <param name="dx">The result, overwritten.</param>
    public static void BackwardInput<T>(in ConvShape s, T* dy, T* w, T* bias, T* dx) where T : unmanaged, INumberBase<T>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            DirectConvolution<T, Vector512<T>, Lanes512<T>>.BackwardInput(s, dy, w, bias, dx);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            DirectConvolution<T, Vector256<T>, Lanes256<T>>.BackwardInput(s, dy, w, bias, dx);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            DirectConvolution<T, Vector128<T>, Lanes128<T>>.BackwardInput(s, dy, w, bias, dx);
        }
        else
        {
            DirectConvolution<T, T, ScalarLane<T>>.BackwardInput(s, dy, w, bias, dx);
        }
    }

    /// <summary>dw = the gradient by w of Σ dy·y.</summary>
    /// <param name="s">The sizes.</param> <param name="x">The input.</param>
    /// <param name="dy">The gradient by y.</param> <param name="dw">The result, overwritten.</param>
    public static void BackwardWeight<T>(in ConvShape s, T* x, T* dy, T* dw) where T : unmanaged, INumberBase<T>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            DirectConvolution<T, Vector512<T>, Lanes512<T>>.BackwardWeight(s, x, dy, dw);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            DirectConvolution<T, Vector256<T>, Lanes256<T>>.BackwardWeight(s, x, dy, dw);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            DirectConvolution<T, Vector128<T>, Lanes128<T>>.BackwardWeight(s, x, dy, dw);
        }
        else
        {
            DirectConvolution<T, T, ScalarLane<T>>.BackwardWeight(s, x, dy, dw);
        }
    }
}
