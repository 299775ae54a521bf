using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose forward pass takes one argument.</summary>
        public abstract class Module<T, TResult>
            : HookableModule<
                    Func<Module<T, TResult>, T, T>,
                    Func<Module<T, TResult>, T, TResult, TResult>>,
                IModule<T, TResult>
        {
            /// <summary>A module called <paramref name="name"/>.</summary>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>The computation.</summary>
            public abstract TResult forward(T input);

            /// <summary>Runs pre-hooks, <see cref="forward"/> and hooks; an error names the layer's path.</summary>
            public TResult call(T input)
            {
                LayerPath.Enter(this);
                try
                {
                    if (PreHooks is { } before)
                    {
                        foreach (var hook in before)
                        {
                            LayerPath.Show(input);
                            if (hook.Plain is { } action)
                            {
                                action(this);
                            }
                            else if (hook.Typed!(this, input) is { } changed)
                            {
                                input = changed;
                            }
                        }
                    }
                    TResult result = forward(input);
                    LayerPath.Observer?.Invoke(this, result);
                    if (PostHooks is { } after)
                    {
                        foreach (var hook in after)
                        {
                            LayerPath.Show(result);
                            if (hook.Plain is { } action)
                            {
                                action(this);
                            }
                            else if (hook.Typed!(this, input, result) is { } changed)
                            {
                                result = changed;
                            }
                        }
                    }
                    return result;
                }
                catch (Exception error) when (LayerPath.IsToName(error))
                {
                    throw LayerPath.Name(error);
                }
                finally
                {
                    LayerPath.Leave();
                }
            }
        }
    }
}
