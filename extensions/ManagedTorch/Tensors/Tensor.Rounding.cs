using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The largest whole number not above each element.</summary>
        public Tensor floor() => Elementary.Rounded<Floor>(this);

        /// <summary>The largest whole number not above each element, in place; returns the tensor.</summary>
        public Tensor floor_() => InPlace.Apply(this, Elementary.Rounded<Floor>);

        /// <summary>The smallest whole number not below each element.</summary>
        public Tensor ceil() => Elementary.Rounded<Ceil>(this);

        /// <summary>The smallest whole number not below each element, in place; returns the tensor.</summary>
        public Tensor ceil_() => InPlace.Apply(this, Elementary.Rounded<Ceil>);

        /// <summary>Each element without its fraction.</summary>
        public Tensor trunc() => Elementary.Rounded<Trunc>(this);

        /// <summary>Each element without its fraction, in place; returns the tensor.</summary>
        public Tensor trunc_() => InPlace.Apply(this, Elementary.Rounded<Trunc>);

        /// <summary>Each element without its fraction.</summary>
        public Tensor fix() => Elementary.Rounded<Trunc>(this);

        /// <summary>Each element without its fraction, in place; returns the tensor.</summary>
        public Tensor fix_() => InPlace.Apply(this, Elementary.Rounded<Trunc>);

        /// <summary>The fraction of each element, with its sign.</summary>
        public Tensor frac() => Function.Of<Frac>(this);

        /// <summary>The fraction of each element, with its sign, in place; returns the tensor.</summary>
        public Tensor frac_() => Function.InPlace<Frac>(this);

        /// <summary>Each element rounded to <paramref name="decimals"/> decimals, halves to the even neighbour.</summary>
        public Tensor round(long decimals = 0) => Elementary.Rounded(this, decimals);

        /// <summary>Each element rounded to <paramref name="decimals"/> decimals, in place; returns the tensor.</summary>
        public Tensor round_(long decimals = 0) => InPlace.Apply(this, x => Elementary.Rounded(x, decimals));

        /// <summary>Copies with <paramref name="nan"/> for NaN, <paramref name="posinf"/> for ∞ and <paramref name="neginf"/> for
        /// -∞; null for the largest and smallest number of the type.</summary>
        public Tensor nan_to_num(double nan = 0.0, double? posinf = null, double? neginf = null) =>
            Elementary.WithoutNaN(this, nan, posinf, neginf);

        /// <summary>Puts <paramref name="nan"/> for NaN, <paramref name="posinf"/> for ∞ and <paramref name="neginf"/> for -∞, in
        /// place; returns the tensor.</summary>
        public Tensor nan_to_num_(double nan = 0.0, double? posinf = null, double? neginf = null) =>
            InPlace.Apply(this, x => Elementary.WithoutNaN(x, nan, posinf, neginf));
    }
}
