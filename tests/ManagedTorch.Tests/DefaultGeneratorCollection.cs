namespace ManagedTorch.Tests;

/// <summary>Tests that seed the default generator, which all share: they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DefaultGeneratorCollection
{
    public const string Name = "Default generator";
}
