using System.Text;
using HackLab.Data;
using HackLab.Data.Catalog;
using Xunit;

namespace HackLab.Tests.Data.Catalog;

public sealed class CatalogTests
{
    public static TheoryData<string> Ids => [.. DatasetCatalog.Ids];

    [Fact]
    public void Every_data_set_of_the_challenges_and_of_the_lecture_is_there() => Assert.Equal(
        [
            "atlas-higgs", "dark-worlds", "exoplanet-disks", "higgs", "kepler-koi", "lanl-earthquakes", "lensing-classes", "lensing-superres", "mnist", "nmr",
            "particle-images", "quark-gluon", "renaissance",
        ],
        DatasetCatalog.Ids);

    [Theory, MemberData(nameof(Ids))]
    public void An_entry_keeps_to_the_vocabulary(string id) => Assert.Empty(CroissantCheck.Problems(DatasetCatalog.Json(id)));

    [Theory, MemberData(nameof(Ids))]
    public void An_entry_says_whose_it_is_and_how_to_get_it(string id)
    {
        CatalogEntry entry = DatasetCatalog.Entry(id);
        Assert.Equal(id, entry.Id);
        Assert.NotEmpty(entry.Creators);
        Assert.NotEmpty(entry.RecordSets);
        Assert.All(entry.Licences, licence => Assert.True(licence.Address is not null || licence.Note.Length > 0));
        Assert.All(entry.Files, file => Assert.NotEqual(file.Addresses.Count > 0, file.ByHand.Length > 0));
        Assert.All(entry.RecordSets.Where(set => set.Values.Count == 0),
            set => Assert.All(set.Fields, field => Assert.NotEmpty(field.Description)));
    }

    [Theory]
    [InlineData("\"conformsTo\": \"http://mlcommons.org/croissant/1.0\"", "\"conformsTo\": \"http://mlcommons.org/croissant/2.0\"", "does not conform")]
    [InlineData("\"datePublished\"", "\"dateOfPublishing\"", "'dateOfPublishing' is no property")]
    [InlineData("\"datePublished\"", "\"dateOfPublishing\"", "has no 'datePublished'")]
    [InlineData("\"datePublished\": \"2014-02-11\"", "\"datePublished\": \"11.2.2014\"", "should be a Date")]
    [InlineData("\"sha256\": \"ea", "\"sha256\": \"e", "should be a Hash")]
    [InlineData("2816407858 B", "2.8 GB", "should be a Size")]
    [InlineData("\"contentUrl\": \"https://archive", "\"contentUrl\": \"archive", "should be a Address")]
    [InlineData("\"@id\": \"events/m_bb\"", "\"@id\": \"events/m_jj\"", "the @id exists twice")]
    [InlineData("\"@id\": \"HIGGS.csv.gz\",", "\"@id\": \"HIGGS.csv\",", "refers to 'HIGGS.csv.gz', which does not exist")]
    [InlineData("\"key\": {\n        \"@id\": \"classes/number\"", "\"key\": {\n        \"@id\": \"classes\"", "a cr:RecordSet instead of a cr:Field")]
    [InlineData("\"sc:Float\"", "\"sc:Double\"", "should be a DataType")]
    [InlineData("\"@type\": \"cr:FileObject\"", "\"@type\": \"cr:File\"", "is a 'cr:File'")]
    [InlineData("\"column\": \"cr:column\"", "\"column\": \"cr:field\"", "'column' means cr:column")]
    [InlineData("\"column\": \"0\"", "\"row\": \"0\"", "needs one way to extract")]
    [InlineData("\"classes/name\": \"signal\"", "\"classes/label\": \"signal\"", "has other fields")]
    public void What_is_wrong_in_an_entry_is_found(string from, string to, string problem)
    {
        string json = DatasetCatalog.Json("higgs").ReplaceLineEndings("\n");
        Assert.Contains(from, json, StringComparison.Ordinal);
        Assert.Contains(CroissantCheck.Problems(json.Replace(from, to, StringComparison.Ordinal)),
            found => found.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Fields_and_units_are_those_of_the_HIGGS_loader()
    {
        IEnumerable<(string, string, string)> expected =
            Datasets.Higgs.Features.Select(feature => (feature.Name, feature.Unit, feature.Description));
        IReadOnlyList<CatalogField> fields = DatasetCatalog.Entry("higgs").RecordSet("events").Fields;
        Assert.Equal(expected, fields.Skip(1).Select(field => (field.Name, field.Unit, field.Description)));
        Assert.True(fields[0].IsLabel);
        Assert.Equal(Datasets.Higgs.Load(Size.Sample).ClassNames, DatasetCatalog.Entry("higgs").RecordSet("classes").Values);
    }

    [Fact]
    public void Every_data_set_that_can_be_loaded_has_an_entry() =>
        Assert.All(Datasets.All, dataset => Assert.Contains(dataset.Id, DatasetCatalog.Ids));

    [Theory]
    [InlineData("atlas-higgs", "events", "atlas-higgs/signal_2500.csv")]
    [InlineData("kepler-koi", "objects", "kepler/koi_60pct.csv")]
    [InlineData("dark-worlds", "galaxies", "dark-worlds/Train_Skies/Training_Sky1.csv")]
    [InlineData("dark-worlds", "halos", "dark-worlds/Training_halos.csv")]
    [InlineData("lanl-earthquakes", "segments-to-predict", "lanl/seg_00030f.csv")]
    public void Fields_are_columns_of_the_real_files(string id, string records, string file)
    {
        string? folder = RealDataFolder.Find();
        Assert.SkipWhen(folder is null || !File.Exists(Path.Combine(folder, file)),
            $"There is no real file {file}: set {RealDataFolder.Variable}.");
        string[] columns = File.ReadLines(Path.Combine(folder!, file)).First().Split(',');
        Assert.All(DatasetCatalog.Entry(id).RecordSet(records).Fields, field => Assert.Contains(field.Name, columns));
    }

    [Theory]
    [InlineData("mnist", "mnist/t10k-images-idx3-ubyte.gz")]
    [InlineData("mnist", "mnist/t10k-labels-idx1-ubyte.gz")]
    [InlineData("renaissance", "renaissance/Padilla - Nobleza virtuosa_testExtract.pdf")]
    public void Sizes_and_hashes_are_those_of_the_real_files(string id, string file)
    {
        string? folder = RealDataFolder.Find();
        Assert.SkipWhen(folder is null || !File.Exists(Path.Combine(folder, file)),
            $"There is no real file {file}: set {RealDataFolder.Variable}.");
        byte[] content = File.ReadAllBytes(Path.Combine(folder!, file));
        CatalogFile entry = DatasetCatalog.Entry(id).File(Path.GetFileName(file));
        Assert.Equal((entry.Bytes, entry.Sha256),
            (content.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))));
    }

    [Fact]
    public void A_name_that_does_not_exist_is_answered_with_those_that_do()
    {
        Assert.Contains("higgs, kepler-koi", Assert.Throws<ArgumentException>(() => DatasetCatalog.Entry("hicks")).Message,
            StringComparison.Ordinal);
        Assert.Contains("HIGGS.csv.gz", Assert.Throws<ArgumentException>(() => CatalogFiles.Locate("higgs", "HIGGS.csv")).Message,
            StringComparison.Ordinal);
        Assert.Contains("high-resolution, low-resolution",
            Assert.Throws<ArgumentException>(() => CatalogFiles.LocateAll("lensing-superres", "x"))
                .Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_entry_is_refused_with_its_name()
    {
        string json = DatasetCatalog.Json("higgs");
        foreach (string bad in new[] { json[..500], json.Replace("\"license\"", "\"licence\"", StringComparison.Ordinal)
            .Replace("\"citeAs\": \"P.", "\"cite\": \"P.", StringComparison.Ordinal), "[]", "" })
        {
            var error =
                Assert.Throws<DataFormatException>(() => CroissantReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(bad)),
                    "datasets/catalog/higgs.json"));
            Assert.StartsWith("datasets/catalog/higgs.json: ", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("dataset/*/*/*.npy", "dataset/train/no/1.npy", true)]
    [InlineData("dataset/*/*/*.npy", "dataset/train/1.npy", false)]
    [InlineData("*.fits", "a/b/planet1_2_1250.fits", true)]
    [InlineData("*.fits", "a/b.fits.txt", false)]
    [InlineData("a*a", "a", false)]
    [InlineData("a.csv", "a.csv", true)]
    public void Patterns_fit_paths(string pattern, string path, bool fits) => Assert.Equal(fits, PathPattern.Fits(pattern, path));
}
