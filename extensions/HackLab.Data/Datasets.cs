using HackLab.Data.DarkWorlds;
using HackLab.Data.Earthquakes;
using HackLab.Data.Higgs;
using HackLab.Data.KeplerKoi;
using HackLab.Data.Mnist;

namespace HackLab.Data;

/// <summary>The data sets that lessons use; each gives the same record type whatever its size or source.</summary>
public static partial class Datasets
{
    /// <summary>Higgs boson or background: 28 features of a proton collision (UCI HIGGS; Baldi, Sadowski, Whiteson 2014).</summary>
    /// <example><code>TabularData data = Datasets.Higgs.Load(Size.Sample);</code></example>
    public static HiggsDataset Higgs { get; } = new();

    /// <summary>The MNIST digits; always the real ones.</summary>
    /// <example><code>LabelledImages digits = Datasets.Mnist.Load(MnistPart.Test);</code></example>
    public static MnistDataset Mnist { get; } = new();

    /// <summary>The sound of a fault before it slips (LANL earthquake challenge); always the real files.</summary>
    /// <example><code>AcousticRecording segment = Datasets.Earthquakes.Load("seg_00030f.csv");</code></example>
    public static EarthquakeDataset Earthquakes { get; } = new();

    /// <summary>Planet or false alarm: transit signals of the Kepler mission (NASA Exoplanet Archive); always real rows.</summary>
    /// <example><code>TabularData objects = Datasets.KeplerKoi.Load("koi_cumulative.csv");</code></example>
    public static KeplerKoiDataset KeplerKoi { get; } = new();

    /// <summary>Galaxies bent by dark matter halos (Observing Dark Worlds); always the competition's files.</summary>
    /// <example><code>IReadOnlyList&lt;Sky&gt; skies = Datasets.DarkWorlds.Load("dark-worlds");</code></example>
    public static DarkWorldsDataset DarkWorlds { get; } = new();

    /// <summary>Every data set that is simulated, in the order of the catalogue.</summary>
    public static IReadOnlyList<IDataset> All { get; } =
    [
        Higgs,
    ];
}
