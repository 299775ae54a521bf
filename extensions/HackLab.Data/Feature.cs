namespace HackLab.Data;

/// <summary>One column of a data set: what it is called, what it measures and in which unit.</summary>
/// <param name="Name">
/// Its name in the file's header and in <see cref="TabularData.Column(string)"/>, for example <c>m_bb</c>.
/// </param>
/// <param name="Unit">The unit of its values, for axis labels; empty if it has none.</param>
/// <param name="Description">One plain sentence: what a value of it means.</param>
/// <param name="Group">The family it belongs to, for example <c>low-level</c>; empty if there are no families.</param>
public sealed record Feature(string Name, string Unit = "", string Description = "", string Group = "")
{
    /// <summary>The text for an axis: the name, and the unit in brackets if there is one, as in <c>m_bb [× mean]</c>.</summary>
    public string AxisLabel => Unit.Length == 0 ? Name : $"{Name} [{Unit}]";
}
