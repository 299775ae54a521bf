namespace HackLab.Learning.Internals;

/// <summary>A question that cuts a leaf in two: is the bin of this feature at most this one?</summary>
/// <param name="Feature">Which; −1 if there is no cut worth making.</param>
/// <param name="Bin">The last bin that goes left.</param>
/// <param name="MissingLeft">Where rows without a value go.</param>
/// <param name="Gain">How much the loss falls, with its penalty: above 0.</param>
/// <param name="Left">The sums of what goes left.</param>
internal readonly record struct BinnedSplit(int Feature, int Bin, bool MissingLeft, double Gain, GradientSum Left)
{
    public static BinnedSplit None { get; } = new(-1, 0, false, 0, default);
}
