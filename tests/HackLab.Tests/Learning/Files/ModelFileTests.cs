using System.Text;
using HackLab.Data;
using HackLab.Learning;
using HackLab.Learning.Files;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Learning.Files;

public sealed class ModelFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hacklab-models-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "model.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void There_is_an_example_of_every_kind() =>
        Assert.Equal(
            // A scaler is only ever part of a pipeline.
            ModelKinds.All.Select(kind => kind.Type.Name).Where(name => name != nameof(Scaler)).Order(StringComparer.Ordinal),
            StoredModels.All.Select(model => model.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_model_of_every_kind_reads_back_as_it_was()
    {
        foreach (IModel model in StoredModels.All)
        {
            model.Save(Path);
            IModel again = Model.Load(Path);
            Assert.Equal(model.GetType(), again.GetType());
            Assert.Equal(model.Features, again.Features);
            Assert.Equal(StoredModels.Answers(model), StoredModels.Answers(again));
            byte[] first = File.ReadAllBytes(Path);
            again.Save(Path);
            Assert.Equal(Encoding.UTF8.GetString(first), File.ReadAllText(Path));
        }
    }

    [Fact]
    public void A_name_that_ends_in_gz_is_packed()
    {
        string packed = Path + ".gz";
        StoredModels.All[0].Save(packed);
        Assert.Equal(0x1F, File.ReadAllBytes(packed)[0]);
        Assert.Equal(StoredModels.Answers(StoredModels.All[0]), StoredModels.Answers(Model.Load(packed)));
    }

    [Theory]
    [InlineData("", "expected a model written as JSON")]
    [InlineData("[1, 2]", "expected a model in braces, found a list of 2 values")]
    [InlineData("{\"version\":1}", "expected a field 'model', found none")]
    [InlineData("{\"model\":\"KMeens\",\"version\":1}", "in 'model', found 'KMeens'")]
    [InlineData("{\"model\":\"LogisticRegression\",\"version\":99}", "A later HackLab wrote it")]
    [InlineData("{\"model\":\"LogisticRegression\",\"version\":1}", "expected a field 'features', found none")]
    [InlineData("{\"model\":\"LogisticRegression\",\"version\":1,\"features\":[\"a\",\"a\"]}", "'a' twice")]
    [InlineData("{\"model\":\"LogisticRegression\",\"model\":\"LogisticRegression\"}", "a model written as JSON")]
    public void A_file_that_is_wrong_says_where_and_what(string content, string message)
    {
        File.WriteAllText(Path, content);
        DataFormatException error = Assert.Throws<DataFormatException>(() => Model.Load(Path));
        Assert.Equal(Path, error.File);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_do_not_fit_are_named()
    {
        LogisticRegression.Fit([0, 1, 2, 3], [0, 0, 1, 1]).Save(Path);
        string good = File.ReadAllText(Path);
        string Fault(string from, string to)
        {
            Assert.Contains(from, good, StringComparison.Ordinal);
            File.WriteAllText(Path, good.Replace(from, to, StringComparison.Ordinal));
            return Assert.Throws<DataFormatException>(() => Model.Load(Path)).Message;
        }
        Assert.Contains("a list of 1 values in 'weights', found 2 values", Fault("\"weights\":[", "\"weights\":[1,"), StringComparison.Ordinal);
        Assert.Contains("a finite number in 'intercepts[0]', found 1e999", Fault("\"intercepts\":[", "\"intercepts\":[1e999],\"rest\":["), StringComparison.Ordinal);
        Assert.Contains("a number in 'spread[0]', found null", Fault("\"spread\":[", "\"spread\":[null],\"rest\":["), StringComparison.Ordinal);
        Assert.Contains("one of Converged, ", Fault("\"Converged\"", "\"3\""), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_kind_than_asked_for_is_refused()
    {
        StoredModels.All.First(model => model is IClassifier).Save(Path);
        Assert.IsType<IClassifier>(Model.Load<IClassifier>(Path), exactMatch: false);
        DataFormatException error = Assert.Throws<DataFormatException>(() => Model.Load<IAnomalyDetector>(Path));
        Assert.Contains("IAnomalyDetector in 'model'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_someone_else_is_not_written()
    {
        Assert.Contains("Stranger cannot be written", Assert.Throws<ArgumentException>(() => new Stranger().Save(Path)).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Damaged_files_give_a_model_that_works_or_an_error_of_the_format()
    {
        List<byte[]> good = [];
        foreach (IModel model in StoredModels.All)
        {
            model.Save(Path);
            good.Add(File.ReadAllBytes(Path));
        }
        MutatedFiles.Read(good, path => StoredModels.Answers(Model.Load(path)), ".json", 100 * good.Count);
    }

    private sealed class Stranger : IModel
    {
        public IReadOnlyList<string> Features => ["a"];
    }
}
