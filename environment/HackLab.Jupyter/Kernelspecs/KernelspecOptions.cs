namespace HackLab.Jupyter.Kernelspecs;

/// <summary>Where a kernelspec goes and what it starts.</summary>
/// <example><code>KernelspecInstaller.Install(new KernelspecOptions { Executable = Environment.ProcessPath! });</code></example>
public sealed record KernelspecOptions
{
    /// <summary>Path of the hacklab executable; it is written as a full path.</summary>
    public required string Executable { get; init; }

    /// <summary>Arguments that come before "kernel start", such as the path of hacklab.dll when the executable is dotnet.</summary>
    public IReadOnlyList<string> LeadingArguments { get; init; } = [];

    /// <summary>
    /// Install below this folder's share/jupyter, as Jupyter's own --prefix and --sys-prefix do; null for the user's folder.
    /// </summary>
    public string? Prefix { get; init; }

    /// <summary>A Jupyter data folder, whatever the environment says; null to use <see cref="Prefix"/> or the user's folder.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>True to answer to .NET Interactive's name <c>.net-csharp</c> too, so that its notebooks open without a question.</summary>
    public bool AlsoAsDotNetCSharp { get; init; } = true;

    /// <summary>True to replace a kernelspec that something else has installed.</summary>
    public bool Force { get; init; }
}
