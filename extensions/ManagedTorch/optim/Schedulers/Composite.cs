namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Several schedulers, one after another.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    /// <summary>Changes to the next scheduler at each milestone.</summary>
                    /// <exception cref="ArgumentException">Not one milestone fewer than schedulers, or one of another
                    /// optimiser.</exception>
                    public SequentialLR(
                        Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones,
                        int last_epoch = -1)
                    {
                        Optimizer = optimizer;
                        Groups = [.. optimizer.ParamGroups];
                        _schedulers = [.. schedulers];
                        _milestones = [.. milestones];
                        if (_milestones.Length != _schedulers.Length - 1)
                        {
                            throw new ArgumentException(
                                "Sequential Schedulers expects number of schedulers provided to be one more than the number "
                                + $"of milestone points, but got {_schedulers.Length} schedulers and {_milestones.Length} "
                                + "milestones");
                        }
                        CheckSameOptimizer(_schedulers);
                        LastEpoch = last_epoch + 1;
                        // Each scheduler set its first rate when it was made: begin again with the first alone.
                        foreach (ILearningRateController group in Groups)
                        {
                            group.LearningRate = group.InitialLearningRate;
                        }
                        foreach (LRScheduler scheduler in _schedulers)
                        {
                            scheduler.Undo();
                        }
                        _schedulers[0].step();
                        Set(Rates());
                    }

                    private protected override void Advance(int? epoch)
                    {
                        LastEpoch = epoch ?? LastEpoch + 1;
                        int place = _milestones.Count(milestone => milestone <= LastEpoch);
                        if (place > 0 && _milestones[place - 1] == LastEpoch)
                        {
                            _schedulers[place].step(0);
                        }
                        else
                        {
                            _schedulers[place].step();
                        }
                        Set(Rates());
                    }
                }

                /// <summary>Several schedulers at once.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;

                    /// <summary>Steps all of them, in order.</summary>
                    /// <exception cref="ArgumentException">None, or not all of the same optimiser.</exception>
                    public ChainedLR(IEnumerable<LRScheduler> schedulers)
                    {
                        _schedulers = [.. schedulers];
                        CheckSameOptimizer(_schedulers);
                        Optimizer = _schedulers[0].Optimizer;
                        Groups = [.. Optimizer!.ParamGroups];
                        Set(Rates());
                    }

                    /// <summary>Steps all of them, in order.</summary>
                    public override void step()
                    {
                        foreach (LRScheduler scheduler in _schedulers)
                        {
                            scheduler.step();
                        }
                        Set(Rates());
                    }
                }

                private static void CheckSameOptimizer(LRScheduler[] schedulers)
                {
                    if (
                        schedulers.Length == 0
                            || Array.Exists(schedulers, one => !ReferenceEquals(one.Optimizer, schedulers[0].Optimizer)))
                    {
                        throw new ArgumentException(
                            "Expected one scheduler or more, all of the same optimizer.", nameof(schedulers));
                    }
                }
            }
        }
    }
}
