namespace HackLab.Data.Renaissance;

/// <summary>How a page stands askew.</summary>
/// <param name="Slope">How many pixels its lines of text fall for each pixel to the right; below 0 they rise.</param>
/// <param name="Lean">How many pixels its edges go to the right for each pixel downwards.</param>
public sealed record PageSkew(double Slope, double Lean);
