using System.Globalization;
using System.Numerics;
using System.Text;
using HackLab.Data.Delimited;
using Xunit;

namespace HackLab.Tests.Data;

/// <summary>The oracle is the runtime's parser, which rounds correctly (IEEE 754).</summary>
public sealed class NumberParserTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hacklab-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Random_numbers_of_every_length_and_size_are_the_runtimes_bit_for_bit()
    {
        var random = new Random(11);
        IEnumerable<string> Drawn()
        {
            for (int i = 0; i < 150_000; i++)
            {
                string digits = string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => (char)('0' + random.Next(10))));
                int point = random.Next(digits.Length + 1);
                string number = (random.Next(2) == 0 ? "-" : "") + digits[..point] + "." + digits[point..];
                yield return random.Next(3) switch
                {
                    0 => number,
                    1 => string.Create(CultureInfo.InvariantCulture, $"{number}e{random.Next(-30, 31):+00;-00}"),
                    _ => string.Create(CultureInfo.InvariantCulture, $"{number}E{random.Next(-60, 20)}"),
                };
            }
        }

        Check([.. Drawn()]);
    }

    [Fact]
    public void Floats_as_the_published_sets_print_them_are_read_back()
    {
        var random = new Random(12);
        float[] values = [.. Enumerable.Range(0, 100_000).Select(_ => (float)((random.NextDouble() - 0.5) * Math.Pow(2, random.Next(-70, 70))))];
        string[] texts = [.. values.Select(value => value.ToString("e18", CultureInfo.InvariantCulture))];

        Assert.Equal(values, DelimitedReader.Read(Write(texts)).Values);
        Check(texts);
    }

    [Fact]
    public void Numbers_beside_the_middle_between_two_neighbours_are_rounded_to_the_right_one()
    {
        var random = new Random(13);
        var texts = new List<string>();
        for (int i = 0; i < 8_000; i++)
        {
            float value = (float)((random.NextDouble() + 0.5) * Math.Pow(2, random.Next(-30, 40)));
            // Exact: a float's neighbour and their middle have few enough bits for a decimal.
            BigInteger twice = (BigInteger)Math.ScaleB((double)value, 60) + (BigInteger)Math.ScaleB((double)MathF.BitIncrement(value), 60);
            for (int off = -1; off <= 1; off++) texts.Add(Decimal((twice * BigInteger.Pow(10, 3)) + off, 61, 3));
            texts.Add(Decimal(twice * 1000, 61, 3)[..Math.Min(20, Decimal(twice * 1000, 61, 3).Length)]);
            double wide = BitConverter.Int64BitsToDouble(random.NextInt64(0x3FF0000000000000, 0x4340000000000000));
            texts.Add(wide.ToString("E16", CultureInfo.InvariantCulture));
            texts.Add(wide.ToString("E17", CultureInfo.InvariantCulture));
            texts.Add(wide.ToString("E18", CultureInfo.InvariantCulture));
        }
        Check([.. texts]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-0.000e+00")]
    [InlineData("16777217")]
    [InlineData("16777219")]
    [InlineData("9007199254740993")]
    [InlineData("9007199254740993.0000001")]
    [InlineData("18446744073709551615")]
    [InlineData("18446744073709551616")]
    [InlineData("9999999999999999999e22")]
    [InlineData("0.00000000000000000000000000000000000001")]
    [InlineData("1.1754942807573643e-38")]
    [InlineData("1.4e-45")]
    [InlineData("7.006492321624085e-46")]
    [InlineData("7.006492321624086e-46")]
    [InlineData("3.4028235677973366e37")]
    [InlineData("2.2250738585072011e-38")]
    [InlineData("6.9294956446009195e15")]
    [InlineData("8.10109172351e-10")]
    [InlineData("0.500000000000000166533453693773481063544750213623046875")]
    [InlineData("5.")]
    [InlineData(".5")]
    [InlineData("+3")]
    [InlineData("1e-99999999999")]
    [InlineData("00000000000000000000000001.5")]
    public void Known_hard_numbers_are_the_runtimes(string text) => Check([text]);

    private void Check(string[] texts)
    {
        string path = Write(texts);
        float[] floats = DelimitedReader.Read(path).Values;
        double[] doubles = DelimitedReader.Read<double>(path).Values;
        Assert.Equal((texts.Length, texts.Length), (floats.Length, doubles.Length));
        for (int i = 0; i < texts.Length; i++)
        {
            float single = float.Parse(texts[i], CultureInfo.InvariantCulture);
            double twofold = double.Parse(texts[i], CultureInfo.InvariantCulture);
            Assert.True(BitConverter.SingleToUInt32Bits(single) == BitConverter.SingleToUInt32Bits(floats[i]), $"{texts[i]}: {floats[i]:G9} is not {single:G9}");
            Assert.True(BitConverter.DoubleToUInt64Bits(twofold) == BitConverter.DoubleToUInt64Bits(doubles[i]), $"{texts[i]}: {doubles[i]:G17} is not {twofold:G17}");
        }
    }

    // numerator / 2^twos / 10^tens, written out.
    private static string Decimal(BigInteger numerator, int twos, int tens)
    {
        string digits = (numerator * BigInteger.Pow(5, twos)).ToString(CultureInfo.InvariantCulture).PadLeft(twos + tens + 1, '0');
        return digits[..^(twos + tens)] + "." + digits[^(twos + tens)..].TrimEnd('0');
    }

    private string Write(IEnumerable<string> lines)
    {
        string path = Path.Combine(_folder, "numbers.csv");
        File.WriteAllText(path, string.Join('\n', lines), new UTF8Encoding(false));
        return path;
    }
}
