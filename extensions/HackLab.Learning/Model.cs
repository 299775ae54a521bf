using HackLab.Data;
using HackLab.Learning.Files;

namespace HackLab.Learning;

/// <summary>Writes fitted models to files and reads them again, whatever kind they are.</summary>
public static class Model
{
    /// <summary>
    /// Writes a fitted model as JSON that reads back bit for bit; packed if the name ends in <c>.gz</c>. A file that was there
    /// is replaced when the new one is whole.
    /// </summary>
    /// <param name="model">A fitted model of this library.</param>
    /// <param name="path">The file, for example <c>higgs.json</c>.</param>
    /// <exception cref="ArgumentException">The model, or one inside it, is not of this library: only its maker can write it.</exception>
    /// <exception cref="IOException">The file cannot be written; what was there before is still there.</exception>
    /// <example><code>model.Save("higgs.json"); IModel again = Model.Load("higgs.json");</code></example>
    public static void Save(this IModel model, string path) => ModelFile.Save(model, path);

    /// <summary>Reads a model of whichever kind is in the file.</summary>
    /// <param name="path">A file that <see cref="Save"/> wrote.</param>
    /// <exception cref="DataFormatException">It is no such file, of a later version, or damaged; the message names the field.</exception>
    /// <example><code>if (Model.Load("higgs.json") is IClassifier model) model.Predict(test)</code></example>
    public static IModel Load(string path) => ModelFile.Load<IModel>(path);

    /// <summary>Reads a model of a kind that is known beforehand.</summary>
    /// <typeparam name="T">Its type, or what it can do: <see cref="IClassifier"/>, <see cref="IRegressor"/> …</typeparam>
    /// <param name="path">A file that <see cref="Save"/> wrote.</param>
    /// <exception cref="DataFormatException">As for <see cref="Load(string)"/>, or the file holds another kind.</exception>
    /// <example><code>var model = Model.Load&lt;LogisticRegression&gt;("higgs.json");</code></example>
    public static T Load<T>(string path)
        where T : class => ModelFile.Load<T>(path);
}
