using HackLab.Data;

namespace HackLab.Learning.Files;

/// <summary>A scaler within a pipeline's file: it belongs to the data's room, which knows nothing of models.</summary>
internal static class StoredScaler
{
    internal static void Write(Scaler scaler, ModelWriter to)
    {
        to.Add("features", scaler.Features.Select(f => f.Name));
        to.Add("units", scaler.Features.Select(f => f.Unit));
        to.Add("kind", scaler.Kind);
        to.Add("centers", [.. scaler.Centers]);
        to.Add("scales", [.. scaler.Scales]);
    }

    internal static Scaler Read(ModelReader from)
    {
        string[] names = from.Names("features"), units = from.Texts("units", names.Length);
        double[] scales = from.Doubles("scales", names.Length);
        int bad = Array.FindIndex(scales, scale => scale < 0);
        if (bad >= 0) throw from.Bad($"scales[{bad}]", "a number of at least 0", "a negative one");
        return Scaler.Restore(
            from.Choice<ScalerKind>("kind"), [.. names.Select((name, j) => new Feature(name, units[j]))],
            from.Doubles("centers", names.Length, finite: false), scales);
    }
}
