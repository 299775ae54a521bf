using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HackLab.Cli.Notebooks;
using Xunit;

namespace HackLab.Tests.Cli;

public sealed class NotebookRoundTripTests
{
    // As Jupyter's own nbformat.write writes it: key order, one-space indentation, no escapes for what is not ASCII.
    private const string AsJupyterWrites = "{\n \"cells\": [\n  {\n   \"cell_type\": \"code\",\n   \"execution_count\": null,\n   \"id\": \"a1\",\n"
        + "   \"metadata\": {},\n   \"outputs\": [],\n   \"source\": [\n    \"var µ = \\\"é 😀\\\";\\n\",\n    \"// <b> & ' \\u001b \\\\ \\t\"\n   ]\n  }\n ],\n"
        + " \"metadata\": {\n  \"unknown\": {\n   \"x\": 1.50,\n   \"y\": [\n    true,\n    null\n   ]\n  }\n },\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n";

    [Fact]
    public void A_file_as_Jupyter_writes_it_comes_back_byte_for_byte() =>
        Assert.Equal(AsJupyterWrites, NotebookTexts.Parse(AsJupyterWrites).ToJson());

    [Fact]
    public void New_text_is_escaped_as_Jupyter_escapes_it()
    {
        Notebook notebook = NotebookTexts.Parse(AsJupyterWrites);
        NotebookCell old = notebook.Cells[0];
        notebook.Remove(old);
        notebook.Insert(0, NotebookCell.Code(old.Source, old.Id));
        Assert.Contains("\"var µ = \\\"é 😀\\\";\\n\"", notebook.ToJson(), StringComparison.Ordinal);
        Assert.Contains("\"// <b> & ' \\u001b \\\\ \\t\"", notebook.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_fields_of_any_shape_survive_in_their_order()
    {
        Gen<JsonNode?> leaf = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string?>().Select(text => (JsonNode?)(text is null ? null : JsonValue.Create(text))),
            ArbMap.Default.GeneratorFor<int>().Select(number => (JsonNode?)JsonValue.Create(number)),
            ArbMap.Default.GeneratorFor<NormalFloat>().Select(number => (JsonNode?)JsonValue.Create((double)number)),
            ArbMap.Default.GeneratorFor<bool>().Select(truth => (JsonNode?)JsonValue.Create(truth)));
        Gen<JsonNode?> tree = Gen.Sized(size => Tree(leaf, Math.Min(size, 12)));
        Prop.ForAll(tree.ToArbitrary(), extra =>
        {
            var root = (JsonObject)JsonNode.Parse(AsJupyterWrites)!;
            root["x-extension"] = extra?.DeepClone();
            ((JsonObject)root["cells"]![0]!).Insert(1, "x-cell", extra?.DeepClone());
            string written = new Notebook(root).ToJson();
            var again = (JsonObject)JsonNode.Parse(written)!;
            return JsonNode.DeepEquals(root, again)
                && again.Select(field => field.Key).SequenceEqual(root.Select(field => field.Key))
                && NotebookTexts.Parse(written).ToJson() == written;
        }).QuickCheckThrowOnFailure();
    }

    private static Gen<JsonNode?> Tree(Gen<JsonNode?> leaf, int size)
    {
        if (size <= 1) return leaf;
        Gen<JsonNode?> child = Tree(leaf, size / 3);
        return Gen.OneOf(
            leaf,
            child.ListOf(3).Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])),
            child.ListOf(3).Select(items => (JsonNode?)new JsonObject(items.Select((item, i) => KeyValuePair.Create($"field {i} \"é\"", item?.DeepClone())))));
    }
}
