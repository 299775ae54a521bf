using System.Text;

namespace HackLab.Data;

/// <summary>Walks through the groups of a file.</summary>
internal static class Hdf5Listing
{
    // A group may contain itself: such a file has no end, and damaged ones have been seen with groups of 2⁶⁴ links.
    private const int DeepestGroup = 32, MostObjects = 10_000, LongestName = 4096;

    internal static IReadOnlyList<Hdf5Dataset> Of(Hdf5Session session)
    {
        var datasets = new List<Hdf5Dataset>();
        int left = MostObjects;
        using Hdf5Handle root = session.Open(H5.H5Oopen(session.Id, "/", 0), "a root group");
        Walk(session, root.Id, "", 0, datasets, ref left);
        return datasets;
    }

    private static void Walk(Hdf5Session session, long group, string prefix, int depth, List<Hdf5Dataset> datasets, ref int left)
    {
        string shown = prefix.Length == 0 ? "the file" : prefix[..^1];
        if (depth > DeepestGroup) throw session.Bad($"groups nested at most {DeepestGroup} deep", $"more, in {prefix[..40]}…", "A group in it contains itself; such files are not read.");
        if (H5.H5Gget_info(group, out H5.GroupInfo info) < 0) throw session.Bad($"the links of {shown}", "none that libhdf5 can read");
        if (info.Links > (ulong)left) throw session.Bad($"at most {MostObjects:N0} groups and data sets", "more", "Split the file, or its groups contain each other.");
        left -= (int)info.Links;
        for (ulong n = 0; n < info.Links; n++)
        {
            string name = Name(session, group, n, shown);
            long id = H5.H5Oopen(group, name, 0);
            if (id < 0) continue;   // a soft or external link may lead nowhere, and is no damage; it is left out
            using Hdf5Handle child = session.Open(id, name);
            int type = H5.H5Iget_type(id);
            if (type == H5.GroupType) Walk(session, id, $"{prefix}{name}/", depth + 1, datasets, ref left);
            else if (type == H5.DatasetType) datasets.Add(Hdf5Values.Describe(session, id, prefix + name));
        }
    }

    private static unsafe string Name(Hdf5Session session, long group, ulong n, string shown)
    {
        byte* buffer = stackalloc byte[LongestName];
        nint length = H5.H5Lget_name_by_idx(group, ".", 0, 0, n, buffer, LongestName, 0);
        if (length is <= 0 or >= LongestName) throw session.Bad($"a name of link {n} of {shown}", "none");
        return Encoding.UTF8.GetString(buffer, (int)length);
    }
}
