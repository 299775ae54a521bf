namespace TorchSharp;

public static partial class torch
{
    /// <summary>Opens a scope: tensors made by this thread from now on are disposed with it, unless they are moved out.</summary>
    /// <example><code>using var scope = torch.NewDisposeScope();</code></example>
    public static DisposeScope NewDisposeScope() => new();

    /// <summary>The innermost open scope of this thread, or null.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScope.Current;

    /// <summary>Runs <paramref name="expr"/> in a scope of its own and moves its result out.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using DisposeScope scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }
}

/// <summary>Disposes together what was created while it was the innermost one of its thread.</summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic]
    private static DisposeScope? t_current;

    // Training opens scopes in every step: lists go from scope to scope, unless they have grown beyond what a step needs.
    private const int LongestKept = 4096, MostKept = 4;

    [ThreadStatic]
    private static Stack<List<IDisposable>>? t_spare;

    private List<IDisposable>? _list;
    private DisposeScope? _outer;

    internal DisposeScope() => Open();

    /// <summary>The innermost open scope of this thread.</summary>
    internal static DisposeScope? Current => t_current;

    private List<IDisposable> Disposables => _list ??= t_spare?.TryPop(out List<IDisposable>? spare) == true ? spare : [];

    /// <summary>How many objects it will dispose.</summary>
    public int DisposablesCount => DisposablesView.Count;

    /// <summary>The objects that it will dispose.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => Disposables.FindAll(IsMine);

    /// <summary>Whether it will dispose this object.</summary>
    public bool Contains(IDisposable disposable) =>
        Disposables.Exists(x => ReferenceEquals(x, disposable)) && IsMine(disposable);

    /// <summary>Hands an object to the scope around this one, or to nobody if there is none.</summary>
    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(_outer, disposable);

    /// <summary>Hands two objects to the scope around this one.</summary>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second));

    /// <summary>Hands three objects to the scope around this one.</summary>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    /// <summary>Hands objects to the scope around this one.</summary>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(_outer, disposables);

    /// <summary>Hands objects to the scope around this one.</summary>
    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(_outer, disposables);

    /// <summary>Hands an object to another scope, or to nobody if it is null.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        Remove(disposable);
        scope?.Add(disposable);
        return disposable;
    }

    /// <summary>Hands two objects to another scope.</summary>
    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second)
        where T1 : IDisposable where T2 : IDisposable => (MoveToOther(scope, first), MoveToOther(scope, second));

    /// <summary>Hands three objects to another scope.</summary>
    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (MoveToOther(scope, first), MoveToOther(scope, second), MoveToOther(scope, third));

    /// <summary>Hands objects to another scope.</summary>
    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    /// <summary>Hands objects to another scope.</summary>
    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (IDisposable disposable in disposables)
        {
            MoveToOther<IDisposable>(scope, disposable);    // without the type it would be the overload with params, without end
        }
    }

    /// <summary>Takes an object out: no scope disposes it.</summary>
    public T Detach<T>(T disposable) where T : IDisposable => MoveToOther(null, disposable);

    /// <summary>Takes two objects out.</summary>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (Detach(first), Detach(second));

    /// <summary>Takes three objects out.</summary>
    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable => (Detach(first), Detach(second), Detach(third));

    /// <summary>Takes objects out.</summary>
    public void Detach(params IDisposable[] disposables) => MoveToOther(null, disposables);

    /// <summary>Takes objects out.</summary>
    public void Detach(IEnumerable<IDisposable> disposables) => MoveToOther(null, disposables);

    /// <summary>Adds an object that this scope shall dispose; a tensor leaves the scope it was in.</summary>
    public void Attach(IDisposable disposable)
    {
        if (disposable is torch.Tensor { Scope: { } before } tensor)
        {
            before.Remove(tensor);
        }
        Add(disposable);
    }

    /// <summary>Adds objects that this scope shall dispose.</summary>
    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    /// <summary>Adds objects that this scope shall dispose, and returns them.</summary>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        List<IDisposable> list = [.. disposables];
        list.ForEach(Attach);
        return list;
    }

    /// <summary>Disposes all of its objects now; the scope stays open.</summary>
    public void DisposeEverything()
    {
        while (Disposables.Count > 0)
        {
            IDisposable last = Disposables[^1];
            Disposables.RemoveAt(Disposables.Count - 1);
            if (IsMine(last))
            {
                last.Dispose();
            }
        }
    }

    /// <summary>Disposes all of its objects but one, which moves to the scope around.</summary>
    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    /// <summary>Disposes all of its objects but two.</summary>
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    /// <summary>Disposes all of its objects but three.</summary>
    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    /// <summary>Disposes all of its objects but some.</summary>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Disposes all of its objects but some, which stay in it.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        IDisposable[] all = [.. Disposables];
        Disposables.Clear();
        foreach (IDisposable disposable in all)
        {
            if (!IsMine(disposable))
            {
                continue;
            }
            if (keep.Contains(disposable))
            {
                Disposables.Add(disposable);
            }
            else
            {
                disposable.Dispose();
            }
        }
    }

    /// <summary>Tells the scope that somebody else disposed the object.</summary>
    public void MarkAsDisposed(IDisposable disposable) => Remove(disposable);

    /// <summary>Disposes all of its objects and closes it.</summary>
    public void Dispose()
    {
        if (_list is { } list)
        {
            DisposeEverything();
            _list = null;
            t_spare ??= new Stack<List<IDisposable>>();
            if (list.Capacity <= LongestKept && t_spare.Count < MostKept)
            {
                t_spare.Push(list);
            }
        }
        for (DisposeScope? scope = t_current; scope is not null; scope = scope._outer)
        {
            if (ReferenceEquals(scope, this))
            {
                t_current = _outer;
                break;
            }
        }
    }

    /// <summary>Opens it again after <see cref="Dispose"/>: many short scopes in a row need one object.</summary>
    internal void Open()
    {
        _outer = t_current;
        t_current = this;
    }

    internal void Add(IDisposable disposable)
    {
        if (disposable is torch.Tensor tensor)
        {
            tensor.Scope = this;
        }
        Disposables.Add(disposable);
    }

    // Tensors carry their scope, so a tensor that left stays in the list until the scope ends; only others are searched for.
    internal void Forget(torch.Tensor tensor)
    {
        if (Disposables.Count > 0 && ReferenceEquals(Disposables[^1], tensor))
        {
            Disposables.RemoveAt(Disposables.Count - 1);
        }
        tensor.Scope = null;
    }

    private void Remove(IDisposable disposable)
    {
        if (disposable is torch.Tensor tensor)
        {
            tensor.Scope?.Forget(tensor);
        }
        else
        {
            Disposables.RemoveAll(x => ReferenceEquals(x, disposable));
        }
    }

    private bool IsMine(IDisposable disposable) => disposable is not torch.Tensor tensor || ReferenceEquals(tensor.Scope, this);
}
