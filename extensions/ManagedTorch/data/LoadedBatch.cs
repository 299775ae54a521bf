using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A batch with the tensors that were made for it.</summary>
internal sealed class LoadedBatch<S>(S value, IDisposable[] made)
{
    /// <summary>Hands the batch out; unless the loader disposes it, it belongs to the caller's scope from now on.</summary>
    public S Take(bool isDisposedByLoader)
    {
        if (!isDisposedByLoader && CurrentDisposeScope is { } scope)
        {
            scope.Attach(made);
        }
        return value;
    }

    /// <summary>Disposes the tensors, if that is the loader's task.</summary>
    public void Release(bool isDisposedByLoader)
    {
        if (isDisposedByLoader)
        {
            foreach (IDisposable one in made)
            {
                one.Dispose();
            }
        }
    }
}
