using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

internal static partial class VectorMath
{
    /// <summary>Error function, 2/√π ∫₀ˣ e^(-t²) dt, at most 1.0 ulp off; the sign of zero is kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Erf(Vector256<float> x)
    {
        Vector256<float> magnitude = Vector256.Abs(x);
        // Near 0: x + x·p(x²).
        Vector256<float> z = x * x;
        Vector256<float> p = Vector256.Create(8.00277485e-05f);
        p = Fused(p, z, -0.000805080403f);
        p = Fused(p, z, 0.00519246049f);
        p = Fused(p, z, -0.0268557407f);
        p = Fused(p, z, 0.112836257f);
        p = Fused(p, z, -0.376126289f);
        p = Fused(p, z, 0.128379166f);
        Vector256<float> near = Fused(p, x, x);

        // Elsewhere 1 - e^q(|x|), with q fitted to log(erfc); from 4 on that is 1.
        Vector256<float> t = Vector256.MinNative(Vector256.Create(4f), magnitude);
        Vector256<float> q = Vector256.Create(-7.40905193e-07f);
        q = Fused(q, t, -1.12606867e-05f);
        q = Fused(q, t, 0.000378602534f);
        q = Fused(q, t, -0.00399351865f);
        q = Fused(q, t, 0.024773756f);
        q = Fused(q, t, -0.107857652f);
        q = Fused(q, t, -0.633663535f);
        q = Fused(q, t, -1.12938178f);
        q = Fused(q, t, 0.000150614826f);
        Vector256<float> far = Vector256.Create(1f) - Exp(q);
        return WithSignOf(x, Vector256.ConditionalSelect(Vector256.LessThan(magnitude, Vector256.Create(0.92f)), near, far));
    }

    /// <summary>Error function in double precision.</summary>
    public static double Erf(double x) => MathNet.Numerics.SpecialFunctions.Erf(x);
}
