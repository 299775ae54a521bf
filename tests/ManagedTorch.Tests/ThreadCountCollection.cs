namespace ManagedTorch.Tests;

/// <summary>Tests that set the number of threads, which is one for the process, run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ThreadCountCollection
{
    public const string Name = "Number of threads";
}
