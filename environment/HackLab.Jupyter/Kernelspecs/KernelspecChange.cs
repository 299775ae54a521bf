namespace HackLab.Jupyter.Kernelspecs;

/// <summary>What became of one kernelspec.</summary>
public enum KernelspecAction
{
    /// <summary>It was not there and is now.</summary>
    Installed,

    /// <summary>Ours was there and has been written anew.</summary>
    Updated,

    /// <summary>Something else's was there and has been replaced, because that was forced.</summary>
    Replaced,

    /// <summary>It was not touched; the reason says why.</summary>
    LeftAlone,

    /// <summary>It is gone.</summary>
    Removed,
}

/// <summary>What became of one kernelspec, and why.</summary>
/// <param name="Name">The name clients ask for, such as hacklab-csharp.</param>
/// <param name="Directory">The folder concerned.</param>
/// <param name="Action">What was done.</param>
/// <param name="Reason">The same as a sentence for a person.</param>
public sealed record KernelspecChange(string Name, string Directory, KernelspecAction Action, string Reason);

/// <summary>A kernelspec that Jupyter would find.</summary>
/// <param name="Name">The name clients ask for.</param>
/// <param name="DisplayName">The name people see.</param>
/// <param name="Directory">Where it lies.</param>
/// <param name="Command">What Jupyter starts; empty if the file could not be read.</param>
/// <param name="IsHackLab">True if we wrote it.</param>
public sealed record InstalledKernelspec(
    string Name, string DisplayName, string Directory, IReadOnlyList<string> Command, bool IsHackLab);
