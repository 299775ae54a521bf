namespace HackLab.Simulation.Calorimeter;

/// <summary>Images of particles in a calorimeter.</summary>
/// <param name="X">Energy and time of each crystal, shape [n, 2, 32, 32]; rows run along η, columns along φ.</param>
/// <param name="Y">1 for an electron or positron, 0 for a photon, shape [n].</param>
public sealed record ParticleImages(float[] X, int[] Y);
