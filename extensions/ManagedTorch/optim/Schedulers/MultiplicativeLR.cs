namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the rate by a function of the epoch, every epoch.</summary>
                public class MultiplicativeLR : LRScheduler
                {
                    private readonly Func<int, double>[] _lambdas;

                    /// <summary>Multiplies the rate by a function of the epoch, every epoch.</summary>
                    /// <param name="optimizer">Whose rates to change.</param>
                    /// <param name="lr_lambda">The factor of an epoch.</param>
                    /// <param name="last_epoch">-1 to begin.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    public MultiplicativeLR(
                        Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, Enumerable.Repeat(lr_lambda, optimizer.ParamGroups.Count()), last_epoch, verbose)
                    {
                    }

                    /// <summary>Multiplies the rate by a function of the epoch, every epoch.</summary>
                    /// <param name="optimizer">Whose rates to change.</param>
                    /// <param name="lr_lambdas">The factor of an epoch, for each group.</param>
                    /// <param name="last_epoch">-1 to begin.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    /// <exception cref="ArgumentException">Not as many functions as groups.</exception>
                    public MultiplicativeLR(
                        Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _lambdas = [.. lr_lambdas];
                        if (_lambdas.Length != Groups.Length)
                        {
                            throw new ArgumentException(
                                $"Expected {Groups.Length} lr_lambdas, but got {_lambdas.Length}", nameof(lr_lambdas));
                        }
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        double[] rates = Rates();
                        for (int i = 0; i < rates.Length; i++)
                        {
                            rates[i] *= LastEpoch > 0 ? _lambdas[i](LastEpoch) : 1;
                        }
                        return rates;
                    }
                }
            }
        }
    }
}
