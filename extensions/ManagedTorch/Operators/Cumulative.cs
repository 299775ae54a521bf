using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Running sums and products along an axis.</summary>
internal static unsafe class Cumulative
{
    /// <summary>y[j] = x[0] + … + x[j].</summary>
    public static Tensor Sum(Tensor x, long dim, ScalarType? type = null)
    {
        Tensor source = Copies.To(x, TypeOf(x, type));
        int axis = Shape.Axis(dim, x.Sizes.Length);
        return Sum(source, axis, backwards: false);
    }

    /// <summary>y[j] = x[0] · … · x[j].</summary>
    public static Tensor Product(Tensor x, long dim, ScalarType? type = null)
    {
        Tensor source = Copies.To(x, TypeOf(x, type));
        int axis = Shape.Axis(dim, x.Sizes.Length);
        Tensor y = Run<ProductFold>(source, axis, backwards: false);
        return !Tape.Needs(source) ? y : Tape.Record(y, "CumprodBackward0", [source], [source, y], (dy, node) =>
        {
            if (Truth.IsTrueAnywhere(Logic.Not(node[0])))
            {
                return [ProductGradient(dy, node[0], axis)];
            }
            // Σ over j ≥ i of dy[j]·y[j]/x[i]
            return [Sum(dy * node[1], axis, backwards: true) / node[0]];
        });
    }

    // dΣ x[0 … j]/dx[i] = 1 for i ≤ j: the running sum of dy from the end, and so on in turns.
    private static Tensor Sum(Tensor x, int axis, bool backwards)
    {
        Tensor y = Run<SumFold>(x, axis, backwards);
        return !Tape.Needs(x) ? y : Tape.Record(y, "CumsumBackward0", [x], [], (dy, _) => [Sum(dy, axis, !backwards)]);
    }

    private static ScalarType TypeOf(Tensor x, ScalarType? type) =>
        type ?? (ElementType.IsFloating(x.dtype) ? x.dtype : ElementType.IsComplex(x.dtype)
            ? throw Pointwise.NotForComplex("cumsum")
            : ScalarType.Int64);

    private static Tensor Run<TStep>(Tensor x, int axis, bool backwards) where TStep : struct, IFoldStep
    {
        Tensor source = x.IsContiguous ? x : Copies.Contiguous(x);
        Tensor y = Tensor.EmptyLike(source);
        (long outer, long length, long inner) = AxisPick.Lines(x.Sizes, axis);
        if (x.Elements == 0)
        {
            return y;
        }
        switch (x.dtype)
        {
            case ScalarType.Float32:
                Run<TStep, float>(source.Data<float>(), y.Data<float>(), outer, length, inner, backwards);
                break;
            case ScalarType.Float64:
                Run<TStep, double>(source.Data<double>(), y.Data<double>(), outer, length, inner, backwards);
                break;
            case ScalarType.Int64: Run<TStep, long>(source.Data<long>(), y.Data<long>(), outer, length, inner, backwards); break;
            case ScalarType.Int32: Run<TStep, int>(source.Data<int>(), y.Data<int>(), outer, length, inner, backwards); break;
            default: Run<TStep, byte>(source.Data<byte>(), y.Data<byte>(), outer, length, inner, backwards); break;
        }
        return y;
    }

    private static void Run<TStep, T>(T* x, T* y, long outer, long length, long inner, bool backwards)
        where TStep : struct, IFoldStep
        where T : unmanaged, INumber<T> =>
        RowWork.For(outer, length * inner, new Lines<TStep, T>(x, y, length, inner, backwards));

    private readonly struct Lines<TStep, T>(T* x, T* y, long length, long inner, bool backwards) : IRowWork
        where TStep : struct, IFoldStep
        where T : unmanaged, INumber<T>
    {
        public void Run(long o)
        {
            long step = backwards ? -inner : inner, start = o * length * inner + (backwards ? (length - 1) * inner : 0);
            if (inner == 1)
            {
                RunLine(x + start, y + start, step);
                return;
            }
            for (long i = 0; i < inner; i++)
            {
                y[start + i] = x[start + i];
            }
            for (long j = 1, at = start + step; j < length; j++, at += step)
            {
                for (long i = 0; i < inner; i++)
                {
                    y[at + i] = TStep.Next(y[at - step + i], x[at + i]);
                }
            }
        }

        // Floats are added up in double precision, as in PyTorch.
        private void RunLine(T* from, T* to, long step)
        {
            if (typeof(T) == typeof(float))
            {
                double folded = double.CreateTruncating(*from);
                *to = *from;
                for (long j = 1; j < length; j++)
                {
                    folded = TStep.Next(folded, double.CreateTruncating(from[j * step]));
                    to[j * step] = T.CreateTruncating(folded);
                }
                return;
            }
            T value = *from;
            *to = value;
            for (long j = 1; j < length; j++)
            {
                value = TStep.Next(value, from[j * step]);
                to[j * step] = value;
            }
        }
    }

    // With a zero in the line nothing can be divided by x: dx[i] = Σ over j ≥ i of dy[j]·Π x[k], k ≤ j, k ≠ i.
    private static Tensor ProductGradient(Tensor dy, Tensor x, int axis)
    {
        if (GradMode.Enabled)
        {
            throw new InvalidOperationException(
                "cumprod: the derivative of the derivative is not offered where an element is 0.");
        }
        Tensor exact = Copies.Contiguous(Copies.To(x, ScalarType.Float64)),
            above = Copies.Contiguous(Copies.To(dy, ScalarType.Float64));
        Tensor dx = Tensor.EmptyLike(exact);
        (long outer, long length, long inner) = AxisPick.Lines(x.Sizes, axis);
        double* a = exact.Data<double>(), d = above.Data<double>(), y = dx.Data<double>();
        for (long line = 0; line < outer * inner; line++)
        {
            long start = line / inner * length * inner + line % inner;
            double before = 1;
            for (long i = 0; i < length; i++)
            {
                double product = before, sum = 0;
                for (long j = i; j < length; j++)
                {
                    product *= j == i ? 1 : a[start + j * inner];
                    sum += d[start + j * inner] * product;
                }
                y[start + i * inner] = sum;
                before *= a[start + i * inner];
            }
        }
        return Copies.To(dx, x.dtype);
    }
}
