using System.IO.Compression;
using HackLab.Data;
using HackLab.Data.Files;

namespace HackLab.Evaluation.Internals;

/// <summary>Writes a pack, and reads it again before anybody else does.</summary>
internal static class PackWriter
{
    public static SubmissionPack Write(
        Submission submission, string path, string notebook, IReadOnlyList<string> more, DateTimeOffset created)
    {
        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"A pack is a .zip, but '{path}' has another ending.", nameof(path));
        List<(PackedFile File, byte[] Bytes)> files = [];
        for (int i = 0; i < submission.Contents.Count; i++)
        {
            PredictionFormat format = submission.Challenge.Files[i];
            Add(format.FileName, PackedRole.Predictions, format.Write(submission.Contents[i]));
        }
        byte[] cells = Load(notebook);
        PackReader.CheckNotebook(cells, notebook, "");
        Add(Path.GetFileName(notebook), PackedRole.Notebook, cells);
        foreach (string file in more) Add(Path.GetFileName(file), PackedRole.More, Load(file));
        var manifest = new PackManifest(
            PackManifest.CurrentFormat, submission.Challenge.Id, created,
                new PackedEvaluation(submission.EvaluationSha256, submission.Rows),
            submission.Card, PackManifest.VersionsHere(), [.. files.Select(one => one.File)]);
        byte[] zip = Zip(manifest, files);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        SubmissionPack read = ReadAgain(submission.Challenge, zip);
        OutputFile.Write(path, stream => stream.Write(zip));
        return read.At(Path.GetFullPath(path));

        void Add(string name, PackedRole role, byte[] bytes)
        {
            if (name == PackManifest.FileName
                || files.Exists(one => string.Equals(one.File.Name, name, StringComparison.OrdinalIgnoreCase)))
                throw new ArgumentException($"Two files would be called '{name}' in the pack: rename yours.");
            files.Add((new PackedFile(name, role, bytes.Length, PackReader.Hash(bytes)), bytes));
        }
    }

    private static byte[] Load(string file) => InputFile.Read(file, input => input.IsPacked
        ? throw input.Bad("a file that is not packed", "a .gz", "Unpack it first.")
            : input.ReadRest(PackLimits.MostBytes, "file to pack"));

    private static byte[] Zip(PackManifest manifest, List<(PackedFile File, byte[] Bytes)> files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Entry(zip, PackManifest.FileName, manifest.ToBytes(), manifest.Created);
            foreach ((PackedFile file, byte[] bytes) in files) Entry(zip, file.Name, bytes, manifest.Created);
        }
        return memory.ToArray();
    }

    private static void Entry(ZipArchive zip, string name, byte[] bytes, DateTimeOffset created)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = created;
        using Stream stream = entry.Open();
        stream.Write(bytes);
    }

    private static SubmissionPack ReadAgain(Challenge challenge, byte[] zip)
    {
        string temporary = Path.Combine(Path.GetTempPath(), $"hacklab-pack-{Guid.NewGuid():N}.zip");
        try
        {
            File.WriteAllBytes(temporary, zip);
            return PackReader.Read(temporary, [challenge]);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
