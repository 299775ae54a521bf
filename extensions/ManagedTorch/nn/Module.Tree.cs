using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Its parameters with their names ("conv.weight"), each once: its own first, then those of the modules in
            /// it.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var found = new List<(string, Parameter)>();
                CollectParameters("", recurse, found, new HashSet<Tensor>(ReferenceEqualityComparer.Instance));
                return found;
            }

            /// <summary>Its parameters, each once: its own first, then those of the modules in it.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true)
            {
                foreach ((_, Parameter parameter) in named_parameters(recurse))
                {
                    yield return parameter;
                }
            }

            /// <summary>Its buffers with their names, each once.</summary>
            public virtual IEnumerable<(
                string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var found = new List<(string, Tensor)>();
                CollectBuffers(
                    "", recurse, include_nonpersistent, found, new HashSet<Tensor>(ReferenceEqualityComparer.Instance));
                return found;
            }

            /// <summary>Its buffers, each once.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                foreach ((_, Tensor buffer) in named_buffers(recurse, include_nonpersistent))
                {
                    yield return buffer;
                }
            }

            /// <summary>The modules directly in it, with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children()
            {
                var found = new List<(string, Module)>();
                foreach (string key in _submoduleOrder)
                {
                    found.Add((key, _submodules[key]));
                }
                return found;
            }

            /// <summary>The modules directly in it.</summary>
            public virtual IEnumerable<Module> children()
            {
                foreach ((_, Module module) in named_children())
                {
                    yield return module;
                }
            }

            /// <summary>All modules in it with their names: first those directly in it, then the contents of each.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach ((string key, Module module) in named_children())
                {
                    yield return (key, module);
                }
                foreach ((string key, Module module) in named_children())
                {
                    foreach ((string inner, Module innerModule) in module.named_modules())
                    {
                        yield return ($"{key}.{inner}", innerModule);
                    }
                }
            }

            /// <summary>All modules in it: first those directly in it, then the contents of each.</summary>
            public virtual IEnumerable<Module> modules()
            {
                foreach ((_, Module module) in named_modules())
                {
                    yield return module;
                }
            }

            /// <summary>The parameter of that name ("conv.weight"); null if there is none.</summary>
            public virtual Parameter? get_parameter(string target) =>
                Owner(target, out string last)?._parameters.GetValueOrDefault(last);

            /// <summary>Whether there is a parameter of that name ("conv.weight").</summary>
            public virtual bool has_parameter(string target) =>
                Owner(target, out string last)?._parameters.ContainsKey(last) == true;

            /// <summary>The buffer of that name ("norm.running_mean"); null if there is none.</summary>
            public virtual Tensor? get_buffer(string target) =>
                Owner(target, out string last)?._buffers.GetValueOrDefault(last).Tensor;

            /// <summary>Whether there is a buffer of that name ("norm.running_mean").</summary>
            public virtual bool has_buffer(string target) => Owner(target, out string last)?._buffers.ContainsKey(last) == true;

            // The module that holds the last part of a dotted name; null if the path does not exist.
            private Module? Owner(string target, out string last)
            {
                string[] parts = target.Split('.');
                last = parts[^1];
                Module? module = this;
                for (int i = 0; i < parts.Length - 1 && module is not null; i++)
                {
                    module = module._submodules.GetValueOrDefault(parts[i]);
                }
                return module;
            }

            private void CollectParameters(string prefix, bool recurse, List<(string, Parameter)> found, HashSet<Tensor> seen)
            {
                foreach (string key in _parameterOrder)
                {
                    if (seen.Add(_parameters[key]))
                    {
                        found.Add((prefix + key, _parameters[key]));
                    }
                }
                if (recurse)
                {
                    foreach (string key in _submoduleOrder)
                    {
                        _submodules[key].CollectParameters($"{prefix}{key}.", true, found, seen);
                    }
                }
            }

            private void CollectBuffers(
                string prefix, bool recurse, bool includeNonpersistent, List<(string, Tensor)> found, HashSet<Tensor> seen)
            {
                foreach (string key in _bufferOrder)
                {
                    (Tensor buffer, bool isPersistent) = _buffers[key];
                    if ((isPersistent || includeNonpersistent) && seen.Add(buffer))
                    {
                        found.Add((prefix + key, buffer));
                    }
                }
                if (recurse)
                {
                    foreach (string key in _submoduleOrder)
                    {
                        _submodules[key].CollectBuffers($"{prefix}{key}.", true, includeNonpersistent, found, seen);
                    }
                }
            }
        }
    }
}
