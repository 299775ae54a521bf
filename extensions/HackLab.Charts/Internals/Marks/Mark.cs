namespace HackLab.Charts.Internals.Marks;

/// <summary>Something drawn inside a panel's axes.</summary>
internal abstract record Mark
{
    /// <summary>Draws it in pixels.</summary>
    public abstract void Draw(SvgWriter svg, Projection to);
}
