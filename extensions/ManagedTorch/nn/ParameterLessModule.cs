namespace TorchSharp.Modules;

/// <summary>Marks modules without parameters and buffers.</summary>
public interface IParameterLessModule
{
}

/// <summary>A module with one argument and without parameters and buffers.</summary>
public abstract class ParameterLessModule<T1, TResult> : torch.nn.Module<T1, TResult>, IParameterLessModule
{
    /// <summary>A module called <paramref name="name"/>.</summary>
    protected ParameterLessModule(string name) : base(name)
    {
    }
}

/// <summary>A module with two arguments and without parameters and buffers.</summary>
public abstract class ParameterLessModule<T1, T2, TResult> : torch.nn.Module<T1, T2, TResult>, IParameterLessModule
{
    /// <summary>A module called <paramref name="name"/>.</summary>
    protected ParameterLessModule(string name) : base(name)
    {
    }
}

/// <summary>A module with three arguments and without parameters and buffers.</summary>
public abstract class ParameterLessModule<T1, T2, T3, TResult> : torch.nn.Module<T1, T2, T3, TResult>, IParameterLessModule
{
    /// <summary>A module called <paramref name="name"/>.</summary>
    protected ParameterLessModule(string name) : base(name)
    {
    }
}

/// <summary>A module with four arguments and without parameters and buffers.</summary>
public abstract class ParameterLessModule<T1, T2, T3, T4, TResult> : torch.nn.Module<T1, T2, T3, T4, TResult>,
IParameterLessModule
{
    /// <summary>A module called <paramref name="name"/>.</summary>
    protected ParameterLessModule(string name) : base(name)
    {
    }
}
