namespace HackLab.Data.ExoplanetDisks;

/// <summary>What <c>train_info.csv</c> says of a run.</summary>
/// <param name="Run">Its number.</param>
/// <param name="Planets">How many planets it has, 0 to 4.</param>
/// <param name="Masses">Their masses in solar masses, as many as planets.</param>
/// <param name="Orbits">The radii of their orbits in AU, as many as planets.</param>
public sealed record DiskLabel(int Run, int Planets, IReadOnlyList<float> Masses, IReadOnlyList<float> Orbits);
