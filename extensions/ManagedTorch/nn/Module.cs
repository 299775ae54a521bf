using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Layers and networks.</summary>
    public static partial class nn
    {
        /// <summary>A layer or network: holds parameters, buffers and other modules under names.</summary>
        public partial class Module : IDisposable
        {
            private readonly Dictionary<string, Parameter> _parameters = [];
            private readonly Dictionary<string, (Tensor Tensor, bool IsPersistent)> _buffers = [];
            private readonly Dictionary<string, Module> _submodules = [];
            private readonly List<string> _parameterOrder = [];
            private readonly List<string> _bufferOrder = [];
            private readonly List<string> _submoduleOrder = [];
            private bool _training = true;

            /// <summary>The name given at construction.</summary>
            protected string? name;

            /// <summary>A module called <paramref name="name"/>, in training mode.</summary>
            protected Module(string name)
            {
                this.name = name;
                Kernels.TileWarmUp.Start();
            }

            /// <summary>Whether it is in training mode: dropout drops, batch normalisation measures.</summary>
            public virtual bool training => _training;

            /// <summary>The name given at construction; the type's name for layers.</summary>
            public virtual string GetName() => name ?? GetType().Name;

            /// <summary>Puts it and all modules in it into training mode, or out of it.</summary>
            public virtual void train(bool train = true)
            {
                _training = train;
                foreach (string key in _submoduleOrder)
                {
                    _submodules[key].train(train);
                }
            }

            /// <summary>Puts it and all modules in it into evaluation mode.</summary>
            public virtual void eval() => train(false);

            /// <summary>Calls <paramref name="fn"/> with every module in it, inner ones first, then with itself; returns
            /// itself.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (string key in _submoduleOrder)
                {
                    _submodules[key].apply(fn);
                }
                fn(this);
                return this;
            }

            /// <summary>Removes the gradients of all parameters, or sets them to zero.</summary>
            /// <param name="set_to_none">Whether <c>grad</c> is null afterwards; otherwise a gradient that is there becomes
            /// zero.</param>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (Parameter parameter in parameters())
                {
                    parameter.ForgetGradient(keepZero: !set_to_none);
                }
            }

            /// <summary>Disposes its parameters and buffers, and the modules in it.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes its parameters and buffers, and the modules in it.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                {
                    return;
                }
                foreach (Parameter parameter in _parameters.Values)
                {
                    parameter.Dispose();
                }
                foreach ((Tensor buffer, _) in _buffers.Values)
                {
                    buffer.Dispose();
                }
                foreach (Module module in _submodules.Values)
                {
                    module.Dispose();
                }
            }
        }
    }
}
