using static TorchSharp.torch.optim;

namespace HackLab.Learning.Internals;

/// <summary>Steps a plan for the learning rate, after batches or after epochs.</summary>
internal sealed class RateSchedule(lr_scheduler.LRScheduler plan, bool eachBatch, int batches)
{
    internal static RateSchedule? For(Optimizer optimizer, TrainerOptions options, int batches) => options.Schedule is { } make
        ? new RateSchedule(make(optimizer, options.ScheduleEachBatch ? options.Epochs * batches : options.Epochs), options.ScheduleEachBatch, batches)
        : null;

    internal void AfterBatch()
    {
        if (eachBatch) plan.step();
    }

    internal void AfterEpoch(double loss)
    {
        if (eachBatch) return;
        if (plan is lr_scheduler.impl.ReduceLROnPlateau) plan.step(loss);
        else plan.step();
    }

    /// <summary>Goes through an epoch of an earlier run: plans have no state that could be saved.</summary>
    internal void Replay(double loss)
    {
        for (int i = 0; i < batches; i++) AfterBatch();
        AfterEpoch(loss);
    }
}
