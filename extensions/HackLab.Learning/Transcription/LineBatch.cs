using static TorchSharp.torch;

namespace HackLab.Learning;

/// <summary>Lines that a network sees at once.</summary>
/// <param name="Rows">Their numbers in the lines that the batches were made from.</param>
/// <param name="Images">Ink, about 0 paper to 1 black, shape [n, 1, height, width]; lines narrower than the widest have paper to
/// their right.</param>
/// <param name="Steps">How many of the network's steps each line has, int64, shape [n].</param>
/// <param name="Labels">The classes of all texts one after the other, int64.</param>
/// <param name="Lengths">How many characters each text has, int64, shape [n].</param>
/// <example><code>nn.functional.ctc_loss(network.call(batch.Images), batch.Labels, batch.Steps, batch.Lengths, zero_infinity:
/// true)</code></example>
public sealed record LineBatch(IReadOnlyList<int> Rows, Tensor Images, Tensor Steps, Tensor Labels, Tensor Lengths);
