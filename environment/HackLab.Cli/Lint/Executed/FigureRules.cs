namespace HackLab.Cli.Lint.Executed;

/// <summary>Every figure of a lesson can be read, also by those who cannot see it.</summary>
internal static class FigureRules
{
    public static IEnumerable<RunRule> All =>
        [new("shows_figures_that_are_finite_labelled_described_and_small", (first, _) => AreReadable(first))];

    /// <summary>The figures that a cell shows.</summary>
    public static IEnumerable<SvgFigure> Of(LessonCell cell) =>
        cell.Outputs.SelectMany(output => output.Data).Where(entry => entry.Key is "text/html" or "image/svg+xml")
            .SelectMany(entry => SvgFigure.In(entry.Value));

    private static IEnumerable<Complaint> AreReadable(ExecutedLesson run) =>
        from cell in run.Notebook?.Code ?? []
        from figure in Of(cell)
        from fault in figure.Complaints().Distinct()
        select new Complaint($"a figure: {fault}",
            "Give it what is missing where it is made: title, xLabel, yLabel with units, fewer points.", cell);
}
