using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Tests.Cli;
using Xunit;

namespace HackLab.Tests.Evaluation.Submissions;

public sealed class QuantumChallengeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Teams_get_the_simulators_jets_without_labels_and_a_gluon_is_the_anomaly()
    {
        LabelledImages made = Datasets.QuarkGluon.Load(Size.Simulated(30, 9));
        Truth truth = Challenges.Find("quantum").Make(30, 9);
        truth.Write(_folder.Path);
        EvaluationSet set = EvaluationSet.Load("quantum", Path.Combine(_folder.Path, "participants", "quantum-evaluation.csv"));
        Assert.Equal(truth.Set.Sha256, set.Sha256);
        Assert.Equal(made.X.Select(pixel => MathF.Round(pixel, 4)), set.Rows!.X);
        Assert.All(set.Rows.Y, label => Assert.Equal(0, label));
        Assert.Equal(made.Y.Select(quark => 1.0 - quark), ((PredictionTable)Truth.Load(_folder.Path).Contents[0]).Values);
    }

    [Theory]
    [InlineData(null, 36L, "Qubits")]
    [InlineData(21, 36L, "21 qubits; at most 20")]
    [InlineData(-1, 36L, "-1 qubits")]
    [InlineData(9, null, "Parameters")]
    public void A_card_that_breaks_the_rules_is_refused_with_the_rule(int? qubits, long? parameters, string said)
    {
        Truth truth = Challenges.Quantum.Make(20, 9);
        var card = new SubmissionCard { Team = "Entangled", Model = "a circuit", Qubits = qubits, Parameters = parameters };
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Submission.Of(truth.Set, new float[20], card));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_qubits_may_be_used_and_come_back_from_the_pack()
    {
        Truth truth = Challenges.Quantum.Make(20, 9);
        var card = new SubmissionCard { Team = "Entangled", Model = "a circuit", Qubits = 20, Parameters = 36 };
        string notebook = Path.Combine(_folder.Path, "n.ipynb"), zip = Path.Combine(_folder.Path, "p.zip");
        File.WriteAllText(notebook, """{ "cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5 }""");
        Submission.Of(truth.Set, new float[20], card).Pack(zip, notebook);
        Assert.Equal(20, SubmissionPack.Read(zip).Submission.Card.Qubits);
    }

    [Fact]
    public void The_rules_count_gluons_among_the_images_learnt_from()
    {
        LabelledImages jets = Datasets.QuarkGluon.Load(Size.Simulated(40, 9));
        LabelledImages quarks = jets.Take([.. Enumerable.Range(0, 40).Where(i => jets.Y[i] == 1)]);
        Assert.Empty(QuantumRules.Problems(quarks, 20, 36));
        string problem = Assert.Single(QuantumRules.Problems(jets, 20, 36));
        Assert.StartsWith($"Of the 40 images learnt from {jets.Y.Count(y => y == 0)} are gluons", problem, StringComparison.Ordinal);
        Assert.Equal(3, QuantumRules.Problems(jets, 21, -1).Count);
    }

    [Fact]
    public void Counting_pixels_beats_the_reconstruction_and_both_beat_chance()
    {
        Truth truth = Challenges.Quantum.Practice(1_000);
        double[] auc = [.. Challenges.Quantum.Baselines(truth.Set).Select(one => truth.Score(one, resamples: 20).Value)];
        Assert.True(auc is [> 0.65, var pixels] && pixels > auc[0], string.Join(", ", auc));
    }
}
