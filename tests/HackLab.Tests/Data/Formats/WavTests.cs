#pragma warning disable xUnit1051 // the files are so small that nobody would stop their reading
using FsCheck;
using FsCheck.Fluent;
using HackLab.Data;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Data.Formats;

public sealed class WavTests : IDisposable
{
    private static readonly Dictionary<string, byte[]> Sounds = ReferenceFiles.Archive("sounds.zip");

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("pcm8")]
    [InlineData("pcm16")]
    [InlineData("pcm24")]
    [InlineData("pcm32")]
    [InlineData("float32")]
    [InlineData("float64")]
    public void Every_kind_of_sample_that_scipy_wrote_is_read(string kind)
    {
        WavSound sound = Wav.Read(_folder.Write("a.wav", Sounds[kind + ".wav"]));
        Assert.Equal((4096, 2, 7), (sound.Rate, sound.Channels, sound.Length));
        Assert.Equal(Enumerable.Range(0, 7).Select(i => ((i * 3) + 1 - 6) / 16.0), sound.Channel(1));
        Assert.Equal(7 / 4096.0, sound.Seconds);
        Assert.Throws<ArgumentOutOfRangeException>(() => sound.Channel(2));
    }

    [Fact]
    public void Any_sound_is_read_back_as_it_was_written()
    {
        Gen<(WavFormat, WavSound)> sounds = from format in Gen.Elements(Enum.GetValues<WavFormat>())
                                            from channels in Gen.Choose(1, 3)
                                            from length in Gen.Choose(0, 20)
                                            from numbers in Gen.Choose(int.MinValue, int.MaxValue).ArrayOf(length * channels)
                                            let bits = format switch { WavFormat.Pcm8 => 8, WavFormat.Pcm16 => 16, WavFormat.Pcm24 or WavFormat.Float32 => 24, _ => 32 }
                                            select (format, new WavSound(48_000, channels, [.. numbers.Select(n => (n >> (32 - bits)) / Math.ScaleB(1, bits - 1))]));
        Prop.ForAll(sounds.ToArbitrary(), pair =>
        {
            Wav.Write(_folder.PathOf("a.wav"), pair.Item2, pair.Item1);
            WavSound read = Wav.Read(_folder.PathOf("a.wav"));
            Assert.Equal(pair.Item2.Samples, read.Samples);
            Assert.Equal(pair.Item2.ToString(), read.ToString());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Samples_of_three_bytes_are_read_over_the_borders_of_blocks()
    {
        var samples = new double[1_500_001];
        for (int i = 0; i < samples.Length; i++) samples[i] = ((i % 16_000_000) - 8_000_000) / 8_388_608.0;
        Wav.Write(_folder.PathOf("a.wav"), new WavSound(8000, 1, samples), WavFormat.Pcm24);
        Assert.Equal(samples, Wav.Read(_folder.PathOf("a.wav")).Samples);
    }

    [Fact]
    public void What_is_too_loud_is_cut_and_what_is_no_number_refused()
    {
        Wav.Write(_folder.PathOf("a.wav"), new WavSound(8000, 1, [-7, -1, 1, double.PositiveInfinity]));
        Assert.Equal([-1, -1, 32_767 / 32_768.0, 32_767 / 32_768.0], Wav.Read(_folder.PathOf("a.wav")).Samples);
        Assert.Throws<ArgumentException>(() => Wav.Write(_folder.PathOf("a.wav"), new WavSound(8000, 1, [double.NaN])));
    }

    [Theory]
    [InlineData(0, 0x20, "begins with RIFF")]
    [InlineData(20, 0x55, "format 85 with 16 bits")]
    [InlineData(22, 0, "0 channels")]
    [InlineData(32, 5, "5 bytes")]
    [InlineData(34, 12, "format 1 with 12 bits")]
    [InlineData(40, 0xFF, "255 bytes")]
    [InlineData(43, 0x7F, "2,130,706")]
    public void A_bad_byte_is_refused_with_the_reason(int at, byte value, string reason)
    {
        byte[] bytes = [.. Sounds["pcm16.wav"]];
        bytes[at] = value;
        Assert.Contains(reason, Assert.Throws<DataFormatException>(() => Wav.Read(_folder.Write("a.wav", bytes))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_files_give_data_or_a_DataFormatException() =>
        MutatedFiles.Read([.. Sounds.Values], path => Assert.True(Wav.Read(path).Samples.Length >= 0), ".wav");
}
