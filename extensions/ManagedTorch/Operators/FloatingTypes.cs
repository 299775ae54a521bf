using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Checks that operations for floating-point numbers share.</summary>
internal static class FloatingTypes
{
    /// <summary>Refuses a tensor that is not float32 or float64.</summary>
    public static void Require(string operation, Tensor x)
    {
        if (!ElementType.IsFloating(x.dtype))
        {
            throw new ArgumentException(
                $"{operation}: not offered for '{ElementType.Name(x.dtype)}' {Shape.Text(x.Sizes)}, use float32 or float64");
        }
    }

    /// <summary>Refuses operands of different types; absent ones are null.</summary>
    public static void RequireSame(string operation, Tensor x, Tensor? a, Tensor? b = null)
    {
        Require(operation, x);
        foreach (Tensor? other in new ReadOnlySpan<Tensor?>([a, b]))
        {
            if (other is not null && other.dtype != x.dtype)
            {
                throw new ArgumentException(
                    $"{operation}: expected all operands to have the type of the input, {ElementType.Name(x.dtype)}, but found "
                    + $"{ElementType.Name(other.dtype)} {Shape.Text(other.Sizes)}");
            }
        }
    }
}
