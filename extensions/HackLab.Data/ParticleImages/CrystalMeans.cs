using HackLab.Simulation.Calorimeter;

namespace HackLab.Data.ParticleImages;

/// <summary>The mean energy of crystals about the hottest, over the images of a class.</summary>
/// <param name="Centre">The hottest crystal.</param>
/// <param name="Phi">Its two neighbours around the beam (columns 15 and 17), averaged.</param>
/// <param name="Eta">Its two neighbours along the beam (rows 15 and 17), averaged.</param>
/// <param name="Hits">How many crystals were read.</param>
internal sealed record CrystalMeans(double Centre, double Phi, double Eta, double Hits)
{
    /// <summary>The means for one class.</summary>
    internal static CrystalMeans Of(LabelledImages images, int label)
    {
        const int side = ParticleImageSimulator.Side, middle = (side / 2 * side) + (side / 2);
        float[] mean = images.MeanImage(label);
        double hits = 0;
        for (int i = 0; i < images.Count; i++)
        {
            if (images.Y[i] == label) hits += (side * side) - images.Image(i)[..(side * side)].Count(0f);
        }
        return new CrystalMeans(
            mean[middle], 0.5 * (mean[middle - 1] + mean[middle + 1]), 0.5 * (mean[middle - side] + mean[middle + side]),
            hits / images.ClassCounts()[label]);
    }
}
