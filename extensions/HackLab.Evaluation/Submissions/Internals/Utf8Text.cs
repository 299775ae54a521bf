using System.Text;
using HackLab.Data;

namespace HackLab.Evaluation.Internals;

/// <summary>Text from bytes that may be anything.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Read(ReadOnlySpan<byte> bytes, string where)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) bytes = bytes[3..];   // the mark that some editors put in front
        try
        {
            string text = Strict.GetString(bytes);
            int bad = text.AsSpan().IndexOfAnyInRange('\0', '\b');
            return bad < 0 ? text : throw Wrong($"the control character {(int)text[bad]} at character {bad + 1}");
        }
        catch (DecoderFallbackException e)
        {
            throw Wrong("bytes that are no UTF-8", e);
        }

        DataFormatException Wrong(string found, Exception? inner = null) =>
            new(where, "text in UTF-8", found, "Save the file as text in UTF-8.", inner: inner);
    }
}
