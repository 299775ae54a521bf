using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using HackLab.Evaluation;
using HackLab.Evaluation.Internals;
using HackLab.Tests.Cli;

namespace HackLab.Tests.Evaluation.Submissions;

/// <summary>A good pack for a small practice set, and ways to spoil it.</summary>
internal sealed class PackFixture : IDisposable
{
    private static readonly Lazy<Truth> Small = new(() => Challenges.Higgs.Practice(60));
    private readonly TemporaryFolder _folder = new();

    public PackFixture()
    {
        Notebook = _folder.Write("team.ipynb", """{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""");
        Good = Path.Combine(_folder.Path, "good.zip");
        Submission.Pack(Good, Notebook);
    }

    public static Truth Truth => Small.Value;

    public static EvaluationSet Set => Truth.Set;

    public static SubmissionCard Card => new()
    {
        Team = "Quarks", Model = "-m_bb alone", Used = "nothing", Parameters = 0, TrainingSeconds = 0.5, Seed = 7,
        Estimate = new Interval(0.5, 0.4, 0.6, 0.95, 1000), Members = ["Ada", "Émilie"],
    };

    public static float[] Scores => [.. Set.Rows!.Column("m_bb").Select(mass => 1 / (1 + mass))];

    public static Submission Submission => Submission.Of(Set, Scores, Card);

    public string Notebook { get; }

    public string Good { get; }

    public string Folder => _folder.Path;

    /// <summary>The path of a pack by another team.</summary>
    public string Pack(string name, string team, float[] scores, DateTimeOffset created) =>
        PackWriter.Write(Submission.Of(Set, scores, Card with { Team = team }), Path.Combine(Folder, name), Notebook, [], created).Path;

    /// <summary>The good pack with another manifest or other files; hashes are made right again if asked.</summary>
    public string Spoiled(Action<JsonObject>? manifest = null, Action<Dictionary<string, byte[]>>? files = null, bool fitHashes = false)
    {
        Dictionary<string, byte[]> content = Content();
        files?.Invoke(content);
        if (content.TryGetValue(PackManifest.FileName, out byte[]? json))
        {
            var node = JsonNode.Parse(json)!.AsObject();
            if (fitHashes) FitHashes(node, content);
            manifest?.Invoke(node);
            content[PackManifest.FileName] = Encoding.UTF8.GetBytes(node.ToJsonString());
        }
        return Write("spoiled.zip", [.. content.Select(file => (file.Key, file.Value))]);
    }

    /// <summary>A zip of any entries, allowed or not.</summary>
    public string Write(string name, params (string Name, byte[] Bytes)[] entries)
    {
        string path = Path.Combine(Folder, name);
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach ((string entry, byte[] bytes) in entries)
        {
            using Stream stream = zip.CreateEntry(entry).Open();
            stream.Write(bytes);
        }
        return path;
    }

    public Dictionary<string, byte[]> Content()
    {
        using ZipArchive zip = ZipFile.OpenRead(Good);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using Stream stream = entry.Open();
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            return memory.ToArray();
        });
    }

    public void Dispose() => _folder.Dispose();

    private static void FitHashes(JsonObject manifest, Dictionary<string, byte[]> content)
    {
        foreach (JsonNode? file in manifest["files"]!.AsArray())
        {
            if (!content.TryGetValue((string)file!["name"]!, out byte[]? bytes)) continue;
            file["bytes"] = bytes.Length;
            file["sha256"] = PackReader.Hash(bytes);
        }
    }
}
