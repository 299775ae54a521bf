namespace HackLab.Data;

/// <summary>A sound: samples from -1 to 1, taken so many times a second, in one channel or several.</summary>
public sealed class WavSound
{
    /// <summary>Puts a sound together; the samples are kept, not copied.</summary>
    /// <param name="rate">Samples a second of one channel, at least 1.</param>
    /// <param name="channels">1 to 65,535.</param>
    /// <param name="samples">Shape [length, channels].</param>
    /// <exception cref="ArgumentException">The numbers do not fit together.</exception>
    public WavSound(int rate, int channels, double[] samples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channels, ushort.MaxValue);
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Length % channels != 0) throw new ArgumentException($"{samples.Length} samples are not a whole number for each of {channels} channels.", nameof(samples));
        (Rate, Channels, Samples) = (rate, channels, samples);
    }

    /// <summary>Samples a second of one channel, in Hz.</summary>
    public int Rate { get; }

    /// <summary>How many channels.</summary>
    public int Channels { get; }

    /// <summary>The samples, shape [length, channels]. Shared, not copied.</summary>
    public double[] Samples { get; }

    /// <summary>Samples of one channel.</summary>
    public int Length => Samples.Length / Channels;

    /// <summary>How long it lasts, in seconds.</summary>
    public double Seconds => Length / (double)Rate;

    /// <summary>A copy of one channel.</summary>
    /// <param name="channel">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such channel.</exception>
    /// <example><code>double[] left = Wav.Read("chirp.wav").Channel(0);</code></example>
    public double[] Channel(int channel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(channel);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(channel, Channels);
        var samples = new double[Length];
        for (int i = 0; i < samples.Length; i++) samples[i] = Samples[(i * Channels) + channel];
        return samples;
    }

    /// <summary>Length, rate and channels in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Seconds:0.###} s of sound, {Channels} channel{(Channels == 1 ? "" : "s")} at {Rate} Hz");
}

/// <summary>How a sample is stored.</summary>
public enum WavFormat
{
    /// <summary>8 bits, 0 to 255 about 128.</summary>
    Pcm8,

    /// <summary>16 bits with sign, as on a compact disc.</summary>
    Pcm16,

    /// <summary>24 bits with sign.</summary>
    Pcm24,

    /// <summary>32 bits with sign.</summary>
    Pcm32,

    /// <summary>Single precision.</summary>
    Float32,

    /// <summary>Double precision.</summary>
    Float64,
}
