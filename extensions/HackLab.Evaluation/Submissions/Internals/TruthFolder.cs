using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HackLab.Data;
using HackLab.Data.Files;

namespace HackLab.Evaluation.Internals;

/// <summary>An evaluation set and its answers on disk.</summary>
internal static class TruthFolder
{
    public const string Participants = "participants", Tutor = "tutor", Index = "truth.json";

    /// <summary>What the index says: which challenge, which set, and that no file was changed.</summary>
    private sealed record Listing(string Format, string Challenge, string Name, int Rows, string EvaluationSha256, long? Seed,
        Dictionary<string, string> Sha256);

    private const string Format = "hacklab-truth/1";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static void Write(Truth truth, string folder)
    {
        EvaluationSet set = truth.Set;
        string participants = Path.Combine(folder, Participants), tutor = Path.Combine(folder, Tutor);
        if (Path.Exists(participants) || Path.Exists(tutor))
            throw new IOException($"{folder} has an evaluation set already: name a new folder.");
        Directory.CreateDirectory(participants);
        Directory.CreateDirectory(tutor);
        Save(Path.Combine(participants, set.Challenge.EvaluationFile), set.Content.Span);
        Save(Path.Combine(participants, "README.md"), Encoding.UTF8.GetBytes(TruthReadme.ForParticipants(set)));
        var hashes = new Dictionary<string, string>();
        for (int i = 0; i < truth.Contents.Count; i++)
        {
            PredictionFormat format = set.Challenge.TruthFiles[i];
            byte[] bytes = format.Write(truth.Contents[i]);
            hashes[format.FileName] = Convert.ToHexStringLower(SHA256.HashData(bytes));
            Save(Path.Combine(tutor, format.FileName), bytes);
        }
        Save(Path.Combine(tutor, set.Challenge.EvaluationFile), set.Content.Span);
        Save(Path.Combine(tutor, "README.md"), Encoding.UTF8.GetBytes(TruthReadme.ForTutor(truth)));
        var listing = new Listing(Format, set.Challenge.Id, set.Name, set.Count, set.Sha256, truth.Seed, hashes);
        Save(Path.Combine(tutor, Index), JsonSerializer.SerializeToUtf8Bytes(listing, Json));
    }

    public static Truth Read(string path)
    {
        string folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (Directory.Exists(Path.Combine(folder, Tutor))) folder = Path.Combine(folder, Tutor);
        string index = Path.Combine(folder, Index);
        Listing listing = ReadIndex(index);
        if (Challenges.All.FirstOrDefault(one => one.Id == listing.Challenge) is not { } challenge)
            throw new DataFormatException(index, $"a challenge of {string.Join(", ", Challenges.All)}",
                IdCheck.Shown(listing.Challenge), "Is this version of HackLab too old?");
        string evaluation = Path.Combine(folder, challenge.EvaluationFile);
        EvaluationSet set = challenge.LoadEvaluation(evaluation);
        if (set.Sha256 != listing.EvaluationSha256)
            throw new DataFormatException(evaluation, $"the sha256 {listing.EvaluationSha256}", set.Sha256,
                "Somebody changed it: make the set again.");
        var contents = new List<PredictionContent>();
        foreach (PredictionFormat format in challenge.TruthFiles)
        {
            string file = Path.Combine(folder, format.FileName);
            byte[] bytes = InputFile.Read(file, input => input.ReadRest(PackLimits.MostBytes, "answers"));
            string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
            if (listing.Sha256.GetValueOrDefault(format.FileName) != sha256)
                throw new DataFormatException(file, $"the sha256 that {Index} gives", sha256,
                    "Somebody changed it: make the set again.");
            contents.Add(format.Read(bytes, file, set.Count));
        }
        try
        {
            return new Truth(set, contents, listing.Seed);
        }
        catch (ArgumentException e)
        {
            throw new DataFormatException(folder, "answers that fit the evaluation set", e.Message, "Make the set again.",
                inner: e);
        }
    }

    private static Listing ReadIndex(string index)
    {
        byte[] bytes = InputFile.Read(index, input => input.ReadRest(1 << 20, "index"));
        try
        {
            if (JsonSerializer.Deserialize<Listing>(bytes, Json) is { Format: Format } listing) return listing;
            throw new DataFormatException(index, $"\"format\": \"{Format}\"", "another", "Is this version of HackLab too old?");
        }
        catch (JsonException e)
        {
            throw new DataFormatException(index, "the index of a truth folder", e.Message,
                "Make the set again: hacklab score --new-truth.", inner: e);
        }
    }

    private static void Save(string path, ReadOnlySpan<byte> bytes)
    {
        byte[] copy = bytes.ToArray();
        OutputFile.Write(path, stream => stream.Write(copy));
    }
}
