using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace TorchSharp.Kernels;

/// <summary>The tiles that suit this machine: the widest vectors it has, and as many rows as its registers hold.</summary>
internal static unsafe class Tiles<T> where T : unmanaged, INumberBase<T>
{
    private const int MostRows = 14;

    /// <summary>Values in a vector.</summary>
    public static readonly int Lanes;

    /// <summary>The most rows of a tile.</summary>
    public static readonly int Rows;

    /// <summary>The most columns of a tile: two vectors.</summary>
    public static readonly int Columns;

    /// <summary>As many zeros as a tile has columns.</summary>
    public static readonly T* Zeros;

    private static readonly delegate*<T*, T*, T*, nint, T*, TileJob*, void>* Table;

    static Tiles()
    {
        Table = (delegate*<T*, T*, T*, nint, T*, TileJob*, void>*)NativeMemory.Alloc(2 * (MostRows + 1), (nuint)sizeof(nint));
        if (Vector512.IsHardwareAccelerated)
        {
            Lanes = Fill<Vector512<T>, Lanes512<T>>();
            Rows = 14;
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Lanes = Fill<Vector256<T>, Lanes256<T>>();
            Rows = 6;
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Lanes = Fill<Vector128<T>, Lanes128<T>>();
            Rows = AdvSimd.IsSupported ? 14 : 6;
        }
        else
        {
            Lanes = Fill<T, ScalarLane<T>>();
            Rows = 4;
        }
        Columns = 2 * Lanes;
        Zeros = (T*)NativeMemory.AlignedAlloc((nuint)(Columns * sizeof(T)), 64);
        new Span<T>(Zeros, Columns).Clear();
    }

    /// <summary>The inner loop for a tile of <paramref name="rows"/> rows and 1 or 2 <paramref name="vectors"/>.</summary>
    public static delegate*<T*, T*, T*, nint, T*, TileJob*, void> For(int rows, int vectors) => Table[2 * rows + vectors - 1];

    private static int Fill<TVector, TLanes>() where TVector : struct where TLanes : struct, ILanes<T, TVector>
    {
        var next = Table + 2;
        *next++ = &Tile<T, TVector, TLanes>.Run<N1, N1>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N1, N2>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N2, N1>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N2, N2>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N3, N1>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N3, N2>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N4, N1>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N4, N2>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N5, N1>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N5, N2>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N6, N1>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N6, N2>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N7, N1>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N7, N2>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N8, N1>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N8, N2>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N9, N1>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N9, N2>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N10, N1>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N10, N2>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N11, N1>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N11, N2>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N12, N1>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N12, N2>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N13, N1>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N13, N2>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N14, N1>;
        *next++ = &Tile<T, TVector, TLanes>.Run<N14, N2>;
        return TLanes.Count;
    }

    private readonly struct N1 : ICount
    {
        public static int Value => 1;
    }

    private readonly struct N2 : ICount
    {
        public static int Value => 2;
    }

    private readonly struct N3 : ICount
    {
        public static int Value => 3;
    }

    private readonly struct N4 : ICount
    {
        public static int Value => 4;
    }

    private readonly struct N5 : ICount
    {
        public static int Value => 5;
    }

    private readonly struct N6 : ICount
    {
        public static int Value => 6;
    }

    private readonly struct N7 : ICount
    {
        public static int Value => 7;
    }

    private readonly struct N8 : ICount
    {
        public static int Value => 8;
    }

    private readonly struct N9 : ICount
    {
        public static int Value => 9;
    }

    private readonly struct N10 : ICount
    {
        public static int Value => 10;
    }

    private readonly struct N11 : ICount
    {
        public static int Value => 11;
    }

    private readonly struct N12 : ICount
    {
        public static int Value => 12;
    }

    private readonly struct N13 : ICount
    {
        public static int Value => 13;
    }

    private readonly struct N14 : ICount
    {
        public static int Value => 14;
    }
}
