using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What is done to all parameters of a network at once.</summary>
        public static partial class utils
        {
            /// <summary>Scales all gradients by the same factor, so that their common norm is at most
            /// <paramref name="max_norm"/>.</summary>
            /// <param name="tensors">Parameters; those without gradient are left out.</param>
            /// <param name="max_norm">The limit.</param>
            /// <param name="norm_type">p of the norm (Σ|g|^p)^(1/p); infinity for the largest magnitude.</param>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                List<Tensor> gradients = Gradients(tensors);
                double norm = 0;
                foreach (Tensor gradient in gradients)
                {
                    double power = gradient.dtype == ScalarType.Float64
                        ? Power<double>(gradient, norm_type)
                        : Power<float>(gradient, norm_type);
                    norm = double.IsPositiveInfinity(norm_type) ? Larger(norm, power) : norm + power;
                }
                norm = double.IsPositiveInfinity(norm_type) ? norm : norm_type == 2 ? Math.Sqrt(norm)
                    : Math.Pow(norm, 1 / norm_type);
                double scale = max_norm / (norm + 1e-6);    // PyTorch's guard against a norm of 0
                if (scale < 1 || double.IsNaN(scale))
                {
                    foreach (Tensor gradient in gradients)
                    {
                        Scale(gradient, scale);
                    }
                }
                return norm;
            }

            /// <summary>Cuts every element of the gradients to the range from -<paramref name="clip_value"/> to
            /// clip_value.</summary>
            public static unsafe void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                foreach (Tensor gradient in Gradients(tensors))
                {
                    if (gradient.dtype == ScalarType.Float64)
                    {
                        Gradient.Clamp(gradient.Data<double>(), gradient.Elements, clip_value);
                    }
                    else
                    {
                        Gradient.Clamp(gradient.Data<float>(), gradient.Elements, (float)clip_value);
                    }
                    gradient.Storage.Version++;
                }
            }

            private static unsafe void Scale(Tensor gradient, double scale)
            {
                if (gradient.dtype == ScalarType.Float64)
                {
                    Gradient.Scale(gradient.Data<double>(), gradient.Elements, scale);
                }
                else
                {
                    Gradient.Scale(gradient.Data<float>(), gradient.Elements, (float)scale);
                }
                gradient.Storage.Version++;
            }

            // Σ|g|^p, or the largest |g|.
            private static unsafe double Power<T>(Tensor gradient, double p)
                where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
            {
                T* values = gradient.Data<T>();
                if (p == 2)
                {
                    return Kernels.Reduction.SumOfSquares(values, gradient.Elements);
                }
                double sum = 0;
                for (long i = 0; i < gradient.Elements; i++)
                {
                    double magnitude = Math.Abs(double.CreateTruncating(values[i]));
                    sum = double.IsPositiveInfinity(p) ? Larger(sum, magnitude) : sum + Math.Pow(magnitude, p);
                }
                return sum;
            }

            private static double Larger(double a, double b) => double.IsNaN(a) || b <= a ? a : b;

            private static List<Tensor> Gradients(IEnumerable<Parameter> parameters)
            {
                var gradients = new List<Tensor>();
                foreach (Parameter parameter in parameters)
                {
                    if (parameter.KeptGradient is not { } gradient)
                    {
                        continue;
                    }
                    if (!gradient.IsContiguous)
                    {
                        using (GradMode.Set(false))
                        {
                            gradient = Copies.Contiguous(gradient).DetachFromDisposeScope();
                            parameter.State!.Gradient = gradient;
                        }
                    }
                    gradients.Add(gradient);
                }
                return gradients;
            }
        }
    }
}
