using TorchSharp.Loops;
using TorchSharp.Operators;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Pointwise;

/// <summary>The operations of pointwise.json, by the names that its script gives them.</summary>
internal static class OperationTable
{
    public static readonly Dictionary<string, Func<Tensor, Tensor>> Unary = new()
    {
        ["abs"] = x => x.abs(), ["neg"] = x => x.neg(), ["exp"] = x => x.exp(), ["exp2"] = x =>
            x.exp2(), ["expm1"] = x => x.expm1(),
        ["log"] = x => x.log(), ["log1p"] = x => x.log1p(), ["log2"] = x => x.log2(), ["log10"] = x =>
            x.log10(), ["sqrt"] = x => x.sqrt(),
        ["rsqrt"] = x => x.rsqrt(), ["square"] = x => x.square(), ["reciprocal"] = x => x.reciprocal(), ["sin"] = x => x.sin(),
        ["cos"] = x => x.cos(), ["tan"] = x => x.tan(), ["asin"] = x => x.asin(), ["acos"] = x =>
            x.acos(), ["atan"] = x => x.atan(),
        ["sinh"] = x => x.sinh(), ["cosh"] = x => x.cosh(), ["tanh"] = x => x.tanh(), ["asinh"] = x =>
            x.asinh(), ["acosh"] = x => x.acosh(),
        ["atanh"] = x => x.atanh(), ["sigmoid"] = x => x.sigmoid(), ["erf"] = x => x.erf(), ["erfc"] = x => x.erfc(),
        ["erfinv"] = x => x.erfinv(), ["floor"] = x => x.floor(), ["ceil"] = x => x.ceil(), ["round"] = x => x.round(),
        ["trunc"] = x => x.trunc(), ["frac"] = x => x.frac(), ["sign"] = x => x.sign(), ["signbit"] = x => x.signbit(),
        ["relu"] = x => x.relu(), ["isnan"] = x => x.isnan(), ["isfinite"] = x => x.isfinite(), ["isinf"] = x => x.isinf(),
        ["isposinf"] = x => x.isposinf(), ["isneginf"] = x => x.isneginf(), ["logical_not"] = x => x.logical_not(),
        ["nan_to_num"] = x => x.nan_to_num(), ["bitwise_not"] = x => ~x, ["sinc"] = x => x.sinc(), ["deg2rad"] = x => x.deg2rad(),
        ["logit"] = x => x.logit(), ["round2"] = x => x.round(2), ["round-1"] = x => x.round(-1), ["nan_to_num3"] = x =>
            x.nan_to_num(1, 2, 3),
        ["logit_eps"] = x => x.logit(0.1), ["pow2"] = x => x.pow(2), ["pow3"] = x => x.pow(3), ["pow0.5"] = x => x.pow(0.5),
        ["pow-1"] = x => x.pow(-1.0), ["pow1.7"] = x => x.pow(1.7), ["pow0"] = x => x.pow(0), ["2pow"] = x => Powers.Power(2, x),
        ["clamp"] = x => x.clamp(-1, 2), ["clamp_float"] = x => x.clamp(min: (TorchSharp.Scalar)0.5), ["clamp_max"] = x =>
            x.clamp_max(1),
        ["add1.5"] = x => x + 1.5, ["eq1"] = x => x == 1, ["ge0.5"] = x => x >= 0.5, ["lt2"] = x => (TorchSharp.Scalar)2 > x,
        ["div_floor2"] = x => x.div(2, RoundingMode.floor), ["div_trunc"] = x =>
            x.div(-2, RoundingMode.trunc), ["remainder3"] = x => x % 3,
        ["fmod3"] = x => x.fmod(3), ["masked_fill"] = x => x.masked_fill(x > 1, 5), ["relu6"] = x => x.relu6(),
        ["leaky_relu"] = x => x.leaky_relu(0.1), ["elu"] = x => x.elu(1.5), ["selu"] = x => x.selu(), ["celu"] = x => x.celu(2.0),
        ["gelu"] = x => x.gelu(), ["gelu_tanh"] = x => Activations.Gelu(x, tanh: true), ["silu"] = x =>
            x.silu(), ["mish"] = Activations.Mish,
        ["softplus"] = x => x.softplus(2, 5), ["hardtanh"] = x => x.hardtanh(-1, 1), ["hardsigmoid"] = x => x.hardsigmoid(),
        ["hardswish"] = x => x.hardswish(), ["softsign"] = x => Function.Of<Softsign>(x), ["tanhshrink"] = x =>
            Function.Of<Tanhshrink>(x),
        ["logsigmoid"] = x => x.log_sigmoid(), ["threshold"] = x => x.threshold(0.5, -7),
        ["softshrink"] = x => Function.Of<Softshrink>(x, new Numbers(0.4)), ["hardshrink"] = x =>
            Function.Of<Hardshrink>(x, new Numbers(0.4)),
    };

    public static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Binary = new()
    {
        ["add"] = (a, b) => a + b, ["sub"] = (a, b) => a - b, ["mul"] = (a, b) => a * b, ["div"] = (a, b) =>
            a / b, ["pow"] = (a, b) => a.pow(b),
        ["maximum"] = (a, b) => a.maximum(b), ["minimum"] = (a, b) => a.minimum(b), ["fmax"] = (a, b) =>
            a.fmax(b), ["fmin"] = (a, b) => a.fmin(b),
        ["atan2"] = (a, b) => a.atan2(b), ["fmod"] = (a, b) => a.fmod(b), ["remainder"] = (a, b) =>
            a % b, ["eq"] = (a, b) => a == b,
        ["ne"] = (a, b) => a != b, ["lt"] = (a, b) => a < b, ["le"] = (a, b) => a <= b, ["gt"] = (a, b) =>
            a > b, ["ge"] = (a, b) => a >= b,
        ["logical_and"] = (a, b) => a.logical_and(b), ["logical_or"] = (a, b) => a.logical_or(b), ["logical_xor"] = (a, b) =>
            a.logical_xor(b),
        ["bitwise_and"] = (a, b) => a & b, ["bitwise_or"] = (a, b) => a | b, ["bitwise_xor"] = (a, b) =>
            a ^ b, ["hypot"] = (a, b) => a.hypot(b),
        ["xlogy"] = (a, b) => a.xlogy(b), ["logaddexp"] = (a, b) => a.logaddexp(b), ["copysign"] = (a, b) => a.copysign(b),
        ["isclose"] = (a, b) => a.isclose(b), ["floor_divide"] = (a, b) => a.floor_divide(b), ["trunc_divide"] = (a, b) =>
            a.div(b, RoundingMode.trunc),
        ["where"] = (a, b) => where(a > b, a, b), ["clamp_tensor"] = (a, b) => a.clamp(b, b + 1), ["addcmul"] = (a, b) =>
            a.addcmul(a, b, 0.5),
        ["addcdiv"] = (a, b) => a.addcdiv(a, b, 0.5), ["lerp"] = (a, b) => a.lerp(b, a), ["add_alpha"] = (a, b) => a.add(b, 2),
        ["prelu"] = (a, b) => a.prelu(b),
    };

    public static readonly Dictionary<string, Func<Tensor, Tensor>> Reductions = new()
    {
        ["sum"] = x => x.sum(), ["sum0"] = x => x.sum(0L), ["sum-1k"] = x => x.sum(-1, keepdim: true), ["sum02"] = x =>
            x.sum([0, -1]),
        ["sum_double"] = x => x.sum(ScalarType.Float64), ["mean"] = x => x.mean(), ["mean0"] = x => x.mean([0]),
        ["mean1"] = x => x.mean([-1], keepdim: true), ["var"] = x => x.var(), ["var0"] = x => x.var(0L), ["var-1"] = x =>
            x.var(-1L, unbiased: false),
        ["std"] = x => x.std(), ["std0k"] = x => x.std(0L, keepdim: true), ["prod"] = x => x.prod(), ["prod0"] = x => x.prod(0L),
        ["prod-1"] = x => x.prod(-1L), ["max"] = x => x.max(), ["min"] = x => x.min(), ["max0v"] = x => x.max(0L).values,
        ["max0i"] = x => x.max(0L).indexes, ["max-1v"] = x => x.max(-1L, keepdim: true).values, ["max-1i"] = x =>
            x.max(-1L).indexes,
        ["min0v"] = x => x.min(0L).values, ["min-1i"] = x => x.min(-1L).indexes, ["amax0"] = x => x.amax(0L), ["amin"] = x =>
            x.amin(0L, -1L),
        ["argmax"] = x => x.argmax(), ["argmax0"] = x => x.argmax(0), ["argmin-1"] = x =>
            x.argmin(-1, keepdim: true), ["norm"] = x => x.norm(),
        ["norm1"] = x => x.norm(1f), ["norm3"] = x => x.norm(3f), ["norminf0"] = x => x.norm(0, p: float.PositiveInfinity),
        ["norm2-1"] = x => x.norm(-1, keepdim: true), ["norm0"] = x => x.norm(0f), ["median"] = x => x.median(),
        ["logsumexp0"] = x => x.logsumexp(0), ["logsumexp-1"] = x => x.logsumexp(-1, keepdim: true), ["cumsum0"] = x =>
            x.cumsum(0),
        ["cumsum-1"] = x => x.cumsum(-1), ["cumprod0"] = x => x.cumprod(0), ["cumprod-1"] = x =>
            x.cumprod(-1), ["all"] = x => x.all(),
        ["any"] = x => x.any(), ["all0"] = x => x.all(0), ["any-1"] = x => x.any(-1, keepdim: true), ["count_nonzero"] = x =>
            x.count_nonzero(),
        ["count_nonzero0"] = x => x.count_nonzero([0]), ["nansum"] = x => x.nansum(), ["nanmean"] = x =>
            x.nanmean(), ["nanmean0"] = x => x.nanmean(0),
        ["softmax0"] = x => x.softmax(0), ["softmax-1"] = x => x.softmax(-1), ["log_softmax0"] = x => x.log_softmax(0),
        ["log_softmax-1"] = x => x.log_softmax(-1),
    };

    /// <summary>The operation on one tensor or two.</summary>
    public static Tensor Apply(string name, Tensor[] x) => x.Length == 2 ? Binary[name](x[0], x[1])
        : Unary.TryGetValue(name, out Func<Tensor, Tensor>? unary) ? unary(x[0])
        : Reductions[name](x[0]);
}
