using System.Globalization;
using HackLab.Data;
using HackLab.Data.Nmr;
using HackLab.Simulation.SpinEcho;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Data.Nmr;

public sealed class NmrDatasetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hacklab-nmr-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_embedded_samples_are_what_the_simulator_makes()
    {
        Assert.All(Datasets.Nmr.Samples, sample => Assert.True(sample.IsCurrent(), $"{sample.Path} is out of date: dotnet run datasets/generate.cs (twice), and commit it."));
        Assert.Equal(2, Datasets.Nmr.Samples.Count);
    }

    [Theory]
    [InlineData(SpinCoupling.Gaussian), InlineData(SpinCoupling.Rkky)]
    public void The_sample_holds_simulated_echoes_to_five_digits(SpinCoupling coupling)
    {
        SpinEchoes sample = Datasets.Nmr.Load(Size.Sample, coupling), made = Datasets.Nmr.Load(Size.Simulated(10, NmrSample.Seed), coupling);
        Assert.Equal((256, 471, 471 * 256), (sample.Count, sample.Samples, sample.Real.Length));
        Assert.Equal(made.Targets, sample.Take(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).Targets);
        for (int i = 0; i < made.Real.Length; i++)
        {
            Assert.Equal(made.Real[i], sample.Real[i], 8e-6f);
            Assert.Equal(made.Imag[i], sample.Imag[i], 8e-6f);
        }
        Assert.All(sample.Target("alpha"), alpha => Assert.InRange(alpha, 0.001f, 22));
        Assert.All(sample.Target("xi"), xi => Assert.InRange(xi, 1, 70));
        Assert.All(sample.Target("d"), d => Assert.InRange(d, 3, 7));
    }

    [Fact]
    public void The_second_pulse_is_at_index_157_and_the_echo_near_314()
    {
        SpinEchoes echoes = Datasets.Nmr.Load(Size.Sample);
        // The pulse turns y over, so the y component jumps there, and nowhere else.
        double[] jump = new double[echoes.Samples], size = new double[echoes.Samples];
        for (int i = 0; i < echoes.Count; i++)
        {
            for (int t = 1; t < echoes.Samples; t++)
            {
                jump[t] += Math.Abs(echoes.Imag[(i * 471) + t] - echoes.Imag[(i * 471) + t - 1]);
                size[t] += Math.Sqrt(Math.Pow(echoes.Real[(i * 471) + t], 2) + Math.Pow(echoes.Imag[(i * 471) + t], 2));
            }
        }
        Assert.Equal(157, Array.IndexOf(jump, jump.Max()));
        Assert.InRange(Array.IndexOf(size, size.Skip(200).Max()), 290, 345);
        Assert.Equal(0, echoes.Times[0]);
        Assert.Equal(49.97f, echoes.Times[157], 0.01f);   // τ = 50 µs
    }

    [Fact]
    public void More_echoes_begin_with_the_same_ones_and_another_seed_gives_others()
    {
        SpinEchoes few = Datasets.Nmr.Load(Size.Simulated(5, 3)), many = Datasets.Nmr.Load(Size.Simulated(70, 3)), others = Datasets.Nmr.Load(Size.Simulated(5, 4));
        Assert.Equal(few.Real, many.Real[..few.Real.Length]);
        Assert.Equal(few.Targets!, many.Targets![..15]);
        Assert.NotEqual(few.Targets, others.Targets);
    }

    [Theory]
    [InlineData(SpinCoupling.Gaussian, "gauss"), InlineData(SpinCoupling.Rkky, "RKKY")]
    public void Written_files_have_the_names_of_the_challenge_and_give_the_same_echoes(SpinCoupling coupling, string prefix)
    {
        SpinEchoes sample = Datasets.Nmr.Load(Size.Sample, coupling), model = sample.Take(0, 1, 2), evaluation = sample.Take(3, 4);
        string truth = Path.Combine(_folder, "truth");
        SpinEchoFiles.Write(_folder, model, evaluation, truth);
        Assert.Equal(
            new[] { "_echos_eval_i.txt", "_echos_eval_r.txt", "_echos_model_i.txt", "_echos_model_r.txt", "_mat_info_model.txt" }.Select(end => prefix + end),
            Directory.EnumerateFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        SpinEchoes read = Datasets.Nmr.Load(_folder, coupling), unlabelled = Datasets.Nmr.LoadEvaluation(_folder, coupling);
        Close(model.Real, read.Real);
        Close(model.Imag, read.Imag);
        Close(model.Targets!, read.Targets!);
        Close(evaluation.Imag, unlabelled.Imag);
        Assert.Null(unlabelled.Targets);
        Assert.Throws<InvalidOperationException>(() => unlabelled.Target("d"));
        string[] lines = File.ReadAllLines(Path.Combine(truth, prefix + "_mat_info_eval.txt"));
        Assert.Equal([.. evaluation.Targets!.Select(v => v.ToString("G7", CultureInfo.InvariantCulture))], lines.SelectMany(line => line.Split('\t')));
        Assert.Throws<ArgumentException>(() => SpinEchoFiles.Write(_folder, model, evaluation, _folder));
        Assert.Throws<ArgumentException>(() => SpinEchoFiles.Write(_folder, model.WithoutTargets(), evaluation));

        static void Close(float[] expected, float[] actual)
        {
            Assert.Equal(expected.Length, actual.Length);
            for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], Math.Abs(expected[i]) * 2e-6f + 1e-12f);
        }
    }

    [Fact]
    public void Files_that_do_not_belong_together_are_named()
    {
        SpinEchoes sample = Datasets.Nmr.Load(Size.Sample);
        Assert.Contains("gauss_echos_model_r.txt", Fails().Message, StringComparison.Ordinal);
        SpinEchoFiles.Write(_folder, sample.Take(0, 1, 2), sample.Take(3));
        string info = Path.Combine(_folder, "gauss_mat_info_model.txt"), imag = Path.Combine(_folder, "gauss_echos_model_i.txt");
        string[] good = File.ReadAllLines(info);
        File.WriteAllLines(info, good[..2]);
        Assert.Contains("expected 3 rows", Fails().Message, StringComparison.Ordinal);
        File.WriteAllLines(info, good.Select(line => line + " 1"));
        Assert.Contains("3 columns", Fails().Message, StringComparison.Ordinal);
        File.WriteAllLines(info, good);
        File.WriteAllText(imag, "1 2 3\n");
        Assert.Contains("471 columns", Fails().Message, StringComparison.Ordinal);

        DataFormatException Fails() => Assert.Throws<DataFormatException>(() => Datasets.Nmr.Load(_folder));
    }

    [Fact]
    public void Damaged_files_are_refused_or_give_echoes()
    {
        File.WriteAllText(Path.Combine(_folder, "gauss_echos_model_r.txt"), "0.1 0.2\n0.3 0.4\n");
        File.WriteAllText(Path.Combine(_folder, "gauss_mat_info_model.txt"), "1 2 3\n4 5 6\n");
        string damaged = Path.Combine(_folder, "gauss_echos_model_i.txt");
        MutatedFiles.Read(["0.25 -1e-3\n0.5 0.75\n"u8.ToArray(), "1  2 \r\n3 4\r\n"u8.ToArray()], path =>
        {
            File.Copy(path, damaged, overwrite: true);
            SpinEchoes echoes = Datasets.Nmr.Load(_folder);
            Assert.Equal((2, 2), (echoes.Count, echoes.Samples));
            Assert.All(echoes.Imag, value => Assert.True(float.IsFinite(value)));
        }, ".txt");
    }

    [Fact]
    public void The_published_reference_echoes_are_reproduced_as_well_as_chance_allows()
    {
        string? folder = RealDataFolder.Find();
        Assert.SkipWhen(folder is null || !Directory.Exists(Path.Combine(folder, "nmr")), "The reference echoes are not here: set HACKLAB_REAL_DATA to a folder with nmr/real_output1.txt.");
        ReferenceEcho[] echoes = [.. ReferenceEcho.ReadAll(Path.Combine(folder!, "nmr")).Where(echo => echo.Parameters is not null)];
        Assert.NotEmpty(echoes);
        SpinLattice lattice = echoes[0].Lattice;
        RecordedEchoes made = SpinEchoSimulator.Run(
            lattice, [.. echoes.Select(e => e.Parameters!)], SpinEchoSimulator.EvenDetunings(lattice, 1), TestContext.Current.CancellationToken);
        double[] distances = [.. echoes.Select((echo, i) => NmrFidelity.Distance(made, i, echo.Real, echo.Imaginary))];
        // Nothing is fitted. Own random draws lie 3 to 13 % from the same curves, so no single one can be asked to be nearer.
        Assert.All(distances, distance => Assert.InRange(distance, 0, 0.10));
        Assert.InRange(distances.Order().ElementAt(distances.Length / 2), 0, 0.05);
    }
}
