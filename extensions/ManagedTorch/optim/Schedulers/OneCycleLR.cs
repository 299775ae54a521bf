using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Up to max_lr and far down again, once (L. N. Smith and N. Topin, arXiv:1708.07120); to be stepped
                /// per batch.</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly double[] _highest;
                    private readonly double[] _lowMomentum;
                    private readonly double[] _highMomentum;
                    private readonly Phase[] _phases;
                    private readonly int _total;
                    private readonly bool _isCosine;
                    private readonly bool _cyclesMomentum;

                    /// <summary>With the same limits for all groups; see the factory.</summary>
                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25,
                        double final_div_factor = 1e4,
                        bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, [max_lr], total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                            [base_momentum], [max_momentum], div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    /// <summary>With limits for each group; see the factory.</summary>
                    /// <exception cref="ArgumentException">Neither total_steps nor epochs and steps_per_epoch, or values out of
                    /// range.</exception>
                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1,
                        int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                        double div_factor = 25,
                        double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _total = total_steps > 0 ? total_steps : epochs > 0 && steps_per_epoch > 0 ? epochs * steps_per_epoch
                            : throw new ArgumentException(
                                "You must define either total_steps OR (epochs AND steps_per_epoch), all of them positive.");
                        if (pct_start is not (>= 0 and <= 1))
                        {
                            throw new ArgumentException(
                                $"Expected float between 0 and 1 pct_start, but got {pct_start}", nameof(pct_start));
                        }
                        _isCosine = anneal_strategy == AnnealStrategy.Cos;
                        _cyclesMomentum = cycle_momentum;
                        _highest = MomentumCycle.PerGroup(max_lr, 0, Groups.Length, nameof(max_lr));
                        _lowMomentum = MomentumCycle.PerGroup(base_momentum, 0.85, Groups.Length, nameof(base_momentum));
                        _highMomentum = MomentumCycle.PerGroup(max_momentum, 0.95, Groups.Length, nameof(max_momentum));
                        double low = 1 / div_factor, last = low / final_div_factor;
                        _phases = three_phase
                            ?
                            [
                                new(pct_start * _total - 1, low, 1, 0, 1),
                                new(2 * pct_start * _total - 2, 1, low, 1, 0),
                                new(_total - 1, low, last, 0, 0),
                            ]
                            : [new(pct_start * _total - 1, low, 1, 0, 1), new(_total - 1, 1, last, 1, 0)];
                        if (cycle_momentum)
                        {
                            MomentumCycle.Check(Groups);
                        }
                        if (last_epoch == -1)
                        {
                            for (int i = 0; i < Groups.Length; i++)
                            {
                                Groups[i].InitialLearningRate = _highest[i] * low;
                            }
                        }
                        step();
                    }

                    /// <summary>How the rate goes from one end of a phase to the other.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Along half a cosine.</summary>
                        Cos = 0,

                        /// <summary>Along a line.</summary>
                        Linear = 1,
                    }

                    /// <inheritdoc/>
                    /// <exception cref="InvalidOperationException">More steps than the cycle has.</exception>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch > _total)
                        {
                            throw new InvalidOperationException(
                                $"Tried to step {LastEpoch} times. The specified number of total steps is {_total}");
                        }
                        double start = 0;
                        int phase = 0;
                        while (phase < _phases.Length - 1 && LastEpoch > _phases[phase].End)
                        {
                            start = _phases[phase++].End;
                        }
                        Phase now = _phases[phase];
                        double share = (LastEpoch - start) / (now.End - start);
                        double[] rates = Rates();
                        for (int i = 0; i < rates.Length; i++)
                        {
                            rates[i] = _highest[i] * Between(now.FromRate, now.ToRate, share);
                            if (_cyclesMomentum)
                            {
                                double depth = Between(now.FromDepth, now.ToDepth, share);
                                MomentumCycle.Set(Groups[i], _highMomentum[i] + depth * (_lowMomentum[i] - _highMomentum[i]));
                            }
                        }
                        return rates;
                    }

                    private double Between(double from, double to, double share) => _isCosine
                        ? to + (from - to) / 2 * (1 + Math.Cos(Math.PI * share))
                        : (to - from) * share + from;

                    // Rates relative to the highest; depth 1 is the lowest momentum.
                    private readonly record struct Phase(
                        double End, double FromRate, double ToRate, double FromDepth, double ToDepth);
                }
            }
        }
    }
}
