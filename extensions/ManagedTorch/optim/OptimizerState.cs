using TorchSharp.Files;
using TorchSharp.Operators;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimiser remembers of one parameter between steps.</summary>
public abstract class OptimizerState
{
    /// <summary>The parameter.</summary>
    protected Parameter _parameter;

    /// <summary>The state of one parameter.</summary>
    private protected OptimizerState(Parameter parameter) => _parameter = parameter;

    /// <summary>Brings it to where it is before the first step.</summary>
    public abstract void Initialize(OptimizerOptions options);

    /// <summary>Writes step count and tensors.</summary>
    public abstract void SaveStateDict(BinaryWriter writer);

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote; on an error nothing has changed.</summary>
    /// <exception cref="ArgumentException">A tensor's shape or type differs from the parameter's.</exception>
    /// <exception cref="EndOfStreamException">The data end too early.</exception>
    public abstract void LoadStateDict(BinaryReader reader);

    /// <summary>Takes over a copy of another state of the same kind.</summary>
    /// <exception cref="ArgumentException">It is of another optimiser, or a shape differs.</exception>
    public abstract void LoadStateDict(OptimizerState source);

    /// <summary>Converts the tensors after the parameter was converted.</summary>
    internal abstract void MatchType(ScalarType dtype);

    /// <summary>Reads a state for the same parameter without touching this one.</summary>
    internal abstract OptimizerState ReadNew(BinaryReader reader);

    private protected Tensor Zeros(double value = 0) =>
        Creation.Full(_parameter.Sizes, value, _parameter.dtype).DetachFromDisposeScope();

    private protected static void Convert(Tensor? tensor, ScalarType dtype) => tensor?.ConvertInPlace(dtype);

    private protected Tensor Read(BinaryReader reader, string name)
    {
        Tensor tensor = TensorRecord.Read(reader, name);
        Check(tensor, name);
        return tensor.DetachFromDisposeScope();
    }

    private protected Tensor? ReadOptional(BinaryReader reader, string name) => reader.ReadBoolean() ? Read(reader, name) : null;

    private protected static void WriteOptional(BinaryWriter writer, Tensor? tensor)
    {
        writer.Write(tensor is not null);
        if (tensor is not null)
        {
            TensorRecord.Write(writer, tensor);
        }
    }

    private protected Tensor? Copy(Tensor? tensor, string name)
    {
        if (tensor is null)
        {
            return null;
        }
        Check(tensor, name);
        return Copies.Contiguous(tensor).DetachFromDisposeScope();
    }

    private protected TState Same<TState>(OptimizerState source) where TState : OptimizerState => source as TState
        ?? throw new ArgumentException(
            $"Mismatched optimizer state: expected {GetType().FullName}, but found {source.GetType().FullName}.");

    private void Check(Tensor tensor, string name)
    {
        if (tensor.dtype != _parameter.dtype || !tensor.Sizes.AsSpan().SequenceEqual(_parameter.Sizes))
        {
            throw new ArgumentException(
                $"Mismatched optimizer state '{name}': expected {Shape.Text(_parameter.Sizes)} of {_parameter.dtype}, "
                + $"found {Shape.Text(tensor.Sizes)} of {tensor.dtype}.");
        }
    }
}
