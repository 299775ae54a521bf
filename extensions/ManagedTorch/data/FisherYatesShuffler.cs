using System.Collections;

namespace TorchSharp.Utils;

/// <summary>The numbers 0 … size - 1 in random order: with a seed the same order each time, without one a new order each
/// time.</summary>
/// <remarks>The order of a seed is TorchSharp's: seed 1 puts six numbers as 5, 2, 4, 3, 0, 1.</remarks>
public class FisherYatesShuffler : IEnumerable<long>
{
    private readonly long _size;
    private readonly int? _seed;

    /// <summary>For <paramref name="size"/> numbers.</summary>
    public FisherYatesShuffler(long size, int? seed = null)
    {
        _size = size;
        _seed = seed;
    }

    /// <summary>Draws an order and goes through it.</summary>
    public IEnumerator<long> GetEnumerator()
    {
        Random random = _seed is { } seed ? new Random(seed) : new Random();
        var order = new long[_size];
        for (long i = 0; i < _size; i++)
        {
            // R. A. Fisher and F. Yates's shuffle, built up from the front: i goes to a random place, what was there to the end.
            long place = unchecked(((long)random.Next() << 32) + random.Next()) % (i + 1);
            order[i] = order[place];
            order[place] = i;
        }
        return ((IEnumerable<long>)order).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
