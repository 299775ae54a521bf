using HackLab.Data.Display;

namespace HackLab.Data;

/// <summary>Data in two parts.</summary>
/// <typeparam name="T">What was cut: <see cref="TabularData"/>, <see cref="LabelledImages"/> …</typeparam>
/// <param name="Train">For fitting.</param>
/// <param name="Test">For the final score only.</param>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record TrainTest<T>(T Train, T Test) : IRichDisplay
    where T : IRowSet<T>
{
    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    private Table Show() => SplitTable.Of(("train", Train), ("test", Test));
}

/// <summary>Data in three parts.</summary>
/// <typeparam name="T">What was cut: <see cref="TabularData"/>, <see cref="LabelledImages"/> …</typeparam>
/// <param name="Train">For fitting.</param>
/// <param name="Validation">For choosing between models and settings.</param>
/// <param name="Test">For the final score only.</param>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record TrainValidationTest<T>(T Train, T Validation, T Test) : IRichDisplay
    where T : IRowSet<T>
{
    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    private Table Show() => SplitTable.Of(("train", Train), ("validation", Validation), ("test", Test));
}
