using System.Globalization;
using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>How the model shows itself, and how it is kept in a file.</summary>
public sealed partial class GradientBoostingRegressor : IRichDisplay, IStoredModel<GradientBoostingRegressor>
{
    static string IStoredModel<GradientBoostingRegressor>.Kind => nameof(GradientBoostingRegressor);

    /// <summary>Reads a model that <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">There is no such file, or it does not hold such a model.</exception>
    /// <example><code>var model = GradientBoostingRegressor.Load("mass.json");</code></example>
    public static GradientBoostingRegressor Load(string path) => ModelFile.Load<GradientBoostingRegressor>(path);

    /// <summary>Writes the model to a JSON file; it predicts the same bits when it is loaded.</summary>
    /// <param name="path">The file, which is replaced only when all is written.</param>
    /// <example><code>model.Save("mass.json");</code></example>
    public void Save(string path) => ModelFile.Save(this, path);

    /// <inheritdoc/>
    public string ToHtml() => ImportanceTable.Of(ToString(), Importances).ToHtml();

    /// <inheritdoc/>
    public string ToText() => ImportanceTable.Of(ToString(), Importances).ToText();

    /// <summary>What was reached, in one line.</summary>
    public override string ToString()
    {
        string name = Loss switch { RegressionLoss.Squared => "mean squared error", RegressionLoss.Absolute => "mean absolute error", _ => "pinball loss" };
        string loss = Log.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {name} {Log[Iterations].Loss:G5}");
        return string.Create(
            CultureInfo.InvariantCulture, $"Gradient boosting, {Features.Count} features: {StopWords.Of(Stopped)} after {Iterations} rounds{loss}");
    }

    void IStoredModel<GradientBoostingRegressor>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Add("loss", Loss);
        to.Add("stopped", Stopped);
        _trees.Write(to);
    }

    static GradientBoostingRegressor IStoredModel<GradientBoostingRegressor>.Read(ModelReader from)
    {
        string[] features = from.Names("features");
        return new GradientBoostingRegressor(
            features, BoostedTrees.Read(from, features.Length, 1), [], from.Choice<StopReason>("stopped"), from.Choice<RegressionLoss>("loss"));
    }
}
