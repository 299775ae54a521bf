namespace HackLab.Learning.Files;

/// <summary>
/// A model that can be written to a file. Implement it explicitly, and add the type to <see cref="ModelKinds"/> and an example
/// of it to the tests' <c>StoredModels</c>.
/// </summary>
/// <typeparam name="TSelf">The model's own type.</typeparam>
internal interface IStoredModel<TSelf>
    where TSelf : class, IStoredModel<TSelf>
{
    /// <summary>The name of its kind in files, for example <c>KMeans</c>: it never changes.</summary>
    static abstract string Kind { get; }

    /// <summary>The version that is written, from 1; all earlier ones can be read.</summary>
    static virtual int Version => 1;

    /// <summary>Writes all that prediction and display need.</summary>
    void Write(ModelWriter to);

    /// <summary>
    /// Makes the model again. Everything that is read is checked: lengths against each other, indices against what they point to.
    /// An <see cref="ArgumentException"/> of the constructor is told as a fault of the file.
    /// </summary>
    static abstract TSelf Read(ModelReader from);
}
