using TorchSharp.Autograd;

namespace TorchSharp.Autograd
{
    /// <summary>Whether this thread records operations for differentiation.</summary>
    internal static class GradMode
    {
        [ThreadStatic]
        private static bool t_disabled;

        public static bool Enabled
        {
            get => !t_disabled;
            set => t_disabled = !value;
        }

        /// <summary>Sets the mode until the result is disposed.</summary>
        public static Guard Set(bool enabled)
        {
            var guard = new Guard(Enabled);
            Enabled = enabled;
            return guard;
        }

        /// <summary>Brings the mode back that was before.</summary>
        public sealed class Guard(bool before) : IDisposable
        {
            public void Dispose() => Enabled = before;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        /// <summary>Computes without recording for differentiation until the result is disposed: faster, less memory.</summary>
        /// <example><code>using (torch.no_grad()) { prediction = model.call(x); }</code></example>
        public static IDisposable no_grad() => GradMode.Set(false);

        /// <summary>Records for differentiation again, inside <see cref="no_grad"/>.</summary>
        public static IDisposable enable_grad(bool enabled = true) => GradMode.Set(enabled);

        /// <summary>Switches recording for differentiation on or off until the result is disposed.</summary>
        public static IDisposable set_grad_enabled(bool mode = true) => GradMode.Set(mode);

        /// <summary>As <see cref="no_grad"/>.</summary>
        public static IDisposable inference_mode(bool mode = true) => GradMode.Set(!mode && GradMode.Enabled);

        /// <summary>Whether operations are recorded now.</summary>
        public static bool is_grad_enabled() => GradMode.Enabled;
    }
}
