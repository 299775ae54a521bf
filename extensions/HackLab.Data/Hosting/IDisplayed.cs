namespace HackLab.Data.Hosting;

/// <summary>A value on the screen that can be replaced, for example a growing curve.</summary>
public interface IDisplayed
{
    /// <summary>Shows another value in its place.</summary>
    /// <param name="value">Anything that can be displayed.</param>
    void Update(object value);
}
