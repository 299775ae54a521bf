using System.Text;
using TorchSharp.Files;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Writes the state in TorchSharp's layout; the file appears when it is complete.</summary>
            /// <param name="location">The file.</param>
            /// <param name="skip">Names to leave out.</param>
            public Module save(string location, IList<string>? skip = null)
            {
                AtomicFile.Write(location, stream => save(stream, skip));
                return this;
            }

            /// <summary>Writes the state in TorchSharp's layout; the stream stays open.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            /// <summary>Writes the state in TorchSharp's layout: number of entries, then name and tensor of each.</summary>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes tensors by name in TorchSharp's layout.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null) =>
                StateFile.Write(writer, sd, skip);

            /// <summary>Reads the state from a file; all of it is checked before the first value changes.</summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Whether file and module must have the same names.</param>
            /// <param name="skip">Names to leave out.</param>
            /// <param name="loadedParameters">Told which names were loaded, if not null.</param>
            /// <exception cref="FileNotFoundException">No such file.</exception>
            /// <exception cref="InvalidDataException">The file is cut or not of this kind.</exception>
            /// <exception cref="ArgumentException">Names, shapes or types differ; names tensor, expected and found.</exception>
            public virtual Module load(
                string location, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                if (!File.Exists(location))
                {
                    throw new FileNotFoundException($"No module file '{location}'.", location);
                }
                using FileStream stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            /// <summary>Reads the state from a stream, which stays open; all of it is checked before the first value
            /// changes.</summary>
            public Module load(
                Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Reads the state; all of it is checked before the first value changes.</summary>
            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                StateFile.Read(reader, state_dict(), strict, skip, loadedParameters);
                return this;
            }

            /// <summary>Makes a module of that type and reads its state from a file.</summary>
            public static Module Create<T>(string path) where T : Module, new() => new T().load(path);
        }
    }
}
