namespace TorchSharp.Modules;

/// <summary>Settings of an optimiser; what is null is taken from the optimiser's own.</summary>
public class OptimizerOptions
{
    /// <summary>The learning rate now.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The learning rate before a scheduler changed it.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>Whether a scheduler has noted <see cref="InitialLearningRate"/>.</summary>
    internal bool IsScheduled { get; set; }

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">The data end too early.</exception>
    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
        Visit(new Reading(reader));
    }

    /// <summary>Takes over the values of other settings of the same kind.</summary>
    /// <exception cref="ArgumentException">They are of another optimiser.</exception>
    public virtual void LoadStateDict(OptimizerOptions source)
    {
        if (source.GetType() != GetType())
        {
            throw new ArgumentException(
                $"Mismatched options: expected {GetType().FullName}, but found {source.GetType().FullName}.");
        }
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
        Visit(new Filling(Values(source), overwrite: true));
    }

    /// <summary>Writes the values in a fixed order: initial rate, rate, then the optimiser's own.</summary>
    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate ?? 0);
        Visit(new Writing(writer));
    }

    /// <summary>Shows all settings of the optimiser, in a fixed order.</summary>
    private protected virtual void Visit(ISettingVisitor visitor)
    {
    }

    /// <summary>Takes from <paramref name="defaults"/> what is null here.</summary>
    internal void FillFrom(OptimizerOptions defaults)
    {
        LearningRate ??= defaults.LearningRate;
        InitialLearningRate = LearningRate ?? 0;
        Visit(new Filling(Values(defaults), overwrite: false));
    }

    private static Queue<double?> Values(OptimizerOptions options)
    {
        var listing = new Listing();
        options.Visit(listing);
        return listing.Values;
    }

    private sealed class Listing : ISettingVisitor
    {
        public Queue<double?> Values { get; } = [];

        public void Number(ref double? value) => Values.Enqueue(value);

        public void Flag(ref bool? value) => Values.Enqueue(value is { } flag ? flag ? 1 : 0 : null);
    }

    private sealed class Filling(Queue<double?> values, bool overwrite) : ISettingVisitor
    {
        public void Number(ref double? value)
        {
            double? other = values.Dequeue();
            value = overwrite ? other : value ?? other;
        }

        public void Flag(ref bool? value)
        {
            bool? other = values.Dequeue() is { } number ? number != 0 : null;
            value = overwrite ? other : value ?? other;
        }
    }

    private sealed class Writing(BinaryWriter writer) : ISettingVisitor
    {
        public void Number(ref double? value) => writer.Write(value ?? 0);

        public void Flag(ref bool? value) => writer.Write(value ?? false);
    }

    private sealed class Reading(BinaryReader reader) : ISettingVisitor
    {
        public void Number(ref double? value) => value = reader.ReadDouble();

        public void Flag(ref bool? value) => value = reader.ReadBoolean();
    }
}

/// <summary>Goes over the settings of an optimiser.</summary>
internal interface ISettingVisitor
{
    void Number(ref double? value);

    void Flag(ref bool? value);
}
