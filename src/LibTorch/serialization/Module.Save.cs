namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            private const int MostEntries = 1 << 20;

            /// <summary>
            /// Writes the parameters and persistent buffers. A name that ends in .pt or .pth makes a file that Python's torch.load reads, also with
            /// weights_only=True; any other name TorchSharp's own form: how many there are, then each name with its tensor.
            /// </summary>
            /// <param name="skip">Names to leave out.</param>
            public virtual Module save(string location, IList<string>? skip = null)
            {
                if (PtFile.IsNamedSo(location))
                {
                    PtFile.Save(Without(state_dict(), skip), location);
                    return this;
                }
                using var file = File.Create(location);
                return save(file, skip);
            }

            /// <summary>Writes TorchSharp's own form; the stream stays open.</summary>
            public virtual Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            /// <inheritdoc cref="save(Stream, IList{string})"/>
            public virtual Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes a state_dict in TorchSharp's own form.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                var kept = Without(sd, skip);
                writer.Write7BitEncodedInt64(kept.Count);
                foreach (var (key, tensor) in kept)
                {
                    writer.Write(key);
                    tensor.Save(writer);
                }
            }

            /// <summary>Reads what <see cref="save(string, IList{string})"/>, TorchSharp or (a state_dict) Python's torch.save wrote; the file says itself which. When it is refused nothing has changed.</summary>
            /// <param name="strict">Refuse when a name is missing or not known here.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">Filled with the names in the file and whether each was taken.</param>
            /// <exception cref="InvalidDataException">The file is cut, or does something it should not.</exception>
            /// <exception cref="InvalidOperationException">Strict, and a name is missing or not known here.</exception>
            /// <exception cref="ArgumentException">A tensor has another shape than the module's.</exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var file = File.OpenRead(location);
                return load(file, strict, skip, loadedParameters);
            }

            /// <inheritdoc cref="load(string, bool, IList{string}, Dictionary{string, bool})"/>
            public virtual Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                if (stream.CanSeek && PtFile.IsOne(stream))
                {
                    var location = stream is FileStream file ? file.Name : "the stream";
                    return Take(StateDict(PtFile.Load(stream, location), location), strict, skip, loadedParameters);
                }
                using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <inheritdoc cref="load(string, bool, IList{string}, Dictionary{string, bool})"/>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                var source = new Dictionary<string, Tensor>();
                try
                {
                    var count = reader.Read7BitEncodedInt64();
                    if (count is < 0 or > MostEntries) throw new InvalidDataException($"the file says it has {count} tensors, so it is no module's state");
                    for (var i = 0L; i < count; i++)
                    {
                        var key = reader.ReadString();
                        source[key] = TensorExtensionMethods.Load(reader);
                    }
                }
                catch (Exception wrong) when (wrong is EndOfStreamException or FormatException)
                {
                    throw new InvalidDataException($"the file is cut, or no module's state: {wrong.Message}", wrong);
                }
                return Take(source, strict, skip, loadedParameters);
            }

            private Module Take(Dictionary<string, Tensor> source, bool strict, IList<string>? skip, Dictionary<string, bool>? loadedParameters)
            {
                var (_, unexpected) = load_state_dict(source, strict, skip);
                foreach (var key in loadedParameters is null ? [] : source.Keys.ToArray())
                {
                    loadedParameters![key] = !unexpected.Contains(key) && skip?.Contains(key) is not true;
                }
                foreach (var tensor in source.Values) tensor.Dispose();
                return this;
            }

            private static Dictionary<string, Tensor> Without(Dictionary<string, Tensor> state, IList<string>? skip) =>
                skip is null ? state : state.Where(entry => !skip.Contains(entry.Key)).ToDictionary();
        }
    }
}
