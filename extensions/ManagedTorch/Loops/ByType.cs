using System.Numerics;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Loops;

/// <summary>Work that only moves values: T has their size.</summary>
internal interface IBitsWork
{
    /// <summary>Does it for values as large as T.</summary>
    void Run<T>() where T : unmanaged;
}

/// <summary>Work that computes with values of any real type.</summary>
internal interface INumbersWork
{
    /// <summary>Does it for values of type T.</summary>
    void Run<T>() where T : unmanaged, INumber<T>;
}

/// <summary>Chooses the .NET type for the elements of a tensor.</summary>
internal static class ByType
{
    /// <summary>Work that moves values of any type.</summary>
    public static void Bits<TWork>(ScalarType type, TWork work) where TWork : struct, IBitsWork
    {
        switch (ElementType.Bytes(type))
        {
            case 1: work.Run<byte>(); break;
            case 4: work.Run<uint>(); break;
            case 8: work.Run<ulong>(); break;
            default: work.Run<UInt128>(); break;
        }
    }

    /// <summary>Work that computes with real values; bool counts as the bytes 0 and 1.</summary>
    /// <exception cref="ArgumentException">The type is complex.</exception>
    public static void Numbers<TWork>(ScalarType type, TWork work) where TWork : struct, INumbersWork
    {
        switch (type)
        {
            case ScalarType.Float32: work.Run<float>(); break;
            case ScalarType.Float64: work.Run<double>(); break;
            case ScalarType.Int64: work.Run<long>(); break;
            case ScalarType.Int32: work.Run<int>(); break;
            case ScalarType.Byte or ScalarType.Bool: work.Run<byte>(); break;
            default: throw ElementType.Missing(type);
        }
    }
}
