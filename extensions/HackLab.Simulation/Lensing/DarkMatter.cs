namespace HackLab.Simulation.Lensing;

/// <summary>What lumps the dark halo of a lens has; the numbers are the classes of the data set.</summary>
public enum DarkMatter
{
    /// <summary>A vortex: a straight line of mass in a superfluid of ultralight axions.</summary>
    Axion = 0,

    /// <summary>Cold dark matter: many small halos within the large one.</summary>
    Cold = 1,

    /// <summary>A smooth halo without substructure.</summary>
    None = 2,
}
