using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The largest whole number not above each element.</summary>
    public static Tensor floor(Tensor input) => Elementary.Rounded<Floor>(input);

    /// <summary>The largest whole number not above each element, in place; returns the tensor.</summary>
    public static Tensor floor_(Tensor input) => InPlace.Apply(input, Elementary.Rounded<Floor>);

    /// <summary>The smallest whole number not below each element.</summary>
    public static Tensor ceil(Tensor input) => Elementary.Rounded<Ceil>(input);

    /// <summary>The smallest whole number not below each element, in place; returns the tensor.</summary>
    public static Tensor ceil_(Tensor input) => InPlace.Apply(input, Elementary.Rounded<Ceil>);

    /// <summary>Each element without its fraction.</summary>
    public static Tensor trunc(Tensor input) => Elementary.Rounded<Trunc>(input);

    /// <summary>Each element without its fraction, in place; returns the tensor.</summary>
    public static Tensor trunc_(Tensor input) => InPlace.Apply(input, Elementary.Rounded<Trunc>);

    /// <summary>Each element without its fraction.</summary>
    public static Tensor fix(Tensor input) => Elementary.Rounded<Trunc>(input);

    /// <summary>Each element without its fraction, in place; returns the tensor.</summary>
    public static Tensor fix_(Tensor input) => InPlace.Apply(input, Elementary.Rounded<Trunc>);

    /// <summary>The fraction of each element, with its sign.</summary>
    public static Tensor frac(Tensor input) => Function.Of<Frac>(input);

    /// <summary>The fraction of each element, with its sign, in place; returns the tensor.</summary>
    public static Tensor frac_(Tensor input) => Function.InPlace<Frac>(input);

    /// <summary>Each element rounded to <paramref name="decimals"/> decimals, halves to the even neighbour.</summary>
    public static Tensor round(Tensor input, long decimals = 0) => Elementary.Rounded(input, decimals);

    /// <summary>Each element rounded to <paramref name="decimals"/> decimals, in place; returns the tensor.</summary>
    public static Tensor round_(Tensor input, long decimals = 0) =>
        InPlace.Apply(input, x => Elementary.Rounded(x, decimals));

    /// <summary>Copies with <paramref name="nan"/> for NaN, <paramref name="posinf"/> for ∞ and <paramref name="neginf"/> for -∞;
    /// null for the largest and smallest number of the type.</summary>
    public static Tensor nan_to_num(Tensor input, double nan = 0.0, double? posinf = null, double? neginf = null) =>
        Elementary.WithoutNaN(input, nan, posinf, neginf);

    /// <summary>Puts <paramref name="nan"/> for NaN, <paramref name="posinf"/> for ∞ and <paramref name="neginf"/> for -∞, in
    /// place; returns the tensor.</summary>
    public static Tensor nan_to_num_(Tensor input, double nan = 0.0, double? posinf = null, double? neginf = null) =>
        InPlace.Apply(input, x => Elementary.WithoutNaN(x, nan, posinf, neginf));
}
