using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>dropout(softmax(q·kᵀ/√E + mask))·v; second derivatives are not offered.</summary>
            /// <param name="query">(…, L, E).</param> <param name="key">(…, S, E).</param> <param name="value">(…, S, V).</param>
            /// <param name="attn_mask">Broadcasts to (…, L, S): numbers to add to the scores, or true for pairs that may
            /// meet.</param>
            /// <param name="p">Probability of dropping a weight.</param>
            /// <param name="is_casual">Whether a query sees only keys that are not later.</param>
            /// <returns>(…, L, V).</returns>
            /// <exception cref="ArgumentException">The shapes or types do not fit, or a mask is given with is_casual.</exception>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false) =>
                ScaledAttention.Attend(query, key, value, attn_mask, p, is_casual);
        }
    }
}
