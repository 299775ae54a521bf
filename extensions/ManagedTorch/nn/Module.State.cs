using TorchSharp.Modules;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Its state by name: all parameters first, then all buffers. The tensors are the module's own, not
            /// copies.</summary>
            /// <param name="destination">Where to add them; a new dictionary if null.</param>
            /// <param name="prefix">What to put before the names, with a dot between.</param>
            public virtual Dictionary<string, Tensor> state_dict(
                Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string start = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach ((string key, Parameter parameter) in named_parameters())
                {
                    destination.TryAdd(start + key, parameter);
                }
                foreach ((string key, Tensor buffer) in named_buffers(include_nonpersistent: false))
                {
                    destination.TryAdd(start + key, buffer);
                }
                // Once more by module: a parameter that two modules share stands under both names.
                foreach ((string key, Module module) in named_children())
                {
                    module.state_dict(destination, start + key);
                }
                return destination;
            }

            /// <summary>Copies values from a state dictionary. All names and shapes are checked before the first value is
            /// written.</summary>
            /// <param name="source">Tensors by name.</param>
            /// <param name="strict">Whether the names must be exactly those of <see cref="state_dict"/>.</param>
            /// <param name="skip">Names to leave out.</param>
            /// <returns>Names that the source lacks, and names that it has in excess.</returns>
            /// <exception cref="InvalidOperationException">Strict, and the names differ.</exception>
            /// <exception cref="ArgumentException">A shape differs; names tensor, expected and found shape.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                Dictionary<string, Tensor> destination = state_dict();
                List<string> unexpected = NotIn(source.Keys, destination, skip);
                List<string> missing = NotIn(destination.Keys, source, skip);
                if (strict && (missing.Count > 0 || unexpected.Count > 0))
                {
                    throw new InvalidOperationException(
                        "The loaded state_dict is not identical to the target dictionary. "
                        + $"Missing: {List(missing)}; unexpected: {List(unexpected)}.");
                }
                foreach ((string key, Tensor target) in destination)
                {
                    if (skip?.Contains(key) != true && source.TryGetValue(key, out Tensor? value)
                        && !value.Sizes.AsSpan().SequenceEqual(target.Sizes))
                    {
                        throw new ArgumentException(
                            $"Mismatched tensor shape while loading. '{key}': expected {Shape.Text(target.Sizes)}, "
                            + $"found {Shape.Text(value.Sizes)}.");
                    }
                }
                using (no_grad())
                {
                    foreach ((string key, Tensor target) in destination)
                    {
                        if (skip?.Contains(key) != true && source.TryGetValue(key, out Tensor? value))
                        {
                            target.copy_(value);
                        }
                    }
                }
                return (missing, unexpected);
            }

            private static List<string> NotIn(
                IEnumerable<string> keys, Dictionary<string, Tensor> dictionary, IList<string>? skip)
            {
                var found = new List<string>();
                foreach (string key in keys)
                {
                    if (!dictionary.ContainsKey(key) && skip?.Contains(key) != true)
                    {
                        found.Add(key);
                    }
                }
                return found;
            }

            private static string List(List<string> keys) =>
                keys.Count == 0 ? "none" : string.Join(", ", keys.Take(10))
                    + (keys.Count > 10 ? $" and {keys.Count - 10} more" : "");
        }
    }
}
