using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that calls hooks before and after its forward pass.</summary>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            private static long s_hooks;
            private List<KeyValuePair<string, Delegate>>? _pre;
            private List<KeyValuePair<string, Delegate>>? _post;

            /// <summary>A module called <paramref name="name"/>.</summary>
            protected HookableModule(string name) : base(name)
            {
            }

            /// <summary>Hooks to call before the forward pass: <typeparamref name="TPreHook"/> or <see cref="Action{Module}"/>; null for none.</summary>
            private protected KeyValuePair<string, Delegate>[]? PreHooks => _pre is { Count: > 0 } ? [.. _pre] : null;

            /// <summary>Hooks to call after the forward pass; null for none.</summary>
            private protected KeyValuePair<string, Delegate>[]? PostHooks => _post is { Count: > 0 } ? [.. _post] : null;

            /// <summary>Calls <paramref name="hook"/> after each forward pass with module, input and output; what it returns replaces
            /// the output, unless null.</summary>
            public HookRemover register_forward_hook(TPostHook hook) => Add(ref _post, hook as Delegate);

            /// <summary>Calls <paramref name="hook"/> with the module after each forward pass.</summary>
            public HookRemover register_forward_hook(Action<Module> hook) => Add(ref _post, hook);

            /// <summary>Calls <paramref name="hook"/> before each forward pass with module and input; what it returns replaces the
            /// input, unless null.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Add(ref _pre, hook as Delegate);

            /// <summary>Calls <paramref name="hook"/> with the module before each forward pass.</summary>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Add(ref _pre, hook);

            private HookRemover Add(ref List<KeyValuePair<string, Delegate>>? hooks, Delegate? hook)
            {
                ArgumentNullException.ThrowIfNull(hook);
                string key = Interlocked.Increment(ref s_hooks).ToString(CultureInfo.InvariantCulture);
                (hooks ??= []).Add(new(key, hook));
                return new HookRemover(this, key);
            }

            /// <summary>Takes a hook away again.</summary>
            public class HookRemover
            {
                private readonly HookableModule<TPreHook, TPostHook> _module;
                private readonly string _key;

                /// <summary>For the hook of that key.</summary>
                public HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
                {
                    _module = module;
                    _key = key;
                }

                /// <summary>Takes the hook away; a second time does nothing.</summary>
                public void remove()
                {
                    _module._pre?.RemoveAll(hook => hook.Key == _key);
                    _module._post?.RemoveAll(hook => hook.Key == _key);
                }
            }
        }
    }
}
