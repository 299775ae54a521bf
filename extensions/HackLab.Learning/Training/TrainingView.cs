using HackLab.Data.Display;

namespace HackLab.Learning;

/// <summary>How a notebook shows a training while it runs.</summary>
public static class TrainingView
{
    /// <summary>
    /// Draws what was reached so far. Learning draws no figures itself: this is its table of epochs until a library of figures puts
    /// its learning curve here, as HackLab's does when it is loaded.
    /// </summary>
    public static Func<TrainingResult, IRichDisplay> Draw { get; set; } = static result => result;
}
