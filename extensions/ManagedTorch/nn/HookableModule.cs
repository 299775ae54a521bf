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
            private List<Hook<TPreHook>>? _pre;
            private List<Hook<TPostHook>>? _post;

            /// <summary>A module called <paramref name="name"/>.</summary>
            protected HookableModule(string name) : base(name)
            {
            }

            /// <summary>Hooks to call before the forward pass; null for none. A copy: a hook may remove itself.</summary>
            private protected Hook<TPreHook>[]? PreHooks => _pre is { Count: > 0 } ? [.. _pre] : null;

            /// <summary>Hooks to call after the forward pass; null for none.</summary>
            private protected Hook<TPostHook>[]? PostHooks => _post is { Count: > 0 } ? [.. _post] : null;

            /// <summary>Calls the hook after each forward pass with module, input and output; what it returns replaces the
            /// output,
            /// unless null.</summary>
            public HookRemover register_forward_hook(TPostHook hook) => Add(ref _post, null, hook);

            /// <summary>Calls the hook with the module after each forward pass.</summary>
            public HookRemover register_forward_hook(Action<Module> hook) => Add(ref _post, hook, default);

            /// <summary>Calls the hook before each forward pass with module and input; what it returns replaces the input,
            /// unless null.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Add(ref _pre, null, hook);

            /// <summary>Calls the hook with the module before each forward pass.</summary>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Add(ref _pre, hook, default);

            private HookRemover Add<THook>(ref List<Hook<THook>>? hooks, Action<Module>? plain, THook? typed)
            {
                if (plain is null && typed is null)
                {
                    throw new ArgumentNullException("hook");
                }
                string key = Interlocked.Increment(ref s_hooks).ToString(CultureInfo.InvariantCulture);
                (hooks ??= []).Add(new(key, plain, typed));
                return new HookRemover(this, key);
            }

            /// <summary>A hook: one that takes the module alone, or one that takes values too.</summary>
            private protected readonly record struct Hook<THook>(string Key, Action<Module>? Plain, THook? Typed);

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
