namespace HackLab.Data.Download;

/// <summary>
/// Where a file and all that belongs to its fetching lie. Only a verified file ever has the first of these names.
/// </summary>
internal sealed class FilePlaces
{
    internal FilePlaces(string folder, string name)
    {
        if (name is "" or "." or ".." || name.AsSpan().IndexOfAny('/', '\\', ':') >= 0)
            throw new ArgumentException($"'{name}' is no plain file name.", nameof(name));
        Folder = folder;
        Good = Path.Combine(folder, name);
        string own = Path.Combine(folder, DataCache.OwnFolder, name);
        (Part, PartRecord, Record, Lock) = (own + ".part", own + ".part.json", own + ".record.json", own + ".lock");
    }

    internal string Folder { get; }

    /// <summary>The file itself.</summary>
    internal string Good { get; }

    /// <summary>What has been received so far.</summary>
    internal string Part { get; }

    /// <summary>Whose bytes those are.</summary>
    internal string PartRecord { get; }

    /// <summary>What was found out when the file was received.</summary>
    internal string Record { get; }

    /// <summary>Held by whoever is fetching.</summary>
    internal string Lock { get; }

    internal void MakeFolders() => Directory.CreateDirectory(Path.GetDirectoryName(Part)!);

    /// <summary>Throws away what an open part holds.</summary>
    internal void ForgetAfter(FileStream part)
    {
        part.SetLength(0);
        File.Delete(PartRecord);
    }

    internal void ForgetPart()
    {
        File.Delete(Part);
        File.Delete(PartRecord);
    }
}
