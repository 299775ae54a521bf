using System.Diagnostics;
using HackLab.Data.Hosting;
using HackLab.Simulation.Numerics;

namespace HackLab.Learning.Internals;

/// <summary>What boosting reached.</summary>
/// <param name="Baseline">The raw prediction before the first tree, per output.</param>
/// <param name="Rounds">The trees, [round][output].</param>
/// <param name="Log">The loss after each round done, also of those that were taken back.</param>
/// <param name="Stopped">Why it ended.</param>
internal sealed record BoostingFit(float[] Baseline, List<Tree[]> Rounds, IReadOnlyList<TrainingStep> Log, StopReason Stopped);

/// <summary>Rows that boosting learns from, or is measured on.</summary>
/// <param name="X">Features, shape [n, d].</param>
/// <param name="Loss">The loss over these rows.</param>
internal sealed record BoostingRows(float[] X, BoostingLoss Loss);

/// <summary>Adds one tree per output and round, each fitted to the derivatives of the loss at what is predicted so far.</summary>
internal sealed class BoostingTrainer(
    BoostingRows train, BoostingRows? validation, int features, int[]? monotone, GradientBoostingOptions options)
{
    private const int FewValues = 50_000;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly CancellationToken _token = NotebookHost.Token;
    private readonly SeededRandom _random = new(options.Seed);
    private readonly List<Tree[]> _rounds = [];
    private TrainingStep[] _steps = new TrainingStep[16];
    private int _stepCount, _best;

    public BoostingFit Run()
    {
        // A few thousand values are sooner done than handed over.
        bool small = (train.X.Length + (validation?.X.Length ?? 0)) < FewValues;
        using var workers = new Workers(options.Threads == 0 && small ? 1 : options.Threads);
        FeatureBins[] bins = FeatureBins.Fit(train.X, features, options.MaxBins, workers);
        var binned = new BinnedRows(train.X, bins, workers);
        BinnedRows? binnedValidation = validation is null ? null : new BinnedRows(validation.X, bins, workers);
        var limits = new GrowthLimits(
            options.MaxLeaves, options.MaxDepth, options.MinSamplesLeaf, options.MinHessianLeaf, options.L2, options.MinGain,
            monotone);
        var grower = new TreeGrower(binned, bins, limits, workers);
        float[] baseline = train.Loss.Baseline();
        float[][] raw = Start(baseline, train.Loss), rawValidation = validation is null ? [] : Start(baseline, validation.Loss);
        RowGradients[] gradients = train.Loss.NewGradients();
        Report(train.Loss.Evaluate(raw, gradients, workers), rawValidation, workers);
        StopReason reason = StopReason.IterationLimit;
        while (_rounds.Count < options.MaxIterations)
        {
            if (Interruption() is { } stop)
            {
                reason = stop;
                break;
            }
            Tree[] trees;
            try
            {
                trees = Round(grower, binned, binnedValidation, bins, gradients, raw, rawValidation, workers);
            }
            catch (OperationCanceledException) when (_token.IsCancellationRequested)
            {
                reason = StopReason.Interrupted;   // in the middle of a round: keep the whole ones
                break;
            }
            if (trees.All(tree => tree.Count == 1))
            {
                reason = StopReason.Converged;   // no cut gains anything, and none will in later rounds
                if (options is { RowFraction: 1, FeatureFraction: 1 }) break;
            }
            _rounds.Add(trees);
            Report(train.Loss.Evaluate(raw, gradients, workers), rawValidation, workers);
            reason = StopReason.IterationLimit;
            if (options.Patience is { } patience && validation is not null && _rounds.Count - _best >= patience)
            {
                reason = StopReason.EarlyStopped;
                break;
            }
        }
        // The best round on rows that were not learnt from, wherever it was asked for.
        if (options.Patience is not null && validation is not null) _rounds.RemoveRange(_best, _rounds.Count - _best);
        return new BoostingFit(baseline, _rounds, Log, reason);
    }

    private ArraySegment<TrainingStep> Log => new(_steps, 0, _stepCount);

    private StopReason? Interruption() =>
        _token.IsCancellationRequested ? StopReason.Interrupted
        : _clock.Elapsed.TotalSeconds >= options.MaxSeconds ? StopReason.TimeLimit
        : null;

    private Tree[] Round(
        TreeGrower grower, BinnedRows binned, BinnedRows? binnedValidation, FeatureBins[] bins, RowGradients[] gradients,
        float[][] raw, float[][] rawValidation, Workers workers)
    {
        int[]? sample = SampleRows();
        bool[] allowed = SampleFeatures();
        var trees = new Tree[gradients.Length];
        for (int k = 0; k < trees.Length; k++)
        {
            GrownTree tree = grower.Grow(sample, gradients[k], allowed, _token);
            if (train.Loss.RefitsLeaves)
            {
                float[] soFar = raw[k];
                workers.For(
                    tree.Leaves.Count, i => tree.Refit(tree.Leaves[i], train.Loss.LeafValue(tree.RowsOf(tree.Leaves[i]), soFar)));
            }
            trees[k] = tree.ToTree(bins, options.LearningRate);
            // The grower's lists serve the next tree: predictions move on before.
            if (sample is null) Advance(tree, trees[k], raw[k], workers);
            else Advance(tree, trees[k], binned, bins, raw[k], workers);
            if (binnedValidation is not null) Advance(tree, trees[k], binnedValidation, bins, rawValidation[k], workers);
        }
        return trees;
    }

    private static void Advance(GrownTree grown, Tree tree, float[] raw, Workers workers)
    {
        workers.Run(part =>
        {
            foreach (GrowingLeaf leaf in grown.Leaves)
            {
                float value = tree.Value[leaf.Node];
                int from = workers.PartStart(leaf.Count, part), to = workers.PartStart(leaf.Count, part + 1);
                foreach (int row in grown.RowsOf(leaf)[from..to]) raw[row] += value;
            }
        });
    }

    private static void Advance(GrownTree grown, Tree tree, BinnedRows rows, FeatureBins[] bins, float[] raw, Workers workers)
    {
        workers.Run(part =>
        {
            int end = workers.PartStart(rows.Count, part + 1);
            for (int row = workers.PartStart(rows.Count, part); row < end; row++)
                raw[row] += tree.Value[grown.LeafOf(rows, row, bins)];
        });
    }

    private int[]? SampleRows()
    {
        if (options.RowFraction >= 1) return null;
        var rows = new List<int>((int)(train.Loss.Count * options.RowFraction) + 64);
        for (int i = 0; i < train.Loss.Count; i++) if (_random.NextDouble() < options.RowFraction) rows.Add(i);
        return [.. rows];
    }

    private bool[] SampleFeatures()
    {
        var allowed = new bool[features];
        int count = Math.Max(1, (int)Math.Round(options.FeatureFraction * features));
        int[] order = [.. Enumerable.Range(0, features)];
        if (count < features) _random.Shuffle(order.AsSpan());
        foreach (int j in order.AsSpan(0, count)) allowed[j] = true;
        return allowed;
    }

    private static float[][] Start(float[] baseline, BoostingLoss loss)
    {
        var raw = new float[baseline.Length][];
        for (int k = 0; k < raw.Length; k++)
        {
            raw[k] = new float[BoostingLoss.Padded(loss.Count)];
            Array.Fill(raw[k], baseline[k]);
        }
        return raw;
    }

    private void Report(double loss, float[][] rawValidation, Workers workers)
    {
        double? measured = validation?.Loss.Evaluate(rawValidation, null, workers);
        if (_stepCount == _steps.Length) Array.Resize(ref _steps, 2 * _stepCount);   // a new array: earlier logs keep the old one
        _steps[_stepCount] = new TrainingStep(_stepCount, loss, measured, _clock.Elapsed);
        if (measured < _steps[_best].ValidationLoss) _best = _stepCount;
        _stepCount++;
        options.OnStep?.Invoke(Log);
    }
}
