using System.Globalization;
using HackLab.Data.Display;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>How the model shows itself, and how it is kept in a file.</summary>
public sealed partial class GradientBoostingRegressor : IRichDisplay, IStoredModel<GradientBoostingRegressor>
{
    static string IStoredModel<GradientBoostingRegressor>.Kind => nameof(GradientBoostingRegressor);

    /// <inheritdoc/>
    public string ToHtml() => ImportanceTable.Of(ToString(), Importances).ToHtml();

    /// <inheritdoc/>
    public string ToText() => ImportanceTable.Of(ToString(), Importances).ToText();

    /// <summary>What was reached, in one line.</summary>
    public override string ToString()
    {
        string name = Loss switch
        {
            RegressionLoss.Squared => "mean squared error",
            RegressionLoss.Absolute => "mean absolute error",
            _ => "pinball loss",
        };
        string loss = Log.Count <= Iterations ? "" : string.Create(
            CultureInfo.InvariantCulture, $", {name} {Log[Iterations].Loss:G5}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Gradient boosting, {Features.Count} features: {StopWords.Of(Stopped)} after {Iterations} rounds{loss}");
    }

    void IStoredModel<GradientBoostingRegressor>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Add("criterion", Loss);
        to.Add("stopped", Stopped);
        StoredLog.Write(to, Log);
        _trees.Write(to);
    }

    static GradientBoostingRegressor IStoredModel<GradientBoostingRegressor>.Read(ModelReader from)
    {
        string[] features = from.Names("features");
        return new GradientBoostingRegressor(
            features, BoostedTrees.Read(from, features.Length, 1), StoredLog.Read(from), from.Choice<StopReason>("stopped"),
            from.Choice<RegressionLoss>("criterion"));
    }
}
