namespace HackLab.Data.DarkWorlds;

/// <summary>A part of the sky with galaxies, and the dark matter halos that bend their shapes.</summary>
/// <param name="Name">Its name: <c>Sky1</c>.</param>
/// <param name="Galaxies">The galaxies, in the file's order.</param>
/// <param name="Halos">The centres of its halos, one to three, the heaviest first; null where they are to be found.</param>
/// <param name="Reference">The point that the competition measures directions from; null where it is not given.</param>
public sealed record Sky(string Name, IReadOnlyList<Galaxy> Galaxies, IReadOnlyList<SkyPoint>? Halos, SkyPoint? Reference);

/// <summary>A galaxy: where it is, and how its image is stretched.</summary>
/// <param name="X">Position in pixels, 0 to 4200.</param>
/// <param name="Y">Position in pixels, 0 to 4200.</param>
/// <param name="E1">Ellipticity along the axes: positive is stretched along x, negative along y.</param>
/// <param name="E2">Ellipticity along the diagonals: positive is stretched along y = x.</param>
public readonly record struct Galaxy(float X, float Y, float E1, float E2);

/// <summary>A place in a sky.</summary>
/// <param name="X">Position in pixels, 0 to 4200.</param>
/// <param name="Y">Position in pixels, 0 to 4200.</param>
public readonly record struct SkyPoint(float X, float Y);
