namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Goes from start_factor to end_factor of the rate in equal steps.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double _start_factor;
                    private readonly double _end_factor;
                    private readonly int _total_iters;

                    /// <summary>Goes from start_factor to end_factor of the rate in equal steps.</summary>
                    /// <param name="optimizer">Whose rates to change.</param>
                    /// <param name="start_factor">The first factor.</param>
                    /// <param name="end_factor">The last factor.</param>
                    /// <param name="total_iters">Epochs between the two.</param>
                    /// <param name="last_epoch">-1 to begin.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    public LinearLR(
                        Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5,
                        int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _start_factor = start_factor;
                        _end_factor = end_factor;
                        _total_iters = total_iters;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch == 0)
                        {
                            return Scaled(_start_factor);
                        }
                        double rise = _end_factor - _start_factor;
                        return LastEpoch > _total_iters
                            ? Rates()
                            : Scaled(1 + rise / (_total_iters * _start_factor + (LastEpoch - 1) * rise));
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        ScaledBase(
                            _start_factor + (_end_factor - _start_factor) * Math.Min(_total_iters, LastEpoch) / _total_iters);
                }
            }
        }
    }
}
