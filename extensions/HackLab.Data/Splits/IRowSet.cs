namespace HackLab.Data;

/// <summary>Rows of any kind that can be cut into parts: a table's rows, images, recordings.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IRowSet<TSelf>
    where TSelf : IRowSet<TSelf>
{
    /// <summary>What the rows are called, for captions and messages.</summary>
    string Name { get; }

    /// <summary>n, the number of rows.</summary>
    int Count { get; }

    /// <summary>A copy of the given rows, in the order given.</summary>
    /// <param name="rows">Row numbers from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    TSelf Take(params ReadOnlySpan<int> rows);
}

/// <summary>Rows that each belong to a class.</summary>
public interface ILabelled
{
    /// <summary>The class number of each row, shape [n].</summary>
    int[] Y { get; }

    /// <summary>What each class number is called.</summary>
    IReadOnlyList<string> ClassNames { get; }
}
