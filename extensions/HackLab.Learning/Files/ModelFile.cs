using System.Text.Json;
using HackLab.Data;
using HackLab.Data.Files;

namespace HackLab.Learning.Files;

/// <summary>
/// A model in a file: JSON, <c>{"model": "KMeans", "version": 1, …}</c>. A file is not trusted: its size and depth are limited,
/// every array is counted before it is taken, and whatever is missing, of another type or does not fit the rest is a
/// <see cref="DataFormatException"/> that names the field.
/// </summary>
internal static class ModelFile
{
    /// <summary>The version of the first layout.</summary>
    internal const int FirstVersion = 1;

    // A forest of 500 deep trees or 1M stored rows of 28 features are some 300 MB; what is larger is no model of this library.
    private const int LargestFile = 1 << 29;

    // A pipeline nests its steps, and it could be a step itself; nobody nests twenty of them.
    private const int Deepest = 64;

    internal static void Save(object model, string path)
    {
        ArgumentNullException.ThrowIfNull(model);
        OutputFile.Write(path, stream =>
        {
            using var json = new Utf8JsonWriter(stream);
            new ModelWriter(json).Model(model);
        });
    }

    internal static T Load<T>(string path)
        where T : class
    {
        byte[] bytes = InputFile.Read(path, file => file.ReadRest(LargestFile, "a model file"));
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = Deepest, AllowDuplicateProperties = false };
            using JsonDocument document = JsonDocument.Parse(bytes, options);
            return new ModelReader(path, "", document.RootElement).AsModel<T>();
        }
        catch (JsonException error)
        {
            throw new DataFormatException(
                path, "a model written as JSON", $"something else ({error.Message})", "Save the model again, or check the path.",
                (error.LineNumber ?? -1) + 1, inner: error);
        }
    }
}
