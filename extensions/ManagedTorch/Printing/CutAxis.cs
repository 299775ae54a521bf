namespace TorchSharp.Printing;

/// <summary>Which places of an axis are written: all, or half of the most from each end with a gap between.</summary>
internal readonly struct CutAxis(long size, int most)
{
    private readonly long _half = Math.Max(1, most / 2);

    /// <summary>Whether something is left out.</summary>
    public bool IsCut => size > most;

    /// <summary>The places in order; -1 stands for the gap.</summary>
    public IEnumerable<long> Places()
    {
        for (long i = 0; i < (IsCut ? _half : size); i++)
        {
            yield return i;
        }
        if (IsCut)
        {
            yield return -1;
            for (long i = size - _half; i < size; i++)
            {
                yield return i;
            }
        }
    }
}
