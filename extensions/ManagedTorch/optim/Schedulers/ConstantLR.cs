namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the rate by a factor until total_iters.</summary>
                public class ConstantLR : LRScheduler
                {
                    private readonly double _factor;
                    private readonly int _total_iters;

                    /// <summary>Multiplies the rate by a factor until total_iters.</summary>
                    /// <param name="optimizer">Whose rates to change.</param>
                    /// <param name="factor">The factor.</param>
                    /// <param name="total_iters">Epochs until the rate is whole again.</param>
                    /// <param name="last_epoch">-1 to begin.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    public ConstantLR(
                        Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _factor = factor;
                        _total_iters = total_iters;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        LastEpoch == 0 ? Scaled(_factor) : LastEpoch == _total_iters ? Scaled(1 / _factor) : Rates();

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        ScaledBase(LastEpoch >= _total_iters ? 1 : _factor);
                }
            }
        }
    }
}
