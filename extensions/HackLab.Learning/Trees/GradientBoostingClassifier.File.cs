using System.Globalization;
using HackLab.Data.Display;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>How the model shows itself, and how it is kept in a file.</summary>
public sealed partial class GradientBoostingClassifier : IRichDisplay, IStoredModel<GradientBoostingClassifier>
{
    static string IStoredModel<GradientBoostingClassifier>.Kind => nameof(GradientBoostingClassifier);

    /// <inheritdoc/>
    public string ToHtml() => ImportanceTable.Of(ToString(), Importances).ToHtml();

    /// <inheritdoc/>
    public string ToText() => ImportanceTable.Of(ToString(), Importances).ToText();

    /// <summary>What was reached, in one line.</summary>
    public override string ToString()
    {
        string loss = Log.Count <= Iterations ? "" : string.Create(
            CultureInfo.InvariantCulture, $", log loss {Log[Iterations].Loss:0.0000}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Gradient boosting, {Features.Count} features: {StopWords.Of(Stopped)} after {Iterations} rounds{loss}");
    }

    void IStoredModel<GradientBoostingClassifier>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Add("classes", ClassNames);
        to.Add("stopped", Stopped);
        StoredLog.Write(to, Log);
        _trees.Write(to);
    }

    static GradientBoostingClassifier IStoredModel<GradientBoostingClassifier>.Read(ModelReader from)
    {
        string[] features = from.Names("features"), classes = from.Names("classes");
        if (classes.Length < 2) throw from.Bad("classes", "at least two classes", "one");
        BoostedTrees trees = BoostedTrees.Read(from, features.Length, classes.Length == 2 ? 1 : classes.Length);
        return new GradientBoostingClassifier(features, classes, trees, StoredLog.Read(from), from.Choice<StopReason>("stopped"));
    }
}
