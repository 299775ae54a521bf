namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Falls to 0 as (1 - epoch / total_iters)^power.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly int _total_iters;
                    private readonly double _power;

                    /// <summary>Falls to 0 as (1 - epoch / total_iters)^power.</summary>
                    /// <param name="optimizer">Whose rates to change.</param>
                    /// <param name="total_iters">Epochs until 0.</param>
                    /// <param name="power">The power.</param>
                    /// <param name="last_epoch">-1 to begin.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    public PolynomialLR(
                        Optimizer optimizer, int total_iters = 5, double power = 1.0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _total_iters = total_iters;
                        _power = power;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch == 0 || LastEpoch > _total_iters)
                        {
                            return Rates();
                        }
                        double now = 1 - (double)LastEpoch / _total_iters, before = 1 - (double)(LastEpoch - 1) / _total_iters;
                        return Scaled(Math.Pow(now / before, _power));
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        ScaledBase(Math.Pow(1 - (double)Math.Min(_total_iters, LastEpoch) / _total_iters, _power));
                }
            }
        }
    }
}
