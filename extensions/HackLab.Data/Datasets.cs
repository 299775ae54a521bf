using HackLab.Data.AtlasHiggs;
using HackLab.Data.DarkWorlds;
using HackLab.Data.Earthquakes;
using HackLab.Data.ExoplanetDisks;
using HackLab.Data.Higgs;
using HackLab.Data.KeplerKoi;
using HackLab.Data.LensingClasses;
using HackLab.Data.LensingSuperres;
using HackLab.Data.Mnist;
using HackLab.Data.Nmr;
using HackLab.Data.ParticleImages;
using HackLab.Data.QuarkGluon;
using HackLab.Data.Renaissance;

namespace HackLab.Data;

/// <summary>The data sets that lessons use; each gives the same record type whatever its size or source.</summary>
public static partial class Datasets
{
    /// <summary>
    /// Higgs boson or background: 28 features of a proton collision (UCI HIGGS; Baldi, Sadowski, Whiteson 2014).
    /// </summary>
    /// <example><code>TabularData data = Datasets.Higgs.Load(Size.Sample);</code></example>
    public static HiggsDataset Higgs { get; } = new();

    /// <summary>Electron or photon: images of 32 × 32 calorimeter crystals (ML4SCI particle images challenge).</summary>
    /// <example><code>LabelledImages images = Datasets.ParticleImages.Load(Size.Simulated(20_000));</code></example>
    public static ParticleImagesDataset ParticleImages { get; } = new();

    /// <summary>
    /// Strong lenses: axion vortex, subhalos of cold dark matter, or no substructure (ML4SCI lensing challenge).
    /// </summary>
    /// <example><code>LabelledImages lenses = Datasets.LensingClasses.Load(Size.Simulated(6000));</code></example>
    public static LensingClassesDataset LensingClasses { get; } = new();

    /// <summary>
    /// Pairs of a coarse, noisy and a fine picture of the same lens (ML4SCI lensing challenge, super-resolution).
    /// </summary>
    /// <example><code>ImagePairs pairs = Datasets.LensingSuperres.Load(Size.Simulated(2000));</code></example>
    public static LensingSuperresDataset LensingSuperres { get; } = new();

    /// <summary>
    /// Quark or gluon: jets as 30 × 30 images, or by their particles (ML4SCI hackathon; EnergyFlow's Pythia jets).
    /// </summary>
    /// <example><code>LabelledImages images = Datasets.QuarkGluon.Load(Size.Sample);</code></example>
    public static QuarkGluonDataset QuarkGluon { get; } = new();

    /// <summary>
    /// Lines and pages of a Spanish book of the seventeenth century, with their text (ML4SCI's RenAIssance challenge).
    /// </summary>
    /// <example><code>TextLines lines = Datasets.Renaissance.Load(Size.Sample);</code></example>
    public static RenaissanceDataset Renaissance { get; } = new();

    /// <summary>
    /// Spin echoes: strength and range of the coupling between spins, and their dephasing, from NMR recordings.
    /// </summary>
    /// <example><code>SpinEchoes echoes = Datasets.Nmr.Load(Size.Sample);</code></example>
    public static NmrDataset Nmr { get; } = new();

    /// <summary>Protoplanetary disks at 1250 µm, with planets or without; several snapshots of each run.</summary>
    /// <example><code>LabelledImages disks = Datasets.ExoplanetDisks.Load(Size.Sample);</code></example>
    public static ExoplanetDisksDataset ExoplanetDisks { get; } = new();

    /// <summary>
    /// Higgs bosons that decay to τ leptons: 30 features and a weight (ATLAS Higgs challenge of 2014, CERN Open Data 328).
    /// </summary>
    /// <example><code>TabularData data = Datasets.AtlasHiggs.Load(Size.Sample);</code></example>
    public static AtlasHiggsDataset AtlasHiggs { get; } = new();

    /// <summary>The MNIST digits; always the real ones.</summary>
    /// <example><code>LabelledImages digits = Datasets.Mnist.Load(MnistPart.Test);</code></example>
    public static MnistDataset Mnist { get; } = new();

    /// <summary>The sound of a fault before it slips (LANL earthquake challenge); always the real files.</summary>
    /// <example><code>AcousticRecording segment = Datasets.Earthquakes.Load("seg_00030f.csv");</code></example>
    public static EarthquakeDataset Earthquakes { get; } = new();

    /// <summary>
    /// Planet or false alarm: transit signals of the Kepler mission (NASA Exoplanet Archive); always real rows.
    /// </summary>
    /// <example><code>TabularData objects = Datasets.KeplerKoi.Load("koi_cumulative.csv");</code></example>
    public static KeplerKoiDataset KeplerKoi { get; } = new();

    /// <summary>Galaxies bent by dark matter halos (Observing Dark Worlds); always the competition's files.</summary>
    /// <example><code>IReadOnlyList&lt;Sky&gt; skies = Datasets.DarkWorlds.Load("dark-worlds");</code></example>
    public static DarkWorldsDataset DarkWorlds { get; } = new();

    /// <summary>Every data set that is simulated, in the order of the catalogue.</summary>
    public static IReadOnlyList<IDataset> All { get; } =
    [
        Higgs,
        ParticleImages,
        LensingClasses,
        LensingSuperres,
        QuarkGluon,
        Renaissance,
        Nmr,
        ExoplanetDisks,
        AtlasHiggs,
    ];
}
