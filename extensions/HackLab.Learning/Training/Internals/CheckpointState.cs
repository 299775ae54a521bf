namespace HackLab.Learning.Internals;

/// <summary>What a checkpoint says beside the weights: what was trained on, and every epoch.</summary>
internal sealed record CheckpointState(int Rows, int BatchSize, int Seed, EpochRecord[] Log);
