using System.Globalization;
using HackLab.Data;
using HackLab.Data.Files;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// An evaluation set of pictures as one .npy file, shape [n, side, side]; a picture's id is its number in the file, from 1. One plain
/// array and no archive, so that its hash is the same on every system.
/// </summary>
internal sealed class PictureSet(Challenge challenge, int side)
{
    private const string Again = "Ask the tutor for the file again.";

    private readonly ImagesFormat _format = new($"{challenge.Id}-evaluation.npy", side, side, "the pictures to predict");
    private readonly Feature[] _pixels = [.. Enumerable.Range(0, side * side).Select(p => new Feature($"pixel {p}"))];

    public string FileName => _format.FileName;

    public static string[] Ids(int count) => [.. Enumerable.Range(1, count).Select(i => i.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The set of these pixels, shape [n, side, side].</summary>
    public EvaluationSet Of(float[] pixels, string name)
    {
        byte[] file = _format.Write(new PredictionImages(pixels, side, side));
        return new EvaluationSet(challenge, name, Ids(pixels.Length / (side * side)), file, Rows(pixels, name));
    }

    public EvaluationSet Load(string path)
    {
        byte[] bytes = InputFile.Read(path, file => file.ReadRest(16 * PackLimits.MostBytes, "pictures"));
        var images = (PredictionImages)_format.Read(bytes, path);
        string[] ids = Ids(images.Count);
        if (images.Count == 0) throw new DataFormatException(path, "at least one picture", "none", Again);
        if (_format.Problems(images, ids) is [var problem, ..]) throw new DataFormatException(path, "pictures to predict", problem, Again);
        string name = Path.GetFileName(path);
        return new EvaluationSet(challenge, name, ids, bytes, Rows(images.Pixels, name));
    }

    private TabularData Rows(float[] pixels, string name) =>
        new($"{challenge}, {name}", _pixels, pixels, new int[pixels.Length / (side * side)], ["not told"]);
}
