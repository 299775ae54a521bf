using System.Text;
using System.Text.Json.Nodes;
using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Evaluation.Submissions;

public sealed class PackReaderTests : IDisposable
{
    private readonly PackFixture _packs = new();

    public void Dispose() => _packs.Dispose();

    [Fact]
    public void A_pack_gives_back_what_was_packed()
    {
        SubmissionPack pack = SubmissionPack.Read(_packs.Good);
        Assert.Equal(PackFixture.Card with { Members = [] }, pack.Submission.Card with { Members = [] });
        Assert.Equal(["Ada", "Émilie"], pack.Submission.Card.Members);
        var table = Assert.IsType<PredictionTable>(Assert.Single(pack.Submission.Contents));
        Assert.Equal(PackFixture.Scores, table.Column());
        Assert.Equal(PackFixture.Set.Ids, table.Ids);
        Assert.Equal(PackFixture.Set.Sha256, pack.Submission.EvaluationSha256);
        Assert.Equal(["higgs-scores.csv", "team.ipynb"], pack.Files.Select(file => file.Name));
        Assert.Equal(["dotnet", "hacklab", "system"], pack.Versions.Keys.Order());
        Assert.Equal(File.ReadAllBytes(_packs.Notebook), _packs.Content()["team.ipynb"]);
    }

    [Theory]
    [InlineData("../evil.csv", "stay within the folder")]
    [InlineData("/etc/passwd", "stay within the folder")]
    [InlineData("C:/evil.csv", "stay within the folder")]
    [InlineData("stranger.csv", "only files that the manifest lists")]
    [InlineData("HIGGS-SCORES.CSV", "every name once")]
    public void A_file_that_does_not_belong_there_is_refused(string name, string says) =>
        AssertRefused(_packs.Spoiled(files: all => all[name] = [1]), says);

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
    {
        string bomb = _packs.Spoiled(files: all => all["zeros.bin"] = new byte[40 << 20]);
        Assert.InRange(new FileInfo(bomb).Length, 1, 1 << 20);
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused(bomb, "looks like a bomb");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    [Fact]
    public void A_zip_of_very_many_files_is_refused_before_they_are_listed()
    {
        var many = Enumerable.Range(0, 500).Select(i => ($"{i}.txt", Array.Empty<byte>())).ToArray();
        AssertRefused(_packs.Write("many.zip", many), "at most 100 files");
        AssertRefused(_packs.Write("some.zip", many[..150]), "at most 100 entries");
    }

    [Fact]
    public void What_is_no_pack_is_refused()
    {
        AssertRefused(Text("empty.zip", ""), "an empty file");
        AssertRefused(Text("text.zip", "id,score\n1,0.5\n"), "expected a pack");
        AssertRefused(Path.Combine(_packs.Folder, "absent.zip"), "none of that name");
        AssertRefused(_packs.Write("nothing.zip"), "manifest.json");
        AssertRefused(_packs.Spoiled(files: all => all.Remove("manifest.json")), "manifest.json");
        byte[] whole = File.ReadAllBytes(_packs.Good);
        string cut = Path.Combine(_packs.Folder, "cut.zip");
        File.WriteAllBytes(cut, whole[..(whole.Length / 2)]);
        AssertRefused(cut, "whole archive");

        string Text(string name, string text)
        {
            File.WriteAllText(Path.Combine(_packs.Folder, name), text);
            return Path.Combine(_packs.Folder, name);
        }
    }

    [Fact]
    public void A_file_that_is_not_the_one_in_the_manifest_is_refused()
    {
        AssertRefused(_packs.Spoiled(files: all => all["higgs-scores.csv"][^2] ^= 1), "'higgs-scores.csv' as the manifest has it");
        AssertRefused(_packs.Spoiled(files: all => all.Remove("higgs-scores.csv")), "that the manifest lists");
        AssertRefused(_packs.Spoiled(files: all => all.Remove("team.ipynb")), "that the manifest lists");
    }

    [Theory]
    [InlineData("1,0.5\n", "expected 60 rows as the manifest says, found 4")]
    [InlineData("1,NaN\n", "no finite number")]
    [InlineData("1,∞\n", "expected a number")]
    [InlineData("1,1e999\n", "no finite number")]
    [InlineData("1,1.5\n", "outside of 0 to 1")]
    [InlineData("1,0,5\n", "Write decimals with a point")]
    [InlineData("1 0.5\n", "Put a comma where blanks are")]
    [InlineData("1,half\n", "column score: expected a number, found 'half'")]
    [InlineData("\n1,0.5\n", "an empty line")]
    public void Predictions_that_cannot_be_scored_are_refused_even_with_right_hashes(string row, string says)
    {
        string rest = string.Concat(Enumerable.Range(2, says.Contains("found 4", StringComparison.Ordinal) ? 3 : 59).Select(i => $"{i},0.5\n"));
        string path = _packs.Spoiled(files: all => all["higgs-scores.csv"] = Encoding.UTF8.GetBytes("id,score\n" + row + rest), fitHashes: true);
        AssertRefused(path, says);
    }

    [Fact]
    public void More_rows_than_the_manifest_says_are_refused_before_they_are_all_read()
    {
        string rows = string.Concat(Enumerable.Range(1, 61).Select(i => $"{i},0.5\n")) + "not even a row";
        AssertRefused(_packs.Spoiled(files: all => all["higgs-scores.csv"] = Encoding.UTF8.GetBytes("id,score\n" + rows), fitHashes: true),
            "line 62: expected 60 rows, found more");
    }

    [Fact]
    public void An_id_that_comes_twice_is_refused()
    {
        string rows = string.Concat(Enumerable.Range(1, 60).Select(i => $"{Math.Min(i, 59)},0.5\n"));
        AssertRefused(_packs.Spoiled(files: all => all["higgs-scores.csv"] = Encoding.UTF8.GetBytes("id,score\n" + rows), fitHashes: true),
            "1 rows have an id that came before, first '59'");
    }

    [Fact]
    public void A_manifest_that_lies_or_is_damaged_is_refused()
    {
        AssertRefused(Manifest(m => m["format"] = "something/9"), "the format hacklab-submission/1");
        AssertRefused(Manifest(m => m["challenge"] = "chess"), "one of the challenges");
        AssertRefused(Manifest(m => m["card"] = null), "as the submit cell writes it");
        AssertRefused(Manifest(m => m["card"]!["team"] = "  "), "Team is empty");
        AssertRefused(Manifest(m => m["card"]!["team"] = new string('x', 81)), "at most 80");
        AssertRefused(Manifest(m => m["card"]!["model"] = "\u001b[2Jgone"), "control characters");
        AssertRefused(Manifest(m => m["card"]!["parameters"] = -1), "negative");
        AssertRefused(Manifest(m => m["evaluation"]!["sha256"] = "short"), "the sha256");
        AssertRefused(Manifest(m => m["evaluation"]!["rows"] = int.MaxValue), "20,000,000 rows");
        AssertRefused(Manifest(m => m["evaluation"]!["rows"] = 59), "expected 59 rows");
        AssertRefused(Manifest(m => m["evaluation"]!["rows"] = 61), "expected 61 rows");
        AssertRefused(Manifest(m => m["files"]!.AsArray().Add(null)), "");
        AssertRefused(Manifest(m => m["files"]!.AsArray().Add(m["files"]![0]!.DeepClone())), "once in the manifest");
        AssertRefused(Manifest(m => m["files"]![1]!["role"] = "more"), "one notebook");
        AssertRefused(Manifest(m => m["files"]![0]!["role"] = 7), "as the submit cell writes it");
        AssertRefused(Manifest(m => m.Remove("versions")), "as the submit cell writes it");
        AssertRefused(_packs.Write("half.zip", ("manifest.json", [.. "{\"format\":"u8])), "as the submit cell writes it");

        string Manifest(Action<JsonObject> change) => _packs.Spoiled(change);
    }

    [Fact]
    public void A_notebook_that_is_none_is_refused()
    {
        AssertRefused(_packs.Spoiled(files: all => all["team.ipynb"] = [.. "print(1)"u8], fitHashes: true), "expected a notebook");
        AssertRefused(_packs.Spoiled(files: all => all["team.ipynb"] = [.. "[]"u8], fitHashes: true), "a notebook with cells");
        string deep = new string('[', 5000) + new string(']', 5000);
        AssertRefused(_packs.Spoiled(files: all => all["team.ipynb"] = Encoding.ASCII.GetBytes(deep), fitHashes: true), "expected a notebook");
    }

    [Fact]
    public void A_thousand_damaged_packs_are_refused_and_do_nothing_else() =>
        MutatedFiles.Read([File.ReadAllBytes(_packs.Good)], path => SubmissionPack.Read(path).ToHtml(), ".zip", count: 1000);

    private static void AssertRefused(string path, string says)
    {
        var error = Assert.Throws<DataFormatException>(() => SubmissionPack.Read(path));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }
}
