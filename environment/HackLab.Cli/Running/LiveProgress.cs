using System.Collections.Concurrent;
using Spectre.Console;

namespace HackLab.Cli.Running;

/// <summary>Progress on a terminal: one line per notebook that changes in place.</summary>
internal sealed class LiveProgress : IRunProgress
{
    private readonly ProgressContext _context;
    private readonly int _titleWidth;
    private readonly ConcurrentDictionary<string, ProgressTask> _tasks = new();

    private LiveProgress(ProgressContext context, int width)
    {
        _context = context;
        _titleWidth = Math.Max(10, width - 75);   // what name, cell, bar and time leave free
    }

    /// <summary>Shows progress while <paramref name="run"/> runs.</summary>
    public static Task<T> ShowAsync<T>(IAnsiConsole console, Func<IRunProgress, Task<T>> run) =>
        console.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 16 }, new ElapsedTimeColumn())
            .StartAsync(context => run(new LiveProgress(context, console.Profile.Width)));

    public void Begin(string notebook, int cellCount) => _tasks[notebook] = _context.AddTask(Markup.Escape(notebook), maxValue: cellCount);

    public void Cell(string notebook, int number, string title)
    {
        ProgressTask task = _tasks[notebook];
        if (title.Length > _titleWidth) title = title[..(_titleWidth - 1)] + "…";
        task.Description = Markup.Escape($"{notebook}  cell {number} of {task.MaxValue:0}  {title}");
        task.Value = number - 1;
    }

    public void End(NotebookOutcome outcome)
    {
        if (!_tasks.TryGetValue(outcome.Name, out ProgressTask? task)) return;   // a file that could not be read
        task.Description = Markup.Escape($"{outcome.Name}  {outcome.Status}");
        if (!outcome.IsFailure && !outcome.IsStopped) task.Value = task.MaxValue;
        task.StopTask();
    }
}
