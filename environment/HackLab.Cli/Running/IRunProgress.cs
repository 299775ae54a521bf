using HackLab.Cli.Notebooks;

namespace HackLab.Cli.Running;

/// <summary>Who watches a run. Called from several threads at once if several notebooks run.</summary>
internal interface IRunProgress
{
    /// <summary>A notebook begins.</summary>
    void Begin(string notebook, int cellCount);

    /// <summary>One of its code cells begins.</summary>
    void Cell(string notebook, int number, string title);

    /// <summary>A notebook has ended.</summary>
    void End(NotebookOutcome outcome);
}
