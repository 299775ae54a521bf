using System.Globalization;
using System.Text;
using HackLab.Simulation.PrintedPages;

namespace HackLab.Data.Renaissance;

/// <summary>The part of the card that tells how pages are simulated; its facts are counted from the sample.</summary>
internal static class RenaissanceCard
{
    internal static string Make()
    {
        TextLines sample = RenaissanceSample.Load();
        PrintMeasures print = PrintMeasures.Of(sample);
        PrintOptions options = new();
        var card = new StringBuilder();
        card.Append(CultureInfo.InvariantCulture, $"""
            ## How the pages are made

            - **Text**: sentences without sense, a chain of phrases (one state of a Markov chain per kind of phrase) from lists of common
              Spanish words in the spelling of the time, the earlier words of a list more often.
            - **Spelling in type**: long ſ but at a word's end, v at a word's beginning and u within, `à` now and then for a lone `a`; where
              possible, in {options.Abbreviations:P0} of cases, a line over a vowel for the n after it and q with a line for que. The transcription
              has s, u and v by sound, n written out, and q for q with a line. So text and image fit exactly.
            - **Letters**: {StrokeAlphabet.Default.Symbols.Count} symbols drawn along centre lines by a broad nib at 20°: width = thin + (thick − thin)·abs(sin(direction − 20°)), x-height
              12 pixels. No font is part of it. `CutAlphabet` takes letters out of given pages instead.
            - **Setting**: {PageSimulator.Lines} justified lines of {options.LineWidth} pixels, {options.LinePitch} apart; words break at syllables, {options.MissingHyphens:P0} of them without a hyphen.
            - **Print**: letters a pixel high or low, uneven ink (standard deviation {options.Unevenness}), worn edges ({options.Wear}), spread to
              neighbouring pixels ({options.InkSpread} each), bent sheet ({options.Warp} pixel), the other side shining through ({options.BleedThrough}), patches, noise ({options.Noise}).

            ## What is left out

            Ligatures (ct, st, ſſ as one sort), italic notes in the margin, initials and ornaments, stains and wormholes, the shadow of the fold,
            compression by JPEG 2000; sense: neighbouring words say little about each other, so a language model learns less than from a book.

            ## Facts counted from the sample

            | | |
            |---|---|
            | lines | {sample.Count} |
            | characters | {sample.Lines.Sum(line => line.Text.Length):N0}, {sample.Alphabet.Count} different |
            | words | {sample.Lines.Sum(line => line.Text.Split(' ').Length):N0} |
            | image | {sample.Height} × {sample.MaxWidth} pixels, 32 levels of grey |
            | dark pixels | {print.InkShare:P1} |
            | stroke along a row, mean | {print.StrokeWidth:F2} pixels |
            | character, mean with blanks | {print.CharacterWidth:F1} pixels |

            """);
        return card.ToString().ReplaceLineEndings("\n");
    }
}
