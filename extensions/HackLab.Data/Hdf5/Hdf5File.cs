namespace HackLab.Data;

/// <summary>An HDF5 file: its data sets, and ways to read them. It holds nothing open; any thread may use it.</summary>
public sealed class Hdf5File
{
    internal Hdf5File(string path, IReadOnlyList<Hdf5Dataset> datasets) => (Path, Datasets) = (path, datasets);

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>All data sets of all groups, each group's sorted by name.</summary>
    public IReadOnlyList<Hdf5Dataset> Datasets { get; }

    /// <summary>The data set of that name.</summary>
    /// <param name="name">As in <see cref="Datasets"/>, with or without a slash in front.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message lists the names.</exception>
    public Hdf5Dataset this[string name] => Datasets.FirstOrDefault(dataset => dataset.Name == name.TrimStart('/'))
        ?? throw new KeyNotFoundException($"{Path} has no data set '{name}', but {string.Join(", ", Datasets.Select(dataset => dataset.Name))}.");

    /// <summary>Reads all numbers of a data set.</summary>
    /// <param name="name">As in <see cref="Datasets"/>.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="KeyNotFoundException">There is no data set of that name.</exception>
    /// <exception cref="DataFormatException">
    /// The file is damaged, or the data set is none of numbers, or too large for one array.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <example><code>double[] strain = Hdf5.Open("H-H1_LOSC.hdf5").Read("strain/Strain").As&lt;double&gt;();</code></example>
    public NdArray Read(string name, CancellationToken cancellation = default)
    {
        string found = this[name].Name;
        return Hdf5Session.Run(Path, session => Hdf5Values.Numbers(session, found, 0, null, cancellation));
    }

    /// <summary>Reads some rows: values along the first axis.</summary>
    /// <param name="name">As in <see cref="Datasets"/>.</param>
    /// <param name="from">The first row, from 0.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Shape [count, …].</returns>
    /// <exception cref="KeyNotFoundException">There is no data set of that name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    /// <exception cref="DataFormatException">
    /// The file is damaged, or the data set is none of numbers, or too large for one array.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <example><code>NdArray images = file.Read("X", from: 1000, count: 500);   // [500, 32, 32, 2]</code></example>
    public NdArray Read(string name, long from, long count, CancellationToken cancellation = default)
    {
        Hdf5Dataset dataset = this[name];
        long rows = dataset.Shape.Count == 0 ? 0 : dataset.Shape[0];
        if (from < 0 || count < 0 || from > rows - count)
            throw new ArgumentOutOfRangeException(nameof(from), $"Rows {from} to {from + count} were asked for, and {dataset.Name} has {rows}.");
        return Hdf5Session.Run(Path, session => Hdf5Values.Numbers(session, dataset.Name, from, count, cancellation));
    }

    /// <summary>Reads a data set of text: one string for each value, row-major.</summary>
    /// <param name="name">As in <see cref="Datasets"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no data set of that name.</exception>
    /// <exception cref="DataFormatException">The file is damaged, or the data set is none of text.</exception>
    /// <example><code>string detector = file.ReadText("meta/Detector")[0];   // "H1"</code></example>
    public string[] ReadText(string name)
    {
        string found = this[name].Name;
        return Hdf5Session.Run(Path, session => Hdf5Values.Texts(session, found));
    }

    /// <summary>
    /// The attributes of a data set or group: single numbers as <see cref="long"/> or <see cref="double"/>, single texts as
    /// <see cref="string"/>, several as <see cref="NdArray"/> or <c>string[]</c>; those of other types are left out.
    /// </summary>
    /// <param name="name">A data set or a group; empty for the file's own.</param>
    /// <exception cref="DataFormatException">The file is damaged, or has nothing of that name.</exception>
    /// <example><code>double step = (double)file.Attributes("strain/Strain")["Xspacing"];</code></example>
    public IReadOnlyDictionary<string, object> Attributes(string name = "") => Hdf5Session.Run(Path, session => Hdf5Attributes.Of(session, name.Trim('/')));

    /// <summary>What is in it, in one line.</summary>
    public override string ToString() => $"{Path}: {string.Join("; ", Datasets)}";
}
