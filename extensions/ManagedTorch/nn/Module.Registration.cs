using System.Collections.Concurrent;
using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private static readonly ConcurrentDictionary<Type, (FieldInfo Field, string Name)[]> Components = [];

            /// <summary>Registers what the fields hold under the fields' names: modules, parameters, and tensors as
            /// buffers.</summary>
            /// <remarks>
            /// Fields of the most derived class come first, in the order in which they are declared; empty ones are skipped,
            /// and what is
            /// registered already stays. Lists and arrays of modules are not looked into: use ModuleList. To be called at the
            /// end of
            /// the constructor.
            /// </remarks>
            protected virtual void RegisterComponents()
            {
                foreach ((FieldInfo field, string key) in Components.GetOrAdd(GetType(), FindComponents))
                {
                    switch (field.GetValue(this))
                    {
                        case Module module when !_submodules.ContainsKey(key):
                            register_module(key, module);
                            break;
                        case Parameter parameter when !_parameters.ContainsKey(key):
                            register_parameter(key, parameter);
                            break;
                        case Tensor tensor when tensor is not TorchSharp.Modules.Parameter && !_buffers.ContainsKey(key):
                            register_buffer(key, tensor);
                            break;
                    }
                }
            }

            /// <summary>Registers a module under a name; null removes it.</summary>
            /// <exception cref="ArgumentException">The name contains a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    Remove(_submodules, _submoduleOrder, name);
                    Unregistered(name);
                    return;
                }
                CheckName(name, "module");
                if (_submodules.ContainsKey(name))
                {
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
                }
                submodule.RegisterComponents();
                Set(_submodules, _submoduleOrder, name, submodule);
                Registered(name, submodule);
            }

            /// <summary>As <see cref="register_module"/>.</summary>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Registers a parameter under a name; null removes it. It no longer belongs to a dispose scope.</summary>
            /// <exception cref="ArgumentException">The name contains a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is not null && _parameters.ContainsKey(name))
                {
                    throw new InvalidOperationException($"Parameter {name} is already registered.");
                }
                ConditionallyRegisterParameter(name, param);
            }

            /// <summary>Registers a tensor that is part of the state but not learned; null removes it.</summary>
            /// <param name="name">Its key in the state dictionary.</param>
            /// <param name="tensor">The tensor; it no longer belongs to a dispose scope.</param>
            /// <param name="persistent">Whether it stands in the state dictionary.</param>
            /// <exception cref="ArgumentException">The name contains a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is not null && _buffers.ContainsKey(name))
                {
                    throw new InvalidOperationException($"Buffer {name} is already registered.");
                }
                ConditionallyRegisterBuffer(name, tensor, persistent);
            }

            /// <summary>Registers a parameter or replaces the one of that name; null removes it.</summary>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                {
                    Remove(_parameters, _parameterOrder, name);
                    return;
                }
                CheckName(name, "parameter");
                Set(_parameters, _parameterOrder, name, value);
                value.DetachFromDisposeScope();
            }

            /// <summary>Registers a buffer or replaces the one of that name; null removes it.</summary>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                {
                    Remove(_buffers, _bufferOrder, name);
                    return;
                }
                CheckName(name, "buffer");
                Set(_buffers, _bufferOrder, name, (value, persistent));
                value.DetachFromDisposeScope();
            }

            /// <summary>Forgets the modules in it without disposing them.</summary>
            protected void ClearModules()
            {
                _submodules.Clear();
                _submoduleOrder.Clear();
            }

            /// <summary>Forgets its parameters without disposing them.</summary>
            private protected void ClearParameters()
            {
                _parameters.Clear();
                _parameterOrder.Clear();
            }

            /// <summary>Called after a module was registered.</summary>
            private protected virtual void Registered(string name, Module module)
            {
            }

            /// <summary>Called after a module was taken out.</summary>
            private protected virtual void Unregistered(string name)
            {
            }

            private static void CheckName(string name, string kind)
            {
                if (string.IsNullOrEmpty(name) || name.Contains('.'))
                {
                    throw new ArgumentException($"{kind} name can't be empty or contain \".\", got: '{name}'", nameof(name));
                }
            }

            private static void Set<T>(Dictionary<string, T> values, List<string> order, string name, T value)
            {
                if (!values.ContainsKey(name))
                {
                    order.Add(name);
                }
                values[name] = value;
            }

            private static void Remove<T>(Dictionary<string, T> values, List<string> order, string name)
            {
                if (values.Remove(name))
                {
                    order.Remove(name);
                }
            }

            // All fields of classes made outside; of the engine's own layers only those that carry a name as component.
            private static (FieldInfo Field, string Name)[] FindComponents(Type type)
            {
                var found = new List<(FieldInfo Field, string Name)>();
                for (Type level = type; level != typeof(Module); level = level.BaseType!)
                {
                    bool isOurs = level.Assembly == typeof(Module).Assembly;
                    FieldInfo[] fields = level.GetFields(
                        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
                    Array.Sort(fields, static (a, b) => a.MetadataToken.CompareTo(b.MetadataToken));
                    foreach (FieldInfo field in fields)
                    {
                        string? given = CanHoldComponent(field.FieldType)
                            ? field.GetCustomAttribute<ComponentNameAttribute>()?.Name : null;
                        if (given is not null || (!isOurs && CanHoldComponent(field.FieldType)))
                        {
                            found.Add((field, given ?? field.Name));
                        }
                    }
                }
                return [.. found];
            }

            // A field typed as object or an interface may hold a module.
            private static bool CanHoldComponent(Type type) =>
                typeof(Module).IsAssignableFrom(type) || typeof(Tensor).IsAssignableFrom(type) || type.IsInterface
                    || type == typeof(object);
        }
    }
}
