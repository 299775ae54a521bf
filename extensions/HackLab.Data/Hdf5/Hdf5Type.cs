namespace HackLab.Data;

/// <summary>What a type in a file becomes: numbers of this machine, text, or nothing.</summary>
internal readonly record struct Hdf5Type(Type? Element, long Native, int Size, bool IsVariableText)
{
    internal bool IsText => Element == typeof(string);

    internal static Hdf5Type Of(long type)
    {
        int size = (int)Math.Min(H5.H5Tget_size(type), int.MaxValue);
        switch (H5.H5Tget_class(type))
        {
            case H5.IntegerClass:
                return Whole(size, signed: H5.H5Tget_sign(type) == 1);
            case H5.EnumClass:
                // Named numbers, as which truth values are stored too: the numbers are given.
                long number = H5.H5Tget_super(type);
                if (number < 0) return default;
                try
                {
                    return H5.H5Tget_class(number) == H5.IntegerClass ? Whole((int)Math.Min(H5.H5Tget_size(number), int.MaxValue), H5.H5Tget_sign(number) == 1) : default;
                }
                finally
                {
                    _ = H5.H5Idec_ref(number);
                }
            case H5.FloatClass:
                return size <= 4 ? Number<float>("H5T_NATIVE_FLOAT", 4) : Number<double>("H5T_NATIVE_DOUBLE", 8);
            case H5.StringClass:
                return new Hdf5Type(typeof(string), 0, size, H5.H5Tis_variable_str(type) > 0);
            default:
                return default;
        }
    }

    private static Hdf5Type Whole(int size, bool signed) => (size, signed) switch
    {
        ( < 1 or > 8, _) => default,
        (1, true) => Number<sbyte>("H5T_NATIVE_INT8", 1),
        (1, false) => Number<byte>("H5T_NATIVE_UINT8", 1),
        (2, true) => Number<short>("H5T_NATIVE_INT16", 2),
        (2, false) => Number<ushort>("H5T_NATIVE_UINT16", 2),
        ( <= 4, true) => Number<int>("H5T_NATIVE_INT32", 4),
        ( <= 4, false) => Number<uint>("H5T_NATIVE_UINT32", 4),
        (_, true) => Number<long>("H5T_NATIVE_INT64", 8),
        (_, false) => Number<ulong>("H5T_NATIVE_UINT64", 8),
    };

    private static Hdf5Type Number<T>(string native, int size) => new(typeof(T), Hdf5Library.NativeType(native), size, false);
}
