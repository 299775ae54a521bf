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
                /// <summary>Multiplies the rate by a factor when a measured number has stopped to improve.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _isMin;
                    private readonly bool _isRelative;
                    private readonly double _factor;
                    private readonly int _patience;
                    private readonly double _threshold;
                    private readonly int _cooldown;
                    private readonly double[] _lowest;
                    private readonly double _eps;
                    private double _best;
                    private int _badEpochs;
                    private int _rest;

                    /// <summary>See the factory.</summary>
                    /// <exception cref="ArgumentException">An unknown mode, a factor of 1 or more, or a wrong number of
                    /// min_lr.</exception>
                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                        string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8,
                        bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        _isMin = mode is "min" || (mode is "max" ? false : throw new ArgumentException(
                            $"mode {mode} is unknown!", nameof(mode)));
                        _isRelative = threshold_mode is "rel" || (threshold_mode is "abs"
                            ? false
                            : throw new ArgumentException(
                                $"threshold mode {threshold_mode} is unknown!", nameof(threshold_mode)));
                        _factor = factor < 1 ? factor : throw new ArgumentException("Factor should be < 1.0.", nameof(factor));
                        _patience = patience;
                        _threshold = threshold;
                        _cooldown = cooldown;
                        _lowest = MomentumCycle.PerGroup(min_lr, 0, Groups.Length, nameof(min_lr));
                        _eps = eps;
                        _best = _isMin ? double.PositiveInfinity : double.NegativeInfinity;
                        LastEpoch = 0;
                        Set(Rates());
                    }

                    /// <summary>Throws: this scheduler needs the measured number.</summary>
                    /// <exception cref="InvalidOperationException">Always.</exception>
                    public override void step() =>
                        throw new InvalidOperationException("ReduceLROnPlateau needs the measured number: call step(value).");

                    /// <summary>Throws: this scheduler needs the measured number.</summary>
                    /// <exception cref="InvalidOperationException">Always.</exception>
                    public override void step(int? epoch) => step();

                    /// <summary>Notes a measured number, and lowers the rates after more than patience epochs without
                    /// improvement.</summary>
                    public override void step(double current, int? epoch = null)
                    {
                        LastEpoch = epoch ?? LastEpoch + 1;
                        if (IsBetter(current))
                        {
                            _best = current;
                            _badEpochs = 0;
                        }
                        else
                        {
                            _badEpochs++;
                        }
                        if (_rest > 0)
                        {
                            _rest--;
                            _badEpochs = 0;
                        }
                        double[] rates = Rates();
                        if (_badEpochs > _patience)
                        {
                            for (int i = 0; i < rates.Length; i++)
                            {
                                double lower = Math.Max(rates[i] * _factor, _lowest[i]);
                                rates[i] = rates[i] - lower > _eps ? lower : rates[i];
                            }
                            _rest = _cooldown;
                            _badEpochs = 0;
                        }
                        Set(rates);
                    }

                    private bool IsBetter(double current)
                    {
                        double margin = _isRelative ? _threshold * Math.Abs(_best) : _threshold;
                        double bar = double.IsInfinity(_best) ? _best : _isMin ? _best - margin : _best + margin;
                        return _isMin ? current < bar : current > bar;
                    }
                }
            }
        }
    }
}
