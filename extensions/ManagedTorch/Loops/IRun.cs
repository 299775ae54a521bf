namespace TorchSharp.Loops;

/// <summary>The innermost loop of an operation: <c>n</c> elements along one axis of up to four operands.</summary>
/// <remarks>Operand 0 is the result. Strides are in elements; an operand that the operation does not have is null.</remarks>
internal unsafe interface IRun
{
    /// <summary>Element sizes in bytes of operands 0 … 3, to step between runs.</summary>
    static abstract (int Result, int A, int B, int C) ElementBytes { get; }

    /// <summary>Does one run.</summary>
    void Run(long n, byte* y, long sy, byte* a, long sa, byte* b, long sb, byte* c, long sc);
}
