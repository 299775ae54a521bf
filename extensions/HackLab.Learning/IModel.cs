namespace HackLab.Learning;

/// <summary>
/// A fitted model. Those of this library are written to a file by <see cref="Model.Save"/> and read by <see cref="Model.Load"/>.
/// </summary>
public interface IModel
{
    /// <summary>The d features, in the order of the training rows.</summary>
    IReadOnlyList<string> Features { get; }
}
