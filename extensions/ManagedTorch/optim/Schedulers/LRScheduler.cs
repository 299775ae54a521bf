using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Plans that change the learning rate from epoch to epoch.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Changes the learning rate of an optimiser's groups; call <see cref="step()"/> after each epoch (or
            /// batch).</summary>
            public abstract class LRScheduler
            {
                private readonly bool _verbose;
                private double[] _last = [];

                /// <summary>How often the rate was set, the first time included.</summary>
                protected int _step_count;

                /// <summary>A scheduler of schedulers.</summary>
                protected LRScheduler()
                {
                }

                /// <summary>For an optimiser; the derived class calls <see cref="step()"/> at the end of its
                /// constructor.</summary>
                /// <param name="optimizer">Whose rates to change.</param>
                /// <param name="last_epoch">-1 to begin; otherwise the epoch to go on from.</param>
                /// <param name="verbose">Whether to print each change.</param>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    Optimizer = optimizer;
                    Groups = [.. optimizer.ParamGroups];
                    _verbose = verbose;
                    LastEpoch = last_epoch;
                    if (last_epoch == -1)
                    {
                        foreach (ILearningRateController group in Groups)
                        {
                            // The first scheduler decides; a second one finds a rate that the first has changed already.
                            if (group is not Modules.ParamGroup { Options.IsScheduled: true })
                            {
                                group.InitialLearningRate = group.LearningRate;
                            }
                            if (group is Modules.ParamGroup { Options: { } options })
                            {
                                options.IsScheduled = true;
                            }
                        }
                    }
                    BaseRates = Array.ConvertAll(Groups, static group => group.InitialLearningRate);
                }

                internal Optimizer? Optimizer { get; private protected init; }

                internal int LastEpoch { get; set; }

                private protected ILearningRateController[] Groups { get; init; } = [];

                private protected double[] BaseRates { get; set; } = [];

                /// <summary>Goes on by one epoch and sets the rates.</summary>
                public virtual void step() => step(null);

                /// <summary>Goes to an epoch, or on by one if null, and sets the rates.</summary>
                public virtual void step(int? epoch) => Advance(epoch);

                private protected virtual void Advance(int? epoch)
                {
                    _step_count++;
                    LastEpoch = epoch ?? LastEpoch + 1;
                    Set([.. epoch is null ? get_lr() : get_closed_form_lr()]);
                }

                /// <summary>As <see cref="step(int?)"/>; only ReduceLROnPlateau looks at <paramref name="current"/>.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rates set last, by group.</summary>
                public IEnumerable<double> get_last_lr() => [.. _last];

                /// <summary>The next rates, by group, from the rates now.</summary>
                protected virtual IEnumerable<double> get_lr() => Rates();

                /// <summary>The rates of an epoch, by group, from the rates at the beginning.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                /// <summary>Goes back by one epoch, so that a scheduler of schedulers can begin anew.</summary>
                internal void Undo()
                {
                    LastEpoch--;
                    _step_count = 0;
                }

                private protected double[] Rates() => Array.ConvertAll(Groups, static group => group.LearningRate);

                private protected double[] Scaled(double factor) =>
                    Array.ConvertAll(Groups, group => group.LearningRate * factor);

                private protected double[] ScaledBase(double factor) => Array.ConvertAll(BaseRates, rate => rate * factor);

                private protected void Set(double[] rates)
                {
                    for (int i = 0; i < rates.Length; i++)
                    {
                        bool isNew = _last.Length == 0 || _last[i] != rates[i];
                        Groups[i].LearningRate = rates[i];
                        if (_verbose && isNew)
                        {
                            Console.WriteLine(
                                string.Create(
                                    CultureInfo.InvariantCulture, $"Adjusting learning rate of group {i} to {rates[i]:g4}"));
                        }
                    }
                    _last = rates;
                }
            }

            /// <summary>The schedulers themselves; the factories of <see cref="lr_scheduler"/> make them.</summary>
            public static partial class impl
            {
            }
        }
    }
}
