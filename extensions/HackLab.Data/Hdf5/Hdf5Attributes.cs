using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace HackLab.Data;

/// <summary>Reads the attributes of a data set or group.</summary>
internal static unsafe class Hdf5Attributes
{
    private const int Most = 10_000, LongestName = 4096;

    internal static IReadOnlyDictionary<string, object> Of(Hdf5Session session, string name)
    {
        using Hdf5Handle owner = session.Open(H5.H5Oopen(session.Id, name.Length == 0 ? "/" : name, 0), $"a data set or group '{name}'");
        var attributes = new Dictionary<string, object>();
        byte* text = stackalloc byte[LongestName];
        for (ulong n = 0; n < Most; n++)
        {
            long id = H5.H5Aopen_by_idx(owner.Id, ".", 0, 0, n, 0, 0);
            if (id < 0) break;   // behind the last
            using Hdf5Handle attribute = session.Open(id, "an attribute");
            nint length = H5.H5Aget_name(id, LongestName, text);
            if (length is <= 0 or >= LongestName) throw session.Bad($"a name of attribute {n} of {name}", "none");
            string key = Encoding.UTF8.GetString(text, (int)length);
            if (Value(session, owner.Id, id, key) is { } value) attributes[key] = value;
        }
        return attributes;
    }

    private static object? Value(Hdf5Session session, long owner, long attribute, string key)
    {
        using Hdf5Handle space = session.Open(H5.H5Aget_space(attribute), $"a shape of {key}");
        using Hdf5Handle fileType = session.Open(H5.H5Aget_type(attribute), $"a type of {key}");
        Hdf5Type type = Hdf5Type.Of(fileType.Id);
        if (type.Element is null) return null;
        long[] shape = Hdf5Space.ShapeOf(session, space.Id, key);
        UInt128 count = Hdf5Space.CountOf(shape);
        if (type.IsText)
        {
            int length = Hdf5Text.CountOf(session, type, shape, key);
            long stored = fileType.Id;
            string[] texts = type.IsVariableText
                ? Hdf5HeapText.OfAttribute(session, owner, length, key)
                : Hdf5Text.Read(session, type, length, key, buffer => H5.H5Aread(attribute, stored, (void*)buffer));
            return shape.Length == 0 ? texts[0] : texts;
        }
        session.Require(count * (uint)type.Size, key);
        Array values = Array.CreateInstance(type.Element, checked((int)count));
        GCHandle pin = GCHandle.Alloc(values, GCHandleType.Pinned);
        try
        {
            if (values.Length > 0 && H5.H5Aread(attribute, type.Native, (void*)pin.AddrOfPinnedObject()) < 0) throw session.Bad($"the value of {key}", "one that libhdf5 cannot read");
        }
        finally
        {
            pin.Free();
        }
        if (shape.Length > 0) return new NdArray(values, [.. shape.Select(axis => (int)axis)]);
        object single = values.GetValue(0)!;
        return single is float or double or ulong ? (object)Convert.ToDouble(single, CultureInfo.InvariantCulture) : Convert.ToInt64(single, CultureInfo.InvariantCulture);
    }
}
