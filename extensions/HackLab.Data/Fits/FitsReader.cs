using System.Globalization;
using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>Goes through a FITS file unit by unit: blocks of 2880 bytes, first the header's, then those of the data.</summary>
internal static class FitsReader
{
    internal const int Block = 2880;

    // The longest headers seen have some thousand cards; beyond half a million a file is damaged or made to fill the memory.
    private const int MostCards = 500_000;

    internal static FitsFile Read(InputFile file, bool firstImageOnly, CancellationToken cancellation)
    {
        var hdus = new List<FitsHdu>();
        while (ReadHeader(file, hdus.Count, cancellation) is { } header)
        {
            FitsHdu hdu = ReadData(file, header, hdus.Count, cancellation);
            hdus.Add(hdu);
            if (firstImageOnly && hdu.Image is not null) break;
        }
        file.Finish();
        return new FitsFile(file.Path, hdus);
    }

    // Null where the file ends.
    private static FitsHeader? ReadHeader(InputFile file, int index, CancellationToken cancellation)
    {
        var block = new byte[Block];
        var cards = new FitsCardReader();
        for (bool first = true, more = true; more; first = false)
        {
            cancellation.ThrowIfCancellationRequested();
            long from = file.Position;
            int read = file.ReadSome(block);
            if (first && index > 0 && !block.AsSpan(0, read).ContainsAnyExcept((byte)0, (byte)' ')) return null;
            if (first) CheckStart(file, block.AsSpan(0, read), index, from);
            if (read < Block)
                throw file.Bad($"a header in blocks of {Block} bytes that ends with END", $"{read} bytes from byte {from:N0} on", "The file is cut off: fetch it again.");
            for (int at = 0; more && at < Block; at += FitsCardReader.Length)
            {
                more = AddCard(file, cards, block.AsSpan(at, FitsCardReader.Length), from + at);
            }
            if (cards.Cards.Count > MostCards) throw file.Bad($"a header of at most {MostCards:N0} cards", "more", "Is this a FITS file?");
        }
        return new FitsHeader(cards.Cards);
    }

    private static void CheckStart(InputFile file, ReadOnlySpan<byte> block, int index, long from)
    {
        if (index == 0 ? block.StartsWith("SIMPLE  ="u8) : block.StartsWith("XTENSION="u8)) return;
        throw index == 0
            ? file.Bad("a FITS file, which begins with SIMPLE", block.IsEmpty ? "an empty file" : "something else", "Is this the right file? A web page that was saved instead?")
            : file.Bad($"the end of the file or XTENSION at byte {from:N0}", "something else", "The header before it states a wrong size, or the file is damaged: fetch it again.");
    }

    private static bool AddCard(InputFile file, FitsCardReader cards, ReadOnlySpan<byte> card, long at)
    {
        try
        {
            return cards.Add(card);
        }
        catch (FormatException e)
        {
            throw file.Bad($"a header card at byte {at:N0}", e.Message, "The file is damaged, or the header has no END: fetch it again.");
        }
    }

    private static FitsHdu ReadData(InputFile file, FitsHeader header, int index, CancellationToken cancellation)
    {
        string unit = string.Create(CultureInfo.InvariantCulture, $"unit {index}");
        if (index == 0 && header.Flag("SIMPLE") != true) throw file.Bad("SIMPLE = T", "a file that says of itself that it breaks the standard", "Ask who made it.");
        FitsLayout layout;
        try
        {
            layout = FitsLayout.Of(header, index == 0);
        }
        catch (FormatException e)
        {
            throw file.Bad($"a header of {unit} that states the size of its data", e.Message);
        }
        file.Require(layout.Bytes, $"data of {unit}");
        NdArray? image = null;
        long start = file.Position;
        if (layout.Values > 0)
        {
            if (layout.Values > Array.MaxLength) throw file.Bad($"at most {Array.MaxLength:N0} values in {unit}", $"{layout.Values:N0}", "Cut it into parts.");
            image = new NdArray(FitsPixels.Read(file, header, layout, unit, cancellation), [.. layout.Axes.Reverse().Select(axis => (int)axis)]);
        }
        long end = start + layout.Bytes;
        file.Skip(end - file.Position, $"data of {unit}");
        // Many writers leave out the filling of the last block, and nothing is lost with it.
        Span<byte> filling = stackalloc byte[Block];
        file.ReadSome(filling[..(int)((Block - (layout.Bytes % Block)) % Block)]);
        return new FitsHdu(index, layout.Kind, header, image);
    }
}
