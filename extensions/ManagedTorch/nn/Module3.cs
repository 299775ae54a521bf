using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose forward pass takes three arguments.</summary>
        public abstract class Module<T1, T2, T3, TResult>
            : HookableModule<
                    Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2, T3)?>,
                    Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult>>,
                IModule<T1, T2, T3, TResult>
        {
            /// <summary>A module called <paramref name="name"/>.</summary>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>The computation.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>Runs pre-hooks, <see cref="forward"/> and hooks; an error names the layer's path.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3)
            {
                LayerPath.Enter(this);
                try
                {
                    if (PreHooks is { } before)
                    {
                        foreach (var hook in before)
                        {
                            LayerPath.Show(input1);
                            LayerPath.Show(input2);
                            LayerPath.Show(input3);
                            if (hook.Plain is { } action)
                            {
                                action(this);
                            }
                            else if (hook.Typed!(this, input1, input2, input3) is { } changed)
                            {
                                (input1, input2, input3) = changed;
                            }
                        }
                    }
                    TResult result = forward(input1, input2, input3);
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
                            else if (hook.Typed!(this, input1, input2, input3, result) is { } changed)
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
