using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Number of elements.</summary>
    public static long numel(Tensor input) => input.Elements;

    /// <summary>Whether the type holds real numbers with fractions.</summary>
    public static bool is_floating_point(ScalarType type) => ElementType.IsFloating(type);

    /// <summary>Whether the tensor holds real numbers with fractions.</summary>
    public static bool is_floating_point(Tensor input) => ElementType.IsFloating(input.dtype);

    /// <summary>Whether the type holds complex numbers.</summary>
    public static bool is_complex(ScalarType type) => ElementType.IsComplex(type);

    /// <summary>Whether the tensor holds complex numbers.</summary>
    public static bool is_complex(Tensor input) => ElementType.IsComplex(input.dtype);

    /// <summary>Whether the type holds whole numbers; bool does not count.</summary>
    public static bool is_integral(ScalarType type) => ElementType.IsInteger(type);

    /// <summary>Whether the tensor holds whole numbers; bool does not count.</summary>
    public static bool is_integral(Tensor t) => ElementType.IsInteger(t.dtype);

    /// <summary>Whether its one element is not zero.</summary>
    public static bool is_nonzero(Tensor input) => input.is_nonzero();

    /// <summary>Whether it is a tensor.</summary>
    public static bool is_tensor(object obj) => obj is Tensor;

    /// <summary>The type of a result of two tensors, by PyTorch's rules of promotion.</summary>
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => Promotion.Of(tensor1, tensor2);

    /// <summary>The smallest type that holds values of both.</summary>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => Promotion.Of(type1, type2);
}
