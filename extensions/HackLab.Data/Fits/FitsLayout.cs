namespace HackLab.Data;

/// <summary>What a header says of the bytes behind it (Standard 4.0, equations 1 and 2, and section 6.1).</summary>
/// <param name="Kind">What they are.</param>
/// <param name="BitPix">Bits of a value: 8, 16, 32, 64 whole numbers, -32, -64 floating-point numbers.</param>
/// <param name="Axes">NAXIS1, NAXIS2, …</param>
/// <param name="Values">How many values the picture has; 0 if there is none.</param>
/// <param name="Bytes">
/// How many bytes, before they are filled up to a multiple of 2880; <see cref="long.MaxValue"/> if more than that.
/// </param>
internal sealed record FitsLayout(FitsHduKind Kind, int BitPix, long[] Axes, long Values, long Bytes)
{
    /// <summary>Reads the mandatory cards.</summary>
    /// <exception cref="FormatException">One is missing or has no such value; the message says which.</exception>
    internal static FitsLayout Of(FitsHeader header, bool primary)
    {
        int bitPix = (int)Mandatory(header, "BITPIX", -64, 64);
        if (bitPix is not (8 or 16 or 32 or 64 or -32 or -64)) throw new FormatException($"BITPIX = {bitPix}");
        var axes = new long[(int)Mandatory(header, "NAXIS", 0, 999)];
        for (int i = 0; i < axes.Length; i++) axes[i] = Mandatory(header, $"NAXIS{i + 1}", 0, long.MaxValue);
        FitsHduKind kind = KindOf(header, primary, axes);
        long parameters = header.Integer("PCOUNT") ?? 0, groups = header.Integer("GCOUNT") ?? 1;
        if (parameters < 0 || groups < 0) throw new FormatException($"PCOUNT = {parameters} and GCOUNT = {groups}");

        bool randomGroups = primary && kind == FitsHduKind.Other;
        long values = axes.Length == 0 ? 0 : 1;
        foreach (long axis in randomGroups ? axes[1..] : axes) values = Times(values, axis);
        long all = Times(groups, values > long.MaxValue - parameters ? long.MaxValue : values + parameters);
        return new FitsLayout(kind, bitPix, axes, kind == FitsHduKind.Image ? values : 0, axes.Length == 0 ? 0 : Times(all, Math.Abs(bitPix) / 8));
    }

    private static FitsHduKind KindOf(FitsHeader header, bool primary, long[] axes) => primary
        ? axes is [0, _, ..] && header.Flag("GROUPS") == true ? FitsHduKind.Other : FitsHduKind.Image
        : header.Text("XTENSION") switch
        {
            "IMAGE" or "IUEIMAGE" => FitsHduKind.Image,
            "BINTABLE" or "A3DTABLE" when header.Flag("ZIMAGE") == true => FitsHduKind.CompressedImage,
            "TABLE" or "BINTABLE" or "A3DTABLE" => FitsHduKind.Table,
            _ => FitsHduKind.Other,
        };

    private static long Mandatory(FitsHeader header, string keyword, long least, long most)
    {
        FitsCard card = header.Find(keyword) ?? throw new FormatException($"no card {keyword}");
        return card.Value is long value && value >= least && value <= most ? value : throw new FormatException($"{keyword} = {card.Value ?? "nothing"}");
    }

    // A product that is too large for the type is too large for any file.
    private static long Times(long a, long b) => a != 0 && b > long.MaxValue / a ? long.MaxValue : a * b;
}
