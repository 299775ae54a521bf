using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels;

public sealed class CpuGeneratorTests
{
    /// <summary>The 10,000th number of the engine seeded with 5489 is fixed by the C++ standard, [rand.predef].</summary>
    [Fact]
    public void The_engine_gives_the_number_that_the_cpp_standard_asks_for()
    {
        var engine = new Mt19937(5489);
        uint last = 0;
        for (int i = 0; i < 10_000; i++)
        {
            last = engine.Draw();
        }
        Assert.Equal(4123659995u, last);
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(623), InlineData(624), InlineData(625), InlineData(2000)]
    public void Draws_in_blocks_are_the_single_draws(int skipped)
    {
        var (single, block) = (new Mt19937(3), new Mt19937(3));
        for (int i = 0; i < skipped; i++)
        {
            Assert.Equal(single.Draw(), block.Draw());
        }
        for (int done = 0; done < 3000;)
        {
            foreach (uint word in block.Draw(1 + done % 700))
            {
                Assert.Equal(single.Draw(), word);
                done++;
            }
        }
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(7), InlineData(311), InlineData(312), InlineData(5000)]
    public void A_restored_state_continues_with_the_same_numbers_and_the_kept_normal(int calls)
    {
        var generator = new CpuGenerator(11);
        var numbers = new double[calls];
        Samplers.NormalSerial(generator, numbers, 0, 1);
        byte[] state = generator.GetState();
        double[] expected = new double[1000], actual = new double[1000];
        Samplers.NormalSerial(generator, expected, 0, 1);

        var other = new CpuGenerator();
        other.SetState(state);
        Assert.Equal(state, other.GetState());
        Samplers.NormalSerial(other, actual, 0, 1);

        Assert.Equal(expected, actual);
        Assert.Equal(11ul, other.Seed);
    }

    [Fact]
    public void Seeding_forgets_the_kept_normal()
    {
        var generator = new CpuGenerator(4);
        float[] first = new float[3], second = new float[3];
        Samplers.Normal(generator, first);
        Assert.NotNull(generator.NextNormal);
        generator.ManualSeed(4);
        Samplers.Normal(generator, second);
        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData(5055, -1, 0), InlineData(5056, 8, 0), InlineData(5056, 8, 200)]
    [InlineData(5056, 12, 0), InlineData(5056, 23, 128)]
    public void A_broken_state_is_refused_and_changes_nothing(int length, int brokenAt, byte value)
    {
        var generator = new CpuGenerator(1);
        generator.Random();
        byte[] before = generator.GetState();
        byte[] broken = before[..length];
        if (brokenAt >= 0)
        {
            broken[brokenAt] = value;
        }
        Assert.Throws<ArgumentException>(() => generator.SetState(broken));
        Assert.Equal(before, generator.GetState());
    }

    [Fact]
    public void Zero_weights_are_never_picked_before_the_others_are_used_up()
    {
        var generator = new CpuGenerator(8);
        var picks = new long[3];
        for (int round = 0; round < 200; round++)
        {
            Samplers.Multinomial<float>(generator, [0, 1, 0, 2, 5, 0], picks, replacement: false);
            Assert.Equal([1, 3, 4], picks.Order());
            Samplers.Multinomial<float>(generator, [0, 1, 0, 2, 5, 0], picks, replacement: true);
            Assert.All(picks, pick => Assert.Contains(pick, (long[])[1, 3, 4]));
        }
    }

    [Theory]
    [InlineData(0, 0), InlineData(1, 1)]
    public void Bernoulli_with_certain_outcome_gives_it_always(double p, byte expected)
    {
        var x = new byte[10_000];
        Samplers.Bernoulli<byte>(new CpuGenerator(9), x, p);
        Assert.All(x, value => Assert.Equal(expected, value));
    }
}
