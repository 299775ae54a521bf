namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Falls along half a cosine from the rate to eta_min in T_max epochs (arXiv:1608.03983, without
                /// restarts).</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _T_max;
                    private readonly double _eta_min;

                    /// <summary>Falls along half a cosine from the rate to eta_min in T_max epochs (arXiv:1608.03983, without
                    /// restarts).</summary>
                    /// <param name="optimizer">Whose rates to change.</param>
                    /// <param name="T_max">Epochs of half a period.</param>
                    /// <param name="eta_min">The lowest rate.</param>
                    /// <param name="last_epoch">-1 to begin.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    public CosineAnnealingLR(
                        Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _T_max = T_max;
                        _eta_min = eta_min;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        double[] rates = Rates();
                        if (LastEpoch == 0)
                        {
                            return rates;
                        }
                        if (_step_count == 1)
                        {
                            return get_closed_form_lr();
                        }
                        bool isLowest = (LastEpoch - 1 - _T_max) % (2 * _T_max) == 0;
                        double now = 1 + Math.Cos(Math.PI * LastEpoch / _T_max),
                            before = 1 + Math.Cos(Math.PI * (LastEpoch - 1) / _T_max);
                        for (int i = 0; i < rates.Length; i++)
                        {
                            rates[i] = isLowest
                                ? rates[i] + (BaseRates[i] - _eta_min) * (1 - Math.Cos(Math.PI / _T_max)) / 2
                                : now / before * (rates[i] - _eta_min) + _eta_min;
                        }
                        return rates;
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr()
                    {
                        double share = (1 + Math.Cos(Math.PI * LastEpoch / _T_max)) / 2;
                        return Array.ConvertAll(BaseRates, rate => _eta_min + (rate - _eta_min) * share);
                    }
                }
            }
        }
    }
}
