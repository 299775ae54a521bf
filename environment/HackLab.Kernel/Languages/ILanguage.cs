using HackLab.Kernel.Directives;
using HackLab.Kernel.Execution;

namespace HackLab.Kernel.Languages;

/// <summary>A language other than C# that a cell, or a part of one, can be in.</summary>
internal interface ILanguage
{
    /// <summary>Its names after #!, the usual one first.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Its arguments on the line of its name.</summary>
    string Usage => "";

    /// <summary>One sentence for #!lsmagic.</summary>
    string Summary { get; }

    /// <summary>Runs a part of a cell; throws in words for the person.</summary>
    void Run(CellPart part, CellJob job);
}
