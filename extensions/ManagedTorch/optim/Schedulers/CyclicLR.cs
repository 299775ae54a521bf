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
                /// <summary>Up and down between two rates, again and again (L. N. Smith, arXiv:1506.01186); to be stepped per
                /// batch.</summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly double[] _lowest;
                    private readonly double[] _highest;
                    private readonly double[] _lowMomentum;
                    private readonly double[] _highMomentum;
                    private readonly double _period;
                    private readonly double _riseShare;
                    private readonly Func<double, double> _scale;
                    private readonly bool _scalesByCycle;
                    private readonly bool _cyclesMomentum;

                    /// <summary>With the same limits for all groups; see the factory.</summary>
                    public CyclicLR(
                        Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8,
                        double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, [base_lr], [max_lr], step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode,
                            cycle_momentum,
                            [base_momentum], [max_momentum], last_epoch, verbose)
                    {
                    }

                    /// <summary>With limits for each group; see the factory.</summary>
                    /// <exception cref="ArgumentException">No momentum to cycle, or a wrong number of values.</exception>
                    public CyclicLR(
                        Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000,
                        int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1.0,
                        Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true,
                        IEnumerable<double>? base_momentum = null,
                        IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _lowest = MomentumCycle.PerGroup(base_lr, 0, Groups.Length, nameof(base_lr));
                        _highest = MomentumCycle.PerGroup(max_lr, 0, Groups.Length, nameof(max_lr));
                        _lowMomentum = MomentumCycle.PerGroup(base_momentum, 0.8, Groups.Length, nameof(base_momentum));
                        _highMomentum = MomentumCycle.PerGroup(max_momentum, 0.9, Groups.Length, nameof(max_momentum));
                        _period = step_size_up + (step_size_down > 0 ? step_size_down : step_size_up);
                        _riseShare = step_size_up / _period;
                        _cyclesMomentum = cycle_momentum;
                        _scalesByCycle = scale_fn is null ? mode != Mode.ExpRange : scale_mode == ScaleMode.Cycle;
                        _scale = scale_fn ?? (mode switch
                        {
                            Mode.Triangular2 => static cycle => 1 / Math.Pow(2, cycle - 1),
                            Mode.ExpRange => iteration => Math.Pow(gamma, iteration),
                            _ => static _ => 1,
                        });
                        if (cycle_momentum)
                        {
                            MomentumCycle.Check(Groups);
                        }
                        if (last_epoch == -1)
                        {
                            for (int i = 0; i < Groups.Length; i++)
                            {
                                Groups[i].InitialLearningRate = _lowest[i];
                            }
                        }
                        step();
                    }

                    /// <summary>How the height of the cycles changes.</summary>
                    public enum Mode
                    {
                        /// <summary>All cycles equally high.</summary>
                        Triangular = 0,

                        /// <summary>Each half as high as the one before.</summary>
                        Triangular2 = 1,

                        /// <summary>Times gamma to the number of steps.</summary>
                        ExpRange = 2,
                    }

                    /// <summary>What a scale function is called with.</summary>
                    public enum ScaleMode
                    {
                        /// <summary>The number of the cycle, from 1.</summary>
                        Cycle = 0,

                        /// <summary>The number of steps.</summary>
                        Iterations = 1,
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        double cycle = Math.Floor(1 + LastEpoch / _period);
                        double x = 1 + LastEpoch / _period - cycle;
                        double height = x <= _riseShare ? x / _riseShare : (x - 1) / (_riseShare - 1);
                        height *= _scale(_scalesByCycle ? cycle : LastEpoch);
                        double[] rates = Rates();
                        for (int i = 0; i < rates.Length; i++)
                        {
                            rates[i] = _lowest[i] + (_highest[i] - _lowest[i]) * height;
                            if (_cyclesMomentum)
                            {
                                MomentumCycle.Set(Groups[i], _highMomentum[i] - (_highMomentum[i] - _lowMomentum[i]) * height);
                            }
                        }
                        return rates;
                    }
                }
            }
        }
    }
}
