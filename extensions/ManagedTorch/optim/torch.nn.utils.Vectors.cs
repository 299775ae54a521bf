using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>All parameters one behind the other, as one vector; gradients flow back into them.</summary>
            /// <exception cref="ArgumentException">There are no parameters.</exception>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors) =>
                Joining.Cat([.. tensors.Select(parameter => Views.Reshape(parameter, [-1]))], 0);

            /// <summary>Copies consecutive parts of a vector into the parameters.</summary>
            /// <exception cref="ArgumentException">The vector does not hold as many numbers as the parameters.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                List<Parameter> parameters = [.. tensors];
                long elements = parameters.Sum(parameter => parameter.Elements);
                if (vec.Sizes.Length != 1 || vec.Elements != elements)
                {
                    throw new ArgumentException(
                        $"vector_to_parameters: expected a vector of {elements} numbers, got shape {Tensors.Shape.Text(vec.Sizes)}");
                }
                using IDisposable unrecorded = no_grad();
                long start = 0;
                foreach (Parameter parameter in parameters)
                {
                    Tensor part = Views.Slice(vec, 0, start, parameter.Elements, 1);
                    parameter.copy_(Views.Reshape(part, parameter.Sizes));
                    start += parameter.Elements;
                }
            }
        }
    }
}
