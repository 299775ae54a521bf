using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The element of <paramref name="x"/> where <paramref name="condition"/> is true, otherwise that of
    /// <paramref name="y"/>.</summary>
    /// <exception cref="ArgumentException">The condition is not bool, or the shapes do not broadcast.</exception>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Selection.Where(condition, x, y);

    public partial class Tensor
    {
        /// <summary>The own element where <paramref name="condition"/> is true, otherwise that of <paramref name="y"/>.</summary>
        /// <exception cref="ArgumentException">The condition is not bool, or the shapes do not broadcast.</exception>
        public Tensor where(Tensor condition, Tensor y) => Selection.Where(condition, this, y);
    }
}
