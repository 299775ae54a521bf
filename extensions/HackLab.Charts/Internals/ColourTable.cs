namespace HackLab.Charts.Internals;

/// <summary>The colours of each map: 33 of them at even steps, and straight lines between.</summary>
internal static class ColourTable
{
    private static readonly Rgb[] _viridis = Read(
        "440154 470d60 48186a 482374 472d7b 453781 424086 3e4989 3b528b 375b8d 33638d 2f6b8e 2c728e 297a8e 26828e 23898e 21918c "
        + "1f978b 1f9f88 21a685 27ad81 31b57b 3dbc74 4cc26c 5cc863 6ece58 81d34d 95d840 aadc32 c0df25 d5e21a eae51a fde725");

    private static readonly Rgb[] _cividis = Read(
        "00224e 00285b 002e6a 053371 1a386f 273e6e 32436d 3b496c 434e6c 4b546c 535a6d 5a5f6e 61656f 686a71 6f7073 767676 7d7c78 "
        + "838179 8b8778 928d78 9a9376 a29975 aaa073 b3a670 bbad6d c3b369 ccba64 d4c15f ddc858 e6d051 efd748 f8df3c fee838");

    private static readonly Rgb[] _inferno = Read(
        "000004 040312 0b0724 150b37 210c4a 2f0a5b 3d0965 4a0c6b 57106e 64156e 71196e 7d1e6d 8a226a 972766 a32c61 b0315b bc3754 "
        + "c63d4d d04545 da4e3c e35933 eb6429 f1711f f67e14 f98c0a fb9b06 fcaa0f fbba1f f9c932 f5d949 f2e865 f3f586 fcffa4");

    // Both halves end equally dark, and the palette's blue and vermillion lie on them.
    private static readonly Rgb[] _diverging = Read("003f6b 0072b2 67a9d4 bfdcec f5f5f2 f8d3b5 ec9a5a d55e00 7f3300");

    private static readonly Rgb[] _grey = Read("000000 ffffff"), _greyReversed = Read("ffffff 000000");

    /// <summary>The colour at a place from 0 to 1.</summary>
    public static Rgb Of(ColourMap map, double place)
    {
        Rgb[] table = map switch
        {
            ColourMap.Viridis => _viridis,
            ColourMap.Cividis => _cividis,
            ColourMap.Inferno => _inferno,
            ColourMap.Grey => _grey,
            ColourMap.GreyReversed => _greyReversed,
            ColourMap.Diverging => _diverging,
            _ => throw new ArgumentException($"There is no colour map {(int)map}."),
        };
        double at = place * (table.Length - 1);
        int below = Math.Clamp((int)at, 0, table.Length - 2);
        return Rgb.Between(table[below], table[below + 1], at - below);
    }

    private static Rgb[] Read(string colours) => [.. colours.Split(' ').Select(Rgb.Parse)];
}
