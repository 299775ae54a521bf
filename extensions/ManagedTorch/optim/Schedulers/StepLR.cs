namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the rate by gamma every step_size epochs.</summary>
                public class StepLR : LRScheduler
                {
                    private readonly int _step_size;
                    private readonly double _gamma;

                    /// <summary>Multiplies the rate by gamma every step_size epochs.</summary>
                    /// <param name="optimizer">Whose rates to change.</param>
                    /// <param name="step_size">Epochs between changes.</param>
                    /// <param name="gamma">The factor.</param>
                    /// <param name="last_epoch">-1 to begin.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    public StepLR(
                        Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _step_size = step_size;
                        _gamma = gamma;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        LastEpoch == 0 || LastEpoch % _step_size != 0 ? Rates() : Scaled(_gamma);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        ScaledBase(Math.Pow(_gamma, LastEpoch / _step_size));
                }
            }
        }
    }
}
