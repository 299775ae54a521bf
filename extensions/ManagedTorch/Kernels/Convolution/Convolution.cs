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
            Kernels<T, Vector512<T>, Lanes512<T>, Vector512<float>, Lanes512<float>>.Forward(s, x, w, bias, y);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Kernels<T, Vector256<T>, Lanes256<T>, Vector256<float>, Lanes256<float>>.Forward(s, x, w, bias, y);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Kernels<T, Vector128<T>, Lanes128<T>, Vector128<float>, Lanes128<float>>.Forward(s, x, w, bias, y);
        }
        else
        {
            Kernels<T, T, ScalarLane<T>, float, ScalarLane<float>>.Forward(s, x, w, bias, y);
        }
    }

    /// <summary>dx = the gradient by x of Σ dy·y; as a transposed convolution, dy is its input, dx its output.</summary>
    /// <param name="s">The sizes.</param> <param name="dy">The gradient by y.</param> <param name="w">The weights.</param>
    /// <param name="bias">A value to add for each channel of dx, or null.</param> <param name="dx">The result, overwritten.</param>
    public static void BackwardInput<T>(in ConvShape s, T* dy, T* w, T* bias, T* dx) where T : unmanaged, INumberBase<T>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Kernels<T, Vector512<T>, Lanes512<T>, Vector512<float>, Lanes512<float>>.BackwardInput(s, dy, w, bias, dx);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Kernels<T, Vector256<T>, Lanes256<T>, Vector256<float>, Lanes256<float>>.BackwardInput(s, dy, w, bias, dx);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Kernels<T, Vector128<T>, Lanes128<T>, Vector128<float>, Lanes128<float>>.BackwardInput(s, dy, w, bias, dx);
        }
        else
        {
            Kernels<T, T, ScalarLane<T>, float, ScalarLane<float>>.BackwardInput(s, dy, w, bias, dx);
        }
    }

    /// <summary>dw = the gradient by w of Σ dy·y.</summary>
    /// <param name="s">The sizes.</param> <param name="x">The input.</param>
    /// <param name="dy">The gradient by y.</param> <param name="dw">The result, overwritten.</param>
    /// <param name="db">The gradient by the bias, overwritten too; null for none.</param>
    public static void BackwardWeight<T>(in ConvShape s, T* x, T* dy, T* dw, T* db = null) where T : unmanaged, INumberBase<T>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Kernels<T, Vector512<T>, Lanes512<T>, Vector512<float>, Lanes512<float>>.BackwardWeight(s, x, dy, dw, db);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Kernels<T, Vector256<T>, Lanes256<T>, Vector256<float>, Lanes256<float>>.BackwardWeight(s, x, dy, dw, db);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Kernels<T, Vector128<T>, Lanes128<T>, Vector128<float>, Lanes128<float>>.BackwardWeight(s, x, dy, dw, db);
        }
        else
        {
            Kernels<T, T, ScalarLane<T>, float, ScalarLane<float>>.BackwardWeight(s, x, dy, dw, db);
        }
    }

    /// <summary>db = the gradient by the bias of Σ dy·y: dy summed over images and pixels.</summary>
    /// <param name="s">The sizes.</param> <param name="dy">The gradient by y.</param> <param name="db">The result, overwritten.</param>
    public static void BackwardBias<T>(in ConvShape s, T* dy, T* db) where T : unmanaged, INumberBase<T> =>
        BiasGradient.Run(s.Batch, s.OutChannels, s.OutPlane, dy, db);

    /// <summary>The same for a transposed convolution, whose output is x.</summary>
    /// <param name="s">The sizes.</param> <param name="dx">The gradient by x.</param> <param name="db">The result, overwritten.</param>
    public static void BackwardTransposedBias<T>(in ConvShape s, T* dx, T* db) where T : unmanaged, INumberBase<T> =>
        BiasGradient.Run(s.Batch, s.InChannels, s.InPlane, dx, db);

    /// <summary>Chooses between the algorithms for one width of vectors.</summary>
    private static class Kernels<T, TVector, TLanes, TFloats, TFloatLanes>
        where T : unmanaged, INumberBase<T>
        where TVector : unmanaged
        where TLanes : struct, ILanes<T, TVector>
        where TFloats : unmanaged
        where TFloatLanes : struct, ILanes<float, TFloats>
    {
        public static void Forward(in ConvShape s, T* x, T* w, T* bias, T* y)
        {
            if (typeof(T) == typeof(float) && Winograd.Suits(s))
            {
                Winograd<TFloats, TFloatLanes>.Forward(s, (float*)x, (float*)w, (float*)bias, (float*)y);
                return;
            }
            if (sizeof(TVector) == 64 && LaneWaste.Forward(s, TLanes.Count / 2) < 0.9 * LaneWaste.Forward(s, TLanes.Count))
            {
                DirectConvolution<T, Vector256<T>, Lanes256<T>>.Forward(s, x, w, bias, y);
                return;
            }
            DirectConvolution<T, TVector, TLanes>.Forward(s, x, w, bias, y);
        }

        public static void BackwardInput(in ConvShape s, T* dy, T* w, T* bias, T* dx)
        {
            if (typeof(T) == typeof(float) && Winograd.Suits(s))
            {
                Winograd<TFloats, TFloatLanes>.BackwardInput(s, (float*)dy, (float*)w, (float*)bias, (float*)dx);
                return;
            }
            if (sizeof(TVector) == 64 && LaneWaste.BackwardInput(s, TLanes.Count / 2) < 0.9 * LaneWaste.BackwardInput(s, TLanes.Count))
            {
                DirectConvolution<T, Vector256<T>, Lanes256<T>>.BackwardInput(s, dy, w, bias, dx);
                return;
            }
            DirectConvolution<T, TVector, TLanes>.BackwardInput(s, dy, w, bias, dx);
        }

        public static void BackwardWeight(in ConvShape s, T* x, T* dy, T* dw, T* db)
        {
            if (typeof(T) == typeof(float) && Winograd.Suits(s))
            {
                Winograd<TFloats, TFloatLanes>.BackwardWeight(s, (float*)x, (float*)dy, (float*)dw, (float*)db);
                return;
            }
            if (db != null)
            {
                BackwardBias(s, dy, db);
            }
            if (sizeof(TVector) == 64 && LaneWaste.BackwardWeight(s, TLanes.Count / 2) < 0.9 * LaneWaste.BackwardWeight(s, TLanes.Count))
            {
                DirectConvolution<T, Vector256<T>, Lanes256<T>>.BackwardWeight(s, x, dy, dw);
                return;
            }
            DirectConvolution<T, TVector, TLanes>.BackwardWeight(s, x, dy, dw);
        }
    }
}
