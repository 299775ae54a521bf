namespace HackLab.Charts.Internals;

/// <summary>Turns values into pixels: the rectangle of a panel's plot area and its two axes.</summary>
internal sealed record Projection(double Left, double Top, double Width, double Height, Axis XAxis, Axis YAxis)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double X(double value) => Left + (Width * XAxis.Place(value));

    public double Y(double value) => Bottom - (Height * YAxis.Place(value));
}
